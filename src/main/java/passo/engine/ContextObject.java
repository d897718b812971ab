package passo.engine;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passo.asl.State;
import passo.json.Json;

/// Makes the Context Object, `$$`. AWS, "Accessing execution data from the Context object in Step Functions".
final class ContextObject {

    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private ContextObject() {}

    static String text(Instant instant) {
        return ISO.format(instant);
    }

    static Json.Obj of(Execution execution, Branch branch, Optional<Effect.Item> item, @Nullable Join join) {
        StartExecution start = execution.start();
        var about = Json.Obj.builder().put("Id", start.executionArn()).put("Input", start.input()).put("StartTime", text(start.at()))
                .put("Name", start.name()).put("RoleArn", start.roleArn());
        if (!start.synchronous()) about.put("RedriveCount", 0);
        var state = Json.Obj.builder().put("Name", branch.state.name()).put("EnteredTime", text(branch.step.entered()));
        if (branch.state instanceof State.Recoverable) state.put("RetryCount", branch.retries);
        var context = Json.Obj.builder().put("Execution", about.build())
                .put("StateMachine", Json.Obj.of("Id", Json.of(start.machineArn()), "Name", Json.of(start.machineName())))
                .put("State", state.build());
        if (branch.token != null) context.put("Task", Json.Obj.of("Token", Json.of(branch.token)));
        item.or(() -> enclosing(join)).ifPresent(i -> context.put("Map", Json.Obj.of("Item", item(i))));
        return context.build();
    }

    private static Optional<Effect.Item> enclosing(@Nullable Join join) {
        for (Join around = join; around != null; around = around.parent.join) {
            if (around.parent.item.isPresent()) return around.parent.item;
        }
        return Optional.empty();
    }

    private static Json.Obj item(Effect.Item item) {
        var json = Json.Obj.builder().put("Index", item.index()).put("Value", item.value());
        item.key().ifPresent(key -> json.put("Key", key));
        return json.build();
    }
}
