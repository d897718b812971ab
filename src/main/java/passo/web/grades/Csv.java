package passo.web.grades;

import java.util.Collection;
import java.util.stream.Collectors;

/// Rows of a file of comma-separated values, as RFC 4180 writes them. What people have typed is only ever text in it: a cell that a spreadsheet
/// would take for a formula begins with an apostrophe.
///
/// @param separator between the cells of a row
/// @param marked does the file begin with the mark by which spreadsheets know UTF-8?
record Csv(char separator, boolean marked) {

    private static final String MARK = "\uFEFF";

    String file(Collection<? extends Collection<String>> rows) {
        return (marked ? MARK : "") + rows.stream().map(row -> row.stream().map(this::cell).collect(Collectors.joining(String.valueOf(separator))) + "\r\n").collect(Collectors.joining());
    }

    private String cell(String text) {
        String harmless = text.matches("(?s)[=+\\-@\t\r].*") && !text.matches("-?\\d+([.,]\\d+)?") ? "'" + text : text;
        return harmless.matches("(?s).*[\"\r\n" + separator + "].*") ? "\"" + harmless.replace("\"", "\"\"") + "\"" : harmless;
    }
}
