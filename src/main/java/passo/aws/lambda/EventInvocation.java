package passo.aws.lambda;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import passo.aws.service.Delivery;
import passo.aws.service.Request;
import passo.engine.Agenda;
import passo.engine.Reply;
import passo.engine.StartExecution;
import passo.engine.Trace;
import passo.engine.semantics.Outcome;
import passo.json.Json;
import passo.json.JsonText;

/// An invocation of type `Event`: Lambda takes it into a queue of its own, and the caller never hears how it went. One that fails is made
/// again after one minute and then after two; the event of the last goes to the function's `onFailure`, or is lost. One that is
/// throttled is made again for six hours, after ever longer pauses. AWS, "How Lambda handles errors and retries with asynchronous invocation".
final class EventInvocation implements Reply.Caller {

    private static final int MOST_FAILURES = 3;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration OLDEST = Duration.ofHours(6);

    private final Request request;
    private final Functions.Found function;
    private final Json event;
    private final String requestId;
    private final Function<Request, Reply> attempt;
    private final Delivery delivery;
    private final Agenda agenda;
    private Runnable kept = () -> {};
    private int failures;
    private int throttles;

    /// @param attempt calls the function, once
    EventInvocation(Request request, Functions.Found function, Json event, String requestId, Function<Request, Reply> attempt, Delivery delivery,
            Agenda agenda) {
        this.request = request;
        this.function = function;
        this.event = event;
        this.requestId = requestId;
        this.attempt = attempt;
        this.delivery = delivery;
        this.agenda = agenda;
    }

    /// What the first attempt replies; where it is not refused, the rest follows by itself.
    Reply begin() {
        Reply first = attempt.apply(request);
        if (!(first instanceof Reply.Refused)) {
            kept = agenda.promise(event);
            hear(first);
        }
        return first;
    }

    private void hear(Reply reply) {
        switch (reply) {
            case Reply.After(var latency, var outcome, _) -> agenda.after(latency, () -> done(outcome));
            case Reply.Underway(var start, _) -> start.accept(this);
            case Reply.Refused(var failure) -> done(failure);
            case Reply.Job _, Reply.Waiting _, Reply.Start _ -> throw new IllegalStateException("Not an answer of a function: " + reply);
        }
    }

    @Override
    public void done(Outcome outcome) {
        if (!(outcome instanceof Outcome.Failure failure)) {
            kept.run();
        } else if (failure.error().equals("Lambda.TooManyRequestsException")) {
            Duration pause = Duration.ofSeconds(1L << Math.min(throttles++, 9));
            again(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE, "EventAgeExceeded", failure);
        } else if (++failures < MOST_FAILURES) {
            again(Duration.ofMinutes(failures), "EventAgeExceeded", failure);
        } else {
            giveUp("RetriesExhausted", failure);
        }
    }

    private void again(Duration pause, String orElse, Outcome.Failure failure) {
        if (Duration.between(request.at(), agenda.now()).plus(pause).compareTo(OLDEST) > 0) giveUp(orElse, failure);
        else agenda.after(pause, () -> hear(attempt.apply(request.again(agenda.now()))));
    }

    private void giveUp(String condition, Outcome.Failure failure) {
        if (function.described().get("onFailure") instanceof Json.Obj destination) tell(destination, record(condition, failure).toString());
        kept.run();
    }

    private void tell(Json.Obj destination, String record) {
        String account = request.origin().account();
        String region = StartExecution.REGION;
        var body = Json.Obj.builder();
        String name = ((Json.Str) destination.value(0)).value();
        switch (destination.name(0)) {
            case "queue" -> deliver("sqs", "sendMessage",
                    body.put("QueueUrl", "https://sqs." + region + ".amazonaws.com/" + account + "/" + name).put("MessageBody", record).build());
            case "topic" -> deliver("sns", "publish", body.put("TopicArn", "arn:aws:sns:" + region + ":" + account + ":" + name).put("Message", record).build());
            case "function" -> deliver("lambda", "invoke", body.put("FunctionName", name).put("InvocationType", "Event").put("Payload", record).build());
            case String other -> throw new IllegalArgumentException("Not a destination: " + other);
        }
    }

    private void deliver(String service, String action, Json.Obj body) {
        delivery.deliver(request.origin(), Duration.ZERO, service, action, body, agenda);
    }

    /// AWS, "Example invocation record".
    private Json.Obj record(String condition, Outcome.Failure failure) {
        Json payload = JsonText.read(failure.cause()) instanceof JsonText.Reading.Value(var json, _) ? json : Json.of(failure.cause());
        return Json.Obj.builder().put("version", "1.0").put("timestamp", agenda.now().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("requestContext", Json.Obj.builder().put("requestId", requestId).put("functionArn", Functions.arn(function.arn(request), "", request))
                        .put("condition", condition).put("approximateInvokeCount", failures + throttles).build())
                .put("requestPayload", event)
                .put("responseContext", Json.Obj.builder().put("statusCode", 200).put("executedVersion", function.version()).put("functionError", "Unhandled").build())
                .put("responsePayload", payload).build();
    }

    @Override
    public void start(StartExecution child, Consumer<Trace> whenEnded) {
        agenda.start(child, request.origin().step(), whenEnded);
    }
}
