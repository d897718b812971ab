package passo.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import passo.engine.semantics.Outcome;

class HttpTest {

    static final String HTTP = "arn:aws:states:::http:invoke";
    static final String GATEWAY = "arn:aws:states:::apigateway:invoke";
    static final String CALL = "{ApiEndpoint: 'https://api.example.com/orders', Method: GET, "
            + "InvocationConfig: {ConnectionArn: 'arn:aws:events:us-east-1:111122223333:connection/c/1'}}";

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
}
