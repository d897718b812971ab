package passo.study;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import passo.json.Json;
import passo.lab.exercise.ContentReader;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Words;
import passo.lab.reference.Sample;
import passo.study.Question.Kind;
import passo.study.Question.Option;

/// Reads the bank of questions. Used once.
final class QuestionReader {

    private static final String BANK = "bank.yaml";
    private static final String SUFFIX = ".yaml";
    private static final int LEVELS = 3;
    /// How many options a question has: 4 where one is right, 5 or 6 where more are.
    private static final int SINGLE = 4;
    private static final List<Integer> MULTIPLE = List.of(5, 6);

    private final ContentReader content;
    private final Curriculum curriculum;

    QuestionReader(Path folder, Curriculum curriculum) {
        this.content = new ContentReader(folder);
        this.curriculum = curriculum;
    }

    Questions questions() {
        Json.Obj bank = content.yaml(BANK);
        content.only(BANK, bank, "topics", "exams");
        List<Questions.Topic> topics = content.objects(BANK, bank, "topics").stream()
                .map(topic -> new Questions.Topic(content.needText(BANK, topic, "letter"), content.words(BANK, content.need(BANK, topic, "title")))).toList();
        List<Questions.Exam> exams = content.objects(BANK, bank, "exams").stream()
                .map(exam -> new Questions.Exam(content.needText(BANK, exam, "code"), content.needText(BANK, exam, "name"))).toList();
        var none = new Questions(topics, exams, List.of());
        return new Questions(topics, exams, content.names().stream().filter(name -> !name.equals(BANK)).map(name -> question(none, name)).toList());
    }

    private Question question(Questions bank, String file) {
        if (!file.endsWith(SUFFIX)) throw content.broken(file, "a question is a file " + SUFFIX);
        Json.Obj written = content.yaml(file);
        content.only(file, written, "topic", "level", "exams", "kind", "stem", "options", "exercises", "sources", "checked", "reviewBy", "apart", "proofs");
        String id = file.substring(0, file.length() - SUFFIX.length());
        String topic = known(file, content.needText(file, written, "topic"), "topic", bank.topics().stream().map(Questions.Topic::letter));
        int level = content.needNumber(file, written, "level");
        if (level < 1 || level > LEVELS) throw content.broken(file, "there is no such level: " + level);
        Kind kind = kind(file, content.needText(file, written, "kind"));
        List<Option> options = options(file, kind, written);
        Words stem = content.words(file, content.need(file, written, "stem"));
        List<String> exercises = content.strings(file, written, "exercises");
        exercises.forEach(slug -> known(file, slug, "exercise", curriculum.all().map(exercise -> exercise.slug())));
        List<String> sources = content.strings(file, written, "sources");
        if (sources.isEmpty() || !sources.stream().allMatch(source -> source.startsWith("https://"))) throw content.broken(file, "sources are addresses, one at least");
        return new Question(id, topic, level, exams(file, bank, written), kind, stem, options, exercises, sources, date(file, content.needText(file, written, "checked")), content.string(written, "reviewBy").map(day -> date(file, day)),
                apart(file, id, written), proofs(file, stem, written));
    }

    private Map<String, String> exams(String file, Questions bank, Json.Obj written) {
        var exams = new LinkedHashMap<String, String>();
        Json.Obj named = content.object(file, written, "exams");
        if (named.isEmpty()) throw content.broken(file, "no exam asks it");
        named.names().forEach(code -> exams.put(known(file, code, "exam", bank.exams().stream().map(Questions.Exam::code)), content.needText(file, named, code)));
        return exams;
    }

    private List<Option> options(String file, Kind kind, Json.Obj written) {
        List<Option> options = content.objects(file, written, "options").stream().map(option -> option(file, kind, option)).toList();
        Set<String> ids = new HashSet<>();
        options.stream().filter(option -> !ids.add(option.id())).findFirst().ifPresent(twice -> {
            throw content.broken(file, "two options are called " + twice.id());
        });
        long right = options.stream().filter(Option::right).count();
        boolean fits = switch (kind) {
            case SINGLE -> options.size() == SINGLE && right == 1;
            case MULTIPLE -> MULTIPLE.contains(options.size()) && (right == 2 || right == 3);
            case ORDERING -> options.size() > 2;
        };
        if (!fits) throw content.broken(file, "a question " + kind.tag() + " does not have " + options.size() + " options of which " + right + " are right");
        return options;
    }

    private Option option(String file, Kind kind, Json.Obj option) {
        content.only(file, option, "id", "text", "right", "why");
        if (kind == Kind.ORDERING && option.has("right")) throw content.broken(file, "the options of an ordering stand in the right order");
        return new Option(content.needText(file, option, "id"), content.words(file, content.need(file, option, "text")),
                kind == Kind.ORDERING || option.get("right") instanceof Json.Bool(var right) && right, content.words(file, content.need(file, option, "why")));
    }

    private Set<String> apart(String file, String id, Json.Obj written) {
        List<String> apart = content.strings(file, written, "apart");
        apart.forEach(other -> known(file, other, "other question", content.names().stream().map(name -> name.replace(SUFFIX, "")).filter(name -> !name.equals(id))));
        return Set.copyOf(apart);
    }

    private List<Sample> proofs(String file, Words stem, Json.Obj written) {
        List<Json.Obj> proofs = content.objects(file, written, "proofs");
        return IntStream.range(0, proofs.size()).mapToObj(i -> Sample.read(content, file, proofs.get(i), String.valueOf(i + 1), stem)).toList();
    }

    private Kind kind(String file, String tag) {
        return Stream.of(Kind.values()).filter(kind -> kind.tag().equals(tag)).findFirst().orElseThrow(() -> content.broken(file, "there is no such kind: " + tag));
    }

    private LocalDate date(String file, String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException wrong) {
            throw content.broken(file, "this is no day: " + day);
        }
    }

    private String known(String file, String name, String what, Stream<String> all) {
        return all.filter(name::equals).findFirst().orElseThrow(() -> content.broken(file, "there is no such " + what + ": " + name));
    }
}
