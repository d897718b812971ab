package passo.school;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import passo.engine.items.Csv;
import passo.school.Roster.Column;
import passo.school.Roster.Doubt;
import passo.school.Roster.Field;
import passo.school.Roster.Person;
import passo.school.Roster.Reading;
import passo.school.Roster.Reason;

/// Reads the list of a class from comma-separated values, however they were written: with semicolons, commas or tabs, with a byte order
/// mark or without, in UTF-8 or as older spreadsheets of Windows write them, with a header or without.
public final class RosterReader {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final List<Character> SEPARATORS = List.of(';', '\t', ',');

    private final List<Person> people = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();
    /// The lines on which names, numbers and e-mails stand first.
    private final Map<String, Integer> names = new HashMap<>();
    private final Map<String, Integer> sure = new HashMap<>();

    private RosterReader() {}

    private record Row(int line, List<String> cells) {}

    public static Reading read(byte[] file) {
        if (file.length > Roster.LARGEST) return new Reading.Refused(Reason.TOO_LARGE, file.length);
        if (file.length > 3 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4) return new Reading.Refused(Reason.SPREADSHEET, 0);
        return read(text(file));
    }

    /// The text of a file.
    public static String text(byte[] file) {
        if (file.length > 1 && file[0] == (byte) 0xFF && file[1] == (byte) 0xFE) return new String(file, StandardCharsets.UTF_16);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException older) {
            return new String(file, WINDOWS);
        }
    }

    public static Reading read(String text) {
        List<Row> rows = rows(text);
        if (rows.isEmpty()) return new Reading.Refused(Reason.EMPTY, 0);
        boolean headed = RosterColumns.isHeader(rows.getFirst().cells());
        List<Column> columns = headed ? RosterColumns.ofHeader(rows.getFirst().cells()) : RosterColumns.ofContent(rows.stream().map(Row::cells).toList());
        List<Row> lines = headed ? rows.subList(1, rows.size()) : rows;
        if (lines.isEmpty()) return new Reading.Refused(Reason.EMPTY, 0);
        if (columns.stream().noneMatch(column -> column.field() == Field.NAME)) return new Reading.Refused(Reason.NO_NAMES, 0);
        if (lines.size() > Roster.MOST) return new Reading.Refused(Reason.TOO_MANY, lines.size());
        var reader = new RosterReader();
        lines.forEach(row -> reader.take(row, columns));
        return new Reading.Read(new Roster(columns, reader.people, reader.doubts));
    }

    private static List<Row> rows(String text) {
        String mark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        // Spreadsheets may say on a first line by itself what separates.
        boolean said = mark.matches("(?s)\"?sep=.\"?\\R.*");
        var csv = new Csv(mark, said ? mark.charAt(mark.indexOf('=') + 1) : separator(mark));
        List<Row> rows = new ArrayList<>();
        while (csv.hasNext()) rows.add(new Row(csv.line(), csv.next()));
        if (said) rows.removeFirst();
        rows.removeIf(row -> row.cells().stream().allMatch(String::isBlank));
        return rows;
    }

    /// The one that makes the most cells of the first line.
    private static char separator(String text) {
        return text.lines().filter(line -> !line.isBlank()).findFirst().flatMap(first -> SEPARATORS.stream()
                .max(Comparator.comparingInt(separator -> new Csv(first, separator).next().size()))).orElse(SEPARATORS.getFirst());
    }

    private void take(Row row, List<Column> columns) {
        String name = cell(row, columns, Field.NAME, Member.LONGEST_NAME);
        String surname = cell(row, columns, Field.SURNAME, Member.LONGEST_NAME);
        String number = cell(row, columns, Field.NUMBER, Member.LONGEST_NUMBER);
        String email = cell(row, columns, Field.EMAIL, Member.LONGEST_EMAIL);
        String full = (name + " " + surname).strip();
        if (full.length() > Member.LONGEST_NAME) doubt(row, Doubt.Kind.LONG, full, 0);
        if (!email.isEmpty() && !email.matches("[^@\\s]+@[^@\\s]+")) doubt(row, Doubt.Kind.ODD_EMAIL, email, 0);
        keep(row, new Person(row.line(), Names.line(full, Member.LONGEST_NAME), number, email));
    }

    private void keep(Row row, Person person) {
        if (Names.key(person.name()).isEmpty()) {
            doubt(row, Doubt.Kind.NAMELESS, person.number().isEmpty() ? person.email() : person.number(), 0);
            return;
        }
        int again = sure(person).stream().filter(sure::containsKey).map(sure::get).findFirst().orElse(0);
        int namesake = names.getOrDefault(Names.key(person.name()), 0);
        if (again > 0 || namesake > 0 && sure(person).isEmpty()) {
            doubt(row, Doubt.Kind.TWICE, person.name(), again > 0 ? again : namesake);
            return;
        }
        if (namesake > 0) doubt(row, Doubt.Kind.SAME_NAME, person.name(), namesake);
        names.putIfAbsent(Names.key(person.name()), row.line());
        sure(person).forEach(key -> sure.put(key, row.line()));
        people.add(person);
    }

    /// By what a person is told from all others.
    private static List<String> sure(Person person) {
        List<String> keys = new ArrayList<>();
        if (!Names.key(person.number()).isEmpty()) keys.add("number " + Names.key(person.number()));
        if (!Names.key(person.email()).isEmpty()) keys.add("e-mail " + Names.key(person.email()));
        return keys;
    }

    private String cell(Row row, List<Column> columns, Field field, int longest) {
        int at = columns.stream().map(Column::field).toList().indexOf(field);
        if (at < 0 || at >= row.cells().size()) return "";
        String cell = row.cells().get(at).strip();
        if (cell.contains("\n")) doubt(row, Doubt.Kind.TORN, Names.line(cell, Member.LONGEST_NAME), 0);
        else if (Names.line(cell, Integer.MAX_VALUE).length() > longest) doubt(row, Doubt.Kind.LONG, Names.line(cell, longest), 0);
        return Names.line(cell, longest);
    }

    private void doubt(Row row, Doubt.Kind kind, String about, int other) {
        doubts.add(new Doubt(row.line(), kind, Names.line(about, Member.LONGEST_NAME), other));
    }
}
