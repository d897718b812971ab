package passo.web.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import passo.store.Revision;
import passo.store.Revisions;
import passo.web.RunningServer;

/// What the console answers to forms; how it is used is `ConsoleIT`'s.
class ConsoleTest {

    static final String HELLO = "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"End\": true}}}";
    static final String CALLBACK = """
            {"StartAt": "Ask", "States": {"Ask": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
              "Parameters": {"QueueUrl": "https://sqs.us-east-1.amazonaws.com/111122223333/q", "MessageBody.$": "$$.Task.Token"}, "End": true}}}""";
    static final String UNTRUSTED = """
            {"roles": {"reader": {"trust": {"Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}}}}""";

    static RunningServer server;

    @BeforeAll static void start() {
        server = RunningServer.start();
    }

    @AfterAll static void stop() {
        server.close();
    }

    @Test void aMachineIsMadeBlankOrFromAnExampleOrFromATextInYamlThatStaysYaml() {
        var ana = new Learner();
        String yaml = "StartAt: A\nStates:\n  A: # first\n    Type: Succeed\n";

        String blank = ana.make("one", "from", "blank");
        String example = ana.make("two", "from", "example", "example", "pedido-da-loja");
        String text = ana.make("three", "from", "text", "definition", yaml, "type", "EXPRESS");

        assertThat(ana.get(blank).body()).contains("First revision", "Standard");
        assertThat(ana.get(example + "/revisions/1/definition").body()).contains("SaveOrder");
        assertThat(ana.get(text + "/revisions/1/definition").body()).isEqualTo(yaml);
        assertThat(ana.get(text + "/revisions/1/definition").headers().firstValue("Content-Disposition")).contains("attachment; filename*=UTF-8''three.asl.yaml");
        assertThat(ana.get("/en/console").body()).containsSubsequence("three", "Express", "two", "one");
    }

    @Test void whatThePlaygroundSendsIsNamedByIt() {
        var ana = new Learner();

        String first = ana.post("/en/console/machines", "name", "Shop: order", "definition", HELLO, "input", "{\"a\": 1}", "world", "", "type", "STANDARD")
                .headers().firstValue("Location").orElseThrow();
        ana.post("/en/console/machines", "name", "Shop: order", "definition", HELLO, "input", "{}", "world", "", "type", "STANDARD");

        assertThat(ana.get("/en/console").body()).contains(">Shop--order<", ">Shop--order-2<");
        assertThat(ana.newest(first).input()).isEqualTo("{\"a\": 1}");
    }

    @Test void aBadTextIsAnsweredAsItWasTypedWithLineAndColumn() {
        var ana = new Learner();

        var answer = ana.post("/en/console/machines", "name", "a b", "from", "text", "definition", "{\"StartAt\": \"A\",\n \"States\": {\"A\": {\"Type\": \"Pas\"}}}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("line 2, column", "No spaces. AWS answers: “Invalid Name: 'a b'”.", "value=\"a b\"", "\"Pas\"}");
        assertThat(ana.get("/en/console").body()).contains("No machine yet");
    }

    @Test void aNameIsGivenOnce() {
        var ana = new Learner();
        ana.make("orders", "from", "blank");

        assertThat(ana.post("/pt-BR/console/machines", "name", "orders", "from", "blank").body()).contains("Outra máquina sua tem este nome.");
        assertThat(ana.post("/en/console/machines", "name", "", "from", "blank").body()).contains("A name is missing.");
    }

    @Test void whatIsInTheEditorBecomesARevisionWithANote() {
        var ana = new Learner();
        String orders = ana.make("orders", "from", "text", "definition", HELLO);
        var kept = ana.post(orders + "/draft", "definition", HELLO.replace("\"A\"", "\"B\""), "input", "{}", "world", "", "type", "STANDARD");

        assertThat(kept.headers().firstValue("Location")).contains(orders + "#save");
        assertThat(ana.get(orders).body()).contains("not saved as a revision", "Save as revision 2");
        assertThat(ana.get(orders + "/compare?from=1&to=draft").body()).contains("Adds the state", "Removes the state", "Of the machine itself changed");
        assertThat(ana.post(orders + "/revisions", "note", " ").body()).contains("A note is missing");
        assertThat(ana.post(orders + "/revisions", "note", "Renames A").statusCode()).isEqualTo(303);
        assertThat(ana.get(orders).body()).contains("Renames A").doesNotContain("not saved as a revision");
        ana.post(orders + "/revisions/1/restore");
        assertThat(ana.newest(orders)).extracting(Revision::number, Revision::note, Revision::definition).containsExactly(3, "Restores revision 1", HELLO);
    }

    @Test void aRevisionIsWithoutErrors() {
        var ana = new Learner();
        String orders = ana.make("orders", "from", "blank");
        ana.post(orders + "/draft", "definition", "{", "input", "{}", "world", "");

        var answer = ana.post(orders + "/revisions", "note", "Half a thought");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Definition, line 1", "value=\"Half a thought\"");
        assertThat(ana.newest(orders).number()).isEqualTo(1);
    }

    @Test void aRoleThatAwsRefusesIsRefusedInItsWords() {
        var ana = new Learner();
        String orders = ana.make("orders", "from", "text", "definition", HELLO, "world", UNTRUSTED);

        var refused = ana.post(orders + "/settings", "role", "reader", "level", "ALL");
        ana.post(orders + "/settings", "role", "", "level", "ERROR", "data", "yes");
        ana.post(orders + "/settings", "role", "", "level", "ERROR", "data", "yes");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("is authorized to assume the provided role.", "<option translate=\"no\" selected>ALL</option>");
        assertThat(ana.newest(orders)).extracting(Revision::number, Revision::logLevel, Revision::logData).containsExactly(2, "ERROR", true);
    }

    @Test void theTypeIsForEverAndACopyCanBeOfTheOther() {
        var ana = new Learner();
        String asks = ana.make("asks", "from", "text", "definition", CALLBACK);
        String hello = ana.make("hello", "from", "text", "definition", HELLO);

        assertThat(ana.post(asks + "/copy", "name", "asks-2", "type", "EXPRESS").statusCode()).isEqualTo(422);
        String copy = ana.post(hello + "/copy", "name", "hello-2", "type", "EXPRESS").headers().firstValue("Location").orElseThrow();
        assertThat(ana.get(copy).body()).contains("Copy of hello, revision 1", ">Express</span>");
    }

    @Test void onlyTheNewestRevisionIsPublishedAndOnce() {
        var ana = new Learner();
        String orders = ana.make("orders", "from", "blank");
        ana.post(orders + "/versions", "revision", "1", "description", "First");
        ana.post(orders + "/versions", "revision", "1", "description", "Again");
        ana.post(orders + "/settings", "level", "ALL");

        assertThat(ana.post(orders + "/versions", "revision", "1", "description", "").body()).contains("AWS publishes only the newest");
        assertThat(ana.get(orders).body()).contains("First", "Publish revision 2").doesNotContain("Again");
    }

    @Test void anAliasLeadsToOneOrTwoVersionsByWeight() {
        var ana = new Learner();
        String orders = ana.make("orders", "from", "blank");
        ana.post(orders + "/versions", "revision", "1");
        ana.post(orders + "/settings", "level", "ALL");
        ana.post(orders + "/versions", "revision", "2");

        assertThat(alias(ana, orders, "7", "2", "100", "0", "").body()).contains("not digits alone");
        assertThat(alias(ana, orders, "live", "2", "90", "1", "20").body()).contains("Received: [90, 20]");
        assertThat(alias(ana, orders, "live", "2", "50", "2", "50").body()).contains("must contain distinct state machine version ARNs");
        assertThat(alias(ana, orders, "live", "9", "100", "0", "").body()).contains("One of these versions is not there.");
        assertThat(alias(ana, orders, "live", "2", "90", "1", "10").statusCode()).isEqualTo(303);
        assertThat(ana.get(orders).body()).contains("90 % version 2, 10 % version 1");
        assertThat(ana.post(orders + "/versions/1/delete").body()).contains("must not be referenced by an alias");
        ana.post(orders + "/aliases/live", "version", "2", "weight", "100", "other", "0");
        assertThat(ana.post(orders + "/versions/1/delete").statusCode()).isEqualTo(303);
        ana.post(orders + "/aliases/live/delete");
        assertThat(ana.get(orders).body()).doesNotContain(">live<", "version 1<");
    }

    @Test void aRemovedMachineIsGoneUntilItIsBroughtBack() {
        var ana = new Learner();
        String orders = ana.make("orders", "from", "blank");

        String list = ana.post(orders + "/delete").headers().firstValue("Location").orElseThrow();

        assertThat(ana.get(orders).statusCode()).isEqualTo(404);
        assertThat(ana.get(list).body()).contains(orders + "/restore");
        ana.make("orders", "from", "blank");
        assertThat(ana.post(orders + "/restore").body()).contains("Another of your machines has this name.", orders + "/restore");
    }

    @Test void theListLeadsToTheLastExecution() {
        var ana = new Learner();
        String hello = ana.make("hello", "from", "text", "definition", HELLO);
        ana.post(hello + "/start", "by", "hand", "name", "first", "input", "{}");

        assertThat(ana.get("/en/console").body()).contains(hello + "/executions/first", "Succeeded");
        assertThat(ana.get(hello + "/executions/first").statusCode()).isEqualTo(200);
    }

    /// A page that a form was refused on is left to the other language and reloaded by its own address.
    @Test void whereAFormIsSentToThereIsAPage() {
        var ana = new Learner();
        String orders = ana.make("orders", "from", "blank");

        assertThat(ana.get("/pt-BR/console/machines").body()).contains("Nova máquina");
        assertThat(ana.get(orders + "/aliases/live").headers().firstValue("Location")).contains(orders);
    }

    @Test void nobodyElseReachesAMachine() {
        String orders = new Learner().make("orders", "from", "blank");
        var rui = new Learner();
        rui.make("mine", "from", "blank");

        for (String page : List.of("", "/edit", "/compare?from=1&to=1", "/revisions/1/definition")) assertThat(rui.get(orders + page).statusCode()).isEqualTo(404);
        for (String action : List.of("/name", "/settings", "/copy", "/delete", "/draft", "/revisions", "/revisions/1/restore", "/versions",
                "/versions/1/delete", "/aliases", "/aliases/live", "/aliases/live/delete")) {
            assertThat(rui.post(orders + action, "definition", "{}").statusCode()).as(action).isEqualTo(404);
        }
        assertThat(rui.post(orders + "/restore").statusCode()).isEqualTo(422);
        assertThat(server.get(orders).statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> alias(Learner learner, String machine, String name, String version, String weight, String other, String otherWeight) {
        return learner.post(machine + "/aliases", "name", name, "version", version, "weight", weight, "other", other, "otherWeight", otherWeight);
    }

    /// Somebody with a cookie of their own.
    private static final class Learner {

        private String cookie = "";

        String make(String name, String... fields) {
            var all = new ArrayList<>(List.of("name", name));
            all.addAll(List.of(fields));
            return post("/en/console/machines", all.toArray(String[]::new)).headers().firstValue("Location").orElseThrow();
        }

        HttpResponse<String> post(String path, String... fields) {
            var form = new StringBuilder();
            for (int i = 0; i < fields.length; i += 2) form.append(fields[i]).append('=').append(URLEncoder.encode(fields[i + 1], UTF_8)).append('&');
            var answer = cookie.isEmpty() ? server.postForm(path, form.toString())
                    : server.postForm(path, form.toString(), "Cookie", cookie, "Sec-Fetch-Site", "same-origin");
            answer.headers().allValues("Set-Cookie").stream().filter(set -> set.startsWith("learner=")).forEach(set -> cookie = set.split(";")[0]);
            return answer;
        }

        HttpResponse<String> get(String path) {
            return server.get(path, "Cookie", cookie.isEmpty() ? "none=1" : cookie, "Accept-Language", "en");
        }

        Revision newest(String address) {
            String id = address.substring(address.lastIndexOf('/') + 1);
            return new Revisions(server.database()).newest(cookie.replaceAll("learner=([^.]+).*", "$1"), id).orElseThrow();
        }
    }
}
