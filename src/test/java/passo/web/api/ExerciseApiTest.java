package passo.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import passo.json.Json;
import passo.json.JsonText;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Exercise;
import passo.web.RunningServer;

class ExerciseApiTest {

    static final String OPENED = """
            {"StartAt": "SalvarPedido", "States": {
              "SalvarPedido": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "ResultPath": null, "Next": "AvisarCliente", "Parameters": {
                "TableName": "Pedidos", "Item": {"pedidoId": {"S.$": "$.pedidoId"}, "cliente": {"S.$": "$.cliente"}, "status": {"S": "RECEBIDO"}}}},
              "AvisarCliente": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true, "Parameters": {
                "TopicArn": "arn:aws:sns:us-east-1:111122223333:pedidos", "Message.$": "States.Format('Pedido {} recebido', $.pedidoId)"}}}}""";

    static RunningServer server;

    @BeforeAll static void start() {
        server = RunningServer.start();
    }

    @AfterAll static void stop() {
        server.close();
    }

    @Test void theExercisesAreListed() {
        var first = (Json.Obj) ((Json.Arr) JsonText.parse(server.get("/api/v1/exercises").body())).get(0);

        assertThat(first).isEqualTo(JsonText.parse("""
                {"slug": "ola-estado", "title": {"en": "Hello, state", "pt-BR": "Olá, estado"}, "track": "primeiro-fluxo", "kind": "build", "level": 1,
                 "minutes": 8, "checklist": ["C1"]}"""));
    }

    @Test void anExerciseShowsItsVisibleTestsAndNothingThatIsHidden() {
        var body = server.get("/api/v1/exercises/pedido-sumiu").body();

        assertThat(body).contains("\"starter\"", "caminho-feliz", "P-100", "Conserte").doesNotContain("sem-cliente", "P-7", "ResultSelector\\\"");
    }

    @Test void anAttemptIsJudgedAndTheFieldThatWasLostIsFound() {
        var answer = json(attempt("{\"definition\": %s}".formatted(OPENED)));
        var visible = (Json.Obj) ((Json.Arr) answer.get("tests")).get(0);
        var hidden = (Json.Obj) ((Json.Arr) answer.get("tests")).get(1);

        assertThat(answer.get("passed")).isEqualTo(Json.of(false));
        assertThat(answer.get("mistakes").toString()).contains("A mensagem saiu certa.");
        assertThat(visible.get("lostAt")).isEqualTo(Json.of(2));
        assertThat(visible.get("diff").toString()).contains("\"at\":\"/cliente\"", "\"kind\":\"MISSING\"");
        assertThat(hidden.names()).containsExactly("name", "class", "visible", "passed");
    }

    @Test void afterThreeFailuresOfAHiddenTestThereIsAnotherExampleOfItsKind() {
        Json wrong = Curriculum.load(Path.of("exercises")).find("ola-estado").map(exercise -> exercise.wrong().get("texto-fixo").answer()).orElseThrow();
        String[] own = {"Cookie", help("{}").headers().firstValue("Set-Cookie").orElseThrow().split(";")[0], "Sec-Fetch-Site", "same-origin"};
        server.postJson("/api/v1/exercises/ola-estado/attempts", wrong.toString(), own);
        var second = json(server.postJson("/api/v1/exercises/ola-estado/attempts", wrong.toString(), own));
        var example = (Json.Obj) json(server.postJson("/api/v1/exercises/ola-estado/attempts", wrong.toString(), own)).get("counterExample");

        assertThat(second.has("counterExample")).isFalse();
        assertThat(example.get("class")).isEqualTo(Json.of("more-data"));
        assertThat(example.get("got")).isEqualTo(JsonText.parse("{\"status\": \"SUCCEEDED\", \"output\": {\"saudacao\": \"Olá, Ana\"}}"));
        assertThat(example.get("runs").toString()).doesNotContain("João", "Recife");
    }

    @Test void whatCannotBeAMachineIsToldWithItsDiagnostics() {
        var answer = json(attempt("{\"definition\": {\"StartAt\": \"A\", \"States\": {}}}"));

        assertThat(answer.get("stars")).isEqualTo(Json.of(0));
        assertThat(answer.get("diagnostics").toString()).contains("SCHEMA_VALIDATION_FAILED");
    }

    @Test void helpComesOneRungAfterTheOtherAndTheSolutionsLast() {
        String cookie = help("{}").headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];

        assertThat(json(help("{}", "Cookie", cookie)).get("hint").toString()).contains("replaces the input", "pt-BR");
        assertThat(help("{\"rung\": 4}", "Cookie", cookie).statusCode()).isEqualTo(409);
        assertThat(json(help("{\"rung\": 1}", "Cookie", cookie)).get("taken")).isEqualTo(Json.of(2));
        assertThat(json(help("{}", "Cookie", cookie)).get("rung")).isEqualTo(Json.of(3));
        assertThat(((Json.Obj) json(help("{}", "Cookie", cookie)).get("solutions")).names()).startsWith("reference");
    }

    @Test void whoHasPassedSeesTheSolutionsAndTookNoHelp() {
        String cookie = help("{}").headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        Json reference = Curriculum.load(Path.of("exercises")).find("pedido-sumiu").map(Exercise::reference).orElseThrow();
        var passed = json(server.postJson("/api/v1/exercises/pedido-sumiu/attempts", reference.toString(),
                "Cookie", cookie, "Sec-Fetch-Site", "same-origin"));
        var solutions = json(help("{\"rung\": 4}", "Cookie", cookie));

        assertThat(passed.get("stars")).isEqualTo(Json.of(3));
        assertThat(((Json.Obj) solutions.get("solutions")).get("reference")).isEqualTo(reference);
        assertThat(solutions.get("taken")).isEqualTo(Json.of(1));
    }

    @Test void testsAreJudgedByWhatTheyTellApartAndHiddenMachinesStayHidden() {
        var one = json(server.get("/api/v1/exercises/escreva-o-teste"));
        var machines = (Json.Arr) one.get("machines");
        var verdict = json(server.postJson("/api/v1/exercises/escreva-o-teste/attempts", Json.Obj.of("tests", Json.of("""
                name: pays at the limit
                input: {pedido: R-1, valor: 500, conta: C-1}
                expect: {subset: {situacao: PAGO}}
                """)).toString()));

        assertThat(machines.items()).filteredOn(machine -> ((Json.Obj) machine).has("definition")).hasSize(1);
        assertThat(one.get("starter").toString()).contains("um reembolso pequeno");
        assertThat(verdict.get("passed")).isEqualTo(Json.of(false));
        assertThat(((Json.Arr) verdict.get("machines")).get(1)).isEqualTo(JsonText.parse("""
                {"right": false, "told": true, "failed": "1", "about": {"en": "It sends a refund of exactly 500 to approval: it compares with “less than”.",
                 "pt-BR": "Ela manda para aprovação um reembolso de exatos 500: compara com “menor que”."}}"""));
        assertThat(((Json.Arr) verdict.get("machines")).get(2)).isEqualTo(JsonText.parse("{\"right\": false, \"told\": false, \"class\": \"service-fails\"}"));
    }

    @Test void testsThatCannotBeReadAreAnsweredByLineInBothLanguages() {
        var verdict = json(server.postJson("/api/v1/exercises/escreva-o-teste/attempts", "{\"tests\": \"name: one\\ninput: {}\\nexpect: {stats: FAILED}\"}"));

        assertThat(((Json.Arr) verdict.get("faults")).get(0)).isEqualTo(JsonText.parse("""
                {"line": 3, "reason": {"en": "There is no \\"stats\\" here. Is \\"status\\" meant?", "pt-BR": "Aqui não existe \\"stats\\". Seria \\"status\\"?"}}"""));
    }

    @Test void anExerciseThatIsNotThereIsNotFound() {
        assertThat(server.get("/api/v1/exercises/nenhum").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> help(String body, String... headers) {
        return server.postJson("/api/v1/exercises/pedido-sumiu/help", body, headers.length == 0 ? headers : new String[] {headers[0], headers[1], "Sec-Fetch-Site", "same-origin"});
    }

    private static HttpResponse<String> attempt(String body) {
        return server.postJson("/api/v1/exercises/pedido-sumiu/attempts", body);
    }

    private static Json.Obj json(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return (Json.Obj) JsonText.parse(response.body());
    }
}
