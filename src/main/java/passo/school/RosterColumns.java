package passo.school;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import passo.school.Roster.Column;
import passo.school.Roster.Field;

/// Which column of a list holds what: by the words of its header, in Portuguese or English, and without a header by what stands in it.
final class RosterColumns {

    /// A field by what [Names#key] makes of a title; where several titles fit to one field, the pattern that comes first wins.
    private record Title(Field field, Pattern words) {}

    private static final List<Title> TITLES = List.of(
            title(Field.EMAIL, ".*\\b(e ?mail|correio eletronico)\\b.*"),
            title(Field.SURNAME, "sobrenome|ultimo nome|surname|(last|family) name"),
            title(Field.NUMBER, ".*\\b(matricula|prontuario|rgm|registro academico|identificacao|identification)\\b.*|(student|learner) (id|number|no)|id number|.*\\bra\\b.*"),
            title(Field.NUMBER, "id|numero|number|num|no?|codigo|code"),
            title(Field.NAME, "(nome|name)( (completo|social|civil|aluno|estudante|d[oa] (aluno|aluna|estudante|discente|participante)))?|primeiro nome|(full|first|given|student|learner|display) name"),
            title(Field.NAME, "alun[oa]( a| s)?|alun[oa]s|estudantes?|discentes?|participantes?|students?|learners?"));

    private RosterColumns() {}

    private static Title title(Field field, String words) {
        return new Title(field, Pattern.compile(words));
    }

    /// Does a row name the columns below it?
    static boolean isHeader(List<String> row) {
        return row.stream().map(Names::key).anyMatch(key -> TITLES.stream().anyMatch(title -> title.words().matcher(key).matches()));
    }

    static List<Column> ofHeader(List<String> header) {
        List<Field> fields = new ArrayList<>(Collections.nCopies(header.size(), Field.IGNORED));
        for (Title title : TITLES) {
            for (int i = 0; i < header.size() && !fields.contains(title.field()); i++) {
                if (fields.get(i) == Field.IGNORED && title.words().matcher(Names.key(header.get(i))).matches()) fields.set(i, title.field());
            }
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) columns.add(new Column(Names.line(header.get(i), Member.LONGEST_NAME), fields.get(i)));
        return columns;
    }

    /// An e-mail has its sign, a number a digit; the first other column is the name.
    static List<Column> ofContent(List<List<String>> rows) {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            int column = i;
            List<String> cells = rows.stream().filter(row -> row.size() > column).map(row -> row.get(column).strip()).filter(cell -> !cell.isEmpty()).toList();
            Field field = cells.isEmpty() ? Field.IGNORED : most(cells, ".+@.+") ? Field.EMAIL : most(cells, "[\\w./-]*\\d[\\w./-]*") ? Field.NUMBER : Field.NAME;
            boolean taken = columns.stream().anyMatch(before -> before.field() == field);
            columns.add(new Column("", taken ? Field.IGNORED : field));
        }
        return columns;
    }

    private static boolean most(List<String> cells, String pattern) {
        return cells.stream().filter(cell -> cell.matches(pattern)).count() * 2 > cells.size();
    }
}
