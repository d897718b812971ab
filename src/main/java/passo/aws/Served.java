package passo.aws;

import java.time.Instant;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// A call that the cloud answered.
///
/// @param at when it came
/// @param step the number of the step that called
/// @param service such as `lambda`, `aws-sdk:s3`, `activity`
/// @param action such as `invoke`
/// @param outcome what the service answered; of a job or a task token the answer to its submission
/// @param automatic did nobody describe the answer?
public record Served(Instant at, int step, String service, String action, Json request, Outcome outcome, boolean automatic) {}
