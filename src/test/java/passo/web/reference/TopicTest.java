package passo.web.reference;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import passo.lab.Examples;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Words;
import passo.lab.notes.Notes;
import passo.lab.reference.Reference;
import passo.lab.reference.Sample;
import passo.lab.reference.Topic;
import passo.web.RunningServer;

/// The pages of the reference, and what is answered when an example is run; how they are used is `ReferenceIT`'s.
class TopicTest {

    static final Path EXERCISES = Path.of("exercises");
    static final Curriculum CURRICULUM = Curriculum.load(EXERCISES);
    static final Reference REFERENCE = Reference.load(EXERCISES, CURRICULUM, Notes.load(EXERCISES, CURRICULUM, Examples.load(EXERCISES.resolve("examples"))));
    static final Pattern ADDRESS = Pattern.compile("href=\"(/(?:en|pt-BR)/[^\"#]*)");

    static RunningServer server;

    @BeforeAll static void start() {
        server = RunningServer.start();
    }

    @AfterAll static void stop() {
        server.close();
    }

    @Test void everyPageIsThereAndEveryLinkOfItLeadsSomewhere() {
        Set<String> addresses = new LinkedHashSet<>();
        for (var language : Words.LANGUAGES) {
            addresses.add("/" + language + "/learn/reference");
            REFERENCE.topics().map(Topic::id).map(id -> "/" + language + "/learn/reference/" + id).forEach(addresses::add);
        }
        for (String page : Set.copyOf(addresses)) ADDRESS.matcher(server.get(page).body()).results().map(link -> link.group(1)).forEach(addresses::add);

        assertThat(addresses).allSatisfy(address -> assertThat(server.get(address).statusCode()).as(address).isEqualTo(200));
    }

    @Test void theIndexShowsTheTopicsInWhichAWordStands() {
        assertThat(server.get("/en/learn/reference?q=maxdelayseconds").body()).contains("/en/learn/reference/retry-catch").doesNotContain("/en/learn/reference/choice\"");
        assertThat(server.get("/en/learn/reference?q=quixotesco").body()).contains("No topic speaks of quixotesco.");
    }

    @Test void aMachineIsRunInItsPlace() {
        var ran = server.postForm("/en/learn/reference/choice", form("sem-default", definition("choice", "sem-default"), "{\"uf\": \"BA\"}"), "HX-Request", "true").body();

        assertThat(ran).contains("Failed", "States.Runtime", "EscolherFrete", "1 step", "1 transition", "$0.000025 for Step Functions").doesNotContain("<html");
    }

    @Test void whatWasChangedIsWhatRuns() {
        var ran = server.postForm("/pt-BR/learn/reference/choice", form("sem-default", definition("choice", "sem-default"), "{\"uf\": \"SP\"}"), "HX-Request", "true").body();

        assertThat(ran).contains("Concluiu", "Moto", "2 passos").doesNotContain("States.Runtime");
    }

    @Test void whatCannotBeReadIsToldWithItsPlace() {
        var ran = server.postForm("/en/learn/reference/choice", form("sem-default", "{\"StartAt\": \"A\"", "{}"), "HX-Request", "true").body();

        assertThat(ran).contains("Not run", "Definition, line 1");
    }

    @Test void withoutScriptsTheRunStandsUnderItsExampleOnThePage() {
        var page = server.postForm("/en/learn/reference/choice", form("sem-default", definition("choice", "sem-default"), "{\"uf\": \"SP\"}")).body();

        assertThat(page).contains("<html", "id=\"sem-default-ran\"><div class=\"told\"", "id=\"campo-ausente-ran\"></div>");
    }

    @Test void expressionsAreEvaluatedEachByItself() {
        int count = ((Sample.Expressions) REFERENCE.find("paths").flatMap(topic -> topic.sample("caminhos")).orElseThrow()).lines().size();
        var form = "example=caminhos&input=" + encode("{\"a\": [1, 2]}", UTF_8) + "&expression=" + encode("$.a[1]", UTF_8) + "&expression=" + encode("$.", UTF_8)
                + "&expression=%24.b".repeat(count - 2);
        var ran = server.postForm("/en/learn/reference/paths", form, "HX-Request", "true").body();

        assertThat(ran).contains("id=\"caminhos-gives-1\" hx-swap-oob=\"true\"", "<code translate=\"no\">2</code>", "<div><p>A name that ends in", "States.Runtime",
                (count - 1) + " expressions fail.");
    }

    @Test void whatIsNoExampleIsRefused() {
        assertThat(server.postForm("/en/learn/reference/choice", "example=nothing").statusCode()).isEqualTo(404);
        assertThat(server.postForm("/en/learn/reference/paths", "example=caminhos&expression=1").statusCode()).isEqualTo(400);
        assertThat(server.get("/en/learn/reference/nothing").statusCode()).isEqualTo(404);
        assertThat(server.get("/en/learn/reference/choice/nothing").statusCode()).isEqualTo(404);
    }

    private static String definition(String topic, String sample) {
        return ((Sample.Machine) REFERENCE.find(topic).flatMap(one -> one.sample(sample)).orElseThrow()).definition();
    }

    private static String form(String example, String definition, String input) {
        return "example=" + example + "&definition=" + encode(definition, UTF_8) + "&input=" + encode(input, UTF_8);
    }
}
