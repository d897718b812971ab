package passo.web.explain;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import passo.asl.Definition;
import passo.asl.StateMachine;
import passo.aws.Cloud;
import passo.aws.Reading;
import passo.aws.World;
import passo.engine.Execution;
import passo.engine.Limits;
import passo.engine.StartExecution;
import passo.engine.Trace;
import passo.json.JsonText;
import passo.web.Language;
import passo.web.Messages;
import passo.web.Page;
import passo.web.parts.Sentence;

class ExplainerTest {

    static Page page(Language language) {
        return new Page(language, Messages.in(language), "/");
    }

    static Trace run(StateMachine machine, String input, String world) {
        var start = new StartExecution(machine, Definition.Type.STANDARD, "m", "r", "111122223333", JsonText.parse(input), Instant.EPOCH, 1);
        World given = ((Reading.Good<World>) World.parse(JsonText.parse(world))).value().orAutomatic();
        return Execution.run(start, new Cloud(given, List.of(), start), Limits.NORMAL).trace();
    }

    /// The lines of the first state, after a run where there is an input, as `Field: what it does / what came of it`.
    static List<String> told(Language language, String definition, String input, String world) {
        Definition read = Definition.parse(definition, Definition.Type.STANDARD);
        StateMachine machine = read.machine().orElseThrow(() -> new AssertionError(read.diagnostics().toString()));
        Optional<Known.Visit> visit = input.isEmpty() ? Optional.empty() : Optional.of(run(machine, input, world)).map(trace -> new Known.Visit(trace, trace.steps().getFirst()));
        return Explainer.lines(Known.of(page(language), read, visit), machine.state(machine.startAt())).stream()
                .map(line -> line.field() + ": " + said(line.said()) + (line.run().isEmpty() ? "" : " / " + said(line.run()))).toList();
    }

    static String said(List<Sentence> sentences) {
        return sentences.stream().map(Sentence::spoken).collect(joining(" "));
    }

    static String task(String fields) {
        return """
                {"StartAt": "Charge", "States": {"Charge": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:ChargeCard", %s, "Next": "Done"},
                  "Done": {"Type": "Succeed"}}}""".formatted(fields);
    }

    static String line(List<String> lines, String field) {
        return lines.stream().filter(line -> line.startsWith(field + ":")).findFirst().map(line -> line.substring(field.length() + 2)).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            "ErrorEquals": ["Lambda.TooManyRequestsException"], "IntervalSeconds": 2, "MaxAttempts": 3, "MaxDelaySeconds": 5 \
            | Tries up to 3 more times, after 2, 4 and 5 s, only when the service asks for calm (Lambda.TooManyRequestsException). No wait is longer than 5 s (MaxDelaySeconds). \
            | Tenta até mais 3 vezes, depois de 2, 4 e 5 s, só quando o serviço pede calma (Lambda.TooManyRequestsException). Nenhuma espera passa de 5 s (MaxDelaySeconds).
            "ErrorEquals": ["States.ALL"] \
            | Tries up to 3 more times, after 1, 2 and 4 s, whatever the error. \
            | Tenta até mais 3 vezes, depois de 1, 2 e 4 s, qualquer que seja o erro.
            "ErrorEquals": ["States.TaskFailed"], "BackoffRate": 1, "MaxAttempts": 2, "JitterStrategy": "FULL" \
            | Tries up to 2 more times, after 1 s each time, whatever the error but a timeout. Each wait is drawn at random between 0 and that time (JitterStrategy), so that many do not come back at once. \
            | Tenta até mais 2 vezes, depois de 1 s a cada vez, qualquer que seja o erro, menos um timeout. Cada espera é sorteada entre 0 e esse tempo (JitterStrategy), para que muitos não voltem ao mesmo tempo.
            "ErrorEquals": ["Declined", "Expired", "Lost"], "MaxAttempts": 1 \
            | Tries once more, after 1 s, only for the errors Declined, Expired or Lost. \
            | Tenta mais uma vez, depois de 1 s, só para os erros Declined, Expired ou Lost.
            "ErrorEquals": ["Declined"], "MaxAttempts": 0 \
            | Does not try again, only for the error Declined: MaxAttempts is 0. \
            | Não tenta de novo, só para o erro Declined: MaxAttempts é 0.
            "ErrorEquals": ["Busy"], "IntervalSeconds": 10, "BackoffRate": 1.5, "MaxAttempts": 10 \
            | Tries up to 10 more times, after 10, 15, 22.50 s and so on up to 6 min 24 s, only for the error Busy. \
            | Tenta até mais 10 vezes, depois de 10, 15, 22,50 s e assim por diante, até 6 min 24 s, só para o erro Busy.
            """)
    void aRetrierIsOneSentence(String retrier, String english, String portuguese) {
        String definition = task("\"Retry\": [{%s}]".formatted(retrier));

        assertThat(line(told(Language.ENGLISH, definition, "", ""), "Retry[0]")).isEqualTo(english);
        assertThat(line(told(Language.PORTUGUESE, definition, "", ""), "Retry[0]")).isEqualTo(portuguese);
    }

    static final String BUSY = "\"Retry\": [{\"ErrorEquals\": [\"Busy\"], \"IntervalSeconds\": 2, \"MaxAttempts\": 3}], \"Catch\": [{\"ErrorEquals\": [\"States.ALL\"], \"ResultPath\": \"$.error\", \"Next\": \"Done\"}]";

    static String busy(int times) {
        return """
                {"lambda": {"ChargeCard": {"replies": [{"throw": {"error": "Busy"}, "times": %d}, {"return": 1}]}}}""".formatted(times);
    }

    @Test void whatARetrierDidIsToldWithTheTimesOfTheRun() {
        assertThat(line(told(Language.ENGLISH, task(BUSY), "{}", busy(2)), "Retry[0]")).endsWith(
                "/ In this run it tried 2 more times: Busy came at 0.12 s and 2.24 s, and it went through at 6.36 s.");
        assertThat(line(told(Language.PORTUGUESE, task(BUSY), "{}", busy(1)), "Retry[0]")).endsWith(
                "/ Nesta execução tentou mais uma vez: Busy veio em 0,12 s, e passou em 2,24 s.");
        assertThat(line(told(Language.ENGLISH, task(BUSY), "{}", busy(9)), "Retry[0]")).contains("Then no try was left.");
        assertThat(line(told(Language.ENGLISH, task(BUSY), "{}", busy(9)), "Catch[0]")).isEqualTo("When Retry has no try left, whatever the error, goes to Done instead of failing. "
                + "The error is put at $.error; the rest of the input stays. / In this run it caught Busy at 14.48 s.");
        assertThat(line(told(Language.ENGLISH, task(BUSY), "{}", busy(0)), "Retry[0]")).endsWith("/ In this run it was not needed.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            $.items[*].price             | the price of every item of $.items: here 3 values, 10, 12 and 5          | price de cada item de $.items: aqui, 3 valores, 10, 12 e 5
            $.items[?(@.price > 10)].id  | a list of the id of those items of $.items for which @.price > 10 holds: here ["b"] | uma lista com id dos itens de $.items para os quais vale @.price > 10: aqui, ["b"]
            $..id                        | a list of every id inside $, however deep: here 3 values, "a", "b" and "c" | uma lista de todo id dentro de $, em qualquer profundidade: aqui, 3 valores, "a", "b" e "c"
            $.customer.name              | what stands at $.customer.name: here "Ana"                               | o que está em $.customer.name: aqui, "Ana"
            $$.Execution.Name            | $$.Execution.Name of the Context Object: here "r"                        | $$.Execution.Name do Context Object: aqui, "r"
            States.ArrayLength($.items)  | how many items a list has (what stands at $.items): here 3               | quantos itens uma lista tem (o que está em $.items): aqui, 3
            States.UUID()                | a new UUID                                                               | um novo UUID
            """)
    void anExpressionIsSaidWithItsValueInTheRun(String expression, String english, String portuguese) {
        String definition = task("\"Parameters\": {\"x.$\": \"%s\"}".formatted(expression));
        String input = """
                {"customer": {"name": "Ana"}, "items": [{"id": "a", "price": 10}, {"id": "b", "price": 12}, {"id": "c", "price": 5}]}""";

        assertThat(line(told(Language.ENGLISH, definition, input, "{}"), "Parameters")).isEqualTo("This is sent: x is " + english + ".");
        assertThat(line(told(Language.PORTUGUESE, definition, input, "{}"), "Parameters")).isEqualTo("Isto é enviado: x é " + portuguese + ".");
    }

    @Test void aStateIsToldInTheOrderInWhichItsFieldsAct() {
        assertThat(told(Language.ENGLISH, task("\"ResultPath\": \"$.paid\", \"InputPath\": \"$.order\", \"TimeoutSeconds\": 90, \"ResultSelector\": {\"id.$\": \"$.id\"}"),
                "{\"order\": {\"id\": 7}}", "{\"lambda\": {\"ChargeCard\": {\"replies\": [{\"return\": {\"id\": 70}}]}}}")).containsExactly(
                "Task: Calls the Lambda function ChargeCard and waits for its answer.",
                "InputPath: Only this goes in: what stands at $.order: here {\"id\":7}.",
                "TimeoutSeconds: After 1 min 30 s without an answer it gives up, with States.Timeout.",
                "ResultSelector: Of the answer only this is kept: id is what stands at $.id: here 70.",
                "ResultPath: The result is put at $.paid of the input; everything else of the input stays.",
                "Next: Goes on to Done.");
    }

    @Test void jsonataIsToldToo() {
        assertThat(told(Language.PORTUGUESE, """
                {"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "Assign": {"total": "{% $sum($states.input.prices) %}"},
                  "Output": "{% $states.input.prices[0] * 2 %}", "End": true}}}""", "{\"prices\": [1, 2]}", "{}")).containsExactly(
                "Pass: Não faz trabalho: só dá forma aos dados.",
                "Assign: A partir do próximo estado, estas variáveis valem: total é a soma de $states.input.prices: aqui, 3.",
                "Output: Isto é passado adiante: É o que $states.input.prices[0] * 2 calcula: aqui, 2.",
                "End: Termina aqui: o que passa adiante é o resultado.");
    }

    @Test void waitsFailsChoicesAndMapsAreTold() {
        assertThat(Stream.of("""
                {"StartAt": "A", "States": {"A": {"Type": "Wait", "SecondsPath": "$.pause", "End": true}}}""", """
                {"StartAt": "A", "States": {"A": {"Type": "Fail", "Error": "Refused", "CausePath": "$.why"}}}""", """
                {"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [{"Variable": "$.pause", "NumericGreaterThan": 10, "Next": "B"}]}, "B": {"Type": "Succeed"}}}""", """
                {"StartAt": "A", "States": {"A": {"Type": "Map", "ItemsPath": "$.all", "MaxConcurrency": 1, "End": true,
                  "ItemProcessor": {"StartAt": "I", "States": {"I": {"Type": "Pass", "End": true}}}}}}""")
                .map(definition -> told(Language.ENGLISH, definition, "{\"pause\": 30, \"why\": \"late\", \"all\": [1, 2, 3]}", "{}").stream().skip(1).toList()).toList())
                .containsExactly(
                        List.of("SecondsPath: Waits so many seconds: what stands at $.pause: here 30. / In this run it waited from 0 s to 30 s.", "End: Ends here: what it hands on is the result."),
                        List.of("Error: The error has this name: \"Refused\".", "CausePath: The reason that is given: what stands at $.why: here \"late\"."),
                        List.of("Choices[0]: Goes to B if $.pause > 10. / This decided in this run.", "Default: There is no Default: if no rule holds, the execution fails."),
                        List.of("ItemsPath: The items are what stands at $.all: here 3 items.", "MaxConcurrency: One iteration after the other, never two at once.",
                                "ResultPath: The result replaces the whole input: what came in does not go on.", "End: Ends here: what it hands on is the result."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            States.Runtime                    | A definição pediu aos dados algo que não está lá, como um caminho que não leva a nada. Não pode ser tentado de novo nem capturado, nem por States.ALL: a execução termina.
            DynamoDB.ConditionalCheckFailedException | DynamoDB recusou por causa do que já está lá: uma condição não vale ou alguém chegou antes. Pode ser tentado de novo com Retry e capturado com Catch.
            Lambda.ServiceException           | O próprio Lambda tropeçou, ou o caminho até ele: vale um Retry. Pode ser tentado de novo com Retry e capturado com Catch.
            CardDeclined                      | Um erro com nome próprio, como o que o código de uma função lança. Pode ser tentado de novo com Retry e capturado com Catch.
            """)
    void anErrorSaysWhatItMeansAndWhatCanBeDone(String error, String said) {
        var words = new ErrorWords(Known.of(page(Language.PORTUGUESE), Definition.parse("{}", Definition.Type.STANDARD), Optional.empty()));

        assertThat(said(List.of(words.meaning(error), words.recovery(error)))).isEqualTo(said);
    }
}
