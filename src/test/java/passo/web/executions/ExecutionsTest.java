package passo.web.executions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import passo.store.Execution;
import passo.store.Executions;
import passo.store.Machines;
import passo.store.Monitors;
import passo.web.RunningServer;

class ExecutionsTest {

    private static RunningServer server;
    private Owner console;
    private String id;
    private Executions executions;

    @BeforeAll static void open() {
        server = RunningServer.start();
    }

    @AfterAll static void close() {
        server.close();
    }

    @BeforeEach void make() {
        console = Owner.on(server);
        id = console.approval();
        executions = new Executions(server.database());
    }

    @Test void anExecutionStartsAtTheClockAndTheClockGoesOnWithIt() {
        HttpResponse<String> answer = start("by=hand&name=one&seed=1&input={\"total\": 17}");

        assertThat(answer.headers().firstValue("Location")).contains("/en/console/machines/" + id + "/executions/one");
        Execution one = find("one");
        assertThat(one.status()).isEqualTo("SUCCEEDED");
        assertThat(one.startedAt()).isEqualTo(Owner.NOON);
        assertThat(one.endedAt()).isEqualTo("Charge");
        assertThat(one.metrics()).isEqualTo("{\"steps\":2,\"retries\":1,\"throttled\":1}");
        assertThat(clock()).isEqualTo(one.stoppedAt().orElseThrow());
    }

    @Test void theSameNameIsTheSameExecutionOnlyWhileItRunsWithTheSameInput() {
        start("by=hand&name=ask&input={\"total\": 200}");

        assertThat(start("by=hand&name=ask&input={\"total\":200.0}").statusCode()).isEqualTo(303);
        assertThat(words(start("by=hand&name=ask&input={\"total\": 300}"))).contains("ExecutionAlreadyExists");
        assertThat(words(start("by=hand&name=a b&input={}"))).contains("Invalid Name: 'a b'");
        assertThat(words(start("by=hand&name=b&input={"))).contains("no JSON, line 1");
    }

    @Test void ofAnExpressMachineEveryStartIsANewExecution() {
        id = console.machine("quick", "EXPRESS", "{\"StartAt\": \"P\", \"States\": {\"P\": {\"Type\": \"Pass\", \"End\": true}}}", "");
        start("by=hand&name=one&input={}");
        start("by=hand&name=one&input={}");

        assertThat(executions.counts(console.learner(), id)).containsEntry("SUCCEEDED", 2);
        assertThat(get("executions")).contains("AWS lists no executions of an Express machine");
    }

    @Test void manyAreStartedOneAfterTheOther() {
        start("by=many&prefix=batch&count=0&every=10m&seed=1&inputs=" + encoded("total\n17\n0\n200"));

        assertThat(executions.counts(console.learner(), id)).isEqualTo(Map.of("SUCCEEDED", 1, "FAILED", 1, "RUNNING", 1));
        assertThat(find("batch-0002")).extracting(Execution::error, Execution::endedAt).containsExactly("NothingToPay", "Refuse");
        assertThat(find("batch-0003").startedAt()).isEqualTo(Owner.NOON.plus(Duration.ofMinutes(20)));
        assertThat(clock()).isEqualTo(Owner.NOON.plus(Duration.ofMinutes(21)));
        assertThat(get("executions")).contains("1 did not succeed.", "NothingToPay", "waits for an answer");
    }

    @Test void timeRunsOutOnlyWhenItPasses() {
        start("by=hand&name=ask&input={\"total\": 200}");
        assertThat(find("ask")).extracting(Execution::status, Execution::waiting).containsExactly("RUNNING", 1);

        post("time", "time=1h");
        assertThat(find("ask")).extracting(Execution::status, Execution::waiting, Execution::error).containsExactly("FAILED", 0, "States.Timeout");
    }

    @Test void anAnswerIsAppendedAndTheExecutionGoesOn() {
        start("by=hand&name=ask&input={\"total\": 200}");
        assertThat(get("/en/console/inbox")).contains("payments · ask", "sqs:sendMessage", "12:00:00 (59.98 s)");

        post("executions/ask/decisions", "decision=success&decision-event=7&back=inbox&decision-output={\"approved\": true}");

        assertThat(find("ask").status()).isEqualTo("SUCCEEDED");
        assertThat(find("ask").decisions()).startsWith("[{\"answer\":{\"eventId\":7,\"after\":\"PT1M");
        assertThat(get("/en/console/inbox")).contains("Nobody waits for you.");
        assertThat(words(post("executions/ask/decisions", "decision=success&decision-event=7"))).contains("TaskTimedOut");
    }

    @Test void oneCanBeStoppedAndRedrivenAndAwsSaysWhenNot() {
        start("by=hand&name=ask&input={\"total\": 200}");
        post("executions/ask/decisions", "decision=stop");
        assertThat(find("ask").status()).isEqualTo("ABORTED");
        assertThat(words(post("executions/ask/decisions", "decision=stop"))).contains("ExecutionNotRunning");

        post("executions/ask/decisions", "decision=redrive");
        assertThat(find("ask")).extracting(Execution::status, Execution::waiting).containsExactly("RUNNING", 1);
        assertThat(words(post("executions/ask/decisions", "decision=redrive"))).contains("Execution is RUNNING and cannot be redriven");
    }

    @Test void twoDecisionsAtOnceAreBothKept() {
        start("by=hand&name=ask&input={\"total\": 200}");
        Execution known = find("ask");
        post("executions/ask/decisions", "decision=stop");

        assertThat(executions.update(console.learner(), known.decided("[]"), known.decisions())).isFalse();
        assertThat(find("ask").status()).isEqualTo("ABORTED");
    }

    @Test void anObjectThatArrivesStartsTheMachineOnceItsRuleIsThere() {
        String event = "kind=object&bucket=incoming&key=a.json&content={}";
        HttpResponse<String> lost = start("by=event&" + event);
        assertThat(words(lost)).contains("no rule sent it to this machine", "\"stateMachine\": \"payments\"");

        start("by=rule&" + event + "&rule=" + encoded("{\"pattern\": {\"source\": [\"aws.s3\"]}, \"targets\": [{\"stateMachine\": \"payments\", \"input\": {\"total\": 5}}]}"));
        HttpResponse<String> found = start("by=event&" + event);

        String name = found.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
        assertThat(find(name)).extracting(Execution::startedBy, Execution::status, Execution::input).containsExactly("EVENT", "SUCCEEDED", "{\"total\":5}");
        assertThat(find(name).world()).contains("\"incoming\":{\"a.json\"");
    }

    @Test void aScheduleStartsWhatIsDueAndNoMoreThanTwoHundred() {
        start("by=schedule&schedule=hourly&expression=rate(1 hour)&zone=&sent={\"total\": 3}");
        assertThat(words(start("by=schedule&schedule=x&expression=sometimes"))).contains("Invalid Schedule Expression sometimes.");
        post("time", "time=1d");
        assertThat(executions.counts(console.learner(), id)).containsEntry("SUCCEEDED", 24);

        start("by=schedule&schedule=hourly&expression=rate(1 minute)&zone=&sent={\"total\": 3}");
        post("time", "time=1w");
        assertThat(executions.counts(console.learner(), id)).containsEntry("SUCCEEDED", 224);
        assertThat(clock()).isEqualTo(Owner.NOON.plus(Duration.ofDays(1)).plus(Duration.ofMinutes(200)));
    }

    @Test void theLogIsFilteredAndShowsSilence() {
        start("by=hand&name=ask&input={\"total\": 200}");
        post("time", "time=1h");

        assertThat(get("executions?open=ask")).contains("TaskSubmitted Ask", "59 min 59 s without an event", "Open in the trace");
        assertThat(get("executions?open=ask&log=" + encoded("{ $.type = \"TaskTimedOut\" }"))).contains("1 of ").doesNotContain("TaskSubmitted Ask");
        assertThat(get("executions?log=" + encoded("{ nothing"))).contains("That is no filter pattern.");
    }

    @Test void anAlarmIsSetAndTellsWhatItSaw() {
        post("alarms", "alarm=failures&metric=ExecutionsFailed&threshold=1&periods=1&period=60");
        start("by=hand&name=none&input={\"total\": 0}");
        post("time", "time=1h");

        assertThat(get("executions")).contains("failures", "ALARM", "1 datapoint for OK -> ALARM transition");
        assertThat(words(post("alarms", "alarm=x&metric=Nothing&threshold=1&periods=1&period=60"))).contains("An alarm needs a name");
        post("alarms", "alarm=failures&remove=yes");
        assertThat(get("executions")).doesNotContain("failures");
    }

    @Test void nobodyElseSeesThem() {
        start("by=hand&name=one&input={\"total\": 17}");
        var other = Owner.on(server);

        for (String path : List.of("start", "executions", "executions/one")) {
            assertThat(server.get("/en/console/machines/" + id + "/" + path, "Cookie", other.cookie()).statusCode()).isEqualTo(404);
        }
        assertThat(server.postForm("/en/console/machines/" + id + "/executions/one/decisions", "decision=redrive", "Cookie", other.cookie(), "Sec-Fetch-Site", "same-origin").statusCode()).isEqualTo(404);
        assertThat(executions.waiting(other.learner())).isZero();
    }

    @Test void manyAreListedPageByPage() {
        for (int i = 0; i < 3; i++) start("by=many&prefix=m&count=200&every=1m&seed=1&inputs=" + encoded("[{\"total\": 17}, {\"total\": 0}]"));

        assertThat(get("executions?range=7d&status=FAILED")).contains("1 to 50 of 300");
    }

    private HttpResponse<String> start(String form) {
        return post("start", form);
    }

    private HttpResponse<String> post(String path, String form) {
        return server.postForm("/en/console/machines/" + id + "/" + path, form.replace(" ", "%20").replace("{", "%7B").replace("}", "%7D").replace("\"", "%22"),
                "Cookie", console.cookie(), "Sec-Fetch-Site", "same-origin");
    }

    private String get(String path) {
        var answer = server.get((path.startsWith("/") ? path : "/en/console/machines/" + id + "/" + path), "Cookie", console.cookie());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return words(answer);
    }

    /// What can be read on a page.
    private static String words(HttpResponse<String> page) {
        return page.body().replaceFirst("(?s).*<main", "").replaceAll("(?s)<[^>]*>", " ").replace("&#39;", "'").replace("&#34;", "\"").replace("&lt;", "<").replace("&gt;", ">")
                .replace("&quot;", "\"").replaceAll("\\s+", " ");
    }

    private Execution find(String name) {
        return executions.find(console.learner(), id, name).orElseThrow();
    }

    private Instant clock() {
        return new Monitors(server.database()).of(new Machines(server.database()).find(console.learner(), id).orElseThrow()).clock();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
