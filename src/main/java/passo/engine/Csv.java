package passo.engine;

import java.util.ArrayList;
import java.util.List;

/// Comma-separated values as RFC 4180 has them, with the delimiters that a `ReaderConfig` may choose.
final class Csv {

    private Csv() {}

    static char delimiter(String name) {
        return switch (name) {
            case "PIPE" -> '|';
            case "SEMICOLON" -> ';';
            case "SPACE" -> ' ';
            case "TAB" -> '\t';
            default -> ',';
        };
    }

    /// The rows of a text, blank lines left out.
    static List<List<String>> rows(String text, char delimiter) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = text.startsWith("\uFEFF") ? 1 : 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"' && (quoted || cell.isEmpty())) {
                quoted = !quoted;
            } else if (!quoted && c == delimiter) {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (!quoted && (c == '\n' || c == '\r')) {
                close(rows, row, cell);
                row = new ArrayList<>();
            } else {
                cell.append(c);
            }
        }
        close(rows, row, cell);
        return rows;
    }

    private static void close(List<List<String>> rows, List<String> row, StringBuilder cell) {
        if (row.isEmpty() && cell.isEmpty()) return;
        row.add(cell.toString());
        cell.setLength(0);
        rows.add(row);
    }
}
