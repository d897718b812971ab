package passo.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import passo.asl.catalogue.Resource;
import passo.engine.Event.Detail;
import passo.engine.Event.Type;
import passo.engine.semantics.DataLimit;
import passo.engine.semantics.Effect;
import passo.engine.semantics.ErrorName;
import passo.engine.semantics.Outcome;
import passo.engine.semantics.Outcome.Failure;
import passo.engine.semantics.Outcome.Success;
import passo.engine.semantics.Semantics;
import passo.expression.QueryError;
import passo.json.Json;

/// What happens in a Task state between its entry and its exit: the call, its events, its timeouts.
final class Tasks {

    private final Visits visits;
    private final Execution execution;
    private final Services services;
    private final Agenda agenda;

    Tasks(Visits visits, Setting setting) {
        this.visits = visits;
        this.execution = visits.execution;
        this.services = setting.services();
        this.agenda = setting.agenda();
    }

    void invoke(Branch branch, Effect.Invoke invoke) {
        var call = new Call(invoke.resource(), invoke.arguments(), branch.state.name(), branch.retries, Optional.ofNullable(branch.token),
                invoke.role(), execution.start().executionArn(), execution.shownAt(branch.step));
        Reply reply = execution.decided(branch).map(decision -> decided(branch, invoke.resource(), decision)).orElseGet(() -> services.invoke(call, agenda));
        if (reply instanceof Reply.Refused(var failure)) {
            visits.settle(branch, Semantics.failure(branch.state, branch.step.enteredEvent(),
                    new QueryError(failure.error(), failure.cause())));
            return;
        }
        branch.step.automatic = reply.automatic();
        scheduled(branch, invoke);
        switch (reply) {
            case Reply.After(var latency, var outcome, _) -> within(branch, invoke, latency, () -> done(branch, invoke.resource(), outcome));
            case Reply.Job(var latency, var submitted, var duration, var outcome, _) -> {
                execution.later(branch, latency, () -> began(branch, invoke, submitted));
                within(branch, invoke, latency.plus(duration), () -> done(branch, invoke.resource(), outcome));
            }
            case Reply.Waiting(var latency, var submitted, _) -> await(branch, invoke, latency, submitted);
            case Reply.Start start -> start(branch, invoke, start);
            case Reply.Underway(var begin, _) -> underway(branch, invoke, begin);
            case Reply.Refused _ -> throw new IllegalStateException("A refused call was scheduled");
        }
    }

    /// The reply that people decided, as the resource replies.
    private Reply decided(Branch branch, Resource resource, Decision.Reply decision) {
        if (branch.token != null) {
            String token = branch.token;
            agenda.after(decision.after(), () -> agenda.answer(token, switch (decision.outcome()) {
                case Success(var output) -> new Agenda.Answer.Success(output);
                case Failure(var error, var cause) -> new Agenda.Answer.Failure(error, cause);
            }));
            return new Reply.Waiting(Duration.ZERO, Json.Obj.EMPTY, false);
        }
        boolean job = resource instanceof Resource.Service service && service.pattern() != Resource.Pattern.REQUEST_RESPONSE;
        return job ? new Reply.Job(Duration.ZERO, Json.Obj.EMPTY, decision.after(), decision.outcome(), false)
                : new Reply.After(decision.after(), decision.outcome(), false);
    }

    private void scheduled(Branch branch, Effect.Invoke invoke) {
        switch (invoke.resource()) {
            case Resource.Function function -> {
                execution.follow(branch, Type.LambdaFunctionScheduled,
                        new Detail.FunctionScheduled(function.arn(), invoke.arguments(), invoke.timeout(), invoke.role()));
                execution.follow(branch, Type.LambdaFunctionStarted, new Detail.None());
            }
            case Resource.Activity activity -> execution.follow(branch, Type.ActivityScheduled,
                    new Detail.ActivityScheduled(activity.arn(), invoke.arguments(), invoke.timeout(), invoke.heartbeat()));
            case Resource.Service service -> {
                execution.follow(branch, Type.TaskScheduled, new Detail.TaskScheduled(service.resourceType(), service.resource(),
                        invoke.arguments(), invoke.timeout(), invoke.heartbeat(), invoke.role()));
                execution.follow(branch, Type.TaskStarted, new Detail.Task(service.resourceType(), service.resource()));
            }
        }
    }

    private void submitted(Branch branch, Resource resource, Json output) {
        if (resource instanceof Resource.Service service && service.pattern() != Resource.Pattern.REQUEST_RESPONSE) {
            execution.follow(branch, Type.TaskSubmitted, new Detail.TaskOutput(service.resourceType(), service.resource(), output));
        }
    }

    /// A job began: it ends by itself, or by an answer to its token if that comes first.
    private void began(Branch branch, Effect.Invoke invoke, Json submitted) {
        submitted(branch, invoke.resource(), submitted);
        if (branch.token == null) return;
        var watch = new Watch(execution.stays(branch));
        watch.submitted = true;
        listen(branch, invoke, watch);
    }

    /// In virtual time a timeout is a comparison: what takes longer than allowed has timed out, at that instant.
    private void within(Branch branch, Effect.Invoke invoke, Duration duration, Runnable done) {
        OptionalLong timeout = invoke.timeout();
        if (timeout.isPresent() && duration.compareTo(Duration.ofSeconds(timeout.getAsLong())) > 0) {
            execution.later(branch, Duration.ofSeconds(timeout.getAsLong()), () -> timedOut(branch, invoke.resource(), ErrorName.TIMEOUT));
        } else {
            execution.later(branch, duration, done);
        }
    }

    private void done(Branch branch, Resource resource, Outcome outcome) {
        if (branch.token != null) forget(branch);
        switch (outcome) {
            case Success(var result) when DataLimit.isTooLarge(result) -> failed(branch, resource, DataLimit.tooLarge(name(resource)));
            case Success(var result) -> succeeded(branch, resource, result);
            case Failure failure -> failed(branch, resource, failure);
        }
    }

    private static String name(Resource resource) {
        return resource instanceof Resource.Service service ? service.resourceType() : resource.arn();
    }

    private void succeeded(Branch branch, Resource resource, Json result) {
        switch (resource) {
            case Resource.Function _ -> execution.follow(branch, Type.LambdaFunctionSucceeded, new Detail.Output(result));
            case Resource.Activity _ -> execution.follow(branch, Type.ActivitySucceeded, new Detail.Output(result));
            case Resource.Service service -> execution.follow(branch, Type.TaskSucceeded,
                    new Detail.TaskOutput(service.resourceType(), service.resource(), result));
        }
        visits.settle(branch, new Success(result));
    }

    private void failed(Branch branch, Resource resource, Failure failure) {
        tell(branch, resource, failure, Type.LambdaFunctionFailed, Type.ActivityFailed, Type.TaskFailed);
        visits.settle(branch, failure);
    }

    private void timedOut(Branch branch, Resource resource, String error) {
        if (branch.token != null) forget(branch);
        var failure = new Failure(error, "");
        tell(branch, resource, failure, Type.LambdaFunctionTimedOut, Type.ActivityTimedOut, Type.TaskTimedOut);
        visits.settle(branch, failure);
    }

    private void tell(Branch branch, Resource resource, Failure failure, Type ofFunction, Type ofActivity, Type ofService) {
        switch (resource) {
            case Resource.Function _ -> execution.follow(branch, ofFunction, Detail.Failed.of(failure));
            case Resource.Activity _ -> execution.follow(branch, ofActivity, Detail.Failed.of(failure));
            case Resource.Service service -> execution.follow(branch, ofService,
                    new Detail.TaskFailed(service.resourceType(), service.resource(), Detail.Failed.of(failure)));
        }
    }

    private void start(Branch branch, Effect.Invoke invoke, Reply.Start start) {
        Resource resource = invoke.resource();
        boolean awaits = start.answer().isPresent();
        if (!awaits && branch.token != null) await(branch, invoke, start.latency(), start.submitted());
        execution.later(branch, start.latency(), () -> {
            Execution child = execution.child(start.child(), branch, awaits, trace ->
                    start.answer().ifPresent(answer -> execution.later(branch, Duration.ZERO, () -> done(branch, resource, answer.apply(trace)))));
            if (awaits) began(branch, invoke, start.submitted());
            else if (branch.token == null) done(branch, resource, new Success(start.submitted()));
            child.begin();
        });
        if (awaits) timeOut(branch, invoke);
    }

    private void underway(Branch branch, Effect.Invoke invoke, Consumer<Reply.Caller> begin) {
        BooleanSupplier stays = execution.stays(branch);
        var watch = new Watch(stays);
        if (branch.token != null) listen(branch, invoke, watch);
        timeOut(branch, invoke);
        begin.accept(new Reply.Caller() {
            @Override
            public void done(Outcome outcome) {
                if (!stays.getAsBoolean()) return;
                if (branch.token != null && outcome instanceof Success(var submitted)) sent(branch, invoke, watch, submitted);
                else Tasks.this.done(branch, invoke.resource(), outcome);
            }

            @Override
            public void start(StartExecution child, Consumer<Trace> whenEnded) {
                execution.child(child, branch, false, whenEnded).begin();
            }
        });
    }

    private void await(Branch branch, Effect.Invoke invoke, Duration latency, Json submitted) {
        boolean activity = invoke.resource() instanceof Resource.Activity;
        var watch = new Watch(execution.stays(branch));
        listen(branch, invoke, watch);
        if (activity) {
            execution.await(branch, branch.lastEvent);
            return;
        }
        execution.later(branch, latency, () -> sent(branch, invoke, watch, submitted));
        timeOut(branch, invoke);
    }

    private void listen(Branch branch, Effect.Invoke invoke, Watch watch) {
        boolean activity = invoke.resource() instanceof Resource.Activity;
        agenda.await(branch.token, invoke.resource().arn(), answer -> {
            if (!watch.stays.getAsBoolean()) return false;
            // An answer that comes while the call itself is still under way is heard right after it.
            if (activity || watch.submitted) hear(branch, invoke, watch, answer);
            else watch.early = answer;
            return true;
        });
    }

    private void sent(Branch branch, Effect.Invoke invoke, Watch watch, Json submitted) {
        submitted(branch, invoke.resource(), submitted);
        watch.submitted = true;
        execution.await(branch, branch.lastEvent);
        beat(branch, invoke, watch);
        if (watch.early != null) hear(branch, invoke, watch, watch.early);
    }

    /// What is known of a task that waits for its token.
    private static final class Watch {
        final BooleanSupplier stays;
        /// Is the call done, or has a worker taken the activity's task?
        boolean submitted;
        Agenda.Answer early;
        int beats;

        Watch(BooleanSupplier stays) {
            this.stays = stays;
        }
    }

    private void hear(Branch branch, Effect.Invoke invoke, Watch watch, Agenda.Answer answer) {
        boolean taken = watch.submitted || !(invoke.resource() instanceof Resource.Activity);
        // Only who has taken an activity's task knows its token.
        if (!taken && !(answer instanceof Agenda.Answer.Started)) hear(branch, invoke, watch, new Agenda.Answer.Started(""));
        switch (answer) {
            case Agenda.Answer.Started(var worker) -> {
                watch.submitted = true;
                execution.follow(branch, Type.ActivityStarted, new Detail.Worker(worker));
                timeOut(branch, invoke);
                beat(branch, invoke, watch);
            }
            case Agenda.Answer.Heartbeat() -> beat(branch, invoke, watch);
            case Agenda.Answer.Success(var output) -> end(branch, invoke, new Success(output));
            case Agenda.Answer.Failure(var error, var cause) -> end(branch, invoke, new Failure(error, cause));
        }
    }

    private void end(Branch branch, Effect.Invoke invoke, Outcome answer) {
        forget(branch);
        execution.later(branch, Duration.ZERO, () -> done(branch, invoke.resource(), answer));
    }

    private void forget(Branch branch) {
        agenda.forget(branch.token);
        execution.answered(branch.token);
    }

    private void timeOut(Branch branch, Effect.Invoke invoke) {
        invoke.timeout().ifPresent(seconds ->
                execution.later(branch, Duration.ofSeconds(seconds), () -> timedOut(branch, invoke.resource(), ErrorName.TIMEOUT)));
    }

    /// Waits for the next heartbeat, and gives the task up where none comes in time.
    private void beat(Branch branch, Effect.Invoke invoke, Watch watch) {
        int beats = ++watch.beats;
        invoke.heartbeat().ifPresent(seconds -> execution.later(branch, Duration.ofSeconds(seconds), () -> {
            if (watch.beats == beats) timedOut(branch, invoke.resource(), ErrorName.HEARTBEAT_TIMEOUT);
        }));
    }
}
