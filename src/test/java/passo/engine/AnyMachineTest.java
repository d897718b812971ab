package passo.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import passo.asl.Definition;
import passo.engine.Event.Detail;
import passo.engine.semantics.Outcome;
import passo.json.Json;
import passo.json.JsonText;

/// What holds for every run, tried on machines made by chance: they go wrong in all the ways that the language knows.
class AnyMachineTest {

    private static final List<Trace> RUNS = IntStream.range(0, 400).mapToObj(AnyMachineTest::run).toList();

    @Test
    void tellsAStoryWithoutGaps() {
        for (Trace trace : RUNS) {
            List<Event> events = trace.events();

            for (int i = 0; i < events.size(); i++) {
                Event event = events.get(i);
                assertThat(event.id()).isEqualTo(i + 1);
                assertThat(event.previousId()).isBetween(0, i);
                assertThat(event.step()).isBetween(0, trace.steps().size());
                assertThat(History.event(event).get("type")).isEqualTo(Json.of(event.type().name()));
                if (i > 0) assertThat(event.at()).isAfterOrEqualTo(events.get(i - 1).at());
            }
            assertThat(events.getFirst().type()).isEqualTo(Event.Type.ExecutionStarted);
            assertThat(events.getLast().type()).isEqualTo(switch (trace.status()) {
                case SUCCEEDED -> Event.Type.ExecutionSucceeded;
                case FAILED -> Event.Type.ExecutionFailed;
                case TIMED_OUT -> Event.Type.ExecutionTimedOut;
                case RUNNING, ABORTED -> throw new AssertionError(trace.status());
            });
        }
    }

    @Test
    void leavesNoStateOpen() {
        for (Trace trace : RUNS) {
            for (Step step : trace.steps()) {
                assertThat(step.status()).as(step.state()).isNotEqualTo(Step.Status.RUNNING);
                assertThat(step.exited().orElseThrow()).isBetween(step.entered(), trace.end());
                assertThat(step.output().isPresent()).isEqualTo(step.status() == Step.Status.SUCCEEDED || step.status() == Step.Status.CAUGHT);
            }
        }
    }

    @Test
    void entersAndLeavesAStateOnceAVisit() {
        for (Trace trace : RUNS) {
            Set<Integer> entered = new HashSet<>();
            Set<Integer> exited = new HashSet<>();

            for (Event event : trace.events()) {
                if (event.detail() instanceof Detail.Entered(var name, _)) {
                    assertThat(entered.add(event.step())).isTrue();
                    assertThat(trace.steps().get(event.step() - 1).state()).isEqualTo(name);
                }
                if (event.detail() instanceof Detail.Exited) {
                    assertThat(entered).contains(event.step());
                    assertThat(exited.add(event.step())).isTrue();
                }
            }
            assertThat(entered).hasSameSizeAs(trace.steps());
        }
    }

    @Test
    void goesWrongInManyWays() {
        Set<String> ends = new HashSet<>();
        for (Trace trace : RUNS) {
            ends.add(trace.status() + trace.failure().map(Outcome.Failure::error).orElse(""));
        }

        assertThat(ends).contains("SUCCEEDED", "FAILEDStates.Runtime", "FAILEDStates.Timeout", "FAILEDBusy", "FAILEDBroken",
                "FAILEDStates.IntrinsicFailure", "TIMED_OUTStates.Timeout");
    }

    private static Trace run(int seed) {
        var random = new Random(seed);
        Json definition = JsonText.parse(new RandomMachine(random).machine());
        Definition read = Definition.of(definition, Definition.Type.STANDARD);
        assertThat(read.machine()).as("%s", read.diagnostics()).isPresent();
        var start = new StartExecution(read.machine().orElseThrow(), Definition.Type.STANDARD, "machine", "run", "111122223333",
                JsonText.parse("{\"a\": [1, 2, 3], \"b\": {\"c\": 5}, \"s\": 2}"), Machines.START, seed);
        Services services = (_, _) -> new Reply.After(Duration.ofMillis(random.nextInt(4_000)), switch (random.nextInt(4)) {
            case 0 -> new Outcome.Failure("Busy", "later");
            case 1 -> new Outcome.Failure("Broken", "");
            default -> new Outcome.Success(JsonText.parse("{\"a\": [4, 5], \"s\": 1}"));
        }, false);
        return Execution.run(start, services, Limits.NORMAL).trace();
    }

    /// Machines of states in a row, some of which lead further than the next; never backwards, so that each one ends.
    private static final class RandomMachine {

        private final Random random;
        private int names;

        RandomMachine(Random random) {
            this.random = random;
        }

        String machine() {
            String timeout = random.nextInt(5) == 0 ? "\"TimeoutSeconds\": " + (1 + random.nextInt(10)) + ", " : "";
            return "{" + timeout + states(3) + "}";
        }

        private String states(int deepest) {
            int first = names;
            names += 1 + random.nextInt(4);
            int end = names;
            var text = new StringBuilder("\"StartAt\": \"S" + first + "\", \"States\": {");
            for (int i = first; i < end; i++) text.append(i > first ? ", " : "").append(quoted(i)).append(": {").append(state(i, end, deepest)).append("}");
            return text.append("}").toString();
        }

        private String state(int number, int end, int deepest) {
            String next = number + 1 < end ? "\"Next\": " + quoted(number + 1) : "\"End\": true";
            return switch (random.nextInt(deepest > 0 ? 8 : 6)) {
                case 0 -> "\"Type\": \"Pass\", " + some("\"Result\": {\"a\": 1}, ") + some("\"InputPath\": " + path() + ", ") + placing() + next;
                case 1 -> "\"Type\": \"Wait\", " + oneOf("\"Seconds\": 2", "\"SecondsPath\": \"$.s\"", "\"Timestamp\": \"2026-01-01T00:00:03Z\"") + ", " + next;
                case 2 -> number + 1 < end
                        ? "\"Type\": \"Choice\", \"Choices\": [{\"Variable\": " + path() + ", " + oneOf("\"IsPresent\": true", "\"NumericEquals\": 1")
                                + ", \"Next\": " + quoted(end - 1) + "}]" + ", \"Default\": " + quoted(number + 1)
                        : "\"Type\": \"Succeed\"";
                case 3, 4 -> "\"Type\": \"Task\", \"Resource\": \"arn:aws:lambda:us-east-1:111122223333:function:f\", "
                        + some("\"Parameters\": " + template() + ", ") + some("\"TimeoutSeconds\": 2, ") + recovery(number, end) + placing() + next;
                case 5 -> number + 1 < end ? "\"Type\": \"Pass\", \"Parameters\": " + template() + ", \"Assign\": {\"v" + number + "\": 1}, " + next
                        : "\"Type\": \"Fail\", \"Error\": \"Broken\"";
                case 6 -> "\"Type\": \"Parallel\", \"Branches\": [{" + states(deepest - 1) + "}, {" + states(deepest - 1) + "}], "
                        + recovery(number, end) + placing() + next;
                default -> "\"Type\": \"Map\", \"ItemsPath\": " + oneOf("\"$.a\"", "\"$\"", "\"$.b.c\"", "\"$.missing\"") + ", \"MaxConcurrency\": " + random.nextInt(3)
                        + ", \"ItemProcessor\": {" + some("\"ProcessorConfig\": {\"Mode\": \"DISTRIBUTED\", \"ExecutionType\": \"EXPRESS\"}, ")
                        + states(deepest - 1) + "}, " + recovery(number, end) + placing() + next;
            };
        }

        private String recovery(int number, int end) {
            String retry = some("\"Retry\": [{\"ErrorEquals\": [" + oneOf("\"Busy\"", "\"States.TaskFailed\"") + "], \"MaxAttempts\": 2}], ");
            String later = quoted(Math.min(number + 1, end - 1));
            return number + 1 < end ? retry + some("\"Catch\": [{\"ErrorEquals\": [\"States.ALL\"], \"ResultPath\": \"$.e\", \"Next\": " + later + "}], ") : retry;
        }

        private String placing() {
            return oneOf("", "", "\"ResultPath\": null, ", "\"ResultPath\": \"$.r\", ", "\"ResultPath\": \"$.b.c.d\", ") + some("\"OutputPath\": \"$\", ");
        }

        private String template() {
            return oneOf("{\"a.$\": \"$.a\", \"s\": 1}", "{\"x.$\": \"$.missing\"}", "{\"x.$\": \"States.ArrayGetItem($.a, 2)\", \"s\": 0}",
                    "{\"id.$\": \"States.UUID()\", \"a\": []}", "{\"all.$\": \"$$\", \"a.$\": \"$..c\"}");
        }

        private String path() {
            return oneOf("\"$.a\"", "\"$.b\"", "\"$.b.c\"", "\"$.a[*]\"", "\"$.missing\"", "\"$\"");
        }

        private String some(String text) {
            return random.nextInt(3) == 0 ? text : "";
        }

        private String oneOf(String... texts) {
            return texts[random.nextInt(texts.length)];
        }

        private static String quoted(int number) {
            return "\"S" + number + "\"";
        }
    }
}
