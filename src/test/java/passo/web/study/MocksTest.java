package passo.web.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import passo.store.Answers;
import passo.store.Mocks;
import passo.study.Answered;
import passo.study.Mock;
import passo.web.RunningServer;

/// The timed mock exam: what the server holds of it; how it is used is `StudyIT`'s.
class MocksTest {

    /// In whole milliseconds, as every database keeps them.
    static final Instant NOW = Instant.ofEpochMilli(System.currentTimeMillis());
    static final List<String> QUESTIONS = List.of("retry-com-teto", "catch-perde-o-pedido", "ordem-dos-campos");

    static RunningServer server;

    @BeforeAll static void start() {
        server = RunningServer.start();
    }

    @AfterAll static void stop() {
        server.close();
    }

    @Test void anExamThatWasBegunIsGoneOnWith() {
        var ana = Learner.at(server);
        String address = location(ana.post("/en/study/mocks", "exam=DVA-C02"));

        assertThat(address).matches("/en/study/mocks/[-0-9a-f]{36}/1");
        assertThat(location(ana.post("/en/study/mocks", "exam=SAA-C03"))).isEqualTo(address);
        assertThat(ana.get("/en/study").body()).contains("DVA-C02: an exam is going on, with 40 minutes left.").doesNotContain("<select");
        assertThat(ana.post("/en/study/mocks", "exam=XXX").statusCode()).isEqualTo(303);
        assertThat(Learner.at(server).post("/en/study/mocks", "exam=XXX").statusCode()).isEqualTo(404);
    }

    @Test void theHomeSaysHowManyQuestionsAnExamHas() {
        assertThat(server.get("/en/study").body()).contains(">DVA-C02 · 20 questions, 40 min<", ">CLF-C02 · 1 question, 2 min<", ">All exams · 20 questions, 40 min<");
    }

    @Test void nothingIsExplainedBeforeTheEnd() {
        var ana = Learner.at(server);
        String exam = began(ana, NOW);

        assertThat(ana.post(exam + "/1", "option=onze&go=2").statusCode()).isEqualTo(303);
        assertThat(ana.get(exam + "/1").body()).contains("value=\"onze\" checked", "1 answered · 2 open · 0 flagged").doesNotContain("The waits double", "data-status=\"ok\"");
        assertThat(location(ana.post(exam, ""))).isEqualTo(exam);
        assertThat(ana.get(exam).body()).contains("1 of 3 right", "The waits double", "2 questions were left open.");
        assertThat(location(ana.get(exam + "/1"))).isEqualTo(exam);
    }

    @Test void aButtonSavesAndLeadsOn() {
        var ana = Learner.at(server);
        String exam = began(ana, NOW);

        assertThat(location(ana.post(exam + "/3", "place.inputpath=1&place.parameters=1&flag=on&go=end"))).isEqualTo(exam);
        assertThat(ana.get(exam).body()).contains("0 answered · 3 open · 1 flagged", "Question 3, begun, not complete, flagged", "Go to question 1");
        assertThat(ana.get(exam + "/3").body()).containsPattern("name=\"place.parameters\"[^/]*<option value=\"\"></option><option value=\"1\" selected");
        assertThat(location(ana.post(exam + "/3", "go=2"))).isEqualTo(exam + "/2");
        assertThat(ana.get(exam).body()).contains("0 answered · 3 open · 0 flagged");
    }

    @Test void aChangeIsSavedByItself() {
        var ana = Learner.at(server);
        String exam = began(ana, NOW);

        var saved = ana.post(exam + "/1", "option=seis&flag=on", "HX-Request", "true").body();

        assertThat(saved).contains("id=\"saved\"", "1 answered · 2 open · 1 flagged", "<li id=\"square-1\" hx-swap-oob=\"true\">", "Question 1, answered, flagged")
                .doesNotContain("<html", "square-2");
        assertThat(ana.get(exam + "/1").body()).contains("value=\"seis\" checked");
    }

    @Test void whenTheTimeIsUpItIsOverWhateverComes() {
        var ana = Learner.at(server);
        String exam = began(ana, NOW.minus(Duration.ofMinutes(7)), Map.of("retry-com-teto", List.of("onze"), "catch-perde-o-pedido", List.of("nenhum-dos-que-ha")));

        assertThat(location(ana.post(exam + "/1", "option=seis&go=2"))).isEqualTo(exam);
        assertThat(ana.post(exam + "/1", "option=seis", "HX-Request", "true").headers().firstValue("HX-Redirect")).hasValue(exam);
        assertThat(ana.get(exam).body()).contains("1 of 3 right", "The time was up. 2 questions were left open.", "Not answered", "No complete answer");
        assertThat(ana.get("/en/study").body()).contains("1 of 3 right");
        assertThat(new Answers(server.database()).of(ana.id())).containsExactly(new Answered("retry-com-teto", true, true, NOW.minus(Duration.ofMinutes(1))));
    }

    @Test void theBrowserLeavesAPageWhoseTimeIsUpAndKeepsNoCopy() {
        var ana = Learner.at(server);
        String exam = began(ana, NOW);
        var headers = ana.get(exam + "/1").headers();

        assertThat(headers.firstValue("Refresh").orElseThrow()).matches("3\\d\\d; url=" + exam);
        assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test void nobodySeesAnothersExam() {
        var ana = Learner.at(server);
        String exam = began(ana, NOW);
        var rui = Learner.at(server);

        for (String path : List.of(exam, exam + "/1")) {
            assertThat(List.of(rui.get(path).statusCode(), rui.post(path, "option=onze").statusCode(), server.get(path).statusCode())).as(path).containsOnly(404);
        }
        assertThat(List.of(ana.get(exam + "/0").statusCode(), ana.get(exam + "/4").statusCode(), ana.get(exam + "/x").statusCode())).containsOnly(404);
        assertThat(ana.get(exam).body()).contains("0 answered · 3 open · 0 flagged");
    }

    @Test void whatWasMissedComesBackInTheReview() {
        var ana = Learner.at(server);
        String exam = began(ana, NOW.minus(Duration.ofDays(2)), Map.of("retry-com-teto", List.of("seis")));

        assertThat(ana.get(exam).body()).contains("0 of 3 right", "What you missed comes back in the review.");
        assertThat(ana.get("/en/study").body()).contains("One question to look at again today");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /// @return the exam's address
    private static String began(Learner learner, Instant at) {
        return began(learner, at, Map.of());
    }

    private static String began(Learner learner, Instant at, Map<String, List<String>> answers) {
        var mock = new Mock("mock-" + System.nanoTime(), "DVA-C02", QUESTIONS, Map.of(), Set.of(), at, Optional.empty());
        var mocks = new Mocks(server.database());
        mocks.begin(learner.id(), mock);
        answers.forEach((question, answer) -> mocks.change(learner.id(), mock.id(), now -> now.answer(question, answer, at)));
        return "/en/study/mocks/" + mock.id();
    }
}
