package passo.web.trial;

import java.util.Locale;
import passo.asl.State;
import passo.asl.catalogue.Resource;
import passo.engine.Step;
import passo.engine.Trace;
import passo.json.Json;
import passo.json.JsonText;

/// What one state is tried with, as a learner wrote it.
///
/// @param state its name
/// @param answer how its work goes; `NOBODY` where it asks nothing of anybody
/// @param result of the work, where that is the answer
/// @param error and `cause`: how it failed, where that is the answer
/// @param retries how often it was tried again before
public record TrialForm(String state, String input, String variables, String context, Answer answer, String result, String error,
        String cause, int retries) {

    /// Who or what answers.
    public enum Answer {
        NOBODY, WORLD, RESULT, ERROR;

        /// Its name in a form.
        public String tag() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Answer of(String tag) {
            for (Answer answer : values()) if (answer.tag().equals(tag)) return answer;
            return NOBODY;
        }
    }

    /// What a step of a run really had.
    public static TrialForm of(Trace trace, State state, Step step) {
        Json result = step.stages().stream().filter(stage -> stage.field().equals("Result")).map(Step.Stage::value).findFirst().orElse(null);
        boolean asked = trace.events().stream().anyMatch(event -> event.step() == step.number() && event.type().name().matches(".*(Scheduled|Started)"));
        Answer answer = !(state instanceof State.Recoverable) ? Answer.NOBODY
                : result != null ? Answer.RESULT
                : asked && step.failure().isPresent() ? Answer.ERROR
                : asksWorld(state) ? Answer.WORLD : Answer.RESULT;
        return new TrialForm(step.state(), JsonText.pretty(step.input()), JsonText.pretty(step.variables()), JsonText.pretty(trace.context(step)), answer,
                result != null ? JsonText.pretty(result) : state instanceof State.Task ? "{}" : "[]",
                step.failure().map(failure -> failure.error()).orElse("States.TaskFailed"), step.failure().map(failure -> failure.cause()).orElse(""),
                Math.max(0, step.attempts().size() - 1));
    }

    /// Can the world answer for it alone? Whoever answers a token, a branch or an iteration is not there.
    public static boolean asksWorld(State state) {
        return state instanceof State.Task task && switch (task.resource()) {
            case Resource.Function _ -> true;
            case Resource.Service service -> service.pattern() == Resource.Pattern.REQUEST_RESPONSE;
            case Resource.Activity _ -> false;
        };
    }
}
