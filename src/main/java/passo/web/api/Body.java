package passo.web.api;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passo.asl.Definition;
import passo.asl.StateMachine;
import passo.asl.catalogue.Spelling;
import passo.aws.World;
import passo.engine.StartExecution;
import passo.json.Json;
import passo.json.JsonText;
import passo.json.JsonText.Reading;
import passo.json.Location;

/// The body of a request: an object of known members. What cannot be read is refused, and the refusal says where and why.
record Body(Json.Obj json) {

    /// AWS takes no longer one.
    static final int LONGEST_DEFINITION = 1 << 20;

    static Body of(Context ctx, List<String> known) {
        return switch (JsonText.read(new String(ctx.bodyAsBytes(), StandardCharsets.UTF_8))) {
            case Reading.Value(Json.Obj json, _) -> new Body(json).knowing(known);
            case Reading.Value(var json, _) -> throw new BadRequestResponse("The body must be an object, not " + json.typeName());
            case Reading.Malformed(var message, Location at) -> throw new BadRequestResponse(
                    "Line %d, column %d: %s".formatted(at.line(), at.column(), message),
                    Map.of("line", String.valueOf(at.line()), "column", String.valueOf(at.column())));
        };
    }

    private Body knowing(List<String> known) {
        for (var name : json.names()) {
            if (known.contains(name)) continue;
            var meant = Spelling.nearest(name, known).map(near -> " Did you mean \"" + near + "\"?").orElse("");
            throw new BadRequestResponse("The member \"" + name + "\" is not known." + meant);
        }
        return this;
    }

    Optional<Json> get(String name) {
        return Optional.ofNullable(json.get(name));
    }

    boolean has(String name) {
        return json.has(name);
    }

    String text(String name, String otherwise) {
        return switch (json.get(name)) {
            case null -> otherwise;
            case Json.Str(var text) -> text;
            case Json other -> throw new BadRequestResponse("\"" + name + "\" must be a string, not " + other.typeName());
        };
    }

    long number(String name, long otherwise) {
        return switch (json.get(name)) {
            case null -> otherwise;
            case Json.Num number when number.isInteger() && number.value().precision() <= 18 -> number.value().longValue();
            case Json other -> throw new BadRequestResponse("\"" + name + "\" must be a whole number, not " + other);
        };
    }

    boolean flag(String name) {
        return switch (json.get(name)) {
            case null -> false;
            case Json.Bool(var value) -> value;
            case Json other -> throw new BadRequestResponse("\"" + name + "\" must be true or false, not " + other);
        };
    }

    Optional<Json.Obj> object(String name) {
        return switch (json.get(name)) {
            case null -> Optional.empty();
            case Json.Obj obj -> Optional.of(obj);
            case Json other -> throw new BadRequestResponse("\"" + name + "\" must be an object, not " + other.typeName());
        };
    }

    /// An object of known members inside the body.
    Optional<Body> inner(String name, List<String> known) {
        return object(name).map(obj -> new Body(obj).knowing(known));
    }

    Optional<String> text(String name) {
        return json.has(name) ? Optional.of(text(name, "")) : Optional.empty();
    }

    /// A number of things, 0 where it is not given.
    int count(String name) {
        var number = number(name, 0);
        if (number < 0 || number > Integer.MAX_VALUE) throw new BadRequestResponse("\"" + name + "\" must be from 0 to " + Integer.MAX_VALUE);
        return (int) number;
    }

    Definition.Type type() {
        return switch (text("type", "STANDARD")) {
            case "STANDARD" -> Definition.Type.STANDARD;
            case "EXPRESS" -> Definition.Type.EXPRESS;
            case String other -> throw new BadRequestResponse("\"type\" must be STANDARD or EXPRESS, not " + other);
        };
    }

    boolean hasTooLongDefinition() {
        return switch (json.get("definition")) {
            case null -> false;
            case Json.Str(var text) -> text.length() > LONGEST_DEFINITION;
            case Json value -> value.bytes() > LONGEST_DEFINITION;
        };
    }

    /// The definition, given as an object or as a text; line and column are known of a text alone.
    Definition definition(Definition.Type type) {
        return switch (json.get("definition")) {
            case null -> throw new BadRequestResponse("\"definition\" is missing");
            case Json.Str(var text) -> Definition.parse(text, type);
            case Json value -> Definition.of(value, type);
        };
    }

    /// The world of the request: as it describes one, else that in which everything exists.
    World world() {
        return get("world").map(json -> RunHandler.good("world", World.parse(json))).orElse(World.AUTOMATIC);
    }

    /// The same for a run of a machine, about whose states the world may say something.
    World world(StateMachine machine) {
        return has("world") ? RunHandler.good("world", world().with(machine)) : World.AUTOMATIC;
    }

    /// How a machine is started in a world.
    ///
    /// @param execution its name
    StartExecution start(World world, StateMachine machine, Definition.Type type, String execution, Json input) {
        return world.underItsRole(new StartExecution(machine, type, text("name", "passo"), execution, text("account", world.account()), input,
                world.clock().orElse(RunHandler.START), number("seed", world.seed().orElse(0))));
    }
}
