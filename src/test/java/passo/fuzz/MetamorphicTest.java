package passo.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import passo.asl.Definition;
import passo.aws.Cloud;
import passo.aws.World;
import passo.engine.Execution;
import passo.engine.History;
import passo.engine.Limits;
import passo.engine.Run;
import passo.engine.StartExecution;
import passo.engine.Trace;
import passo.engine.semantics.Outcome;
import passo.json.Json;
import passo.json.JsonText;

/// What may be written otherwise without a change of what happens, tried on all our own machines that end soon.
class MetamorphicTest {

    private static final Limits SOON = new Limits(500, 1 << 20, () -> false);
    private static final String MARK = "~";
    private static final Set<String> REFERENCES = Set.of("StartAt", "Next", "Default");
    private static final Set<String> DATA = Set.of("Parameters", "ResultSelector", "Arguments", "Output", "Assign", "Result", "ItemSelector", "Items",
            "BatchInput");

    record Case(String name, Json.Obj definition, Json input) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Case> CASES = endingSoon().toList();

    static List<Case> cases() {
        return CASES;
    }

    private static Stream<Case> endingSoon() {
        return Corpus.DOCUMENTS.stream()
                .filter(document -> Definition.of(document.get("definition"), Definition.Type.STANDARD).isValid())
                .map(document -> new Case(document.get("name").toString(), (Json.Obj) document.get("definition"),
                        document.get("input") instanceof Json input ? input : Json.Obj.EMPTY))
                .filter(each -> run(Definition.of(each.definition, Definition.Type.STANDARD), each.input, SOON) instanceof Run.Ended);
    }

    @ParameterizedTest @MethodSource("cases")
    void theSameDefinitionInYamlIsTheSameRun(Case each) {
        Trace yaml = run(Definition.parse(Yaml.of(each.definition), Definition.Type.STANDARD), each.input);

        assertThat(history(yaml)).isEqualTo(history(run(each.definition, each.input)));
    }

    @ParameterizedTest @MethodSource("cases")
    void theOrderOfFieldsChangesNothing(Case each) {
        assertThat(history(run(reversed(each.definition), each.input))).isEqualTo(history(run(each.definition, each.input)));
    }

    @ParameterizedTest @MethodSource("cases")
    void theNamesOfStatesChangeNothingButNames(Case each) {
        assertThat(history(run(renamed(each.definition), each.input)).replace(MARK, "")).isEqualTo(history(run(each.definition, each.input)));
    }

    @ParameterizedTest @MethodSource("cases")
    void aPassBeforeItChangesNoOutput(Case each) {
        Json.Obj states = ((Json.Obj) each.definition.get("States")).with("Before" + MARK, pass(each.definition.get("StartAt")));

        assertThat(end(run(each.definition.with("StartAt", Json.of("Before" + MARK)).with("States", states), each.input), false))
                .isEqualTo(end(run(each.definition, each.input), false));
    }

    @ParameterizedTest @MethodSource("cases")
    void asTheOnlyBranchOfAParallelItsOutputIsTheOnlyItem(Case each) {
        Json.Obj branch = Json.Obj.of("StartAt", each.definition.get("StartAt"), "States", each.definition.get("States"));
        Json.Obj parallel = Json.Obj.builder().put("Type", "Parallel").put("Branches", Json.array(branch)).put("End", true).build();
        Json.Obj whole = each.definition.with("StartAt", Json.of("Whole" + MARK)).with("States", Json.Obj.of("Whole" + MARK, parallel));

        assertThat(end(run(whole, each.input), false)).isEqualTo(end(run(each.definition, each.input), true));
    }

    private static Json pass(Json next) {
        return Json.Obj.of("Type", Json.of("Pass"), "Next", next);
    }

    private static Json reversed(Json value) {
        return switch (value) {
            case Json.Obj obj -> {
                var other = Json.Obj.builder();
                for (int i = obj.size() - 1; i >= 0; i--) {
                    other.put(obj.name(i), DATA.contains(obj.name(i)) ? obj.value(i) : reversed(obj.value(i)));
                }
                yield other.build();
            }
            case Json.Arr arr -> Json.collect(arr.items().stream().map(MetamorphicTest::reversed).toList());
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> value;
        };
    }

    private static Json renamed(Json value) {
        return switch (value) {
            case Json.Obj obj -> {
                var other = Json.Obj.builder();
                obj.forEach((name, member) -> other.put(name, DATA.contains(name) ? member
                        : REFERENCES.contains(name) ? Json.of(((Json.Str) member).value() + MARK)
                        : name.equals("States") ? marked((Json.Obj) member) : renamed(member)));
                yield other.build();
            }
            case Json.Arr arr -> Json.collect(arr.items().stream().map(MetamorphicTest::renamed).toList());
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> value;
        };
    }

    private static Json marked(Json.Obj states) {
        var other = Json.Obj.builder();
        states.forEach((name, state) -> other.put(name + MARK, renamed(state)));
        return other.build();
    }

    private static Trace run(Json definition, Json input) {
        return run(Definition.of(definition, Definition.Type.STANDARD), input);
    }

    private static Trace run(Definition definition, Json input) {
        return run(definition, input, Limits.NORMAL).trace();
    }

    private static Run run(Definition definition, Json input, Limits limits) {
        var machine = definition.machine().orElseThrow(() -> new AssertionError(definition.diagnostics().toString()));
        var start = new StartExecution(machine, Definition.Type.STANDARD, "machine", "run", "111122223333", input, Instant.parse("2026-01-01T00:00:00Z"), 7);
        return Execution.run(start, new Cloud(World.AUTOMATIC, List.of(), start), limits);
    }

    private static String history(Trace trace) {
        var text = new StringBuilder();
        trace.events().forEach(event -> text.append(JsonText.pretty(History.event(event))).append('\n'));
        trace.children().forEach(child -> text.append(history(child)));
        return text.toString();
    }

    /// How a run ended, whatever the numbers of its events.
    private static String end(Trace trace, boolean wrapped) {
        String output = trace.output().map(json -> wrapped ? Json.array(json) : json).map(Json::toString).orElse("");
        return trace.status() + trace.failure().map(Outcome.Failure::error).orElse("") + output.replaceAll("#\\d+", "#");
    }
}
