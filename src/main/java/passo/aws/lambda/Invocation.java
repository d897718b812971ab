package passo.aws.lambda;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import passo.json.Json;

/// One call of a function.
///
/// @param name of the function
/// @param version of the function
/// @param runtime such as `nodejs22.x`; empty for JavaScript
/// @param timeout of the function
/// @param memory of the function in MB, as its context tells it; what the code really may use is the same for all
/// @param at when the call comes, in virtual time
/// @param seed of its chance
public record Invocation(String name, String version, String arn, String runtime, String code, Json event, String requestId, Duration timeout,
        int memory, Instant at, long seed) {

    /// What the code is told.
    Json.Obj told() {
        var random = new SplittableRandom(seed);
        return Json.Obj.builder()
                .put("script", EsModule.later(code)).put("module", EsModule.body(code).<Json>map(Json::of).orElse(Json.NULL)).put("event", event).put("functionName", name).put("functionVersion", version).put("arn", arn).put("requestId", requestId)
                .put("timeout", timeout.toMillis()).put("memory", memory)
                .put("logStream", at.toString().substring(0, 10).replace('-', '/') + "/[" + version + "]" + "%016x".formatted(random.nextLong()))
                .put("seed", "%016x%016x".formatted(random.nextLong() | 1, random.nextLong()))
                .put("environment", Json.Obj.builder()
                        .put("AWS_REGION", "us-east-1").put("AWS_LAMBDA_FUNCTION_NAME", name).put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(memory))
                        .put("AWS_LAMBDA_FUNCTION_VERSION", version).put("LAMBDA_TASK_ROOT", "/var/task").put("TZ", ":UTC").build())
                .build();
    }
}
