package passo.web.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import passo.store.Answers;
import passo.study.Answered;
import passo.web.RunningServer;

/// What comes back in the review, and how one gets through it.
class ReviewsTest {

    static final String PREDICTION = "/en/exercises/ordem-das-regras";

    static RunningServer server;

    @BeforeAll static void start() {
        server = RunningServer.start();
    }

    @AfterAll static void stop() {
        server.close();
    }

    @Test void aPredictionThatFailsIsReviewedOnceForEachAnswer() {
        var ana = Learner.at(server);
        for (String answer : List.of("fila", "fila", "falha", "atenderagora", "")) ana.post(PREDICTION, "answer.ouro-calmo=" + answer);

        assertThat(new Answers(server.database()).of(ana.id())).extracting(Answered::question, Answered::right, Answered::known)
                .containsExactly(tuple("exercise:ordem-das-regras", false, false), tuple("exercise:ordem-das-regras", false, false));
    }

    @Test void aDecisionIsNoPrediction() {
        var ana = Learner.at(server);
        ana.post("/en/exercises/padrao-ou-expresso", "answer.aprovacao=express-laco");

        assertThat(new Answers(server.database()).of(ana.id())).isEmpty();
    }

    @Test void theReviewLeadsFromOneToTheNext() {
        var ana = Learner.at(server);
        missed(ana, "retry-com-teto");
        missed(ana, Answered.prediction("ordem-das-regras"));

        assertThat(location(ana.get("/en/study/review"))).isEqualTo("/en/study/questions/retry-com-teto?review=on");
        assertThat(ana.get("/en/study/questions/retry-com-teto?review=on").body()).contains("aria-label=\"Question 1 of 2\"", "about 2 min left");
        assertThat(location(ana.post("/en/study/questions/retry-com-teto/review", "known=yes"))).isEqualTo("/en/study/predictions/ordem-das-regras");
        assertThat(ana.get("/en/study/predictions/ordem-das-regras").body()).contains("aria-label=\"Question 2 of 2\"", "about 1 min left", "href=\"" + PREDICTION + "\"", "known\" value=\"no");
        assertThat(location(ana.post("/en/study/predictions/ordem-das-regras", "known=no"))).isEqualTo("/en/study");
        assertThat(location(ana.post("/en/study/predictions/ordem-das-regras", "known=yes"))).isEqualTo("/en/study");
        assertThat(new Answers(server.database()).of(ana.id())).extracting(Answered::right, Answered::known)
                .containsExactlyInAnyOrder(tuple(false, false), tuple(false, false), tuple(true, true), tuple(false, false));
    }

    @Test void whatWasJustMissedIsTheSquareOneStandsOn() {
        var ana = Learner.at(server);
        missed(ana, "retry-com-teto");
        missed(ana, "catch-perde-o-pedido");
        String explained = location(ana.post("/en/study/questions/retry-com-teto", "review=on&option=seis"));

        assertThat(ana.get(explained.replaceAll("#.*", "")).body()).contains("aria-label=\"Question 1 of 2\"", "about 1 min left", "href=\"/en/study/review\"");
    }

    @Test void theMapSaysWhatIsDueToday() {
        var ana = Learner.at(server);
        assertThat(ana.get("/en/learn").body()).doesNotContain("Review today");
        missed(ana, "retry-com-teto");
        missed(ana, "no-longer-there");

        assertThat(ana.get("/en/learn").body()).contains("Review today", "1 min", "One question to look at again today", "href=\"/en/study/review\"");
    }

    @Test void whatIsNotDueIsNotShown() {
        assertThat(location(server.get("/en/study/predictions/ordem-das-regras"))).isEqualTo("/en/study");
        assertThat(server.get("/en/study/predictions/nothing").statusCode()).isEqualTo(404);
    }

    private static void missed(Learner learner, String question) {
        new Answers(server.database()).save(learner.id(), new Answered(question, false, false, Instant.now().minus(Duration.ofDays(2))));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
