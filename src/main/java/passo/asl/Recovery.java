package passo.asl;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import passo.asl.text.Node;
import passo.expression.Template;
import passo.json.Json;

/// Reads `Retry` and `Catch`. Specification, "Errors".
record Recovery(Fields state) {

    private static final long LONGEST_DELAY = 31_622_400;

    List<Retrier> retriers() {
        List<Node> items = state.items("Retry");
        return state.inner(items, Shape.RETRIER).stream().map(fields -> retrier(fields, fields.node() == items.getLast())).toList();
    }

    List<Catcher> catchers() {
        List<Node> items = state.items("Catch");
        return state.inner(items, Shape.CATCHER).stream().map(fields -> catcher(fields, fields.node() == items.getLast())).toList();
    }

    private static Retrier retrier(Fields fields, boolean last) {
        fields.string("Comment");
        Duration maxDelay = fields.has("MaxDelaySeconds")
                ? Duration.ofSeconds(fields.integer("MaxDelaySeconds", 1, LONGEST_DELAY, 1)) : StateMachine.FOREVER;
        return new Retrier(
                errorEquals(fields, last),
                // AWS takes an interval of 0 (measured by others), though the documentation wants it positive.
                Duration.ofSeconds(fields.integer("IntervalSeconds", 0, Fields.LONGEST, 1)),
                (int) fields.integer("MaxAttempts", 0, Fields.LONGEST, 3),
                fields.decimal("BackoffRate", 1, 2),
                maxDelay,
                fields.oneOf("JitterStrategy").equals(Optional.of("FULL")));
    }

    private static Catcher catcher(Fields fields, boolean last) {
        fields.string("Comment");
        return new Catcher(errorEquals(fields, last), fields.string("Next").orElse(""), fields.resultPath(), fields.template("Output"),
                new Assignments(fields).assign().orElse(Template.NOTHING));
    }

    private static List<String> errorEquals(Fields fields, boolean last) {
        List<Node> items = fields.someItems("ErrorEquals");
        items.stream().filter(item -> item.text().isEmpty()).forEach(item -> fields.report(item, Problem.expected("STRING")));
        List<String> names = items.stream().flatMap(item -> item.text().stream()).toList();
        if (names.contains("States.ALL") && !(last && names.size() == 1)) {
            Repair repair = names.size() == 1 ? new Repair.Last() : new Repair.Write(Json.array(Json.of("States.ALL")));
            fields.reportValue("ErrorEquals", Problem.statesAll().repair(repair));
        }
        return names;
    }
}
