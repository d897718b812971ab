package passo.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.asl.catalogue.Resource;
import passo.asl.catalogue.Spelling;
import passo.asl.model.ServiceModels;
import passo.json.Json;
import passo.json.JsonText;
import passo.json.Pointer;

/// What states get instead of their services' answers, as a world says it. There are three ways to: a test case out of a mock file of
/// Step Functions Local (`file` and the name of the `testCase`), the test case itself (`testCase` and `responses`), or for each state a
/// mock as TestState takes it (`states`). AWS, "Using mocked service integrations"; TestState, "MockInput".
///
/// @param states a state's mock, by its name
/// @param at where in the world the test case stands
/// @param testCase the name of a state's response, by its name
/// @param responses by name, and each by the attempts that it is for
record Mocks(Json.Obj states, Pointer at, Json.Obj testCase, Json.Obj responses) {

    private static final Pointer HERE = Pointer.ROOT.child("mocks");
    private static final Pattern ATTEMPTS = Pattern.compile("\\d{1,9}(-\\d{1,9})?");

    /// @param described without problems
    static Mocks of(Json.Obj described) {
        Json.Obj states = member(described, "states");
        if (!(described.get("testCase") instanceof Json.Str(var chosen))) {
            return new Mocks(states, HERE.child("testCase"), member(described, "testCase"), member(described, "responses"));
        }
        Json.Obj file = member(described, "file");
        Pointer at = called(chosen, file).getFirst();
        return new Mocks(states, at, testCases(file).get(at), member(file, "MockedResponses"));
    }

    /// What is wrong with mocks, whatever the machine.
    static List<Problem> problems(Json.Obj described) {
        var problems = new ArrayList<Problem>();
        Json.Obj file = member(described, "file");
        SequencedMap<Pointer, Json.Obj> cases = testCases(file);
        if (described.get("testCase") instanceof Json.Str(var chosen)) {
            List<Pointer> called = called(chosen, file);
            boolean byItself = !chosen.contains("#");
            if (called.isEmpty()) problems.add(unknown(HERE.child("testCase"), chosen, cases.keySet().stream().map(at -> name(at, byItself)).toList()));
            if (called.size() > 1) problems.add(new Problem(HERE.child("testCase"), "world.mocks.several",
                    List.of(chosen, called.stream().map(at -> name(at, false)).collect(Collectors.joining(", ")))));
        }
        check(HERE.child("testCase"), member(described, "testCase"), member(described, "responses"), problems);
        cases.forEach((at, testCase) -> check(at, testCase, member(file, "MockedResponses"), problems));
        attempts(HERE.child("responses"), member(described, "responses"), problems);
        attempts(HERE.child("file").child("MockedResponses"), member(file, "MockedResponses"), problems);
        member(described, "states").forEach((state, mock) -> {
            if (result((Json.Obj) mock).isEmpty()) problems.add(new Problem(HERE.child("states").child(state).child("result"), "world.mocks.json", List.of()));
        });
        return problems;
    }

    /// What is wrong with them for certain machines: a state that is not there, or a result that its service never gives.
    List<Problem> problems(List<StateMachine> machines) {
        SequencedMap<String, State> asking = new LinkedHashMap<>();
        machines.stream().flatMap(StateMachine::everyState).filter(state -> state instanceof State.Task || state instanceof State.Map)
                .forEach(state -> asking.putIfAbsent(state.name(), state));
        var problems = new ArrayList<Problem>();
        testCase.forEach((state, _) -> {
            if (!asking.containsKey(state)) problems.add(unknown(at.child(state), state, asking.sequencedKeySet()));
        });
        states.forEach((state, mock) -> {
            Pointer place = HERE.child("states").child(state);
            if (!asking.containsKey(state)) problems.add(unknown(place, state, asking.sequencedKeySet()));
            else violation(asking.get(state), (Json.Obj) mock).ifPresent(why -> problems.add(new Problem(place.child("result"), "world.mocks.result", List.of(why))));
        });
        return problems;
    }

    /// The result of a state's mock, which AWS takes as a text of JSON; empty where the text is none.
    static Optional<Json> result(Json.Obj mock) {
        return switch (mock.get("result")) {
            case null -> Optional.of(Json.NULL);
            case Json.Str(var text) -> JsonText.read(text) instanceof JsonText.Reading.Value(var json, _) ? Optional.of(json) : Optional.empty();
            case Json json -> Optional.of(json);
        };
    }

    private static Optional<String> violation(State state, Json.Obj mock) {
        if (!mock.has("result") || Json.of("NONE").equals(mock.get("fieldValidationMode"))) return Optional.empty();
        if (!(state instanceof State.Task task && task.resource() instanceof Resource.Service service)) return Optional.empty();
        return ServiceModels.violation(service, result(mock).orElseThrow(), !Json.of("PRESENT").equals(mock.get("fieldValidationMode")));
    }

    private static void check(Pointer at, Json.Obj testCase, Json.Obj responses, List<Problem> problems) {
        testCase.forEach((state, response) -> {
            String name = ((Json.Str) response).value();
            if (!responses.has(name)) problems.add(unknown(at.child(state), name, responses.names()));
        });
    }

    private static void attempts(Pointer at, Json.Obj responses, List<Problem> problems) {
        responses.forEach((name, response) -> ((Json.Obj) response).names().stream().filter(attempts -> !ATTEMPTS.matcher(attempts).matches())
                .forEach(attempts -> problems.add(new Problem(at.child(name).child(attempts), "world.expected.attempts", List.of(Json.of(attempts).toString())))));
    }

    private static Problem unknown(Pointer at, String name, Iterable<String> known) {
        return Spelling.nearest(name, known).map(meant -> new Problem(at, "world.unknownMeant", List.of(name, meant)))
                .orElseGet(() -> new Problem(at, "world.unknown", List.of(name, String.join(", ", known))));
    }

    /// The test cases of a mock file, by where they stand in the world.
    private static SequencedMap<Pointer, Json.Obj> testCases(Json.Obj file) {
        var cases = new LinkedHashMap<Pointer, Json.Obj>();
        member(file, "StateMachines").forEach((machine, described) -> member((Json.Obj) described, "TestCases").forEach((name, testCase) ->
                cases.put(HERE.child("file").child("StateMachines").child(machine).child("TestCases").child(name), (Json.Obj) testCase)));
        return cases;
    }

    /// Where the test cases stand that have a name: their own, or as executions of Step Functions Local choose them, `machine#case`.
    private static List<Pointer> called(String chosen, Json.Obj file) {
        String name = chosen.startsWith("arn:") ? chosen.substring(chosen.lastIndexOf(':') + 1) : chosen;
        return testCases(file).keySet().stream().filter(at -> name.equals(name(at, !name.contains("#")))).toList();
    }

    private static String name(Pointer at, boolean byItself) {
        return (byItself ? "" : at.steps().get(3) + "#") + at.steps().getLast();
    }

    private static Json.Obj member(Json.Obj obj, String name) {
        return obj.get(name) instanceof Json.Obj member ? member : Json.Obj.EMPTY;
    }
}
