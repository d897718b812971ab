package passo.export;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import passo.asl.Definition;
import passo.asl.StateMachine;
import passo.json.Json;
import passo.lab.exercise.Exercise;
import passo.lab.grading.Answered;

/// The README of a piece.
final class PiecePage {

    private static final String NOTHING = "–";
    private static final List<String> PARTS = List.of("input", "inputs", "world", "asked", "expected");

    private final Piece piece;
    private final Voice voice;
    private final Optional<StateMachine> machine;
    private final List<String> files;

    /// @param files that lie beside it
    PiecePage(Piece piece, Voice voice, Optional<StateMachine> machine, List<String> files) {
        this.piece = piece;
        this.voice = voice;
        this.machine = machine;
        this.files = files;
    }

    /// The learner's note comes last, so that whatever stands in it changes nothing else.
    String text() {
        Exercise.Statement statement = piece.exercise().in(voice.language());
        var text = new StringBuilder("# " + statement.title() + "\n\n");
        text.append("> **").append(voice.text("deliverable.task")).append("** ").append(task(statement.text())).append("\n\n");
        machine.ifPresent(of -> text.append(kind(of)).append("\n\n"));
        if (files.contains("diagram.svg")) text.append("!").append(Markup.link(voice.text("deliverable.diagram"), "diagram.svg")).append("\n\n");
        machine.ifPresent(of -> section(text, "deliverable.states", Outlining.markdown(of, voice)));
        switch (piece.report()) {
            case Report.Tests(var rows) -> section(text, "deliverable.tests", tests(rows));
            case Report.Answers(var answers) -> section(text, "deliverable.answered", answers(answers));
            case Report.Machines(var told, var of) -> section(text, "deliverable.written", voice.text("deliverable.told", told, of) + "\n");
        }
        if (!files.isEmpty()) section(text, "deliverable.files", files());
        if (!piece.note().isBlank()) section(text, "deliverable.notes", piece.note().strip() + "\n");
        return text.toString().stripTrailing() + "\n";
    }

    private String kind(StateMachine of) {
        String type = piece.exercise().type() == Definition.Type.EXPRESS ? "Express" : "Standard";
        return type + " · " + of.language() + " · " + voice.text("diagram.states", of.everyState().count());
    }

    private void section(StringBuilder text, String key, String content) {
        text.append("## ").append(voice.text(key)).append("\n\n").append(content).append("\n");
    }

    /// The first paragraph of the statement, without a sentence that only leads to what comes next.
    private static String task(String statement) {
        String first = statement.strip().split("\\n\\s*\\n", 2)[0].replaceAll("\\s+", " ");
        return first.endsWith(":") ? first.replaceFirst("(?<=[.?!])\\s[^.?!]*:$", "") : first;
    }

    private String tests(List<Report.Row> rows) {
        if (rows.isEmpty()) return voice.text("deliverable.unmade") + "\n";
        String count = voice.text("deliverable.passed", piece.report().right(), piece.report().all());
        boolean hidden = rows.stream().anyMatch(Report.Row::hidden);
        return count + (hidden ? " " + voice.text("deliverable.hidden.about") : "") + "\n\n" + Markup.table(
                List.of(voice.text("deliverable.test"), voice.text("deliverable.class"), voice.text("deliverable.result"), "Status",
                        voice.text("deliverable.transitions"), voice.text("deliverable.duration")),
                rows.stream().map(this::test).toList());
    }

    private List<String> test(Report.Row row) {
        String name = begun(row.name().in(voice.language()));
        Optional<String> input = files.stream().filter(file -> file.startsWith("tests/" + row.id() + ".")).findFirst();
        return List.of(row.hidden() ? name + " (" + voice.text("exercise.hidden") + ")" : input.map(file -> Markup.link(name, file)).orElse(name),
                voice.text("exercise.class." + row.kind()), voice.text(row.passed() ? "exercise.word.ok" : "exercise.word.fail"),
                row.run().map(run -> Markup.code(run.status())).orElse(NOTHING), row.run().map(run -> String.valueOf(run.transitions())).orElse(NOTHING),
                row.run().map(run -> voice.durations().apply(run.duration())).orElse(NOTHING));
    }

    /// A name that begins with a word begins large; one of a thing stays as it is written.
    private static String begun(String name) {
        return !name.matches("\\p{Ll}+ .*") ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private String answers(List<Answered> answers) {
        return IntStream.range(0, answers.size()).mapToObj(i -> (i + 1) + ". " + answer(answers.get(i))).collect(Collectors.joining());
    }

    private String answer(Answered answered) {
        String language = voice.language();
        Exercise.Question question = answered.question();
        String given = answered.given().flatMap(json -> question.options().stream().filter(option -> Json.of(option.id()).equals(json)).findFirst()
                .map(option -> option.text().in(language)).or(() -> Optional.of(Markup.code(json instanceof Json.Str(var text) ? text : json.toString())))).orElse(NOTHING);
        String says = answered.says().map(words -> "\n\n   " + oneLine(words.in(language))).orElse("");
        return oneLine(question.text().in(language)) + "\n\n   **" + voice.text("deliverable.answer") + "** " + oneLine(given) + says + "\n";
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /// The tests in one line, by what there is of them.
    private String files() {
        String lines = files.stream().filter(name -> !name.contains("/")).sorted()
                .map(name -> "- " + Markup.link(Markup.code(name), name) + ": " + about(name) + "\n").collect(Collectors.joining());
        List<String> tests = PARTS.stream().filter(part -> files.stream().anyMatch(name -> name.endsWith(ending(part))))
                .map(part -> Markup.code(ending(part)) + " " + voice.text("deliverable.file.test." + part)).toList();
        return tests.isEmpty() ? lines : lines + "- " + Markup.link("`tests/`", "tests") + ": " + String.join(", ", tests) + "\n";
    }

    private String about(String name) {
        return voice.text("deliverable.file." + (name.endsWith(".asl.json") ? "definition" : name.substring(0, name.indexOf('.'))));
    }

    private static String ending(String part) {
        return "." + part + ".json";
    }
}
