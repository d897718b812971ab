package passo.lab.exercise;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import passo.asl.Definition;
import passo.json.Json;
import passo.lab.exercise.Exercise.Question;
import passo.lab.exercise.Exercise.Statement;
import passo.lab.exercise.Exercise.Wrong;

/// Reads the folder of an exercise.
public final class ExerciseFolder {

    private static final String ABOUT = "exercise.yaml";
    private static final Pattern EXPECTED = Pattern.compile(
            "exercise\\.yaml|statement\\.(en|pt-BR)\\.md|starter\\.(asl\\.json|(roles|alarms|logging|tests)\\.yaml)|world\\.yaml|tests\\.yaml"
                    + "|machines/[a-z0-9-]+\\.asl\\.json|(solutions|wrong)/[a-z0-9-]+\\.(asl\\.json|(roles|alarms|logging|tests)\\.yaml|answers\\.json)");
    private static final Map<String, List<String>> HEADINGS = Map.of(
            "en", List.of("Hint 1", "Hint 2", "Hint 3", "After"),
            "pt-BR", List.of("Dica 1", "Dica 2", "Dica 3", "Depois"));

    private final ContentReader content;
    private final Path folder;
    private final String track;

    private ExerciseFolder(Path folder, String track) {
        this.content = new ContentReader(folder);
        this.folder = folder;
        this.track = track;
    }

    /// @param track of the curriculum that names it
    /// @throws IllegalArgumentException if anything is wrong with it; the message names the file and the reason
    public static Exercise read(Path folder, String track) {
        return new ExerciseFolder(folder, track).exercise();
    }

    private Exercise exercise() {
        content.names().stream().filter(name -> !EXPECTED.matcher(name).matches()).findFirst().ifPresent(name -> {
            throw content.broken(name, "no exercise has a file of this name");
        });
        Json.Obj about = content.yaml(ABOUT);
        content.only(ABOUT, about, "kind", "level", "minutes", "checklist", "topic", "exams", "teaches", "needs", "twin", "type", "structure", "mistakes",
                "golf", "goal", "questions", "runs", "compare", "machines", "solutions", "wrong");
        Exercise.Kind kind = List.of(Exercise.Kind.values()).stream().filter(one -> one.tag().equals(content.needText(ABOUT, about, "kind"))).findFirst()
                .orElseThrow(() -> content.broken(ABOUT, "no such kind: " + about.get("kind")));
        Json.Obj world = content.has("world.yaml") ? content.yaml("world.yaml") : Json.Obj.EMPTY;
        Definition.Type type = about.get("type") instanceof Json.Str(var written) ? Definition.Type.valueOf(written) : Definition.Type.STANDARD;
        Map<String, Json.Obj> solutions = solutions(kind);
        Json.Obj asked = asked(world, solutions.get(Exercise.REFERENCE));
        return new Exercise(folder.getFileName().toString(), hash(), track, kind, content.needNumber(ABOUT, about, "level"),
                content.needNumber(ABOUT, about, "minutes"), content.strings(ABOUT, about, "checklist"), content.needText(ABOUT, about, "topic"),
                content.strings(ABOUT, about, "exams"), content.strings(ABOUT, about, "teaches"), content.strings(ABOUT, about, "needs"),
                content.string(about, "twin"), type, statements(),
                Stream.of("starter.asl.json", "starter.tests.yaml").filter(content::has).findFirst().map(content::text), asked, world,
                content.has("tests.yaml") ? new TestReader(content, "tests.yaml", world, only(asked, solutions.get(Exercise.REFERENCE))).all() : List.of(),
                rules(about, "structure", "rule"), rules(about, "mistakes", "when"),
                about.has("golf") ? OptionalInt.of(content.needNumber(ABOUT, about, "golf")) : OptionalInt.empty(), content.flag(ABOUT, about, "goal"),
                content.objects(ABOUT, about, "questions").stream().map(this::question).toList(), new MachinesReader(content, type, world).of(kind, about),
                solutions, titles(about, solutions), wrong(about, kind, solutions.get(Exercise.REFERENCE)));
    }

    private Map<String, Statement> statements() {
        var statements = new LinkedHashMap<String, Statement>();
        for (var language : Words.LANGUAGES) statements.put(language, statement("statement." + language + ".md", HEADINGS.get(language)));
        return statements;
    }

    private Statement statement(String file, List<String> headings) {
        String text = content.text(file).strip();
        if (!text.startsWith("# ")) throw content.broken(file, "it does not begin with a title");
        int line = text.indexOf('\n');
        List<String> parts = new ArrayList<>();
        String rest = text.substring(line).strip();
        for (String heading : headings) {
            int at = rest.indexOf("\n## " + heading + "\n");
            if (at < 0) throw content.broken(file, "the heading is missing: ## " + heading);
            parts.add(rest.substring(0, at).strip());
            rest = rest.substring(at + heading.length() + 5).strip();
        }
        parts.add(rest);
        if (parts.stream().anyMatch(String::isBlank)) throw content.broken(file, "a part is empty");
        return new Statement(text.substring(2, line).strip(), parts.getFirst(), parts.subList(1, 4), parts.getLast());
    }

    private List<Rule> rules(Json.Obj about, String name, String member) {
        return content.objects(ABOUT, about, name).stream().map(rule -> {
            content.only(ABOUT, rule, member, "message");
            try {
                return Rule.of(content.needText(ABOUT, rule, member), content.words(ABOUT, content.need(ABOUT, rule, "message")));
            } catch (IllegalArgumentException broken) {
                throw content.broken(ABOUT, broken.getMessage());
            }
        }).toList();
    }

    private Question question(Json.Obj one) {
        content.only(ABOUT, one, "id", "text", "answer", "options", "says");
        return new Question(content.needText(ABOUT, one, "id"), content.words(ABOUT, content.need(ABOUT, one, "text")), content.need(ABOUT, one, "answer"),
                content.objects(ABOUT, one, "options").stream().map(option -> new Question.Option(content.needText(ABOUT, option, "id"),
                        content.words(ABOUT, content.need(ABOUT, option, "text")))).toList(),
                content.objects(ABOUT, one, "says").stream().map(reply -> new Question.Reply(content.need(ABOUT, reply, "answer"),
                        content.words(ABOUT, content.need(ABOUT, reply, "text")))).toList());
    }

    /// What of the world is asked for: that of which the reference has something. It does not stand in the world, so that nothing that is missing
    /// is made up for.
    private Json.Obj asked(Json.Obj world, Json.Obj reference) {
        var asked = Json.Obj.builder();
        for (String part : Exercise.PARTS) {
            String starter = "starter." + part + ".yaml";
            if (content.has(starter) && !reference.has(part)) throw content.broken(starter, "the reference has no " + part);
            content.object("world.yaml", world, part).names().stream().filter(content.object("solutions", reference, part)::has).findFirst().ifPresent(name -> {
                throw content.broken("world.yaml", "what is asked for stands in the world: " + part + " " + name);
            });
            if (reference.has(part)) asked.put(part, content.has(starter) ? content.yaml(starter) : Json.Obj.EMPTY);
        }
        return asked.build();
    }

    private static Json.Obj only(Json.Obj names, Json.Obj from) {
        var only = Json.Obj.builder();
        names.names().forEach(name -> only.put(name, from.get(name)));
        return only.build();
    }

    private Map<String, Json.Obj> solutions(Exercise.Kind kind) {
        Map<String, Json.Obj> answers = answers("solutions");
        if (!answers.containsKey(Exercise.REFERENCE)) throw content.broken("solutions", "the reference is missing");
        Json.Obj starter = kind.isMachine() && content.has("starter.asl.json") ? Json.Obj.of("definition", Json.of(content.text("starter.asl.json"))) : Json.Obj.EMPTY;
        Json.Obj reference = completed(answers.get(Exercise.REFERENCE), starter);
        var solutions = new LinkedHashMap<String, Json.Obj>();
        solutions.put(Exercise.REFERENCE, reference);
        answers.forEach((name, answer) -> solutions.putIfAbsent(name, completed(answer, reference)));
        return solutions;
    }

    private Map<String, Words> titles(Json.Obj about, Map<String, Json.Obj> solutions) {
        var titles = new LinkedHashMap<String, Words>();
        content.object(ABOUT, about, "solutions").forEach((name, title) -> {
            if (!solutions.containsKey(name)) throw content.broken(ABOUT, "there is no solution " + name);
            titles.put(name, content.words(ABOUT, title));
        });
        return titles;
    }

    private Map<String, Wrong> wrong(Json.Obj about, Exercise.Kind kind, Json.Obj reference) {
        Map<String, Json.Obj> answers = answers("wrong");
        Json.Obj declared = content.object(ABOUT, about, "wrong");
        declared.names().stream().filter(name -> !answers.containsKey(name)).findFirst().ifPresent(name -> {
            throw content.broken(ABOUT, "there is no wrong answer " + name);
        });
        var wrong = new LinkedHashMap<String, Wrong>();
        answers.forEach((name, answer) -> {
            if (!(declared.get(name) instanceof Json.Obj entry)) throw content.broken(ABOUT, "wrong does not say what catches " + name);
            content.only(ABOUT, entry, "caughtBy", "mistake");
            wrong.put(name, new Wrong(kind.isMachine() ? completed(answer, reference) : answer, content.needText(ABOUT, entry, "caughtBy"),
                    entry.has("mistake") ? content.needNumber(ABOUT, entry, "mistake") : 0));
        });
        return wrong;
    }

    /// What an answer has no file of is as in the reference; of the reference, as in the starter.
    private static Json.Obj completed(Json.Obj answer, Json.Obj otherwise) {
        return Json.Obj.builder().putAll(otherwise).putAll(answer).build();
    }

    /// The answers of a folder, by name, each as it would be handed in.
    private Map<String, Json.Obj> answers(String sub) {
        var answers = new LinkedHashMap<String, Json.Obj>();
        content.texts(sub).forEach((file, text) -> {
            String path = sub + "/" + file;
            Json.Obj part = switch (file.substring(file.indexOf('.'))) {
                case ".asl.json" -> Json.Obj.of("definition", Json.of(text));
                case ".answers.json" -> Json.Obj.of("answers", content.json(path));
                case ".tests.yaml" -> Json.Obj.of("tests", Json.of(text));
                case String beside -> Json.Obj.of(beside.substring(1, beside.lastIndexOf('.')), content.yaml(path));
            };
            answers.merge(stem(file), part, ExerciseFolder::completed);
        });
        return answers;
    }

    private static String stem(String file) {
        return file.substring(0, file.indexOf('.'));
    }

    /// Of all files, in the order of their names.
    private String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (String name : content.names()) digest.update((name + "\n" + content.text(name) + "\0").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
