package passo.web.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import passo.web.Page;

/// A sentence in which the learner's own names stand out: the name of a state as a chip, a field or a path as code.
///
/// The message files mark up a little: `{0}` is an argument, `` `Catch` `` is code, `**all**` is strong.
public record Sentence(List<Part> parts) {

    /// A piece of the sentence.
    public sealed interface Part {
        record Text(String text) implements Part {}

        record Strong(String text) implements Part {}

        record Code(String text) implements Part {}

        /// The name of a state with the icon of its kind.
        record Chip(String state, Kind kind) implements Part {}
    }

    /// No words.
    public static final Sentence NONE = new Sentence(List.of());

    private static final Pattern MARK = Pattern.compile("\\{(\\d)}|`([^`]+)`|\\*\\*([^*]+)\\*\\*");

    public Sentence {
        parts = List.copyOf(parts);
    }

    /// The sentence of a message, its arguments put in: parts and sentences as they are, anything else as text.
    public static Sentence of(Page page, String key, Object... arguments) {
        return marked(page.text(key), arguments);
    }

    /// A text that marks up a little, as a message does.
    public static Sentence marked(String message, Object... arguments) {
        var parts = new ArrayList<Part>();
        int end = 0;
        for (var mark = MARK.matcher(message); mark.find(); end = mark.end()) {
            if (mark.start() > end) parts.add(new Part.Text(message.substring(end, mark.start())));
            if (mark.group(1) != null) parts.addAll(parts(arguments[Integer.parseInt(mark.group(1))]));
            else parts.add(mark.group(2) != null ? new Part.Code(mark.group(2)) : new Part.Strong(mark.group(3)));
        }
        if (end < message.length()) parts.add(new Part.Text(message.substring(end)));
        return new Sentence(parts);
    }

    /// A text without marks.
    public static Sentence plain(String text) {
        return new Sentence(List.of(new Part.Text(text)));
    }

    private static List<Part> parts(Object argument) {
        return switch (argument) {
            case Sentence(var inner) -> inner;
            case Part part -> List.of(part);
            default -> List.of(new Part.Text(argument.toString()));
        };
    }

    /// As one hears it.
    public String spoken() {
        var text = new StringBuilder();
        for (var part : parts) {
            text.append(switch (part) {
                case Part.Text(var words) -> words;
                case Part.Strong(var words) -> words;
                case Part.Code(var code) -> code;
                case Part.Chip(var state, _) -> state;
            });
        }
        return text.toString();
    }
}
