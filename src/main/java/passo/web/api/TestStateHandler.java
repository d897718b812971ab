package passo.web.api;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import passo.asl.Definition;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.asl.catalogue.Resource;
import passo.aws.Cloud;
import passo.engine.StartExecution;
import passo.engine.teststate.TestState;
import passo.engine.teststate.Tested;
import passo.json.Json;
import passo.json.JsonText;
import passo.web.Capacity;
import passo.web.RateLimit;

/// `POST /api/v1/test-state`: tries one state by itself. AWS, TestState; what AWS takes and gives as a text of JSON is JSON here,
/// but for a mock's result and an item reader's data, which are texts of someone else.
public final class TestStateHandler {

    private static final List<String> MEMBERS = List.of("definition", "stateName", "input", "inspectionLevel", "roleArn", "revealSecrets",
            "variables", "context", "mock", "stateConfiguration", "world", "name", "seed");
    /// `errorCausedByState` says where a mocked error comes from; it decides nothing.
    private static final List<String> CONFIGURATION = List.of("retrierRetryCount", "errorCausedByState", "mapIterationFailureCount",
            "mapItemReaderData");

    private final RateLimit rate;
    private final Capacity capacity;

    public TestStateHandler(RateLimit rate, Capacity capacity) {
        this.rate = rate;
        this.capacity = capacity;
    }

    public void handle(Context ctx) {
        rate.take(ctx);
        var body = Body.of(ctx, MEMBERS);
        if (body.hasTooLongDefinition()) {
            Answer.send(ctx, 400, RunHandler.tooLong("definition", Body.LONGEST_DEFINITION));
            return;
        }
        var definition = definition(body);
        var machine = definition.machine();
        if (machine.isEmpty()) {
            refuse(ctx, "InvalidDefinition", Diagnostics.inOneMessage(definition.diagnostics()));
            return;
        }
        var state = machine.get().find(body.text("stateName", TestState.STATE_NAME));
        var input = body.get("input").orElse(Json.Obj.EMPTY);
        if (state.isEmpty()) refuse(ctx, "ValidationException", "State not found in definition");
        else if (RunHandler.isTooLong(input)) Answer.send(ctx, 400, RunHandler.tooLong("input", RunHandler.LONGEST_INPUT));
        else test(ctx, body, machine.get(), state.get(), input);
    }

    /// A whole machine where a state is named; else the state alone.
    private static Definition definition(Body body) {
        return switch (body.json().get("definition")) {
            case Json given when body.has("stateName") -> body.definition(Definition.Type.STANDARD);
            case Json.Str(var text) when JsonText.read(text) instanceof JsonText.Reading.Value(var state, _) -> alone(state);
            case Json.Str(var text) when JsonText.readYaml(text) instanceof JsonText.Reading.Value(Json.Obj state, _) -> alone(state);
            case Json.Obj state -> alone(state);
            case null, default -> body.definition(Definition.Type.STANDARD);
        };
    }

    private static Definition alone(Json state) {
        return Definition.ofState(TestState.STATE_NAME, state, Definition.Type.STANDARD);
    }

    private void test(Context ctx, Body body, StateMachine machine, State state, Json input) {
        var level = level(body.text("inspectionLevel", "INFO"));
        var mock = Mock.of(body);
        var problem = mock.isPresent() ? mock.get().problem(state, body.flag("revealSecrets")) : unmocked(body);
        if (problem.isPresent()) {
            refuse(ctx, "ValidationException", problem.get());
            return;
        }
        var world = body.world();
        var start = body.start(world, machine, Definition.Type.EXPRESS, "test", input);
        switch (capacity.share(ctx).test(testState(body, start, state, mock), new Cloud(world, List.of(), start))) {
            case Tested.Refused(var code, var message) -> refuse(ctx, code, message);
            case Tested.OverBudget(var refused) -> throw RunHandler.problem(refused);
            case Tested.Done done -> Answer.send(ctx, 200, answer(done, level, mock.isEmpty() && isHttp(state)));
        }
    }

    /// AWS: these two mean nothing without a mock, for its own test of a state runs nothing around it.
    private static Optional<String> unmocked(Body body) {
        boolean counted = body.inner("stateConfiguration", CONFIGURATION).filter(given -> given.has("mapIterationFailureCount")).isPresent();
        return (counted ? Optional.of("MapIterationFailureCount") : body.has("context") ? Optional.of("Context") : Optional.<String>empty())
                .map(field -> "TestState does not support " + field + " when a mock is not specified.");
    }

    private static TestState testState(Body body, StartExecution start, State state, Optional<Mock> mock) {
        var configuration = body.inner("stateConfiguration", CONFIGURATION).orElse(new Body(Json.Obj.EMPTY));
        var failed = configuration.has("mapIterationFailureCount") ? OptionalInt.of(configuration.count("mapIterationFailureCount"))
                : OptionalInt.empty();
        return new TestState(start, state, body.text("roleArn"), body.object("variables").orElse(Json.Obj.EMPTY), body.object("context"),
                mock.map(Mock::outcome), configuration.count("retrierRetryCount"), failed, configuration.text("mapItemReaderData"));
    }

    /// `TRACE` adds nothing to `DEBUG` but an HTTP Task's request and response.
    private enum Level { INFO, DEBUG, TRACE }

    private static Level level(String name) {
        return switch (name) {
            case "INFO" -> Level.INFO;
            case "DEBUG" -> Level.DEBUG;
            case "TRACE" -> Level.TRACE;
            case String other -> throw new BadRequestResponse("\"inspectionLevel\" must be INFO, DEBUG or TRACE, not " + other);
        };
    }

    private static boolean isHttp(State state) {
        return state instanceof State.Task task && task.resource() instanceof Resource.Service service && service.service().equals("http");
    }

    private static Json.Obj answer(Tested.Done done, Level level, boolean exchanges) {
        var json = Json.Obj.builder().put("status", done.status().name());
        done.output().ifPresent(output -> json.put("output", output));
        done.failure().ifPresent(failure -> RunAnswer.told(json, failure));
        done.next().ifPresent(next -> json.put("nextState", next));
        if (level != Level.INFO) json.put("inspectionData", exchanges && level == Level.TRACE ? traced(done) : done.inspection());
        return json.build();
    }

    private static Json.Obj traced(Tested.Done done) {
        var data = Json.Obj.builder().putAll(done.inspection());
        var arguments = done.inspection().has("afterArguments") ? done.inspection().get("afterArguments") : done.inspection().get("afterParameters");
        if (arguments instanceof Json.Obj sent) {
            data.put("request", HttpExchange.request(sent));
            HttpExchange.response(done).ifPresent(response -> data.put("response", response));
        }
        return data.build();
    }

    private static void refuse(Context ctx, String code, String message) {
        Answer.send(ctx, 400, Answer.apiError(code, message));
    }
}
