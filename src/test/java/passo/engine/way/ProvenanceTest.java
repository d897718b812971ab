package passo.engine.way;

import static org.assertj.core.api.Assertions.assertThat;
import static passo.engine.Machines.answering;
import static passo.engine.Machines.machine;
import static passo.engine.Machines.run;

import java.util.List;
import org.junit.jupiter.api.Test;
import passo.engine.Services;
import passo.engine.semantics.Outcome.Failure;
import passo.engine.semantics.Outcome.Success;
import passo.expression.Compiled;
import passo.expression.Path;
import passo.json.JsonText;

/// Where a value came from, and where it went. The input of all runs is an order, a list and a note.
class ProvenanceTest {

    private static final String TASK = "\"Type\": \"Task\", \"Resource\": \"arn:aws:lambda:us-east-1:111122223333:function:f\"";
    private static final Services ANSWERING = answering(new Success(JsonText.parse("{\"ok\": {\"paid\": true}}")));

    @Test void whatEveryFieldOfATaskHandsOnIsFollowedBackToTheRun() {
        Ways ways = ways("""
                "A": {%s, "InputPath": "$.order", "Parameters": {"id.$": "$.id", "kind": "x"}, "ResultSelector": {"paid.$": "$.ok.paid"},
                  "ResultPath": "$.order.payment", "OutputPath": "$.order", "Next": "B"},
                "B": {"Type": "Pass", "End": true}""".formatted(TASK));

        assertThat(origin(ways, 2, Field.Input, "$.id")).isEqualTo("0 Input $.order.id: Begun");
        assertThat(origin(ways, 1, Field.Parameters, "$.id")).isEqualTo("0 Input $.order.id: Begun");
        assertThat(origin(ways, 1, Field.Parameters, "$.kind")).isEqualTo("1 Parameters $.kind: Written");
        assertThat(origin(ways, 2, Field.Input, "$.payment.paid")).isEqualTo("1 Result $.ok.paid: Answered");
        assertThat(origin(ways, 2, Field.Input, "$")).isEqualTo("1 ResultPath $.order: Joined");
    }

    @Test void whatJsonataTakesOverIsFollowedAndWhatItComputesIsNot() {
        Ways ways = ways("""
                "A": {%s, "QueryLanguage": "JSONata", "Arguments": {"id": "{%% $states.input.order.id %%}"}, "Assign": {"paid": "{%% $states.result.ok %%}"},
                  "Output": {"paid": "{%% $states.result.ok.paid %%}", "twice": "{%% $states.input.order.id * 2 %%}", "all": "{%% $states.input.list.n %%}"}, "Next": "B"},
                "B": {"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{%% $paid %%}", "End": true}""".formatted(TASK));

        assertThat(origin(ways, 1, Field.Arguments, "$.id")).isEqualTo("0 Input $.order.id: Begun");
        assertThat(origin(ways, 2, Field.Input, "$.paid")).isEqualTo("1 Result $.ok.paid: Answered");
        assertThat(origin(ways, 2, Field.Input, "$.twice")).isEqualTo("1 Output $.twice: Computed[expression=$states.input.order.id * 2,"
                + " reads=[Place[step=1, field=Input, path=[['order'], ['id']]]]]");
        assertThat(origin(ways, 2, Field.Input, "$.all")).startsWith("1 Output $.all: Computed[expression=$states.input.list.n");
        assertThat(origin(ways, 2, Field.End, "$.paid")).isEqualTo("1 Result $.ok.paid: Answered");
    }

    @Test void aBranchBeginsWithWhatTheParallelWasGivenAndItsEndIsAnItemOfTheResult() {
        Ways ways = ways("""
                "A": {"Type": "Parallel", "Parameters": {"o.$": "$.order"}, "ResultPath": "$.both", "End": true, "Branches": [
                  {"StartAt": "X", "States": {"X": {"Type": "Pass", "Result": 1, "End": true}}},
                  {"StartAt": "Y", "States": {"Y": {"Type": "Pass", "End": true}}}]}""");

        assertThat(origin(ways, 3, Field.Input, "$.o.id")).isEqualTo("0 Input $.order.id: Begun");
        assertThat(origin(ways, 1, Field.End, "$.both[1].o.id")).isEqualTo("0 Input $.order.id: Begun");
        assertThat(origin(ways, 1, Field.End, "$.both[0]")).isEqualTo("2 Result $: Written");
    }

    @Test void anIterationBeginsWithItsItemAndWhatIsSelectedBesideIt() {
        Ways ways = ways("""
                "A": {"Type": "Map", "ItemsPath": "$.list", "ItemSelector": {"n.$": "$$.Map.Item.Value.n", "id.$": "$.order.id", "at.$": "$$.Map.Item.Index"}, "End": true,
                  "ItemProcessor": {"StartAt": "X", "States": {"X": {"Type": "Pass", "End": true}}}}""");

        assertThat(origin(ways, 3, Field.Input, "$.n")).isEqualTo("0 Input $.list[1].n: Begun");
        assertThat(origin(ways, 3, Field.Input, "$.id")).isEqualTo("0 Input $.order.id: Begun");
        assertThat(origin(ways, 3, Field.Input, "$.at")).isEqualTo("1 ItemSelector $[1].at: Context[path=$$.Map.Item.Index]");
        assertThat(origin(ways, 1, Field.End, "$[1].n")).isEqualTo("0 Input $.list[1].n: Begun");
    }

    @Test void aCaughtErrorIsTheErrorsOwn() {
        Ways ways = ways("""
                "A": {%s, "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "B"}], "End": true},
                "B": {"Type": "Pass", "End": true}""".formatted(TASK), answering(new Failure("Busy", "why")));

        assertThat(origin(ways, 2, Field.Input, "$.error.Error")).isEqualTo("1 Catch $.error.Error: Failed");
        assertThat(origin(ways, 2, Field.Input, "$.order.id")).isEqualTo("0 Input $.order.id: Begun");
    }

    @Test void intrinsicFunctionsAndTheContextAreSaidToBeWhatTheyAre() {
        Ways ways = ways("""
                "A": {"Type": "Pass", "Parameters": {"f.$": "States.Format('{}', $.order.id)", "run.$": "$$.Execution.Name", "in.$": "$$.Execution.Input.order"}, "End": true}""");

        assertThat(origin(ways, 1, Field.End, "$.f")).startsWith("1 Parameters $.f: Computed[expression=States.Format('{}', $.order.id)");
        assertThat(origin(ways, 1, Field.End, "$.run")).isEqualTo("1 Parameters $.run: Context[path=$$.Execution.Name]");
        assertThat(origin(ways, 1, Field.End, "$.in.id")).isEqualTo("0 Input $.order.id: Begun");
    }

    @Test void theUsesOfAValueAreItsCopiesAndWhoLookedAtIt() {
        Ways ways = ways("""
                "A": {"Type": "Choice", "Choices": [{"Variable": "$.order.id", "NumericGreaterThan": 1, "Next": "B"}]},
                "B": {%s, "Parameters": {"id.$": "$.order.id", "text.$": "States.Format('{}', $.order.id)"}, "ResultPath": "$.r", "End": true}""".formatted(TASK));

        assertThat(uses(ways, 1, Field.Input, "$.order.id")).containsExactly("1 Choices $", "2 Parameters id.$ copied", "2 Parameters text.$");
        assertThat(Uses.of(ways, place(1, Field.Input, "$.order.id")).carried()).extracting(at -> at.step() + " " + at.field() + " " + at.text())
                .contains("2 Input $.order.id", "2 End $.order.id");
    }

    @Test void aVariableIsUsedWhereverItIsSeen() {
        Ways ways = ways("""
                "A": {"Type": "Pass", "Assign": {"kept.$": "$.order"}, "Next": "B"},
                "B": {"Type": "Pass", "Parameters": {"id.$": "$kept.id"}, "End": true}""");

        assertThat(origin(ways, 2, Field.Parameters, "$.id")).isEqualTo("0 Input $.order.id: Begun");
        assertThat(uses(ways, 1, Field.Input, "$.order.id")).containsExactly("1 Assign kept.$ copied", "2 Parameters id.$ copied");
    }

    @Test void whatAnIterationWasGivenIsUsedInIt() {
        Ways ways = ways("""
                "A": {"Type": "Map", "ItemsPath": "$.list", "End": true, "ItemProcessor": {"StartAt": "X", "States": {
                  "X": {"Type": "Pass", "Parameters": {"m.$": "$.n"}, "End": true}}}}""");

        assertThat(uses(ways, 0, Field.Input, "$.list[1].n")).containsExactly("1 Result $[1].m copied", "3 Parameters m.$ copied");
    }

    private static Ways ways(String states) {
        return ways(states, ANSWERING);
    }

    private static Ways ways(String states, Services services) {
        String definition = "{\"StartAt\": \"A\", \"States\": {%s}}".formatted(states);
        return new Ways(machine(definition), run(definition, "{\"order\": {\"id\": 7}, \"list\": [{\"n\": 1}, {\"n\": 2}], \"note\": \"a\"}", services));
    }

    private static Place place(int step, Field field, String path) {
        return new Place(step, field, Path.compile(path) instanceof Compiled.Good<Path>(var good) ? good.steps() : List.of());
    }

    private static String origin(Ways ways, int step, Field field, String path) {
        Origin origin = Origin.of(ways, place(step, field, path)).orElseThrow();
        return "%d %s %s: %s".formatted(origin.made().step(), origin.made().field(), origin.made().text(), origin.maker().toString().replace("[]", ""));
    }

    private static List<String> uses(Ways ways, int step, Field field, String path) {
        return Uses.of(ways, place(step, field, path)).used().stream()
                .map(use -> use.at().step() + " " + use.at().field() + " " + (use.field().isEmpty() ? use.at().text() : use.field()) + (use.copied() ? " copied" : "")).toList();
    }
}
