package passo.lab.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import passo.lab.exercise.ContentReader;
import passo.lab.reference.Topic.Part;
import passo.lab.reference.Topic.Section;

/// Reads the text of a topic in one language.
final class TextReader {

    private static final Pattern HEADING = Pattern.compile("(?m)^## ");
    private static final Pattern EXAMPLE = Pattern.compile("(?m)^```example\\n\\s*(\\S+)\\s*\\n```$");
    private static final Pattern BLANK_LINE = Pattern.compile("\\n\\s*\\n");

    private final ContentReader content;
    private final String file;

    TextReader(ContentReader content, String file) {
        this.content = content;
        this.file = file;
    }

    /// A title, a paragraph that sums it up, and all else in sections.
    Topic.Text text() {
        String text = content.text(file).strip();
        String[] head = BLANK_LINE.split(text, 3);
        if (!head[0].startsWith("# ") || head[0].contains("\n")) throw content.broken(file, "it does not begin with a title");
        if (head.length < 3 || head[1].startsWith("#") || head[1].startsWith("```")) throw content.broken(file, "no paragraph follows the title");
        String[] sections = HEADING.split(head[2]);
        return new Topic.Text(head[0].substring("# ".length()).strip(), head[1].strip(), Stream.concat(
                sections[0].isBlank() ? Stream.empty() : Stream.of(new Section("", parts(sections[0]))),
                Stream.of(sections).skip(1).map(this::section)).toList());
    }

    private Section section(String text) {
        String[] parts = text.split("\n", 2);
        if (parts.length < 2 || parts[1].isBlank()) throw content.broken(file, "the section is empty: " + parts[0]);
        return new Section(parts[0].strip(), parts(parts[1]));
    }

    private static List<Part> parts(String text) {
        var parts = new ArrayList<Part>();
        int end = 0;
        for (var example = EXAMPLE.matcher(text); example.find(); end = example.end()) {
            prose(text.substring(end, example.start()), parts);
            parts.add(new Part.Shown(example.group(1)));
        }
        prose(text.substring(end), parts);
        return List.copyOf(parts);
    }

    private static void prose(String text, List<Part> into) {
        if (!text.isBlank()) into.add(new Part.Prose(text.strip()));
    }
}
