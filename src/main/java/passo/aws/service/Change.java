package passo.aws.service;

import java.time.Instant;
import passo.json.Json;

/// What a call left behind in the world, or took from it.
///
/// @param step the number of the step that called
/// @param kind service and action, such as `dynamodb:putItem` or `sqs:sendMessage`
/// @param resource the name of the table, queue, bucket, …
/// @param detail the item, the message, the key, …
public record Change(int step, Instant at, String kind, String resource, Json detail) {}
