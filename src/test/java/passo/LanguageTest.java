package passo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import passo.asl.Definition;
import passo.asl.StateMachine;
import passo.asl.advice.Advisor;
import passo.aws.Callbacks;
import passo.aws.Cloud;
import passo.aws.Decisions;
import passo.aws.Reading;
import passo.aws.World;
import passo.aws.service.Callback;
import passo.engine.Decision;
import passo.engine.Event;
import passo.engine.Execution;
import passo.engine.History;
import passo.engine.Limits;
import passo.engine.MapRunTrace;
import passo.engine.StartExecution;
import passo.engine.Step;
import passo.engine.Trace;
import passo.engine.semantics.Outcome;
import passo.engine.way.Soundness;
import passo.json.Json;
import passo.json.JsonText;

/// The States Language as sentences that are true: `language/<topic>.yaml` is a stream of documents, each a machine, its
/// input, and what must come of it.
///
/// A document has `name`, `definition`, `input` (`{}`), `type` (`STANDARD`), `expressMode` (`sync`), `seed` (0), `world`,
/// `callbacks`, `decisions` and `expect`.
/// What may be expected: `status`, `output`, `error` and `cause` of the execution; `duration` in seconds; `steps`, the names of the
/// states in the order of their entry; `events`, the types of all events; `previous`, the `previousEventId` of all events;
/// `at`, for a type of event the seconds at which it happened; `history`, parts of the events whose `id` they give; `mapRuns`, of each
/// Map Run its status, how often it was redriven, what became of its items and executions (no word of what is nought) and how many
/// executions were `kept`; `repeats`, the same of the only further delivery of the start;
/// `diagnostics` of the definition, `CODE: message at location`; `advice` on it, `CODE: path at location`.
class LanguageTest {

    private static final Path FOLDER = Path.of("src/test/resources/language");
    private static final Set<String> MEMBERS = Set.of("name", "definition", "input", "type", "expressMode", "seed", "world", "callbacks",
            "decisions", "expect");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @TestFactory
    List<DynamicContainer> language() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<DynamicContainer> topics = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                topics.add(dynamicContainer(file.getFileName().toString(), file.toUri(), sentences(file).stream()));
            }
            return topics;
        }
    }

    private static List<DynamicTest> sentences(Path file) throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        int line = 1;
        for (String text : Files.readString(file).split("(?m)^---$\n")) {
            Json.Obj document = document(file + ":" + line, text);
            URI place = URI.create(file.toUri() + "?line=" + line);
            tests.add(dynamicTest(text(document, "name"), place, () -> check(document)));
            line += (int) text.lines().count() + 1;
        }
        return tests;
    }

    private static Json.Obj document(String place, String text) {
        return switch (JsonText.readYaml(text)) {
            case JsonText.Reading.Value(Json.Obj document, _) when MEMBERS.containsAll(document.names()) -> document;
            case JsonText.Reading.Value(Json.Obj document, _) ->
                throw new IllegalArgumentException(place + " has a member that is not one of " + MEMBERS + ": " + document.names());
            case JsonText.Reading.Value _ -> throw new IllegalArgumentException(place + " is not an object");
            case JsonText.Reading.Malformed(var message, var at) ->
                throw new IllegalArgumentException(place + ": " + message + " at line " + at.line() + ", column " + at.column() + " of the document");
        };
    }

    private static void check(Json.Obj document) {
        Definition.Type type = document.has("type") ? Definition.Type.valueOf(text(document, "type")) : Definition.Type.STANDARD;
        Definition definition = Definition.of(member(document, "definition"), type);
        Json.Obj expected = (Json.Obj) member(document, "expect");
        Json.Obj actual = expected.has("diagnostics") ? Json.Obj.of("diagnostics", diagnostics(definition))
                : expected.has("advice") ? Json.Obj.of("advice", advice(definition))
                : answers(expected, run(document, definition, type));

        assertThat(actual).withRepresentation(json -> JsonText.pretty((Json) json)).isEqualTo(expected);
    }

    private static Json diagnostics(Definition definition) {
        return Json.collect(definition.diagnostics().stream()
                .map(d -> Json.of(d.code() + ": " + d.message() + (d.location().isEmpty() ? "" : " at " + d.location()))).toList());
    }

    private static Json advice(Definition definition) {
        assertThat(definition.diagnostics()).isEmpty();
        return Json.collect(Advisor.advise(definition).stream().map(advice -> Json.of(Stream.of(List.of(advice.code()), advice.explanation().arguments())
                .flatMap(List::stream).limit(2).collect(Collectors.joining(": ")) + " at " + advice.location())).toList());
    }

    private static Trace run(Json.Obj document, Definition definition, Definition.Type type) {
        var machine = definition.machine().orElseThrow(() -> new AssertionError(diagnostics(definition).toString()));
        Json input = document.has("input") ? member(document, "input") : Json.Obj.EMPTY;
        long seed = document.get("seed") instanceof Json.Num(var number) ? number.longValue() : 0;
        World world = world(document, machine);
        var start = world.underItsRole(new StartExecution(machine, type, "machine", "run", "111122223333", input, START, seed));
        boolean async = document.has("expressMode") && text(document, "expressMode").equals("async");
        Trace trace = Execution.run(async ? start.asynchronous() : start, new Cloud(world, callbacks(document), start), Limits.NORMAL,
                decisions(document, type, world)).trace();
        trace.executions().forEach(one -> Soundness.check(one.start().machine(), one));
        return trace;
    }

    private static World world(Json.Obj document, StateMachine machine) {
        return document.has("world") ? good(good(World.parse(member(document, "world"))).with(machine)) : World.AUTOMATIC;
    }

    private static List<Callback> callbacks(Json.Obj document) {
        return document.has("callbacks") ? good(Callbacks.parse(member(document, "callbacks"))) : List.of();
    }

    private static List<Decision> decisions(Json.Obj document, Definition.Type type, World world) {
        return document.has("decisions") ? good(Decisions.parse(member(document, "decisions"), type, world)) : List.of();
    }

    private static <T> T good(Reading<T> reading) {
        return switch (reading) {
            case Reading.Good<T>(var value) -> value;
            case Reading.Bad<T>(var problems) -> throw new IllegalArgumentException(problems.toString());
        };
    }

    private static Json.Obj answers(Json.Obj questions, Trace trace) {
        if (!questions.has("status")) throw new IllegalArgumentException("expect says no status");
        var answers = Json.Obj.builder();
        questions.forEach((question, expected) -> answers.put(question, answer(question, expected, trace)));
        return answers.build();
    }

    private static Json answer(String question, Json expected, Trace trace) {
        return switch (question) {
            case "status" -> Json.of(trace.status().name());
            case "output" -> trace.output().orElse(Json.of("(no output)"));
            case "error" -> Json.of(trace.failure().map(Outcome.Failure::told).orElse("(no error)"));
            case "cause" -> Json.of(trace.failure().map(Outcome.Failure::cause).orElse("(no cause)"));
            case "duration" -> seconds(trace.end());
            case "steps" -> Json.collect(trace.steps().stream().map(Step::state).map(Json::of).toList());
            case "events" -> Json.collect(trace.events().stream().map(event -> Json.of(event.type().name())).toList());
            case "previous" -> Json.collect(trace.events().stream().map(event -> Json.of(event.previousId())).toList());
            case "at" -> ((Json.Obj) expected).withValues(i -> instants(trace, Event.Type.valueOf(((Json.Obj) expected).name(i))));
            case "history" -> Json.collect(((Json.Arr) expected).items().stream().map(part -> event(trace, (Json.Obj) part)).toList());
            case "mapRuns" -> Json.collect(trace.mapRuns().stream().map(LanguageTest::mapRun).toList());
            case "repeats" -> Json.collect(trace.repeats().stream().map(again -> answers((Json.Obj) ((Json.Arr) expected).items().getFirst(), again)).toList());
            default -> throw new IllegalArgumentException("expect has an unknown member: " + question);
        };
    }

    private static Json instants(Trace trace, Event.Type type) {
        return Json.collect(trace.events().stream().filter(event -> event.type() == type).map(event -> seconds(event.at())).toList());
    }

    private static Json seconds(Instant instant) {
        return new Json.Num(BigDecimal.valueOf(Duration.between(START, instant).toMillis(), 3));
    }

    private static Json mapRun(MapRunTrace run) {
        var json = Json.Obj.builder().put("status", run.status().name());
        if (run.redrives() > 0) json.put("redrives", run.redrives());
        return json.put("items", counts(run.items())).put("executions", counts(run.executions())).put("kept", run.kept().size()).build();
    }

    private static Json counts(MapRunTrace.Counts counts) {
        var json = Json.Obj.builder();
        counts.json().forEach((name, count) -> {
            if (!count.equals(Json.of(0))) json.put(name, count);
        });
        return json.build();
    }

    private static Json event(Trace trace, Json.Obj part) {
        int id = ((Json.Num) member(part, "id")).value().intValueExact();
        return id > trace.events().size() ? Json.of("(no event " + id + ")") : cut(History.event(trace.events().get(id - 1)), part);
    }

    /// What a value has of the members that another names.
    private static Json cut(Json whole, Json part) {
        if (!(whole instanceof Json.Obj from && part instanceof Json.Obj names)) return whole;
        var members = Json.Obj.builder();
        names.forEach((name, value) -> {
            if (from.get(name) instanceof Json member) members.put(name, cut(member, value));
        });
        return members.build();
    }

    private static Json member(Json.Obj obj, String name) {
        Json member = obj.get(name);
        if (member == null) throw new IllegalArgumentException("There is no " + name + " in " + obj);
        return member;
    }

    private static String text(Json.Obj obj, String name) {
        return ((Json.Str) member(obj, name)).value();
    }
}
