package passo.aws.lambda;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A thread for compiled WebAssembly, which asks at each turn of a loop and at each call whether its thread is interrupted. Each
/// question is a tick, and after the last tick the answer is yes. A thread of the platform with a deep stack, so that it is
/// always the engine's own stack that ends first.
final class Ticks extends Thread {

    static final long STACK = 64L << 20;

    private final long most;
    private long used;
    private @Nullable Throwable bug;

    private Ticks(Runnable work, long most) {
        super(null, work, "function", STACK);
        this.most = most;
        setDaemon(true);
        setUncaughtExceptionHandler((_, thrown) -> bug = thrown);
    }

    /// Does the work, for as long as there are ticks and time and the caller waits, and says how many ticks it used.
    static long spend(long most, Duration wall, Runnable work) throws InterruptedException {
        var thread = new Ticks(work, most);
        thread.start();
        try {
            thread.join(wall);
        } finally {
            thread.interrupt();
        }
        thread.join();
        if (thread.bug != null) throw new IllegalStateException("The engine broke", thread.bug);
        return thread.used;
    }

    /// Counts work that this thread does for the code, but not in it.
    static void charge(long ticks) {
        if (currentThread() instanceof Ticks thread) thread.used += ticks;
    }

    @Override
    public boolean isInterrupted() {
        used++;
        return used > most || super.isInterrupted();
    }
}
