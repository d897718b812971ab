package passo.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import passo.engine.semantics.Outcome;
import passo.json.Json;

class HttpTest {

    static final String HTTP = "arn:aws:states:::http:invoke";
    static final String GATEWAY = "arn:aws:states:::apigateway:invoke";
    static final String CALL = "{ApiEndpoint: 'https://api.example.com/orders', Method: GET, "
            + "InvocationConfig: {ConnectionArn: 'arn:aws:events:us-east-1:111122223333:connection/c/1'}}";

    static final String ENDPOINT = "{http: {'https://api.example.com/orders': {replies: [%s]}}}";

    @Test void anEndpointAnswersWithItsBody() {
        assertThat(Trial.call(HTTP, CALL, "{http: {'https://api.example.com/orders': {replies: [{return: {id: 7}}]}}}").output())
                .isEqualTo(Trial.json(
                        "{Headers: {Content-Type: [application/json]}, ResponseBody: {id: 7}, StatusCode: 200, StatusText: OK}"));
    }

    @Test void aStatusIsAnErrorOfTheServiceThatSawIt() {
        assertThat(Trial.call(HTTP, CALL, "{http: {'https://api.example.com/orders': {replies: [{throw: {error: '503', cause: busy}}]}}}")
                .failure()).isEqualTo(new Outcome.Failure("States.Http.StatusCode.503", "busy"));
        assertThat(Trial.call(GATEWAY, "{ApiEndpoint: a.example.com, Method: POST, Stage: prod, Path: /pets}",
                "{http: {a.example.com/prod/pets: {rules: [{when: {Method: POST}, then: [{throw: {error: '403'}}]}]}}}")
                .failure().error()).isEqualTo("ApiGateway.403");
    }

    @Test void anEndpointThatNobodyDescribedAnswersAutomatically() {
        var trial = Trial.call(HTTP, CALL, "{}");

        assertThat(trial.trace().steps().getFirst().automatic()).isTrue();
        assertThat(trial.output()).isEqualTo(Trial.json("{Headers: {}, ResponseBody: {}, StatusCode: 200, StatusText: OK}"));
    }

    @Test void aResponseMayHaveAStatusAndHeaders() {
        assertThat(Trial.call(HTTP, CALL, ENDPOINT.formatted("{status: 201, headers: {Location: /7}, return: made}")).output()).isEqualTo(Trial.json(
                "{Headers: {Content-Type: [application/json], Location: [/7]}, ResponseBody: made, StatusCode: 201, StatusText: Created}"));
        assertThat(Trial.call(HTTP, CALL, ENDPOINT.formatted("{status: 404, return: {gone: true}}")).failure())
                .isEqualTo(new Outcome.Failure("States.Http.StatusCode.404", "{\"gone\":true}"));
    }

    @Test void aTaskGivesUpAfterAMinute() {
        var trial = Trial.call(HTTP, CALL, ENDPOINT.formatted("{return: late, after: 61s}"));

        assertThat(trial.failure().error()).isEqualTo("States.Http.Socket");
        assertThat(trial.duration()).hasSeconds(60);
    }

    @Test void aBodyIsEncodedAsAForm() {
        String call = CALL.replace("GET", "POST, RequestBody: {name: A B, list: [1, 2]}, Transform: {RequestBodyEncoding: URL_ENCODED, "
                + "RequestEncodingOptions: {ArrayFormat: %s}}");
        String world = "{http: {'https://api.example.com/orders': {rules: [{when: {RequestBody: '%s'}, then: [{return: seen}]}]}}}";

        assertThat(body(call.formatted("INDICES"), world.formatted("name=A+B&list[0]=1&list[1]=2"))).isEqualTo(Json.of("seen"));
        assertThat(body(call.formatted("REPEAT"), world.formatted("name=A+B&list=1&list=2"))).isEqualTo(Json.of("seen"));
        assertThat(body(call.formatted("COMMAS"), world.formatted("name=A+B&list=1,2"))).isEqualTo(Json.of("seen"));
        assertThat(body(call.formatted("BRACKETS"), world.formatted("name=A+B&list[]=1&list[]=2"))).isEqualTo(Json.of("seen"));
    }

    private static Json body(String call, String world) {
        return ((Json.Obj) Trial.call(HTTP, call, world).output()).get("ResponseBody");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Method: GET | Method: FETCH | The value of the field 'Method' has an invalid format",
        "Method: GET | 'Method: GET, Headers: {Authorization: x}' | The header 'Authorization' cannot be set in an HTTP Task",
        "Method: GET | 'Method: GET, Headers: {X-Amz-Date: x}' | The header 'X-Amz-Date' cannot be set in an HTTP Task",
        "https: | http: | The value of the field 'ApiEndpoint' has an invalid format"})
    void whatATaskCannotSendIsNamed(String good, String bad, String flaw) {
        var failure = Trial.call(HTTP, CALL.replace(good, bad), ENDPOINT.formatted("{return: x}")).failure();

        assertThat(failure.error()).isEqualTo("States.Runtime");
        assertThat(failure.cause()).contains(flaw);
    }

    @Test void headersToApiGatewayAreLists() {
        var failure = Trial.call(GATEWAY, "{ApiEndpoint: a.example.com, Method: GET, Headers: {h: x}}", "{}").failure();

        assertThat(failure.cause()).contains("could not be used to start the Task: [The value of the field 'h' has an invalid format]");
    }

    @Test void aConnectionThatTheWorldDoesNotNameIsMissing() {
        assertThat(Trial.call(HTTP, CALL, "{connections: {other: {}}}").failure().error())
                .isEqualTo("Events.ConnectionResource.ResourceNotFound");
    }
}
