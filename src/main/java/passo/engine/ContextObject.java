package passo.engine;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passo.asl.State;
import passo.engine.semantics.Effect;
import passo.json.Json;

/// Makes the Context Object, `$$`. AWS, "Accessing execution data from the Context object in Step Functions".
public final class ContextObject {

    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private ContextObject() {}

    static String text(Instant instant) {
        return ISO.format(instant);
    }

    /// That of a step of a run.
    ///
    /// @param retries how often the step's work was tried again before
    /// @param redrives when the execution was redriven before
    static Json.Obj of(StartExecution start, State state, Step step, int retries, List<Instant> redrives) {
        var about = about(start, Json.of(start.roleArn()));
        if (!start.synchronous()) about.put("RedriveCount", redrives.size());
        if (!redrives.isEmpty()) about.put("RedriveTime", text(redrives.getLast()));
        var context = context(start, about.build(), state(step.state(), state, step.entered(), retries));
        if (step.token != null) context.put("Task", Json.Obj.of("Token", Json.of(step.token)));
        step.item.ifPresent(item -> context.put("Map", Json.Obj.of("Item", item.json())));
        return context.build();
    }

    /// That of a state which is tested by itself. AWS: it is that of an Express execution, whatever it stands in.
    ///
    /// @param retries how often the state was tried again before
    public static Json.Obj ofTest(StartExecution start, Optional<String> roleArn, String name, State state, int retries) {
        Json role = roleArn.<Json>map(Json::of).orElse(Json.NULL);
        return context(start, about(start, role).build(), state(name, state, start.at(), retries)).build();
    }

    private static Json.Obj.Builder about(StartExecution start, Json roleArn) {
        return Json.Obj.builder().put("Id", start.executionArn()).put("Input", start.input()).put("StartTime", text(start.at()))
                .put("Name", start.name()).put("RoleArn", roleArn);
    }

    private static Json.Obj state(String name, State state, Instant entered, int retries) {
        var json = Json.Obj.builder().put("Name", name).put("EnteredTime", text(entered));
        if (state instanceof State.Recoverable) json.put("RetryCount", retries);
        return json.build();
    }

    private static Json.Obj.Builder context(StartExecution start, Json.Obj about, Json.Obj state) {
        return Json.Obj.builder().put("Execution", about)
                .put("StateMachine", Json.Obj.of("Id", Json.of(start.machineArn()), "Name", Json.of(start.machineName())))
                .put("State", state);
    }

    /// The item that the branches of a fork, of a fork inside it and so on work on.
    static Optional<Effect.Item> enclosing(@Nullable Join join) {
        for (Join around = join; around != null; around = around.parent.join) {
            if (around.parent.item.isPresent()) return around.parent.item;
        }
        return Optional.empty();
    }
}
