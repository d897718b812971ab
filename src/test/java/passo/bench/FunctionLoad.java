package passo.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import passo.aws.lambda.Attack;
import passo.aws.lambda.Code;
import passo.json.Json;

/// What function code costs, how attacks end, and what those notice who run meanwhile, as one table: `mvn -q test-compile exec:exec@functions`.
///
/// It is a program and no JMH benchmark, for most of it is told of a server, a process of its own with 512 MB.
final class FunctionLoad {

    private static final List<String> RUNTIMES = List.of("nodejs22.x", "python3.13");
    private static final int CLIENTS = 10;
    private static final int FUNCTIONS = 1_000;
    private static final Duration SPELL = Duration.ofSeconds(Integer.getInteger("seconds", 30));

    private static final OperatingSystemMXBean SYSTEM = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private FunctionLoad() {}

    static void main() throws Exception {
        row("What", "how it ends", "time", "of a core", "the slowest of what runs meanwhile");
        row("---", "---", "---:", "---:", "---:");
        for (String runtime : RUNTIMES) calls(runtime);
        for (Attack attack : Attack.all()) attack(attack);
        server();
        row("load of the machine at the end", "", "%.1f".formatted(SYSTEM.getSystemLoadAverage()), "", "");
    }

    private static void calls(String runtime) throws Exception {
        long before = SYSTEM.getProcessCpuTime();
        long first = timed(() -> Attack.good(runtime));
        row(runtime + ": first call of a process", "", millis(first), millis(SYSTEM.getProcessCpuTime() - before), "");
        for (int i = 0; i < 300; i++) Attack.good(runtime);
        List<Long> calls = new ArrayList<>();
        for (int i = 0; i < 300; i++) calls.add(timed(() -> Attack.good(runtime)));
        row(runtime + ": a call, in a sandbox of its own", "p50, p95", millis(at(calls, 50)) + ", " + millis(at(calls, 95)), "", "");
        long end = System.nanoTime() + SPELL.toNanos() / 3;
        try (var threads = Executors.newFixedThreadPool(2)) {
            int count = 0;
            for (var part : threads.invokeAll(Collections.<Callable<Integer>>nCopies(2, () -> until(end, () -> Attack.good(runtime)).size()))) count += part.get();
            row(runtime + ": calls on two threads", "", "%.0f/s".formatted(count / (SPELL.toSeconds() / 3.0)), "", "");
        }
    }

    /// Someone else does a little every 2 ms: the longest time between.
    private static void attack(Attack attack) throws Exception {
        var done = new AtomicBoolean();
        try (var other = Executors.newSingleThreadExecutor()) {
            var gap = other.submit(() -> {
                long longest = 0;
                for (long last = System.nanoTime(), now; !done.get(); last = now) {
                    Thread.sleep(2);
                    var little = new byte[64 << 10];
                    now = System.nanoTime() + little[0];
                    longest = Math.max(longest, now - last);
                }
                return longest;
            });
            var endings = new ArrayList<String>();
            long before = SYSTEM.getProcessCpuTime();
            long took = timed(() -> endings.add(attack.make(Code.TICKS).ending().getClass().getSimpleName()));
            long core = SYSTEM.getProcessCpuTime() - before;
            done.set(true);
            row(attack.toString(), endings.getFirst(), millis(took), millis(core), millis(gap.get()));
        }
    }

    private static void server() throws Exception {
        var data = Files.createTempDirectory("passo");
        var builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-classpath",
                System.getProperty("java.class.path"), "passo.Main").redirectErrorStream(true);
        builder.environment().putAll(Map.of("PORT", "0", "PASSO_DATA", data.toString(), "PASSO_RUNS_PER_SECOND", "0"));
        var server = builder.start();
        try (var output = server.inputReader()) {
            String address = output.lines().filter(line -> line.contains("http://")).findFirst().orElseThrow();
            var run = URI.create(address.substring(address.indexOf("http://")) + "/api/v1/run");
            Thread.ofVirtual().start(() -> output.lines().forEach(System.err::println));
            for (String runtime : RUNTIMES) {
                row(runtime + ": first run after the server listens", "", millis(timed(() -> send(client(1), run, hostile(1, List.of(good(runtime)))))), "", "");
            }
            meanwhile(run);
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    /// Runs of twelve states, alone and beside clients that do nothing but harm.
    private static void meanwhile(URI run) throws Exception {
        var friend = client(1);
        Callable<Integer> good = () -> send(friend, run, TWELVE_STATES);
        until(System.nanoTime() + SPELL.toNanos() / 3, good);
        List<Long> alone = until(System.nanoTime() + SPELL.toNanos() / 3, good);
        row("a run of 12 states, alone", alone.size() + " runs: p50, p95", millis(at(alone, 50)) + ", " + millis(at(alone, 95)), "", millis(Collections.max(alone)));
        long end = System.nanoTime() + SPELL.toNanos();
        String harm = hostile(FUNCTIONS, Attack.all());
        Map<Integer, Integer> answers = new TreeMap<>();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            IntStream.range(0, CLIENTS).forEach(i -> clients.submit(() -> {
                var client = client(i + 2);
                until(end, () -> {
                    int status = send(client, run, harm);
                    synchronized (answers) {
                        return answers.merge(status, 1, Integer::sum);
                    }
                });
                return null;
            }));
            List<Long> beside = until(end, good);
            row("a run of 12 states beside " + CLIENTS + " clients with " + FUNCTIONS + " hostile functions a run", beside.size() + " runs: p50, p95",
                    millis(at(beside, 50)) + ", " + millis(at(beside, 95)), "", millis(Collections.max(beside)));
        }
        row("what these are told", answers.toString(), "", "", "");
    }

    /// A client with an address of its own, so that the server sees another learner.
    private static HttpClient client(int number) throws IOException {
        return HttpClient.newBuilder().localAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) number})).build();
    }

    private static int send(HttpClient client, URI run, String body) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(run).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.discarding()).statusCode();
    }

    private static Attack good(String runtime) {
        return new Attack("good", runtime, runtime.startsWith("python") ? "def lambda_handler(event, context): return 1" : "exports.handler = async () => 1;");
    }

    /// A run whose Map calls so many functions, in turn, and catches whatever they throw.
    private static String hostile(int count, List<Attack> attacks) {
        var functions = Json.Obj.builder();
        for (int i = 0; i < attacks.size(); i++) {
            functions.put("f" + i, Json.Obj.of("runtime", Json.of(attacks.get(i).runtime()), "code", Json.of(attacks.get(i).code())));
        }
        String items = IntStream.range(0, count).mapToObj(i -> "\"f" + i % attacks.size() + "\"").collect(Collectors.joining(","));
        return """
                {"definition": {"StartAt": "M", "States": {"M": {"Type": "Map", "ItemsPath": "$", "MaxConcurrency": 40, "End": true, "ItemProcessor": {"StartAt": "A", "States": {
                  "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName.$": "$"}, "OutputPath": "$.StatusCode",
                        "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "B"}], "End": true},
                  "B": {"Type": "Pass", "Result": 0, "End": true}}}}}},
                 "input": [%s], "world": {"lambda": %s}}""".formatted(items, functions.build());
    }

    private static final String TWELVE_STATES = """
            {"input": {"items": [1, 2, 3], "ready": true}, "definition": {"StartAt": "Begin", "States": {
              "Begin": {"Type": "Pass", "Next": "Load"},
              "Load": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem", "Parameters": {"TableName": "t", "Key": {"id": {"S": "a"}}}, "ResultPath": "$.item", "Next": "Ready"},
              "Ready": {"Type": "Choice", "Choices": [{"Variable": "$.ready", "BooleanEquals": true, "Next": "Pause"}], "Default": "Refused"},
              "Refused": {"Type": "Fail", "Error": "Refused"},
              "Pause": {"Type": "Wait", "Seconds": 60, "Next": "Each"},
              "Each": {"Type": "Map", "ItemsPath": "$.items", "ResultPath": "$.sent", "Next": "Both", "ItemProcessor": {"StartAt": "Send", "States": {
                "Send": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {"QueueUrl": "q", "MessageBody.$": "$"}, "End": true}}}},
              "Both": {"Type": "Parallel", "ResultPath": "$.both", "Next": "Done", "Branches": [
                {"StartAt": "Left", "States": {"Left": {"Type": "Pass", "End": true}}},
                {"StartAt": "Right", "States": {"Right": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:Right", "Next": "RightEnd"},
                                                "RightEnd": {"Type": "Pass", "End": true}}}]},
              "Done": {"Type": "Succeed"}}}}""";

    /// How long each piece took, of those made until then.
    private static List<Long> until(long end, Callable<?> work) throws Exception {
        List<Long> times = new ArrayList<>();
        while (System.nanoTime() < end) times.add(timed(work));
        return times;
    }

    private static long timed(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return System.nanoTime() - start;
    }

    private static long at(List<Long> times, int percent) {
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static String millis(long nanos) {
        return "%.1f ms".formatted(nanos / 1e6);
    }

    private static void row(String... cells) {
        System.out.println("| " + String.join(" | ", Arrays.asList(cells)) + " |");
    }
}
