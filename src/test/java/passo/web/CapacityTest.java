package passo.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.TooManyRequestsResponse;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CapacityTest {

    final Capacity capacity = new Capacity(new Learners(new byte[] {1}));
    final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    final CountDownLatch begun = new CountDownLatch(1);
    final CountDownLatch refused = new CountDownLatch(49);
    final AtomicInteger made = new AtomicInteger();
    final CountDownLatch end = new CountDownLatch(1);

    @AfterEach void end() {
        end.countDown();
        requests.close();
    }

    @Test void noPlainRunWaitsForRunsWithFunctionCode() throws InterruptedException {
        for (int i = 0; i < 90; i++) askForLongRun("learner " + i);
        begun.await();

        assertThat(capacity.share("ana").<String>together(false, _ -> "done")).isEqualTo("done");
    }

    @Test void ofOneLearnersRunsWithCodeOneIsMadeAndAHundredWait() throws InterruptedException {
        askForLongRun("ana");
        begun.await();
        for (int i = 0; i < 149; i++) askForLongRun("ana");
        refused.await();
        end();

        assertThat(made).hasValue(101);
    }

    private void askForLongRun(String learner) {
        requests.submit(() -> {
            try {
                capacity.share(learner).together(true, _ -> longRun());
            } catch (TooManyRequestsResponse tooMany) {
                refused.countDown();
            }
        });
    }

    private boolean longRun() {
        made.incrementAndGet();
        begun.countDown();
        try {
            end.await();
        } catch (InterruptedException nobodyWaits) {
            Thread.currentThread().interrupt();
        }
        return true;
    }
}
