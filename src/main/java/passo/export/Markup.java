package passo.export;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Markdown as it is written by a program.
final class Markup {

    private Markup() {}

    /// A text that is no Markdown, in one line.
    static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ").replaceAll("[\\\\`*_\\[\\]<>#|~]", "\\\\$0");
    }

    /// A name of the States Language, as it is written there.
    static String code(String text) {
        String fence = "`".repeat(1 + longest(text, '`'));
        String space = text.startsWith("`") || text.endsWith("`") ? " " : "";
        return fence + space + text.replace('\n', ' ') + space + fence;
    }

    static String link(String markdown, String address) {
        return "[" + markdown + "](" + address + ")";
    }

    static String block(String language, String text) {
        String fence = "`".repeat(Math.max(3, 1 + longest(text, '`')));
        return fence + language + "\n" + text.stripTrailing() + "\n" + fence + "\n";
    }

    /// Columns of figures stand at the right.
    static String table(List<String> head, List<List<String>> rows) {
        List<String> rules = IntStream.range(0, head.size()).mapToObj(i -> rows.stream().allMatch(row -> row.get(i).matches("[–\\d].*")) ? "---:" : "---").toList();
        return row(head) + row(rules) + rows.stream().map(Markup::row).collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return cells.stream().map(cell -> cell.replaceAll("(?<!\\\\)\\|", "\\\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static int longest(String text, char letter) {
        int longest = 0;
        int here = 0;
        for (char one : text.toCharArray()) {
            here = one == letter ? here + 1 : 0;
            longest = Math.max(longest, here);
        }
        return longest;
    }
}
