package passo.asl.advice;

import java.util.Locale;
import java.util.regex.Pattern;

/// What advice can be about. The name is its code; the sentences are `advice.choiceWithoutDefault` and
/// `advice.choiceWithoutDefault.hint`.
enum Matter {
    /// No rule may fit, and then the execution fails.
    CHOICE_WITHOUT_DEFAULT,
    /// The state is called by its kind.
    KIND_AS_NAME;

    private static final Pattern WORD = Pattern.compile("_([a-z])");

    String key() {
        return "advice." + WORD.matcher(name().toLowerCase(Locale.ROOT)).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
    }
}
