package passo.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import passo.json.Json;

/// Secrets, parameters and keys.
class VaultTest {

    private static final String SDK = "arn:aws:states:::aws-sdk:";

    @Test void aSecretIsFoundByItsNameAndByItsArn() {
        String world = "{secrets: {db: {value: {user: ana}}}}";

        var found = (Json.Obj) Trial.call(SDK + "secretsmanager:getSecretValue", "{SecretId: db}", world).output();

        assertThat(found.get("SecretString")).isEqualTo(Json.of("{\"user\":\"ana\"}"));
        assertThat(Trial.call(SDK + "secretsmanager:getSecretValue", "{SecretId: '" + found.get("Arn").toString().replace("\"", "") + "'}", world).output()).isEqualTo(found);
    }

    @Test void aSecretThatIsNotThereFails() {
        var failure = Trial.call(SDK + "secretsmanager:getSecretValue", "{SecretId: none}", "{}").failure();

        assertThat(failure.error()).isEqualTo("SecretsManager.ResourceNotFoundException");
        assertThat(failure.cause()).startsWith("Secrets Manager can't find the specified secret. (Service: SecretsManager, Status Code: 400, Request ID: ");
    }

    @Test void aSecretThatIsWrittenIsThereAfterwards() {
        var trial = Trial.call(SDK + "secretsmanager:putSecretValue", "{SecretId: db, SecretString: new, ClientRequestToken: '12345678901234567890123456789012'}",
                "{secrets: {db: {value: old}}}");

        assertThat(trial.cloud().world().get("secrets")).isEqualTo(Trial.json("{db: {value: new}}"));
    }

    @Test void aParameterHasATypeAndAPath() {
        String world = "{parameters: {/shop/limit: {value: '7'}, /shop/key: {value: k, type: SecureString}, /shop/a/b: {value: x}}}";

        assertThat(Trial.call(SDK + "ssm:getParameter", "{Name: /shop/limit}", world).output()).isEqualTo(Trial.json("""
                {Parameter: {Arn: 'arn:aws:ssm:us-east-1:111122223333:parameter/shop/limit', DataType: text, Name: /shop/limit, Type: String, Value: '7', Version: 1}}"""));
        assertThat(((Json.Arr) ((Json.Obj) Trial.call(SDK + "ssm:getParametersByPath", "{Path: /shop}", world).output()).get("Parameters")).size()).isEqualTo(2);
        assertThat(Trial.call(SDK + "ssm:getParameter", "{Name: none}", world).failure().error()).isEqualTo("Ssm.ParameterNotFoundException");
    }

    @Test void whatAKeyLocksItUnlocksAndNoOther() {
        String machine = """
                {StartAt: Lock, States: {
                 Lock: {Type: Task, Resource: 'arn:aws:states:::aws-sdk:kms:encrypt', Parameters: {KeyId: k, Plaintext: hello}, Next: Unlock},
                 Unlock: {Type: Task, Resource: 'arn:aws:states:::aws-sdk:kms:decrypt', Parameters: {KeyId: %s, CiphertextBlob.$: $.CiphertextBlob},
                  ResultSelector: {text.$: $.Plaintext}, End: true}}}""";

        assertThat(Trial.run(machine.formatted("k"), "{}", "{}").output()).isEqualTo(Trial.json("{text: hello}"));
        assertThat(Trial.run(machine.formatted("other"), "{}", "{}").failure().error()).isEqualTo("Kms.IncorrectKeyException");
    }

    @Test void anyActionCanBeGivenItsAnswers() {
        String world = """
                {services: {'rekognition:detectLabels': {rules: [{when: {MinConfidence: 90}, then: [{throw: {error: Rekognition.ThrottlingException, cause: slow}, times: 1},
                 {return: {Labels: []}, after: 2s}]}]}}}""";
        var trial = Trial.run("""
                {StartAt: A, States: {A: {Type: Task, Resource: 'arn:aws:states:::aws-sdk:rekognition:detectLabels', Parameters: {Image: {}, MinConfidence: 90},
                  Retry: [{ErrorEquals: [Rekognition.ThrottlingException], IntervalSeconds: 1}], End: true}}}""", "{}", world);

        assertThat(trial.output()).isEqualTo(Trial.json("{Labels: []}"));
        assertThat(trial.cloud().calls()).extracting(Served::automatic).containsOnly(false);
    }

    @Test void aModelAnswersInItsOwnShape() {
        assertThat(Trial.call("arn:aws:states:::bedrock:invokeModel", "{ModelId: us.anthropic.claude-3-haiku, Body: {}}", "{}").answer())
                .isInstanceOfSatisfying(Json.Obj.class, answer -> assertThat(answer.get("Body")).asString().contains("\"stop_reason\":\"end_turn\""));
        assertThat(Trial.call(SDK + "bedrockruntime:invokeModel", "{ModelId: amazon.titan-text-lite-v1, Body: '{}'}", "{}").output())
                .isInstanceOfSatisfying(Json.Obj.class, answer -> assertThat(answer.get("Body")).isInstanceOf(Json.Str.class));
    }
}
