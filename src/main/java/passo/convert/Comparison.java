package passo.convert;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import passo.asl.text.Diagnostic.Phrase;
import passo.aws.Served;
import passo.engine.Step;
import passo.engine.Trace;
import passo.engine.semantics.ErrorName;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// Two runs side by side: every step with its input, output and variables, every call with what it sends, and the end.
///
/// @param what what is special about the input, `convert.trial.…`
/// @param difference the first thing that is not the same, `convert.difference.…`; `Phrase.NONE` where all is
public record Comparison(Phrase what, Json input, Ending before, Ending after, Result result, Phrase difference) {

    public enum Result {
        SAME,
        /// Both stop at the same place. What JSONPath calls `States.Runtime` and the like is `States.QueryEvaluationError` in JSONata.
        SAME_BY_ANOTHER_NAME,
        /// The original stops at something missing; the other goes on.
        GOES_ON,
        DIFFERENT
    }

    /// How a run ended.
    ///
    /// @param output of a success
    /// @param error the name of a failure; empty for a success
    public record Ending(String status, Optional<Json> output, String error) {}

    private static final int LONGEST_SHOWN = 300;
    private static final Set<String> ERRORS_OF_PATHS = Set.of(ErrorName.RUNTIME, ErrorName.INTRINSIC_FAILURE, "States.ResultPathMatchFailure",
            "States.ParameterPathFailure");

    /// A run and the calls that it made.
    record Ran(Trace trace, List<Served> calls) {}

    public boolean isSame() {
        return result == Result.SAME || result == Result.SAME_BY_ANOTHER_NAME;
    }

    static Comparison of(Trial trial, Ran before, Ran after) {
        Phrase difference = difference(before, after);
        return new Comparison(trial.what(), trial.input(), ending(before.trace), ending(after.trace), result(before, after, difference), difference);
    }

    private static Ending ending(Trace trace) {
        return new Ending(trace.status().name(), trace.output(), error(trace));
    }

    private static String error(Trace trace) {
        return trace.failure().map(Outcome.Failure::told).orElse("");
    }

    private static Result result(Ran before, Ran after, Phrase difference) {
        String error = error(before.trace);
        if (difference.equals(Phrase.NONE)) return error.equals(error(after.trace)) ? Result.SAME : Result.SAME_BY_ANOTHER_NAME;
        return ERRORS_OF_PATHS.contains(error) && begins(before, after) ? Result.GOES_ON : Result.DIFFERENT;
    }

    /// Was all the same until the original stopped?
    private static boolean begins(Ran before, Ran after) {
        List<Step> was = before.trace.steps();
        List<Step> is = after.trace.steps();
        if (was.size() > is.size() || before.calls.size() > after.calls.size()) return false;
        for (int i = 0; i < was.size() - 1; i++) if (!difference(was.get(i), is.get(i)).equals(Phrase.NONE)) return false;
        return callDifference(before.calls, after.calls.subList(0, before.calls.size())).equals(Phrase.NONE);
    }

    private static Phrase difference(Ran before, Ran after) {
        List<Step> was = before.trace.steps();
        List<Step> is = after.trace.steps();
        for (int i = 0; i < Math.max(was.size(), is.size()); i++) {
            Phrase phrase = i >= was.size() ? phrase("visits", is.get(i).state()) : i >= is.size() ? phrase("leavesOut", was.get(i).state())
                    : difference(was.get(i), is.get(i));
            if (!phrase.equals(Phrase.NONE)) return phrase;
        }
        Phrase calls = callDifference(before.calls, after.calls);
        if (!calls.equals(Phrase.NONE)) return calls;
        Ending ended = ending(before.trace);
        Ending ends = ending(after.trace);
        boolean isSame = ended.status.equals(ends.status) && ended.output.equals(ends.output) && isSameError(ended.error, ends.error);
        return isSame ? Phrase.NONE : phrase("ends", shown(ended), shown(ends));
    }

    private static Phrase difference(Step was, Step is) {
        if (!was.state().equals(is.state()) || !was.frames().equals(is.frames())) return phrase("goes", was.state(), is.state());
        if (!was.input().equals(is.input())) return phrase("input", was.state(), shown(was.input()), shown(is.input()));
        if (!was.output().equals(is.output())) return phrase("output", was.state(), shown(was.output()), shown(is.output()));
        if (!was.assigned().equals(is.assigned())) return phrase("assigned", was.state(), shown(was.assigned()), shown(is.assigned()));
        return Phrase.NONE;
    }

    private static Phrase callDifference(List<Served> was, List<Served> is) {
        for (int i = 0; i < Math.max(was.size(), is.size()); i++) {
            if (i >= was.size() || i >= is.size()) return phrase("calls", String.valueOf(was.size()), String.valueOf(is.size()));
            Served one = was.get(i);
            Served other = is.get(i);
            boolean isSame = one.service().equals(other.service()) && one.action().equals(other.action()) && one.request().equals(other.request());
            if (!isSame) return phrase("call", one.service() + ":" + one.action(), shown(one.request()), shown(other.request()));
        }
        return Phrase.NONE;
    }

    private static boolean isSameError(String was, String is) {
        return was.equals(is) || ERRORS_OF_PATHS.contains(was) && is.equals(ErrorName.QUERY_EVALUATION_ERROR);
    }

    private static Phrase phrase(String key, String... arguments) {
        return new Phrase("convert.difference." + key, List.of(arguments));
    }

    private static String shown(Ending ending) {
        return ending.output.isPresent() ? shown(ending.output) : ending.error.isEmpty() ? ending.status : ending.error;
    }

    private static String shown(Optional<Json> json) {
        return json.map(Comparison::shown).orElse("–");
    }

    private static String shown(Json json) {
        String text = json.toString();
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
