package passo.web.api;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.ServiceUnavailableResponse;
import io.javalin.http.UnprocessableContentResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passo.asl.Definition;
import passo.asl.StateMachine;
import passo.aws.Callbacks;
import passo.aws.Cloud;
import passo.aws.Decisions;
import passo.aws.ExampleInput;
import passo.aws.Problem;
import passo.aws.Reading;
import passo.aws.cloudwatch.LogLevel;
import passo.aws.cloudwatch.Logging;
import passo.engine.Run;
import passo.json.Json;
import passo.web.Capacity;
import passo.web.Language;
import passo.web.Messages;
import passo.web.RateLimit;

/// `POST /api/v1/run`: runs a definition with an input in a world, and tells all that happened.
///
/// Without a world, whatever the definition names exists and answers automatically; where there is no input either, one is
/// made from what the definition reads.
public final class RunHandler {

    /// `expressMode` `async` says that nobody waits for an Express execution.
    private static final List<String> MEMBERS = List.of("definition", "input", "type", "world", "callbacks", "name", "account", "seed", "nextToken",
            "logging", "expressMode", "decisions");
    static final int LONGEST_INPUT = 256 << 10;
    /// When a run begins whose world names no clock.
    static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private final RateLimit rate;
    private final Capacity capacity;

    public RunHandler(RateLimit rate, Capacity capacity) {
        this.rate = rate;
        this.capacity = capacity;
    }

    public void handle(Context ctx) {
        rate.take(ctx);
        var body = Body.of(ctx, MEMBERS);
        var definition = body.definition(body.type());
        var input = input(body, definition);
        refusal(body, definition, input).ifPresentOrElse(refused -> Answer.send(ctx, 400, refused),
                () -> run(ctx, body, definition.machine().orElseThrow(), input));
    }

    /// The input that was sent; else, where no world was either, one that the machine can work on.
    static Json input(Body body, Definition definition) {
        return body.get("input").orElseGet(() -> body.get("world").isPresent() ? Json.Obj.EMPTY
                : definition.machine().map(ExampleInput::of).orElse(Json.Obj.EMPTY));
    }

    /// Why a definition cannot be run with an input; empty where it can.
    static Optional<Json.Obj> refusal(Body body, Definition definition, Json input) {
        if (body.hasTooLongDefinition()) return Optional.of(tooLong("definition", Body.LONGEST_DEFINITION));
        if (definition.machine().isEmpty()) {
            return Optional.of(Answer.apiError("InvalidDefinition", Diagnostics.inOneMessage(definition.diagnostics()))
                    .with("diagnostics", Diagnostics.of(definition.diagnostics())));
        }
        return isTooLong(input) ? Optional.of(tooLong("input", LONGEST_INPUT)) : Optional.empty();
    }

    private void run(Context ctx, Body body, StateMachine machine, Json input) {
        var world = body.world(machine);
        var callbacks = body.get("callbacks").map(json -> good("callbacks", Callbacks.parse(json))).orElse(List.of());
        var decisions = body.get("decisions").map(json -> good("decisions", Decisions.parse(json, body.type(), world))).orElse(List.of());
        var start = body.start(world, machine, body.type(), "run", input);
        var logging = body.get("logging").filter(json -> json != Json.NULL).map(json -> Logging.of(json)
                .orElseThrow(() -> new BadRequestResponse("/logging/level: OFF, FATAL, ERROR or ALL belongs here"))).orElseGet(world::logging);
        var unmade = world.refusedRole(start, logging.level() != LogLevel.OFF);
        if (unmade.isPresent()) {
            Answer.send(ctx, 400, Answer.apiError("AccessDeniedException", unmade.get()));
            return;
        }
        boolean async = body.text("expressMode", "").equals("async");
        var cloud = new Cloud(world, callbacks, start);
        switch (capacity.share(ctx).run(async ? start.asynchronous() : start, cloud, decisions)) {
            case Run.Ended(var trace) -> Answer.send(ctx, 200, RunAnswer.of(trace, cloud, logging, (int) body.number("nextToken", 1))
                    .orElseThrow(() -> overBudget("its answer would be longer than " + RunAnswer.MOST_BYTES + " bytes")));
            case Run.Unfit(var decision, var reason, var about) when reason == Run.Unfit.Reason.NOT_REDRIVABLE ->
                Answer.send(ctx, 400, Answer.apiError("ExecutionNotRedrivable", about));
            case Run.Unfit(var decision, var reason, var about) -> throw new BadRequestResponse("/decisions/" + decision + ": "
                    + Messages.in(Language.ENGLISH).get("decision." + reason.name(), about));
            case Run.Refused refused -> throw problem(refused);
        }
    }

    static HttpResponseException problem(Run.Refused refused) {
        return switch (refused.reason()) {
            case TIME -> new ServiceUnavailableResponse("The run took longer than we allow; nothing is said about its result");
            case TICKS -> overBudget("the code of its functions would compute for more than " + refused.most() + " ticks");
            case EVENTS -> overBudget("it would keep more than " + refused.most() + " events");
            case BYTES -> overBudget("it would keep more than " + refused.most() + " bytes");
        };
    }

    private static HttpResponseException overBudget(String why) {
        return new UnprocessableContentResponse("The run was given up: " + why, Map.of("code", "RunBudget"));
    }

    static <T> T good(String member, Reading<T> reading) {
        return switch (reading) {
            case Reading.Good(var value) -> value;
            case Reading.Bad(var problems) -> throw new BadRequestResponse(inWords(member, problems.getFirst()));
        };
    }

    private static String inWords(String member, Problem problem) {
        return "/" + member + problem.at() + ": " + Messages.in(Language.ENGLISH).get(problem.key(), problem.arguments().toArray());
    }

    static boolean isTooLong(Json input) {
        return input.bytes() > LONGEST_INPUT;
    }

    static Json.Obj tooLong(String member, int most) {
        return Answer.apiError("ValidationException", "1 validation error detected: Value at '" + member
                + "' failed to satisfy constraint: Member must have length less than or equal to " + most);
    }
}
