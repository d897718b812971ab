package passo.aws.cloudwatch;

import java.time.Instant;
import java.util.List;
import passo.json.Json;

/// A metric with its measurements, in the order of time.
///
/// @param namespace such as `AWS/States`
/// @param dimensions by name, such as `StateMachineArn`
/// @param unit as CloudWatch names it: `Count`, `Milliseconds`, `Megabytes`
public record Metric(String namespace, String name, Json.Obj dimensions, String unit, List<Datapoint> data) {

    /// One measurement.
    public record Datapoint(Instant at, double value) {}

    public Metric {
        data = List.copyOf(data);
    }
}
