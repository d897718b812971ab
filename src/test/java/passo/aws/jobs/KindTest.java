package passo.aws.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import passo.asl.catalogue.Resource;
import passo.asl.catalogue.SdkCatalogue;
import passo.asl.model.RequestModel;
import passo.asl.model.ServiceModels;
import passo.aws.service.Request;
import passo.engine.Call;
import passo.json.Json;

/// Every row of the table of jobs is what AWS's models say.
class KindTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    static List<Kind> kinds() {
        return Kind.all();
    }

    @ParameterizedTest @MethodSource("kinds")
    void isAskedAboutAndStoppedByActionsThatThereAre(Kind kind) {
        for (Kind.Asking asking : List.of(kind.asking(), kind.stopping())) {
            if (asking.action().isEmpty() || asking.action().equals("cancelStep")) continue;
            assertThat(SdkCatalogue.knows(kind.service(), asking.action())).as(asking.action()).isTrue();
            assertThat(RequestModel.of(resource(kind, asking.action())).orElseThrow().shape().members()).containsKey(asking.by());
        }
    }

    @ParameterizedTest @MethodSource("kinds")
    void isDescribedInTheWordsOfItsService(Kind kind) {
        if (kind.asking().action().isEmpty()) return;
        for (String end : List.of("SUCCEEDED", "FAILED")) {
            var job = new Job(kind, "01234567-89ab-cdef-0123-456789abcdef", new Plan(Json.Obj.of("outcome", Json.of(end))), request(kind), "111122223333");
            for (Instant at : List.of(START, START.plus(kind.after().dividedBy(2)), START.plus(kind.after()))) assertThat(violation(kind, job, at)).isEmpty();
        }
        var stopped = new Job(kind, "01234567-89ab-cdef-0123-456789abcdef", Plan.NONE, request(kind), "111122223333");
        stopped.stop(START.plusSeconds(1));
        assertThat(violation(kind, stopped, START.plusSeconds(2))).isEmpty();
    }

    private static Optional<String> violation(Kind kind, Job job, Instant at) {
        Json.Obj described = (Json.Obj) job.description(at, true);
        Resource.Service asking = resource(kind, kind.asking().action());
        String member = kind.asking().document();
        boolean list = kind.asking().by().endsWith("s");
        Json answer = member.isEmpty() ? described : Json.Obj.of(member, list ? Json.array(described) : described);
        return ServiceModels.violation(asking, answer, false);
    }

    private static Request request(Kind kind) {
        Resource.Service start = resource(kind, kind.action());
        return Request.of(new Call(start, Json.Obj.EMPTY, "A", 0, Optional.empty(), Optional.empty(), "arn", 1), start, START);
    }

    private static Resource.Service resource(Kind kind, String action) {
        return new Resource.Service("arn:aws:states:::aws-sdk:" + kind.service() + ":" + action, true, kind.service(), action, Resource.Pattern.REQUEST_RESPONSE);
    }
}
