package passo.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import passo.asl.Definition;
import passo.asl.editing.Completion;
import passo.asl.text.Diagnostic;
import passo.aws.Cloud;
import passo.aws.ExampleInput;
import passo.aws.World;
import passo.engine.Execution;
import passo.engine.History;
import passo.engine.Limits;
import passo.engine.Run;
import passo.engine.StartExecution;
import passo.engine.Trace;
import passo.expression.Compiled;
import passo.expression.Expression;
import passo.expression.Intrinsic;
import passo.expression.Jsonata;
import passo.expression.Path;
import passo.expression.QueryError;
import passo.expression.QueryLanguage;
import passo.expression.ResultPath;
import passo.expression.Scope;
import passo.expression.Template;
import passo.expression.Variables;
import passo.json.Json;
import passo.json.JsonText;
import passo.json.JsonText.Reading;

/// A door through which text comes in: a text for it, made by chance, and what holds behind it for any text at all.
enum Target {

    /// What is read is written, and read again as the same.
    JSON {
        @Override
        String make(RandomGenerator chance) {
            return Mutation.of(DEFINITION_TEXTS, chance);
        }

        @Override
        void check(String text) {
            if (!(JsonText.read(text) instanceof Reading.Value(Json json, _))) return;
            assertThat(JsonText.read(json.toString())).extracting(Target::value).isEqualTo(json);
            assertThat(JsonText.read(JsonText.pretty(json))).extracting(Target::value).isEqualTo(json);
            // A half of a surrogate pair has no bytes of its own.
            if (StandardCharsets.UTF_8.newEncoder().canEncode(json.toString())) {
                assertThat(json.bytes()).isEqualTo(json.toString().getBytes(StandardCharsets.UTF_8).length);
            }
            assertThat(json.depth()).isLessThanOrEqualTo(500);
        }
    },

    /// What is read from YAML is JSON.
    YAML {
        @Override
        String make(RandomGenerator chance) {
            return Mutation.of(YAML_TEXTS, chance);
        }

        @Override
        void check(String text) {
            if (JsonText.readYaml(text) instanceof Reading.Value(Json json, _)) JSON.check(json.toString());
        }
    },

    /// A text is a machine, or it is told what is wrong and where.
    DEFINITION {
        @Override
        String make(RandomGenerator chance) {
            return chance.nextInt(2) == 0 ? Mutation.of(chance.nextInt(2) == 0 ? DEFINITION_TEXTS : YAML_TEXTS, chance)
                    : JsonText.pretty(Mutation.definition(chance));
        }

        @Override
        void check(String text) {
            for (Definition.Type type : Definition.Type.values()) {
                Definition definition = Definition.parse(text, type);
                assertThat(definition.isValid()).isEqualTo(definition.diagnostics().stream()
                        .noneMatch(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR));
                assertThat(definition.diagnostics()).allSatisfy(diagnostic -> {
                    assertThat(diagnostic.at().offset()).isBetween(0, text.length());
                    assertThat(diagnostic.message()).isNotBlank();
                });
                assertThat(Definition.parse(text, type).diagnostics()).isEqualTo(definition.diagnostics());
            }
            for (int cursor = 0; cursor <= text.length(); cursor += 1 + text.length() / 8) {
                assertThat(Completion.at(text, cursor, Map.of())).allSatisfy(completion -> assertThat(completion.from()).isBetween(0, completion.to()));
            }
        }
    },

    /// A path finds a value, or says why not; what it is put into holds it.
    PATH {
        @Override
        String make(RandomGenerator chance) {
            return Mutation.of(Corpus.PATHS, chance);
        }

        @Override
        void check(String text) {
            if (Path.compile(text) instanceof Compiled.Good(Path path)) {
                checkEvaluation(path);
                checkEvaluation(Template.compile(Json.Obj.of("x.$", Json.of(text)), QueryLanguage.JSONPATH, "Parameters", Jsonata.STATES).template());
            }
            if (!(ResultPath.compile(text) instanceof Compiled.Good(ResultPath place))) return;
            try {
                assertThat(place.place(INPUT, Json.of("new")).toString()).contains("new");
            } catch (QueryError full) {
                assertThat(full.error()).isEqualTo("States.ResultPathMatchFailure");
            }
        }
    },

    /// A call gives a value, or says why not.
    INTRINSIC {
        @Override
        String make(RandomGenerator chance) {
            return Mutation.of(Corpus.INTRINSICS, chance);
        }

        @Override
        void check(String text) {
            if (Intrinsic.compile(text) instanceof Compiled.Good(Intrinsic call)) checkEvaluation(call);
        }
    },

    /// A template that has nothing wrong gives a value in both query languages, or says why not.
    TEMPLATE {
        @Override
        String make(RandomGenerator chance) {
            return chance.nextInt(4) == 0 ? Mutation.one(Corpus.TEMPLATES, chance).toString()
                    : Mutation.of(Corpus.TEMPLATES.stream().map(Json::toString).toList(), chance);
        }

        @Override
        void check(String text) {
            if (!(JsonText.read(text) instanceof Reading.Value(Json json, _))) return;
            for (QueryLanguage language : QueryLanguage.values()) {
                Template.Result result = Template.compile(json, language, "Output", Jsonata.STATES);
                if (result.problems().isEmpty()) checkEvaluation(result.template());
            }
        }
    },

    /// An expression gives a value, or says why not.
    JSONATA {
        @Override
        String make(RandomGenerator chance) {
            return Mutation.of(Corpus.JSONATA, chance);
        }

        @Override
        void check(String text) {
            if (Jsonata.compile(text, "Output", Jsonata.STATES) instanceof Compiled.Good(Jsonata expression)) checkEvaluation(expression);
        }
    },

    /// A machine ends or is refused, whatever exists around it, and does the same the second time.
    MACHINE {
        @Override
        String make(RandomGenerator chance) {
            return Mutation.definition(chance).toString();
        }

        @Override
        void check(String text) {
            for (Definition.Type type : Definition.Type.values()) {
                Definition.parse(text, type).machine().ifPresent(machine -> {
                    checkRun(new StartExecution(machine, type, "machine", "run", "111122223333", INPUT, START, 7), EMPTY_WORLD);
                    checkRun(new StartExecution(machine, type, "machine", "run", "111122223333", ExampleInput.of(machine), START, 7), World.AUTOMATIC);
                });
            }
        }
    };

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final World EMPTY_WORLD = new World(true, Json.Obj.EMPTY, Map.of());
    private static final Limits LIMITS = new Limits(2_000, 2 << 20, () -> false);
    private static final int LARGEST_VALUE = 16 << 20;
    private static final Json INPUT = JsonText.parse("""
            {"id": 7, "bar": null, "text": "a,b,c", "price": 2.5, "big": 9007199254740993, "one": [5], "none": [], "s": 2, "ok": true,
             "items": [{"sku": "A", "price": 10, "tags": ["new", "red"]}, {"sku": "B", "price": 25}, {"sku": "C", "price": 3}],
             "nested": {"list": [[1, 2], [3]], "map": {"x": 1, "y": null}}, "at": "2026-01-01T00:00:03Z", "a b": {"c.d": "é"}}""");

    private static final List<String> DEFINITION_TEXTS = Corpus.DEFINITIONS.stream().map(Json::toString).toList();
    private static final List<String> YAML_TEXTS = Corpus.DEFINITIONS.stream().map(Yaml::of).toList();

    /// A text made by chance from our own.
    abstract String make(RandomGenerator chance);

    /// @throws Throwable whatever a check of ours or a mistake of ours throws
    abstract void check(String text);

    private static Json value(Reading reading) {
        return switch (reading) {
            case Reading.Value(Json json, _) -> json;
            case Reading.Malformed(var message, var at) -> throw new AssertionError(message + " at " + at);
        };
    }

    private static void checkEvaluation(Expression expression) {
        Object once = answer(expression);
        assertThat(answer(expression)).isEqualTo(once);
        if (once instanceof Json json) {
            assertThat(json.bytes()).isLessThan(LARGEST_VALUE);
            assertThat(value(JsonText.read(json.toString()))).isEqualTo(json);
        }
    }

    private static Object answer(Expression expression) {
        Variables variables = Variables.NONE.with(Json.Obj.of("x", Json.of(3), "order", INPUT));
        var scope = new Scope(INPUT, Optional.of(Json.of("result")), Optional.empty(), () -> Json.Obj.of("Execution", INPUT), variables,
                new Random(7), START);
        try {
            return expression.evaluate(scope);
        } catch (QueryError error) {
            return error.error() + ": " + error.cause();
        }
    }

    private static void checkRun(StartExecution start, World world) {
        Run run = Execution.run(start, new Cloud(world, List.of(), start), LIMITS);
        Run again = Execution.run(start, new Cloud(world, List.of(), start), LIMITS);
        if (run instanceof Run.Ended(Trace trace) && again instanceof Run.Ended(Trace second)) {
            assertThat(events(trace)).isLessThanOrEqualTo(LIMITS.events());
            assertThat(history(trace)).isEqualTo(history(second));
        } else {
            assertThat(run).isEqualTo(again);
        }
    }

    private static long events(Trace trace) {
        return trace.events().size() + trace.children().stream().mapToLong(Target::events).sum();
    }

    private static String history(Trace trace) {
        var text = new StringBuilder();
        trace.events().forEach(event -> text.append(History.event(event)).append('\n'));
        trace.children().forEach(child -> text.append(history(child)));
        return text.toString();
    }
}
