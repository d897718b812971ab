package passo.asl.advice;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import passo.asl.ChoiceRule.Operand;
import passo.asl.ChoiceRule.Operator;
import passo.asl.DataFlow;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.asl.advice.Flow.Way;
import passo.asl.advice.Questions.Question;
import passo.asl.advice.Reading.Scope;
import passo.asl.advice.Value.Absence;
import passo.asl.advice.Value.How;
import passo.asl.advice.Value.Kind;
import passo.asl.text.Fix;
import passo.asl.text.Node;
import passo.expression.Path;
import passo.json.Json;

/// Says of each path that leads to nothing what became of it.
final class Losses {

    private static final int MOST_NAMES = 8;

    private final Findings findings;
    private final Set<String> said = new HashSet<>();

    Losses(Findings findings) {
        this.findings = findings;
    }

    /// Says it of one state.
    private final class Said implements Reading.Misses {
        private final State state;

        Said(State state) {
            this.state = state;
        }

        @Override public void miss(Node where, String path, List<Path.Step> steps, Absence absence) {
            Losses.this.miss(state, where, path, steps, absence);
        }

        @Override public void text(Node where, Operands.Operand operand, Value.Origin origin) {
            if (!said.add(where.location() + " " + operand)) return;
            String source = operand.source();
            Matter matter = operand.fails() ? Matter.TEXT_CALCULATED : Matter.TEXT_NEVER_EQUAL;
            String mended = where.text().orElseThrow().replaceAll(Pattern.quote(source) + "(?![\\w.])", Matcher.quoteReplacement("$number(" + source + ")"));
            findings.add(matter, where, () -> List.of(findings.write(where, Json.of(mended))), source, origin.state());
        }
    }

    /// Passes a state on each way that leads to it.
    void look(State state, Node node, List<Way> ways, IdentityHashMap<StateMachine, Value> made) {
        var misses = new Said(state);
        for (Way way : ways) new Flow(state, node, misses, made).pass(way);
        if (state instanceof State.Choice choice && state.common().flow() instanceof DataFlow.JsonPath) {
            questions(choice, node, ways.stream().reduce(Way::or).orElseThrow(), misses);
        }
    }

    /// Which rule is asked may depend on the way, so all ways together are looked at.
    private void questions(State.Choice choice, Node node, Way way, Reading.Misses misses) {
        var reading = new Reading(choice.common().language(), new Value.Origin(How.TEMPLATE, choice.name()), misses);
        var raw = new Scope(way.data(), Value.ANY, Value.ANY, way.variables());
        Scope scope = node.get("InputPath").map(path -> raw.on(reading.path(path, raw))).orElse(raw);
        for (Question question : Questions.of(choice.choices(), node.get("Choices").orElseThrow().items())) ask(question, choice, scope);
    }

    private void ask(Question question, State.Choice choice, Scope scope) {
        var comparison = question.comparison();
        if (comparison.operator() == Operator.IsPresent) return;
        if (!(comparison.variable() instanceof Path path)) return;
        var reading = new Reading(choice.common().language(), new Value.Origin(How.TEMPLATE, choice.name()), (where, source, steps, absence) -> {
            if (!question.isSure(path, absence.step() + 1)) miss(choice, where, source, steps, absence);
        });
        Node variable = question.node().get("Variable").orElseThrow();
        Value value = reading.at(variable, path, scope);
        boolean isNumeric = comparison.operator().operand() == Operand.NUMERIC;
        if (isNumeric && value instanceof Value.Leaf(var kind, var origin) && kind == Kind.TEXT) {
            findings.add(Matter.TEXT_AGAINST_NUMBER, variable, path.source(), origin.state());
        } else if (isNumeric && value instanceof Value.Members members && members.origin().how() == How.ATTRIBUTE) {
            findings.add(Matter.ATTRIBUTE_AGAINST_NUMBER, variable, path.source(), members.origin().state());
        }
    }

    private void miss(State state, Node where, String path, List<Path.Step> steps, Absence absence) {
        if (!said.add(where.location() + " " + path)) return;
        boolean own = absence.origin().state().equals(state.name());
        Matter matter = matter(absence, own);
        String through = through(path, steps, absence.step());
        findings.add(matter, where, () -> fixes(matter, where, path, through, absence), path, absence.origin().state(), names(absence.place()), through);
    }

    private List<Fix> fixes(Matter matter, Node where, String path, String through, Absence absence) {
        return switch (matter) {
            case LAMBDA_ENVELOPE -> List.of(findings.write(where, Json.of(where.text().orElseThrow().replace(path, through))));
            case RESULT_REPLACED_INPUT -> findings.keepInput(absence.origin().state(), absence.place());
            case ERROR_REPLACED_INPUT -> findings.keepInputOnError(absence.origin().state(), absence.place());
            default -> List.of();
        };
    }

    private static Matter matter(Absence absence, boolean own) {
        boolean atOnce = absence.step() == 0 && !own;
        return switch (absence.place()) {
            case Value.Leaf(var kind, _) when kind == Kind.TEXT -> Matter.PATH_INTO_TEXT;
            case Value.Leaf _, Value.Any _ -> Matter.NO_SUCH_FIELD;
            case Value.Items items -> switch (items.origin().how()) {
                case BRANCHES -> Matter.PARALLEL_GIVES_LIST;
                case ITERATIONS -> Matter.MAP_GIVES_LIST;
                case ITEMS -> Matter.INPUT_PATH_ON_MAP;
                case RESULT, ENVELOPE, ATTRIBUTE, TEMPLATE, ERROR -> Matter.NO_SUCH_FIELD;
            };
            case Value.Members members -> switch (members.origin().how()) {
                case ENVELOPE -> Matter.LAMBDA_ENVELOPE;
                case ATTRIBUTE -> Matter.ATTRIBUTE_TYPE;
                case RESULT -> atOnce ? Matter.RESULT_REPLACED_INPUT : Matter.NO_SUCH_FIELD;
                case ERROR -> atOnce ? Matter.ERROR_REPLACED_INPUT : Matter.NO_SUCH_FIELD;
                case TEMPLATE, BRANCHES, ITERATIONS, ITEMS -> Matter.NO_SUCH_FIELD;
            };
        };
    }

    /// What there is instead, as far as it helps.
    private static String names(Value place) {
        return switch (place) {
            case Value.Members members when members.named().isEmpty() -> "{}";
            case Value.Members members -> members.named().keySet().stream().filter(name -> !name.startsWith("Sdk")).limit(MOST_NAMES)
                    .collect(Collectors.joining(", "));
            case Value.Items _ -> "[…]";
            case Value.Leaf(var kind, _) -> switch (kind) {
                case TEXT -> "\"…\"";
                case NUMBER -> "123";
                case FLAG -> "true, false";
                case NULL -> "null";
            };
            case Value.Any _ -> "";
        };
    }

    /// The path as it would lead through the envelope, or on into the list.
    private static String through(String path, List<Path.Step> steps, int step) {
        String missing = steps.get(step) instanceof Path.Step.Name(var name) ? name : "";
        int place = Optional.of(path.indexOf("." + missing)).filter(at -> at > 0 && !missing.isEmpty()).orElse(path.length());
        return path.substring(0, place) + ".Payload" + path.substring(place);
    }
}
