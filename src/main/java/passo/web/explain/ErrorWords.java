package passo.web.explain;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import passo.engine.semantics.ErrorName;
import passo.web.parts.Sentence;

/// What an error means, whether it can be tried again or caught, and which errors a rule is for.
record ErrorWords(Known known) {

    private static final Pattern CALM = Pattern.compile("(?i)throttl|TooManyRequests|ThroughputExceeded|RequestLimitExceeded|SlowDown|RateExceeded|LimitExceededException$");

    /// The kinds of a service's errors, by what their names hold.
    private enum Sort {
        CALM(ErrorWords.CALM), ACCESS(Pattern.compile("(?i)access.?denied|NotAuthorized|Unauthorized|Forbidden|Permission")),
        ABSENT(Pattern.compile("(?i)NotFound|NoSuch|DoesNotExist|NotExist")), CONDITION(Pattern.compile("(?i)Conditional|Conflict|AlreadyExists|InUse|Idempot")),
        REQUEST(Pattern.compile("(?i)Validation|Invalid|Malformed|TooLarge|Parse|Unsupported|BadRequest|4\\d\\d")),
        SERVICE(Pattern.compile("(?i)ServiceException|Internal|Unavailable|SdkClient|Unknown|AWS\\w*Exception|5\\d\\d|EC2|ENI"));

        private final Pattern pattern;

        Sort(Pattern pattern) {
            this.pattern = pattern;
        }
    }

    /// What it means, in a sentence.
    Sentence meaning(String error) {
        String key = "explained.error." + error;
        if (known.page().messages().has(key)) return known.say(key);
        if (error.startsWith("States.")) return known.say("explained.error.States");
        return sort(error).map(sort -> known.say("explained.errorOf." + sort.name(), service(error))).orElseGet(() -> known.say("explained.errorOf.code"));
    }

    private static Optional<Sort> sort(String error) {
        return error.indexOf('.') < 0 ? Optional.empty() : Stream.of(Sort.values()).filter(sort -> sort.pattern.matcher(error).find()).findFirst();
    }

    private static String service(String error) {
        return error.substring(0, error.indexOf('.'));
    }

    /// Can it be tried again, can it be caught?
    Sentence recovery(String error) {
        return known.say(switch (error) {
            case ErrorName.RUNTIME -> "explained.recovery.never";
            case ErrorName.DATA_LIMIT_EXCEEDED -> "explained.recovery.named";
            default -> "explained.recovery.any";
        });
    }

    /// The errors that a rule is for: "whatever the error", "only when the service asks for calm (…)".
    Sentence when(List<String> errors) {
        if (errors.contains(ErrorName.ALL)) return known.say("explained.when.all");
        if (errors.equals(List.of(ErrorName.TASK_FAILED))) return known.say("explained.when.taskFailed");
        if (errors.equals(List.of(ErrorName.TIMEOUT))) return known.say("explained.when.timeout");
        Sentence names = known.list(errors.stream().map(Known::code).toList(), "explained.or");
        return known.say(errors.stream().allMatch(error -> CALM.matcher(error).find()) ? "explained.when.calm"
                : errors.size() == 1 ? "explained.when.one" : "explained.when.many", names);
    }
}
