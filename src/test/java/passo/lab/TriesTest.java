package passo.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import passo.asl.Definition;
import passo.aws.Cloud;
import passo.aws.Reading;
import passo.aws.World;
import passo.engine.Agenda;
import passo.engine.Decision;
import passo.engine.Execution;
import passo.engine.Limits;
import passo.engine.StartExecution;
import passo.engine.Trace;
import passo.engine.semantics.Outcome;
import passo.json.Json;
import passo.json.JsonText;

/// What the gallery tells people to change does what it says.
class TriesTest {

    static final Examples EXAMPLES = Examples.load(ExamplesTest.FOLDER);

    static Stream<Arguments> tries() {
        return Stream.of(
                arguments("arquivos-do-dia", input("2026-11-20", "2026-11-21"), "SUCCEEDED", "", "NothingArrived"),
                arguments("arquivos-do-dia", without("            \"Catch\"", "            \"Next\": \"SaveSales\""), "FAILED", "UnreadableFile", "EachFile"),
                arguments("vendas-de-ontem", world("\"after\": \"6m\"", "\"after\": \"6m\", \"outcome\": \"FAILED\""), "FAILED", "NoReport", "NoReport"),
                arguments("vendas-de-ontem", definition("startJobRun.sync", "startJobRun"), "FAILED", "NoReport", "NoReport"),
                arguments("vendas-de-ontem", input("2026-11-20", "2026-11-21"), "FAILED", "NoRawFile", "NoRawFile"),
                arguments("viagem-com-saga", world("\"throw\": { \"error\": \"CardDeclined\", \"cause\": \"The bank said no\" }", "\"return\": {\"paymentId\": \"P-1\"}"),
                        "SUCCEEDED", "", "KeepTrip"),
                arguments("viagem-com-saga", world("\"return\": { \"code\": \"H-3\" }", "\"throw\": {\"error\": \"RoomNotFree\"}"), "FAILED", "TripNotBooked", "TripNotBooked"),
                arguments("aprovar-despesa", definition("\"ResultPath\": \"$.manager\"", "\"TimeoutSeconds\": 259200, \"ResultPath\": \"$.manager\""),
                        "SUCCEEDED", "", "TellApplicant"),
                arguments("treinar-modelo", input("0.85", "0.95"), "FAILED", "NotGoodEnough", "NotGoodEnough"),
                arguments("treinar-modelo", input("8]", "8, 12]"), "FAILED", "States.QueryEvaluationError", "EachDepth"));
    }

    @ParameterizedTest @MethodSource("tries")
    void endsAsTheGallerySays(String slug, UnaryOperator<Example.Text> change, String status, String error, String last) {
        Trace trace = run(slug, change, List.of());

        assertThat(trace.status().name()).isEqualTo(status);
        assertThat(trace.failure().map(failure -> failure.error()).orElse("")).isEqualTo(error);
        assertThat(trace.steps()).anyMatch(step -> step.state().equals(last));
    }

    @Test void oneFileAfterTheOtherTakesLongerAndAllAtOnceIsHardlyQuicker() {
        assertThat(seconds("arquivos-do-dia", "\"MaxConcurrency\": 2")).isEqualTo(2.5);
        assertThat(seconds("arquivos-do-dia", "\"MaxConcurrency\": 1")).isEqualTo(3.8);
        assertThat(seconds("arquivos-do-dia", "\"MaxConcurrency\": 0")).isEqualTo(2.5);
    }

    @Test void oneTrainingAfterTheOtherTakesThirtyOneMinutesMore() {
        assertThat(seconds("treinar-modelo", "\"MaxConcurrency\": 1") - seconds("treinar-modelo", "\"MaxConcurrency\": 3")).isBetween(31 * 60.0, 31 * 60 + 1.0);
    }

    @Test void aCompensationWithoutRetryGivesUp() {
        Trace trace = run("viagem-com-saga", text -> {
            int cancel = text.definition().indexOf("\"CancelHotel\": {");
            int retry = text.definition().indexOf("      \"Retry\"", cancel);
            return with(text, text.definition().substring(0, retry) + text.definition().substring(text.definition().indexOf("      \"Next\"", retry)),
                    text.input(), text.world());
        }, List.of());

        assertThat(trace.failure().orElseThrow().error()).isEqualTo("Lambda.TooManyRequestsException");
        assertThat(trace.steps().getLast().state()).isEqualTo("CancelHotel");
    }

    @Test void theManagerIsAskedThenFinanceThenNobody() {
        Trace asked = run("aprovar-despesa", UnaryOperator.identity(), List.of());
        Decision manager = approval(asked);
        Trace half = run("aprovar-despesa", UnaryOperator.identity(), List.of(manager));
        Trace done = run("aprovar-despesa", UnaryOperator.identity(), List.of(manager, approval(half)));
        Trace small = run("aprovar-despesa", input("4800", "900"), List.of(manager));

        assertThat(half.steps().getLast().state()).isEqualTo("AskFinance");
        assertThat(((Outcome.Success) done.outcome().orElseThrow()).result()).isInstanceOfSatisfying(Json.Obj.class, output -> assertThat(output.get("state")).isEqualTo(Json.of("APPROVED")));
        assertThat(small.steps()).noneMatch(step -> step.state().equals("AskFinance"));
        assertThat(small.status().name()).isEqualTo("SUCCEEDED");
    }

    private static Decision approval(Trace trace) {
        return new Decision.Answer("", trace.waiting().getFirst().eventId(), Duration.ofHours(2), new Agenda.Answer.Success(JsonText.parse("{\"approved\": true}")));
    }

    private static double seconds(String slug, String concurrency) {
        Trace trace = run(slug, text -> with(text, text.definition().replaceFirst("\"MaxConcurrency\": \\d", concurrency), text.input(), text.world()), List.of());
        return Math.round(Duration.between(trace.events().getFirst().at(), trace.events().getLast().at()).toMillis() / 100.0) / 10.0;
    }

    private static UnaryOperator<Example.Text> definition(String from, String to) {
        return text -> with(text, changed(text.definition(), from, to), text.input(), text.world());
    }

    private static UnaryOperator<Example.Text> input(String from, String to) {
        return text -> with(text, text.definition(), changed(text.input(), from, to), text.world());
    }

    private static UnaryOperator<Example.Text> world(String from, String to) {
        return text -> with(text, text.definition(), text.input(), changed(text.world(), from, to));
    }

    private static UnaryOperator<Example.Text> without(String from, String until) {
        return text -> with(text, text.definition().substring(0, text.definition().indexOf(from))
                + text.definition().substring(text.definition().indexOf(until)), text.input(), text.world());
    }

    private static String changed(String text, String from, String to) {
        assertThat(text).contains(from);
        return text.replace(from, to);
    }

    private static Example.Text with(Example.Text text, String definition, String input, String world) {
        return new Example.Text(text.title(), text.sentence(), text.about(), text.tries(), definition, input, world, text.status(), text.error());
    }

    private static Trace run(String slug, UnaryOperator<Example.Text> change, List<Decision> decisions) {
        Example.Text text = change.apply(EXAMPLES.find(slug).orElseThrow().in("en"));
        var definition = Definition.parse(text.definition(), Definition.Type.STANDARD);
        var world = ((Reading.Good<World>) World.parse(JsonText.parse(text.world()))).value();
        var start = new StartExecution(definition.machine().orElseThrow(() -> new AssertionError(definition.diagnostics())), Definition.Type.STANDARD, "passo", "run",
                world.account(), JsonText.parse(text.input()), Instant.EPOCH, 0);
        return Execution.run(start, new Cloud(world, List.of(), start), Limits.NORMAL, decisions).trace();
    }
}
