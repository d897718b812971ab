package passo.diagram;

import java.util.Optional;
import passo.asl.DataFlow;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.asl.catalogue.Resource;
import passo.json.Json;
import passo.json.JsonText;

/// What is written on a state's node: its name, and what it does in a few words.
///
/// @param service the icon of the service it calls; empty where there is none
record Caption(String name, String detail, String service) {

    private static final int LONGEST_NAME = 36;
    private static final int LONGEST_DETAIL = 44;

    static Caption of(State state, Words words) {
        return new Caption(shortened(state.name(), LONGEST_NAME), shortened(detail(state, words), LONGEST_DETAIL),
                state instanceof State.Task task ? ServiceName.of(task.resource()).icon() : "");
    }

    /// Of a container whose inside is folded away: how much there is inside is told, too.
    static Caption folded(State state, Words words) {
        long inside = StateMachine.inside(state).flatMap(StateMachine::everyState).count();
        return new Caption(shortened(state.name(), LONGEST_NAME), detail(state, words) + " · " + words.get("diagram.states", inside), "");
    }

    /// One line of at most so many characters; what is left out is left out in the middle.
    static String shortened(String text, int longest) {
        if (text.codePointCount(0, text.length()) <= longest) return text;
        int[] points = text.codePoints().toArray();
        int head = longest / 2;
        int tail = longest - head - 1;
        return new String(points, 0, head) + "…" + new String(points, points.length - tail, tail);
    }

    /// What a state does. The kind's name is the specification's in every language.
    static String detail(State state, Words words) {
        return switch (state) {
            case State.Task task -> ServiceName.of(task.resource()).title() + " · " + action(task);
            case State.Pass pass -> pass.result().isPresent() ? "Pass · Result" : "Pass";
            case State.Choice choice -> "Choice · " + words.get("diagram.rules", choice.choices().size());
            case State.Wait wait -> "Wait · " + until(wait.until());
            case State.Succeed _ -> "Succeed";
            case State.Fail fail -> "Fail" + fail.error().map(error -> " · " + unquoted(error.source())).orElse("");
            case State.Parallel parallel -> "Parallel · " + words.get("diagram.branches", parallel.branches().size());
            case State.Map map -> (map.distributed().isPresent() ? "Map · Distributed" : "Map") + concurrency(map, words);
        };
    }

    private static String action(State.Task task) {
        return switch (task.resource()) {
            case Resource.Function function -> function.name();
            case Resource.Activity activity -> activity.name();
            case Resource.Service service -> function(task).orElse(service.resource());
        };
    }

    /// The name of the function that a call of `lambda:invoke` names, where it names one outright.
    private static Optional<String> function(State.Task task) {
        var arguments = switch (task.common().flow()) {
            case DataFlow.JsonPath flow -> flow.parameters();
            case DataFlow.Jsonata flow -> flow.arguments();
        };
        return arguments
                .filter(_ -> task.resource() instanceof Resource.Service service && service.service().equals("lambda"))
                .flatMap(template -> JsonText.parse(template.source()) instanceof Json.Obj fields
                        && fields.get("FunctionName") instanceof Json.Str(var name) ? Optional.of(name) : Optional.empty())
                .map(name -> name.replaceFirst("^.*:function:", "").replaceFirst(":.*$", ""));
    }

    private static String until(State.Wait.Until until) {
        return switch (until) {
            case State.Wait.Until.Seconds(_, var seconds) -> seconds.source().matches("\\d+") ? seconds.source() + " s" : seconds.source();
            case State.Wait.Until.Timestamp(_, var timestamp) -> unquoted(timestamp.source());
        };
    }

    private static String concurrency(State.Map map, Words words) {
        String limit = map.maxConcurrency().source();
        return limit.matches("[1-9]\\d*") ? " · " + words.get("diagram.atOnce", limit) : "";
    }

    private static String unquoted(String source) {
        return source.startsWith("\"") && JsonText.parse(source) instanceof Json.Str(var text) ? text : source;
    }
}
