package passo.aws.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import passo.json.Json;
import passo.json.JsonText;
import run.endive.runtime.TrapException;
import run.endive.runtime.WasmInterruptedException;
import run.endive.runtime.WasmRuntimeException;

/// Runs the code of a function for one call, in an engine that nothing else ever uses.
public final class Code {

    /// How a call went, and what it cost.
    ///
    /// @param ticks what was used of them
    public record Run(Ending ending, long ticks) {}

    /// What one call may compute: a second or two of a core.
    public static final long TICKS = 7_000_000;

    /// Of the ticks, what one of Python's counts: it takes as much longer.
    private static final int PYTHON_TICK = 2;

    /// What an answer costs: it is work of the server, which the code's own ticks do not tell.
    private static final long QUESTION = 2_000;

    private static final Duration WALL = Duration.ofSeconds(20);
    private static final int LARGEST_RESULT = 6_291_556;
    private static final int LARGEST_LOG = 256 << 10;
    /// Of an error that nobody can read.
    private static final int LONGEST_MESSAGE = 1_000;
    private static final Pattern MOMENT = Pattern.compile("\\d{1,15}");

    /// What ends a call from within: the engine is given up.
    private static final class Ended extends RuntimeException {
        private Ended() {
            super(null, null, false, false);
        }
    }

    private final Invocation invocation;
    private final Aws aws;
    private final Engine engine;
    private final boolean python;
    private final RandomGenerator random;
    private final List<String> log = new ArrayList<>();
    private int logged;
    private long waited;
    private Optional<Ending> ending = Optional.empty();

    private Code(Invocation invocation, Aws aws) {
        this.invocation = invocation;
        this.aws = aws;
        random = new SplittableRandom(invocation.seed());
        python = isPython(invocation.runtime());
        var host = new Host() {
            @Override
            public String answer(String question, String text) {
                return Code.this.answer(question, text);
            }

            @Override
            public long now() {
                return invocation.at().toEpochMilli() + waited;
            }
        };
        engine = python ? MicroPython.fresh(host) : QuickJs.fresh(host);
    }

    /// Why code of a runtime does not run here, said of the function; nothing where it does.
    public static Optional<String> wanting(String runtime) {
        if (runtime.isEmpty() || runtime.startsWith("nodejs") || isPython(runtime) && MicroPython.isThere()) return Optional.empty();
        return Optional.of(" wants the runtime " + runtime + (isPython(runtime)
                ? ", which this server was built without: build it where npm is installed, or give the function replies or rules instead."
                : ", and only Node.js and Python code runs here: give it replies or rules instead."));
    }

    private static boolean isPython(String runtime) {
        return runtime.startsWith("python");
    }

    /// The text of a file beside this class.
    static String resource(String name) {
        try (var source = Code.class.getResourceAsStream(name)) {
            return new String(source.readAllBytes(), UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Makes the engines ready, so that the first call finds them so.
    public static void warmUp() {
        QuickJs.fresh(Host.NOBODY);
        if (MicroPython.isThere()) MicroPython.fresh(Host.NOBODY);
    }

    /// @param ticks the most that it may compute
    public static Run run(Invocation invocation, Aws aws, long ticks) {
        var call = new Code(invocation, aws);
        long most = call.python ? ticks / PYTHON_TICK : ticks;
        try {
            long used = Ticks.spend(most, WALL, call::run);
            Ending ending = call.ending.orElseGet(() -> used > most ? call.timedOut() : new Ending.Stopped());
            return new Run(ending, used >= most ? ticks : call.python ? used * PYTHON_TICK : used);
        } catch (InterruptedException nobodyWaits) {
            Thread.currentThread().interrupt();
            return new Run(new Ending.Stopped(), 0);
        }
    }

    private void run() {
        try {
            engine.begin();
            while (ending.isEmpty()) engine.tick();
        } catch (Ended ended) {
            // Its ending is known.
        } catch (TrapException trap) {
            end(broken());
        } catch (WasmInterruptedException noTicksLeft) {
            // It has no ending of its own: see `run(Invocation, long)`.
        } catch (WasmRuntimeException | StackOverflowError tooDeep) {
            // The engine's stack lies below all else in its memory, and has reached address 0.
            end(python ? thrown("RecursionError", "maximum recursion depth exceeded") : thrown("RangeError", "Maximum call stack size exceeded"));
        }
    }

    /// What the code around a function asks and tells.
    private String answer(String question, String text) {
        Ticks.charge(QUESTION);
        switch (question) {
            case "call" -> {
                return invocation.told().toString();
            }
            case "aws" -> {
                var passed = Duration.ofMillis(waited);
                if (!(JsonText.read(text) instanceof JsonText.Reading.Value(Json.Obj asks, _))) throw misused();
                return aws.answer(asks, passed).map(Json.Obj::toString).orElseThrow(() -> {
                    end(new Ending.Asking(passed));
                    return new Ended();
                });
            }
            case "log" -> log(text);
            case "random" -> {
                return Integer.toUnsignedString(random.nextInt());
            }
            case "advance" -> {
                if (!MOMENT.matcher(text).matches()) throw misused();
                waited = Math.max(waited, Long.parseLong(text) - invocation.at().toEpochMilli());
                if (waited > invocation.timeout().toMillis()) {
                    end(timedOut());
                    throw new Ended();
                }
            }
            case "return" -> end(returned(text));
            case "throw" -> end(thrown(text));
            default -> throw misused();
        }
        return Host.HEARD;
    }

    /// Python code can ask by itself, past `lambda.py`, and then ask anything.
    private Ended misused() {
        end(thrown("Error", "Runtime exited without providing a reason"));
        return new Ended();
    }

    private void log(String line) {
        if (logged > LARGEST_LOG) return;
        logged += line.length() + 1;
        log.add(logged > LARGEST_LOG ? "[the rest of the log is left out]" : line);
    }

    private void end(Ending how) {
        if (ending.isEmpty()) ending = Optional.of(how);
    }

    private Ending returned(String text) {
        if (text.length() > LARGEST_RESULT) {
            return thrown("Function.ResponseSizeTooLarge", "Response payload size exceeded maximum allowed payload size (" + LARGEST_RESULT + " bytes).");
        }
        return switch (JsonText.read(text)) {
            case JsonText.Reading.Value(var result, _) -> new Ending.Returned(result, took(), List.copyOf(log));
            case JsonText.Reading.Malformed(var message, _) -> thrown("Error", "Unable to stringify response body: " + message);
        };
    }

    private Ending thrown(String text) {
        return text.length() <= LARGEST_RESULT && JsonText.read(text) instanceof JsonText.Reading.Value(Json.Obj document, _) ? thrown(document)
                : thrown("Error", text.substring(0, Math.min(text.length(), LONGEST_MESSAGE)));
    }

    private Ending thrown(Json.Obj document) {
        // Where no memory is left for an error, the engine throws null.
        boolean outOfMemory = document.get("errorMessage") instanceof Json.Str(var message)
                && (message.equals("out of memory") || message.equals("null") && engine.isFull());
        return outOfMemory ? killed() : new Ending.Thrown(document, took(), List.copyOf(log));
    }

    private Ending thrown(String type, String message) {
        return thrown(Json.Obj.builder().put("errorType", type).put("errorMessage", message).put(python ? "stackTrace" : "trace", python ? Json.array() : Json.array(Json.of(type + ": " + message))).build());
    }

    private Ending killed() {
        return thrown("Runtime.ExitError", "RequestId: " + invocation.requestId() + " Error: Runtime exited with error: signal: killed");
    }

    private Ending timedOut() {
        return new Ending.TimedOut(List.copyOf(log));
    }

    private Duration took() {
        return Duration.ofMillis(waited);
    }

    /// The engine gave up.
    private Ending broken() {
        String complaint = engine.complaint();
        return engine.isFull() ? killed() : thrown("Error", complaint.isEmpty() ? "Runtime exited without providing a reason" : complaint);
    }
}
