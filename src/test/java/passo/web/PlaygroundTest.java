package passo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the playground answers, read as text; how it is used is `PlaygroundIT`'s.
class PlaygroundTest {

    static final String COUNT = """
            {"StartAt": "Count", "States": {
              "Count": {"Type": "Pass", "Parameters": {"n.$": "States.MathAdd($.n, 1)"}, "Next": "Enough"},
              "Enough": {"Type": "Choice", "Choices": [{"Variable": "$.n", "NumericLessThan": 300, "Next": "Count"}], "Default": "Done"},
              "Done": {"Type": "Succeed"}}}""";
    static final String ENDLESS = COUNT.replace("\"NumericLessThan\": 300", "\"NumericGreaterThan\": 0");
    static final String ADDRESS = "/en/examples/ola";

    static RunningServer server;

    @BeforeAll static void open() {
        server = RunningServer.start();
    }

    @AfterAll static void close() {
        server.close();
    }

    @Test void aFragmentIsAnsweredToScriptsAndAPageToAForm() {
        var fragment = server.postForm(ADDRESS, form(COUNT, "{\"n\": 0}"), "HX-Request", "true");
        var page = server.postForm(ADDRESS, form(COUNT, "{\"n\": 0}"));

        assertThat(fragment.body()).startsWith("<div id=\"run\"").contains("hx-swap-oob");
        assertThat(page.body()).startsWith("<!doctype html>").contains("<div id=\"run\"").doesNotContain("hx-swap-oob");
    }

    @Test void aLongRunIsShownAPageAtATime() {
        var first = server.postForm(ADDRESS + "?step=1", form(COUNT, "{\"n\": 0}"), "HX-Request", "true").body();
        var last = server.postForm(ADDRESS, form(COUNT, "{\"n\": 0}"), "HX-Request", "true").body();

        assertThat(first).contains("id=\"step-200\"", "steps 1 to 200 of 601").doesNotContain("id=\"step-201\"");
        assertThat(last).contains("id=\"step-601\"", "steps 601 to 601 of 601");
    }

    @Test void anEndlessRunEndsAsAwsEndsIt() {
        assertThat(server.postForm(ADDRESS, form(ENDLESS, "{\"n\": 0}"), "HX-Request", "true").body()).contains("Failed");
    }

    @Test void aRunSaysWhatItsRoleWasAskedForAndWhatThePolicyAllowsBeyond() {
        String definition = "{\"StartAt\": \"T\", \"States\": {\"T\": {\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::aws-sdk:s3:getObject\", "
                + "\"Parameters\": {\"Bucket\": \"b\", \"Key\": \"k\"}, \"End\": true}}}";
        String world = """
                {"s3": {"b": {"k": {"body": "1"}}}, "role": "r", "roles": {"r": {
                  "trust": {"Statement": {"Effect": "Allow", "Principal": {"Service": "%s.amazonaws.com"}, "Action": "sts:AssumeRole"}},
                  "policy": {"Statement": [{"Sid": "Read", "Effect": "Allow", "Action": ["s3:Get*", "s3:PutObject"], "Resource": "arn:aws:s3:::b/k"}]}}}}""";
        var told = server.postForm("/en/views/permissions", form(definition, "{}", world.formatted("states"))).body();
        var unmade = server.postForm(ADDRESS, form(definition, "{}", world.formatted("lambda")), "HX-Request", "true").body();

        assertThat(told).contains("all it needed was allowed", "allowed by Read", "stands for more than s3:GetObject", "nothing needed", "S3GetObject");
        assertThat(unmade).contains("Not run", "AWS does not create this state machine: Neither the global service principal");
    }

    @Test void whatCannotRunIsToldAndNotRun() {
        var body = server.postForm(ADDRESS, form("{\"StartAt\": \"Chek\", \"States\": {\"Check\": {\"Type\": \"Succeed\"}}}", "{"), "HX-Request", "true").body();

        assertThat(body).contains("Not run", "Did you mean \"Check\"?", "Input, line 1");
    }

    @Test void theGuideSaysThatTheDataArrivedOnlyWhereTheyDid() {
        var other = server.postForm("/en/examples/pedido-da-loja", form("{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}", "{}"),
                "HX-Request", "true").body();

        assertThat(other).contains("It works.").doesNotContain("arrives whole");
    }

    @Test void whatAFunctionWroteToItsLogIsShownAtItsStep() {
        var body = server.postForm(ADDRESS, form("""
                {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:f", "End": true}}}""", "{}")
                + encoded("{\"lambda\": {\"f\": {\"runtime\": \"nodejs22.x\", \"code\": \"exports.handler = async () => { console.log('hello log'); return 1; }\"}}}"),
                "HX-Request", "true").body();

        assertThat(body).contains("What the function wrote to its log", "hello log");
    }

    @Test void aFieldThatWasNeverThereIsSaidToBeMissing() {
        var body = server.postForm(ADDRESS, form("{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"InputPath\": \"$.ok\", \"End\": true}}}",
                "{\"Payload\": {\"ok\": 1}}"), "HX-Request", "true").body();

        assertThat(body).contains("What is missing:", "$.Payload.ok");
    }

    @Test void theEditorIsToldWhatIsWrongAndWhatMayStandThere() {
        var problems = server.postForm("/en/editor/problems", "where=definition&text=" + encoded("{}")).body();
        var completions = server.postForm("/pt-BR/editor/completions", "cursor=1&text=" + encoded("{}")).body();

        assertThat(problems).startsWith("[{\"from\":").contains("\"status\":\"fail\"");
        assertThat(completions).contains("\"label\":\"StartAt\"");
    }

    @Test void anExampleThatIsNotThereIsNotFound() {
        assertThat(server.get("/en/examples/nothing").statusCode()).isEqualTo(404);
    }

    private static String form(String definition, String input) {
        return form(definition, input, "");
    }

    private static String form(String definition, String input, String world) {
        return "type=STANDARD&definition=" + encoded(definition) + "&input=" + encoded(input) + "&world=" + encoded(world);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
