package passo.web.grades;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import passo.lab.exercise.Curriculum;
import passo.school.Assignment;
import passo.school.Classroom;
import passo.school.Deed;
import passo.school.Grades;
import passo.school.Member;
import passo.web.Language;
import passo.web.Page;

/// The grades of a class as a file, in one of its forms.
///
/// @param page whose language the words of the file have
/// @param curriculum for the titles
record GradeFile(Page page, Curriculum curriculum, Classroom classroom, Grades grades) {

    /// What the file is for.
    enum Form {
        /// A row for each member and exercise, with all that is known.
        LONG,
        /// A row for each member, a column for each exercise.
        MATRIX,
        /// The same, as Moodle's grade import takes it.
        MOODLE
    }

    /// @param separator empty for the one that spreadsheets expect in the language of the page
    String text(Form form, Optional<Character> separator) {
        boolean portuguese = page.language() == Language.PORTUGUESE;
        return switch (form) {
            case LONG -> new Csv(separator.orElse(portuguese ? ';' : ','), true).file(rows());
            case MATRIX -> new Csv(separator.orElse(portuguese ? ';' : ','), true).file(matrix());
            case MOODLE -> new Csv(separator.orElse(','), false).file(moodle());
        };
    }

    private List<List<String>> rows() {
        var rows = new ArrayList<List<String>>();
        rows.add(words("id", "name", "exercise", "grade", "tries", "hints", "handed", "number", "email", "title", "stars", "hintsBefore", "first", "passed", "due", "late", "source"));
        for (Grades.Row row : grades.rows()) row.grades().forEach(grade -> rows.add(row(row.member(), grade)));
        return rows;
    }

    private List<String> row(Member member, Grades.Grade grade) {
        Optional<Deed> deed = grade.deed();
        return List.of(member.id(), member.name(), grade.assignment().slug(), String.valueOf(grade.points()), count(deed.map(Deed::tries)), count(deed.map(Deed::hints)),
                moment(deed.flatMap(Deed::passedAt).or(() -> deed.flatMap(Deed::lastAt))), member.number(), member.email(), title(grade.assignment()), count(deed.map(Deed::stars)),
                String.valueOf(grade.hintsBefore()), moment(deed.flatMap(Deed::firstAt)), moment(deed.flatMap(Deed::passedAt)), grade.assignment().day(classroom.zone()).map(LocalDate::toString).orElse(""),
                grade.deed().filter(Deed::passed).map(_ -> word(grade.late() ? "yes" : "no")).orElse(""), deed.filter(Deed::brought).map(_ -> word("brought")).orElse(""));
    }

    private List<List<String>> matrix() {
        var rows = new ArrayList<List<String>>();
        rows.add(Stream.of(words("id", "name", "number", "email").stream(), titles(), words("sum", "percent").stream()).flatMap(part -> part).toList());
        for (Grades.Row row : grades.rows()) {
            rows.add(Stream.of(identity(row.member()), points(row), Stream.of(String.valueOf(row.sum()), percent(row, page.language().locale()))).flatMap(part -> part).toList());
        }
        return rows;
    }

    private static Stream<String> identity(Member member) {
        return Stream.of(member.id(), member.name(), member.number(), member.email());
    }

    /// The names of the first columns are those that Moodle offers to map them to. Moodle gives a row in which the column that it was told to map by
    /// is empty to whom the row before belongs: so every row has all of these columns that there are.
    private List<List<String>> moodle() {
        Grades known = known();
        Map<String, Function<Member, String>> identities = new LinkedHashMap<>();
        if (known.rows().stream().noneMatch(row -> row.member().number().isEmpty())) identities.put("ID number", Member::number);
        if (known.rows().stream().noneMatch(row -> row.member().email().isEmpty())) identities.put("Email address", Member::email);
        var rows = new ArrayList<List<String>>();
        rows.add(Stream.of(identities.keySet().stream(), Stream.of("First name", "Last name"), titles().map(title -> "Passo: " + title), Stream.of("Passo: " + word("total")))
                .flatMap(part -> part).toList());
        for (Grades.Row row : known.rows()) {
            String[] name = row.member().name().split(" ", 2);
            rows.add(Stream.of(identities.values().stream().map(identity -> identity.apply(row.member())), Stream.of(name[0], name.length > 1 ? name[1] : ""), points(row),
                    Stream.of(percent(row, Locale.ROOT))).flatMap(part -> part).toList());
        }
        return rows;
    }

    /// Of those whom Moodle can know: by their e-mail, or by their number where more have one.
    Grades known() {
        Grades numbered = grades.of(member -> !member.number().isEmpty());
        Grades mailed = grades.of(member -> !member.email().isEmpty());
        return numbered.rows().size() > mailed.rows().size() ? numbered : mailed;
    }

    private Stream<String> titles() {
        return grades.assignments().stream().map(this::title);
    }

    private String title(Assignment assignment) {
        return curriculum.find(assignment.slug()).map(exercise -> exercise.in(page.language().tag()).title().replace("`", "")).orElse(assignment.slug());
    }

    private static Stream<String> points(Grades.Row row) {
        return row.grades().stream().map(grade -> String.valueOf(grade.points()));
    }

    static String percent(Grades.Row row, Locale locale) {
        return new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(locale)).format(row.percent());
    }

    private static String count(Optional<Integer> number) {
        return String.valueOf(number.orElse(0));
    }

    /// As ISO 8601 writes it, with the offset of the class's zone.
    private String moment(Optional<Instant> at) {
        return at.map(instant -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.truncatedTo(ChronoUnit.SECONDS).atZone(classroom.zone()))).orElse("");
    }

    private List<String> words(String... columns) {
        return Stream.of(columns).map(this::word).toList();
    }

    private String word(String name) {
        return page.text("grades.file." + name);
    }
}
