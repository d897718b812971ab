package passo.web;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;

/// Work in turns: at most one piece at a time for each learner, however many threads there are, and only so many pieces wait.
/// A learner's next piece stands behind what the others already wait for.
final class Turns {

    private final Executor threads;
    private final int mostWaiting;
    /// Of each learner who has a turn, what waits for it to end.
    private final Map<String, Queue<FutureTask<?>>> next = new HashMap<>();
    private int waiting;

    Turns(Executor threads, int mostWaiting) {
        this.threads = threads;
        this.mostWaiting = mostWaiting;
    }

    /// @throws RejectedExecutionException where too much waits already
    synchronized <T> Future<T> submit(String learner, Callable<T> work) {
        if (waiting == mostWaiting) throw new RejectedExecutionException("More than " + mostWaiting + " wait");
        waiting++;
        var task = new FutureTask<>(work);
        Queue<FutureTask<?>> line = next.get(learner);
        if (line == null) {
            next.put(learner, new ArrayDeque<>());
            threads.execute(() -> serve(learner, task));
        } else {
            line.add(task);
        }
        return task;
    }

    private void serve(String learner, FutureTask<?> task) {
        begin();
        task.run();
        end(learner);
    }

    private synchronized void begin() {
        waiting--;
    }

    private synchronized void end(String learner) {
        FutureTask<?> task = next.get(learner).poll();
        if (task == null) next.remove(learner);
        else threads.execute(() -> serve(learner, task));
    }
}
