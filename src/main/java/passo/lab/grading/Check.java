package passo.lab.grading;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import passo.asl.State;
import passo.asl.catalogue.Resource;
import passo.aws.Cloud;
import passo.aws.Served;
import passo.aws.cloudwatch.Alarm;
import passo.aws.cloudwatch.LogGroup;
import passo.aws.cloudwatch.Logging;
import passo.aws.cloudwatch.Metric;
import passo.aws.service.Change;
import passo.engine.Step;
import passo.engine.Trace;
import passo.engine.semantics.Outcome;
import passo.json.Json;
import passo.lab.exercise.Expectation;
import passo.lab.exercise.Expectation.Calls;
import passo.lab.exercise.Expectation.Effect;
import passo.lab.grading.Finding.Kind;

/// Compares executions with what a test expects. Made for one test with one seed, then dropped.
final class Check {

    private static final int MOST_STATES = 30;

    private final List<Finding> findings = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, List<Call>> calls = new HashMap<>();
    private final List<Made> made = new ArrayList<>();

    /// What a function or a service's action was called with, by a step.
    private record Call(Json request, int step) {}

    /// An execution, and the cloud in which it was made.
    private record Made(Trace trace, Cloud cloud) {}

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /// How often each thing was called, for rules.
    Json.Obj called() {
        var counts = Json.Obj.builder();
        calls.forEach((name, all) -> counts.put(name, all.size()));
        return counts.build();
    }

    /// What each thing was called with, for rules.
    Json.Obj requested() {
        var requests = Json.Obj.builder();
        calls.keySet().forEach(name -> requests.put(name, new Json.Arr(requests(name))));
        return requests.build();
    }

    /// What was left behind so far.
    List<Change> changes() {
        return List.copyOf(changes);
    }

    /// The requests of the calls so far to what is called so.
    List<Json> requests(String name) {
        return calls.getOrDefault(name, List.of()).stream().map(Call::request).toList();
    }

    /// One execution by itself.
    ///
    /// @param logging of the machine
    void execution(Expectation expect, Trace trace, Cloud cloud, Logging logging) {
        gather(trace, cloud);
        ending(expect, trace);
        expect.output().ifPresent(output -> output(output, trace, Likeness.exact(output, trace.output().orElse(Json.NULL))));
        expect.subset().ifPresent(subset -> output(subset, trace, Likeness.subset(subset, trace.output().orElse(Json.NULL))));
        way(expect, trace);
        if (!expect.logs().isEmpty() || !expect.notInLogs().isEmpty()) logs(expect, LogGroup.of(trace, logging, cloud.logs()));
    }

    private void gather(Trace trace, Cloud cloud) {
        made.add(new Made(trace, cloud));
        cloud.changes().stream().filter(change -> !change.kind().equals("lambda:invoke")).forEach(changes::add);
        for (Served served : cloud.calls()) {
            Optional<String> function = function(trace, served);
            Json request = function.isPresent() && served.request() instanceof Json.Obj obj && obj.has("FunctionName")
                    ? Optional.ofNullable(obj.get("Payload")).orElse(Json.Obj.EMPTY) : served.request();
            calls.computeIfAbsent(function.orElse(served.service() + ":" + served.action()), _ -> new ArrayList<>()).add(new Call(request, served.step()));
        }
    }

    /// The name of the function that was called, however it was named.
    private static Optional<String> function(Trace trace, Served served) {
        if (served.request() instanceof Json.Obj obj && obj.get("FunctionName") instanceof Json.Str(var name) && served.service().endsWith("lambda")) {
            return Optional.of(name.replaceFirst("^.*:function:", "").replaceFirst(":.*$", ""));
        }
        if (served.step() == 0 || served.step() > trace.steps().size()) return Optional.empty();
        return trace.start().machine().find(trace.steps().get(served.step() - 1).state())
                .flatMap(state -> state instanceof State.Task task && task.resource() instanceof Resource.Function function
                        ? Optional.of(function.name()) : Optional.empty());
    }

    private void ending(Expectation expect, Trace trace) {
        String status = trace.status().name();
        int last = failed(trace);
        Json error = Json.of(trace.failure().map(Outcome.Failure::told).orElse(""));
        Json cause = Json.of(trace.failure().map(Outcome.Failure::cause).orElse(""));
        if (!expect.statuses().isEmpty() && !expect.statuses().contains(status)) {
            add(Kind.STATUS, texts(expect.statuses()), Json.Obj.builder().put("status", status).put("error", error).put("cause", cause).build(), last);
            return;
        }
        if (!expect.errors().isEmpty() && !expect.errors().contains(((Json.Str) error).value())) {
            add(Kind.ERROR, new Json.Arr(expect.errors().stream().map(Json::of).toList()), error, last);
        }
        expect.cause().filter(wanted -> !Likeness.exact(Json.of(wanted), cause).isEmpty()).ifPresent(wanted -> add(Kind.CAUSE, Json.of(wanted), cause, last));
        expect.failedAt().ifPresent(state -> {
            String at = last == 0 ? "" : trace.steps().get(last - 1).state();
            if (!at.equals(state)) add(Kind.FAILED_AT, Json.of(state), Json.of(at), last);
        });
    }

    /// The number of the innermost step that made it fail; 0 for none.
    static int failed(Trace trace) {
        return trace.steps().reversed().stream().filter(step -> step.status() == Step.Status.FAILED || step.status() == Step.Status.TIMED_OUT)
                .findFirst().map(Step::number).orElse(0);
    }

    /// An output is compared where there is one; where there is none, the status tells why.
    private void output(Json expected, Trace trace, List<Mismatch> mismatches) {
        if (trace.output().isEmpty() || mismatches.isEmpty()) return;
        findings.add(new Finding(Kind.OUTPUT, expected, trace.output().get(), mismatches, trace.steps().size()));
    }

    private void way(Expectation expect, Trace trace) {
        List<String> way = trace.steps().stream().map(Step::state).toList();
        List<String> visited = way.stream().distinct().toList();
        List<String> missed = expect.visited().stream().filter(state -> !visited.contains(state)).toList();
        if (!missed.isEmpty()) add(Kind.VISITED, texts(missed), texts(visited), 0);
        if (!follows(way, expect.visitedInOrder())) add(Kind.IN_ORDER, texts(expect.visitedInOrder()), texts(way.subList(0, Math.min(MOST_STATES, way.size()))), 0);
        trace.steps().stream().filter(step -> expect.never().contains(step.state())).findFirst()
                .ifPresent(step -> add(Kind.NEVER, texts(expect.never()), Json.of(step.state()), step.number()));
        if (expect.transitions().isPresent() && trace.transitions() > expect.transitions().getAsInt()) {
            add(Kind.TRANSITIONS, Json.of(expect.transitions().getAsInt()), Json.of(trace.transitions()), 0);
        }
        expect.duration().ifPresent(between -> {
            Duration took = Duration.between(trace.start().at(), trace.end());
            if (took.compareTo(between.least()) < 0 || took.compareTo(between.most()) > 0) {
                add(Kind.DURATION, texts(List.of(between.least().toString(), between.most().toString())), Json.of(took.toString()), 0);
            }
        });
    }

    /// Are these on the way one after the other, whatever is between them?
    private static boolean follows(List<String> way, List<String> states) {
        int found = 0;
        for (String state : way) if (found < states.size() && states.get(found).equals(state)) found++;
        return found == states.size();
    }

    private void logs(Expectation expect, List<LogGroup> groups) {
        List<String> lines = groups.stream().flatMap(group -> group.entries().stream()).map(LogGroup.Entry::message).toList();
        expect.logs().stream().filter(text -> lines.stream().noneMatch(line -> line.contains(text))).findFirst()
                .ifPresent(text -> add(Kind.LOGS, Json.of(text), Json.of(lines.size()), 0));
        expect.notInLogs().stream().filter(text -> lines.stream().anyMatch(line -> line.contains(text))).findFirst()
                .ifPresent(text -> add(Kind.NOT_IN_LOGS, Json.of(text), Json.of(lines.stream().filter(line -> line.contains(text)).findFirst().orElseThrow()), 0));
    }

    /// All executions of the test together.
    void afterAll(Expectation expect, Json.Obj world) {
        expect.effects().ifPresent(effects -> effects(effects, changes));
        expect.effectsAnyOrder().ifPresent(effects -> effectsInAnyOrder(effects));
        List<Mismatch> mismatches = Likeness.subset(expect.world(), world);
        if (!mismatches.isEmpty()) findings.add(new Finding(Kind.WORLD, expect.world(), world, mismatches, 0));
        expect.calls().forEach(this::calls);
        expect.alarms().forEach(this::alarm);
    }

    /// The metrics of all executions count.
    private void alarm(String name, Alarm.State expected) {
        List<Metric> metrics = made.stream().flatMap(one -> one.cloud().metrics(one.trace()).stream()).toList();
        Instant began = made.stream().map(one -> one.trace().start().at()).min(Comparator.naturalOrder()).orElseThrow();
        Instant ended = made.stream().map(one -> one.trace().end()).max(Comparator.naturalOrder()).orElseThrow();
        String state = made.getLast().cloud().alarms().stream().filter(alarm -> alarm.name().equals(name)).findFirst()
                .map(alarm -> alarm.after(metrics, began, ended).name()).orElse("");
        if (!state.equals(expected.name())) add(Kind.ALARMS, Json.Obj.of(name, Json.of(expected.name())), Json.of(state), 0);
    }

    private void effects(List<Effect> expected, List<Change> got) {
        boolean same = expected.size() == got.size();
        for (int i = 0; same && i < got.size(); i++) same = is(expected.get(i), got.get(i));
        if (!same) add(Kind.EFFECTS, json(expected), changed(got), got.stream().mapToInt(Change::step).max().orElse(0));
    }

    private void effectsInAnyOrder(List<Effect> expected) {
        var left = new ArrayList<>(changes);
        boolean all = expected.stream().allMatch(effect -> left.stream().filter(change -> is(effect, change)).findFirst().map(left::remove).orElse(false));
        if (!all || !left.isEmpty()) add(Kind.EFFECTS, json(expected), changed(changes), 0);
    }

    private static boolean is(Effect effect, Change change) {
        return effect.kind().equals(change.kind()) && effect.resource().equals(change.resource())
                && Likeness.subset(effect.detail(), change.detail()).isEmpty();
    }

    private void calls(String name, Calls expected) {
        List<Call> got = calls.getOrDefault(name, List.of());
        Json told = Json.Obj.of("name", Json.of(name), "requests", new Json.Arr(got.stream().map(Call::request).toList()));
        int step = got.isEmpty() ? 0 : got.getLast().step();
        if (got.size() != expected.count()) {
            add(Kind.CALLS, Json.of(expected.count()), told, step);
            return;
        }
        for (int i = 0; i < expected.with().size() && i < got.size(); i++) {
            List<Mismatch> mismatches = Likeness.subset(expected.with().get(i), got.get(i).request());
            if (!mismatches.isEmpty()) findings.add(new Finding(Kind.CALLS, expected.with().get(i), told, mismatches, got.get(i).step()));
        }
    }

    private static Json json(List<Effect> effects) {
        return new Json.Arr(effects.stream().map(effect -> Json.Obj.builder().put("kind", effect.kind()).put("resource", effect.resource())
                .put("detail", effect.detail()).build()).toList());
    }

    private static Json changed(List<Change> changes) {
        return new Json.Arr(changes.stream().map(change -> Json.Obj.builder().put("kind", change.kind()).put("resource", change.resource())
                .put("detail", change.detail()).build()).toList());
    }

    private static Json texts(List<String> texts) {
        return new Json.Arr(Stream.of(texts.toArray(String[]::new)).map(Json::of).toList());
    }

    private void add(Kind kind, Json expected, Json got, int step) {
        findings.add(new Finding(kind, expected, got, List.of(), step));
    }
}
