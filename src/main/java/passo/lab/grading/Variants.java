package passo.lab.grading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import passo.json.Json;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.TestCase;
import passo.lab.exercise.TestCase.Sample;
import passo.lab.exercise.TestCase.Simulation;

/// Other examples of what a test tries: its inputs and its world with other names and numbers, and with a member more; its questions to
/// roles about other things.
///
/// Every letter stands for another one, the same everywhere, so that words keep their lengths, their case and their beginnings. Words
/// stay that the solutions or a function's code speak of, and so do times and ARNs.
final class Variants {

    private static final int ROUNDS = 4;
    private static final int LONG = 3;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern FIXED = Pattern.compile("arn:.*|.*\\d\\d:\\d\\d.*", Pattern.DOTALL);
    private static final List<String> ALIKE = List.of("aeiou", "bcdfghjklmnpqrstvwxyz", "123456789");
    private static final List<String> PRINCIPALS = List.of("ec2.amazonaws.com", "ecs-tasks.amazonaws.com", "glue.amazonaws.com", "apigateway.amazonaws.com");
    private static final List<String> ACTIONS = List.of("lambda:GetFunction", "lambda:DeleteAlias", "dynamodb:DescribeTable", "dynamodb:UpdateTable",
            "sqs:DeleteQueue", "sqs:ChangeMessageVisibility", "sns:DeleteTopic", "s3:PutBucketPolicy", "s3:DeleteBucket", "logs:DeleteLogGroup",
            "states:StopExecution", "iam:CreateRole", "events:DeleteRule");

    private final TestCase test;
    private final SplittableRandom random;
    private final Map<Integer, Integer> letters = new HashMap<>();
    private final Set<String> kept = new HashSet<>();
    private final Set<String> words = new HashSet<>();
    private final Map<Json.Num, Json.Num> numbers = new HashMap<>();

    private enum Change { WORDS, NUMBERS, MEMBERS }

    private Variants(Exercise exercise, TestCase test, SplittableRandom random) {
        this.test = test;
        this.random = random;
        ALIKE.forEach(this::shuffle);
        exercise.solutions().values().forEach(solution -> keep(solution.get("definition") instanceof Json.Str(var text) ? text : ""));
        test.world().forEach((part, things) -> {
            if (things instanceof Json.Obj named) named.forEach(this::keep);
        });
    }

    /// Those of a test, the most alike first; none has one of its inputs or of its questions.
    static Stream<TestCase> of(Exercise exercise, TestCase test, SplittableRandom random) {
        return Stream.of(Change.values()).flatMap(change -> Stream.generate(() -> change).limit(ROUNDS))
                .map(change -> new Variants(exercise, test, random.split()).made(change)).filter(made -> isFresh(made, test));
    }

    private static boolean isFresh(TestCase made, TestCase test) {
        List<Json> hidden = test.runs().stream().map(Sample::input).toList();
        return made.runs().stream().map(Sample::input).noneMatch(hidden::contains) && made.simulate().stream().noneMatch(test.simulate()::contains);
    }

    private void shuffle(String alike) {
        var left = new ArrayList<>(alike.chars().boxed().toList());
        alike.chars().forEach(letter -> letters.put(letter, left.remove(random.nextInt(left.size()))));
    }

    private void keep(String name, Json thing) {
        keep(name);
        if (thing instanceof Json.Obj described && described.get("code") instanceof Json.Str(var code)) keep(code);
    }

    private void keep(String text) {
        WORD.matcher(text).results().forEach(word -> kept.add(word.group().toLowerCase(Locale.ROOT)));
    }

    private TestCase made(Change change) {
        test.runs().forEach(sample -> gather(sample.input(), change == Change.NUMBERS));
        List<Sample> runs = test.runs().stream().map(sample -> new Sample(more(renamed(sample.input()), change), (Json.Obj) renamed(sample.change()),
                sample.decisions(), sample.expect())).toList();
        List<Simulation> questions = runs.isEmpty() ? test.simulate().stream().map(question -> asked(question, change)).toList() : List.of();
        return new TestCase(test.id(), test.name(), test.kind(), test.hidden(), world(), runs, test.seeds(), test.expected(), test.expect(), questions);
    }

    /// What of an input may be something else.
    private void gather(Json json, boolean numbersToo) {
        switch (json) {
            case Json.Str(var text) -> WORD.matcher(text).results().map(word -> word.group().toLowerCase(Locale.ROOT))
                    .filter(word -> !kept.contains(word)).forEach(words::add);
            case Json.Num number when numbersToo -> numbers.computeIfAbsent(number, this::neighbour);
            case Json.Obj obj -> obj.values().forEach(value -> gather(value, numbersToo));
            case Json.Arr list -> list.items().forEach(item -> gather(item, numbersToo));
            case Json.Num _, Json.Bool _, Json.Null _ -> {}
        }
    }

    private Json.Num neighbour(Json.Num number) {
        int by = random.nextInt(1, 4) * (random.nextBoolean() ? 1 : -1);
        return new Json.Num(number.value().add(BigDecimal.valueOf(by, Math.max(0, number.value().scale()))));
    }

    /// In a world the keys of objects in buckets are names, too.
    private Json.Obj world() {
        var world = Json.Obj.builder();
        test.world().forEach((part, things) -> world.put(part, part.equals("roles") ? things : part.equals("s3") && things instanceof Json.Obj buckets
                ? mapped(buckets, bucket -> bucket instanceof Json.Obj objects ? keyed(objects) : bucket) : renamed(things)));
        return world.build();
    }

    private Json keyed(Json.Obj objects) {
        var renamed = Json.Obj.builder();
        objects.forEach((key, object) -> renamed.put(renamed(key), renamed(object)));
        return renamed.build();
    }

    private Json renamed(Json json) {
        return switch (json) {
            case Json.Str(var text) -> Json.of(renamed(text));
            case Json.Num number -> numbers.getOrDefault(number, number);
            case Json.Obj obj -> mapped(obj, this::renamed);
            case Json.Arr list -> new Json.Arr(list.items().stream().map(this::renamed).toList());
            case Json.Bool _, Json.Null _ -> json;
        };
    }

    private String renamed(String text) {
        return FIXED.matcher(text).matches() ? text : WORD.matcher(text).replaceAll(this::renamed);
    }

    /// A word of the inputs, or one that begins with such a word.
    private String renamed(MatchResult found) {
        String word = found.group();
        String small = word.toLowerCase(Locale.ROOT);
        return kept.contains(small) || words.stream().noneMatch(one -> one.equals(small) || one.length() >= LONG && small.startsWith(one)) ? word : enciphered(word);
    }

    private String enciphered(String word) {
        var other = new StringBuilder();
        word.chars().forEach(letter -> {
            int small = Character.toLowerCase(letter);
            int meant = letters.getOrDefault(small, small);
            other.appendCodePoint(small == letter ? meant : Character.toUpperCase(meant));
        });
        return other.toString();
    }

    private static Json.Obj mapped(Json.Obj obj, UnaryOperator<Json> change) {
        var mapped = Json.Obj.builder();
        obj.forEach((name, value) -> mapped.put(name, change.apply(value)));
        return mapped.build();
    }

    private Json more(Json input, Change change) {
        return change == Change.MEMBERS && input instanceof Json.Obj obj ? obj.with("exemplo", Json.of(random.nextInt(1, 100))) : input;
    }

    /// About another service that assumes the role; about another resource, or another action on it.
    private Simulation asked(Simulation question, Change change) {
        if (question.principal().isPresent()) {
            return new Simulation(question.role(), Optional.of(PRINCIPALS.get(random.nextInt(PRINCIPALS.size()))), "", "", question.allowed());
        }
        String service = question.action().replaceFirst(":.*", ":");
        List<String> others = ACTIONS.stream().filter(action -> action.startsWith(service)).toList();
        boolean another = change == Change.NUMBERS && !others.isEmpty();
        String name = question.resource().replaceFirst(".*[:/]", "");
        return new Simulation(question.role(), Optional.empty(), another ? others.get(random.nextInt(others.size())) : question.action(),
                another ? question.resource() : question.resource().substring(0, question.resource().length() - name.length()) + enciphered(name), question.allowed());
    }
}
