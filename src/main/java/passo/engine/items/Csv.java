package passo.engine.items;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/// The rows of comma-separated values as RFC 4180 has them, one after the other, with the delimiters that a `ReaderConfig`
/// may choose. Blank lines are no rows.
public final class Csv implements Iterator<List<String>> {

    private final String text;
    private final char delimiter;
    private int at;
    private int line = 1;

    public Csv(String text, char delimiter) {
        this.text = text;
        this.delimiter = delimiter;
        this.at = text.startsWith("\uFEFF") ? 1 : 0;
    }

    static char delimiter(String name) {
        return switch (name) {
            case "PIPE" -> '|';
            case "SEMICOLON" -> ';';
            case "SPACE" -> ' ';
            case "TAB" -> '\t';
            default -> ',';
        };
    }

    @Override
    public boolean hasNext() {
        for (; at < text.length() && endsLine(text.charAt(at)); at++) countLine();
        return at < text.length();
    }

    /// The line on which the next row begins, counted from 1.
    public int line() {
        hasNext();
        return line;
    }

    @Override
    public List<String> next() {
        if (!hasNext()) throw new NoSuchElementException();
        List<String> row = new ArrayList<>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quoted && text.startsWith("\"\"", at)) {
                cell.append('"');
                at++;
            } else if (c == '"' && (quoted || cell.isEmpty())) {
                quoted = !quoted;
            } else if (!quoted && c == delimiter) {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (!quoted && endsLine(c)) {
                break;
            } else {
                cell.append(c);
                countLine();
            }
        }
        row.add(cell.toString());
        return row;
    }

    private void countLine() {
        char c = text.charAt(at);
        if (c == '\n' || c == '\r' && !text.startsWith("\n", at + 1)) line++;
    }

    private static boolean endsLine(char c) {
        return c == '\n' || c == '\r';
    }
}
