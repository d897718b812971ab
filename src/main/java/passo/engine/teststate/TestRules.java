package passo.engine.teststate;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import passo.asl.State;
import passo.asl.catalogue.Resource;
import passo.engine.semantics.Outcome;
import passo.engine.semantics.Outcome.Success;
import passo.json.Json;

/// What AWS refuses to test, in its words. AWS, TestState.
final class TestRules {

    /// The fields that a Context Object may have. AWS, "Accessing execution data from the Context object".
    private static final Map<String, Set<String>> CONTEXT = Map.of(
            "Execution", Set.of("Id", "Input", "Name", "RoleArn", "StartTime", "RedriveCount", "RedriveTime"),
            "State", Set.of("EnteredTime", "Name", "RetryCount"),
            "StateMachine", Set.of("Id", "Name"),
            "Task", Set.of("Token"),
            "Map", Set.of("Item"));

    private TestRules() {}

    static Optional<Tested.Refused> refusal(TestState test) {
        Optional<Tested.Refused> about = test.mock().isPresent() ? ofMocked(test.state(), test.mock().get()) : ofUnmocked(test);
        return about.or(() -> test.context().flatMap(context -> ofContext(context, test.state())));
    }

    static Tested.Refused tooManyFailed() {
        return invalid("Map iteration failure count must be less than or equal to the number of Map iterations");
    }

    private static Optional<Tested.Refused> ofMocked(State state, Outcome mock) {
        return switch (state) {
            case State.Map map when mock instanceof Success(var result) -> ofMapResult(map, result);
            case State.Parallel parallel when mock instanceof Success(var result) -> ofParallelResult(parallel, result);
            case State.Task _, State.Map _, State.Parallel _ -> Optional.empty();
            case State.Pass _, State.Choice _, State.Wait _, State.Succeed _, State.Fail _ ->
                Optional.of(invalid("State type '" + state.type() + "' is not supported when a mock is specified"));
        };
    }

    private static Optional<Tested.Refused> ofMapResult(State.Map map, Json result) {
        boolean writes = map.distributed().flatMap(State.Distributed::writer).flatMap(State.ResultWriter::resource).isPresent();
        if (writes) return result instanceof Json.Obj ? Optional.empty() : Optional.of(invalid("Mocked result must be a JSON object."));
        return result instanceof Json.Arr ? Optional.empty() : Optional.of(invalid("Mocked result must be an array."));
    }

    private static Optional<Tested.Refused> ofParallelResult(State.Parallel parallel, Json result) {
        if (!(result instanceof Json.Arr arr)) return Optional.of(invalid("Mocked result must be an array."));
        return arr.size() == parallel.branches().size() ? Optional.empty()
                : Optional.of(invalid("Mocked result must contain the same number of items as number of Parallel branches."));
    }

    private static Optional<Tested.Refused> ofUnmocked(TestState test) {
        return switch (test.state()) {
            case State.Map _, State.Parallel _ -> undefined(
                    "TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]");
            case State.Task task when task.resource() instanceof Resource.Activity ->
                undefined("TestState API does not support Activity tasks.");
            case State.Task task when task.resource().hasToken() ->
                undefined("TestState API does not support '.sync' or '.waitForTaskToken' service integration patterns.");
            case State.Task _ when test.roleArn().isEmpty() -> Optional.of(invalid("RoleArn must be specified when testing a Task state"));
            case State.Task _, State.Pass _, State.Choice _, State.Wait _, State.Succeed _, State.Fail _ -> Optional.empty();
        };
    }

    private static Optional<Tested.Refused> ofContext(Json.Obj context, State state) {
        for (String field : context.names()) {
            Set<String> known = CONTEXT.get(field);
            if (known == null) return notAllowed(field);
            if (!(context.get(field) instanceof Json.Obj inner)) continue;
            Optional<String> unknown = inner.names().stream().filter(name -> !known.contains(name)).findFirst();
            if (unknown.isPresent()) return notAllowed(unknown.get());
        }
        return context.has("Task") && !(state instanceof State.Task task && task.resource().hasToken()) ? badContext(
                "Context object contains 'Task' when state is not a Task state with a '.sync' or '.waitForTaskToken' service integration pattern")
                : Optional.empty();
    }

    private static Optional<Tested.Refused> notAllowed(String field) {
        return badContext("Field '" + field + "' is not allowed");
    }

    private static Optional<Tested.Refused> badContext(String why) {
        return Optional.of(invalid("Invalid Context object provided: " + why));
    }

    private static Optional<Tested.Refused> undefined(String message) {
        return Optional.of(new Tested.Refused("InvalidDefinition", message));
    }

    private static Tested.Refused invalid(String message) {
        return new Tested.Refused("ValidationException", message);
    }
}
