package passo.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class TurnsTest {

    /// What the threads are given to do, done when the test says so.
    final Queue<Runnable> given = new ArrayDeque<>();
    final List<String> done = new ArrayList<>();
    final Turns turns = new Turns(given::add, 3);

    @Test void oneLearnersWorkIsDoneOneByOneAndNobodyWaitsForAll() {
        submit("ana", "ana's first");
        submit("ana", "ana's second");
        submit("rui", "rui's first");

        assertThat(given).hasSize(2);

        doAll();

        assertThat(done).containsExactly("ana's first", "rui's first", "ana's second");
    }

    @Test void moreThanMayWaitIsRejectedUntilSomethingBegins() {
        submit("ana", "1");
        submit("ana", "2");
        submit("rui", "3");

        assertThatThrownBy(() -> submit("eva", "4")).isInstanceOf(RejectedExecutionException.class);

        given.remove().run();
        submit("eva", "4");
        doAll();

        assertThat(done).containsExactly("1", "3", "2", "4");
    }

    @Test void whatNobodyWaitsForAnyLongerIsNotDone() {
        submit("ana", "1");
        turns.submit("ana", () -> done.add("2")).cancel(true);
        submit("ana", "3");
        doAll();

        assertThat(done).containsExactly("1", "3");
    }

    private void submit(String learner, String work) {
        turns.submit(learner, () -> done.add(work));
    }

    private void doAll() {
        while (!given.isEmpty()) given.remove().run();
    }
}
