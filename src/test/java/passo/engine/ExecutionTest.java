package passo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static passo.engine.Machines.START;
import static passo.engine.Machines.answering;
import static passo.engine.Machines.run;
import static passo.json.JsonText.parse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import passo.asl.Definition;
import passo.engine.semantics.ErrorName;
import passo.engine.semantics.Outcome.Failure;
import passo.engine.semantics.Outcome.Success;
import passo.json.Json;

class ExecutionTest {

    private static final String TASK = """
            {"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "%s", %s "End": true}}}""";
    private static final String FUNCTION = "arn:aws:lambda:us-east-1:111122223333:function:f";
    private static final String TOKEN = "arn:aws:states:::sqs:sendMessage.waitForTaskToken";
    private static final String SEND = "\"Parameters\": {\"QueueUrl\": \"q\", \"MessageBody.$\": \"$$.Task.Token\"},";
    private static final String JOB = "arn:aws:states:::batch:submitJob.sync";
    private static final String SUBMIT = "\"Parameters\": {\"JobName\": \"n\", \"JobDefinition\": \"d\", \"JobQueue\": \"q\"},";

    @Test
    void tellsAServiceWhatItIsAskedAndHowOften() {
        List<Call> calls = new ArrayList<>();
        Services services = (call, _) -> {
            calls.add(call);
            return new Reply.After(Duration.ZERO, calls.size() < 3 ? new Failure("Busy", "") : new Success(Json.NULL), false);
        };

        Trace trace = run(TASK.formatted(FUNCTION, "\"Credentials\": {\"RoleArn\": \"r\"}, \"Retry\": [{\"ErrorEquals\": [\"Busy\"]}],"), "{\"a\": 1}", services);

        assertThat(calls).extracting(Call::attempt).containsExactly(0, 1, 2);
        assertThat(calls).allSatisfy(call -> {
            assertThat(call.arguments()).isEqualTo(parse("{\"a\": 1}"));
            assertThat(call.role()).contains("r");
            assertThat(call.token()).isEmpty();
            assertThat(call.executionArn()).isEqualTo(trace.start().executionArn());
            assertThat(call.step()).isEqualTo(1);
        });
    }

    @Test
    void keepsEveryTryOfAVisit() {
        Services services = scripted(
                new Reply.After(Duration.ofSeconds(2), new Failure("Busy", "why"), false),
                new Reply.After(Duration.ofSeconds(5), new Success(Json.of(1)), false));

        Trace trace = run(TASK.formatted(FUNCTION, "\"Retry\": [{\"ErrorEquals\": [\"Busy\"], \"IntervalSeconds\": 3}],"), "{}", services);

        assertThat(trace.steps().getFirst().attempts()).containsExactly(
                new Step.Attempt(START, START.plusSeconds(2), Optional.of(Json.Obj.EMPTY), Optional.of(new Failure("Busy", "why")), Optional.of(Duration.ofSeconds(3)), 0, -1),
                new Step.Attempt(START.plusSeconds(5), START.plusSeconds(10), Optional.of(Json.Obj.EMPTY), Optional.empty(), Optional.empty(), -1, -1));
        assertThat(trace.transitions()).isEqualTo(2);
    }

    @Test
    void tellsTheDataAfterEachFieldOfAJsonPathState() {
        Trace trace = run(TASK.formatted(FUNCTION, """
                "InputPath": "$.a", "Parameters": {"p.$": "$.b"}, "ResultSelector": {"s.$": "$.r"}, "ResultPath": "$.x", "OutputPath": "$.x","""),
                "{\"a\": {\"b\": 1}}", answering(new Success(parse("{\"r\": 2, \"q\": 3}"))));

        assertThat(trace.steps().getFirst().stages()).containsExactly(
                new Step.Stage("InputPath", parse("{\"b\": 1}")),
                new Step.Stage("Parameters", parse("{\"p\": 1}")),
                new Step.Stage("Result", parse("{\"r\": 2, \"q\": 3}")),
                new Step.Stage("ResultSelector", parse("{\"s\": 2}")),
                new Step.Stage("ResultPath", parse("{\"a\": {\"b\": 1}, \"x\": {\"s\": 2}}")),
                new Step.Stage("OutputPath", parse("{\"s\": 2}")));
    }

    @Test
    void tellsTheDataAfterEachFieldOfAJsonataState() {
        Trace trace = run(TASK.formatted(FUNCTION, """
                "QueryLanguage": "JSONata", "Arguments": {"p": "{% $states.input.a %}"}, "Output": "{% $states.result.r %}","""),
                "{\"a\": 1}", answering(new Success(parse("{\"r\": 2}"))));

        assertThat(trace.steps().getFirst().stages()).containsExactly(
                new Step.Stage("Arguments", parse("{\"p\": 1}")),
                new Step.Stage("Result", parse("{\"r\": 2}")),
                new Step.Stage("Output", Json.of(2)));
    }

    @Test
    void knowsWhereAVisitStands() {
        Trace trace = run("""
                {"StartAt": "M", "States": {"M": {"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "P", "States": {
                 "P": {"Type": "Parallel", "End": true, "Branches": [{"StartAt": "S", "States": {"S": {"Type": "Succeed"}}}]}}}}}}""",
                "[1, 2]", answering(new Success(Json.NULL)));

        assertThat(trace.steps()).filteredOn(step -> step.state().equals("S")).extracting(Step::frames).containsExactly(
                List.of(new Step.Frame("M", 0), new Step.Frame("P", 0)), List.of(new Step.Frame("M", 1), new Step.Frame("P", 0)));
    }

    @Test
    void waitsForAnAnswerThatNobodyGives() {
        Trace trace = run(TASK.formatted(TOKEN, SEND), "{}", (call, _) -> new Reply.Waiting(Duration.ofSeconds(1), Json.of("sent"), false));

        assertThat(trace.status()).isEqualTo(Trace.Status.RUNNING);
        assertThat(trace.outcome()).isEmpty();
        assertThat(trace.events()).extracting(Event::type).endsWith(Event.Type.TaskSubmitted);
        assertThat(trace.waiting()).singleElement().satisfies(waiting -> {
            assertThat(waiting.eventId()).isEqualTo(5);
            assertThat(waiting.state()).isEqualTo("T");
            assertThat(waiting.token()).isNotBlank();
        });
    }

    @Test
    void hearsAnAnswerAtItsOwnInstant() {
        Trace trace = run(TASK.formatted(TOKEN, SEND), "{}", (call, agenda) -> {
            agenda.after(Duration.ofHours(30), () -> agenda.answer(call.token().orElseThrow(), new Agenda.Answer.Success(Json.of("yes"))));
            return new Reply.Waiting(Duration.ofSeconds(1), Json.of("sent"), false);
        });

        assertThat(trace.output()).contains(Json.of("yes"));
        assertThat(Duration.between(START, trace.end())).isEqualTo(Duration.ofHours(30));
        assertThat(trace.waiting()).isEmpty();
    }

    @Test
    void hearsAnAnswerThatComesBeforeTheCallIsThroughRightAfterIt() {
        Trace trace = run(TASK.formatted(TOKEN, SEND), "{}", (call, agenda) -> {
            agenda.after(Duration.ofSeconds(1), () -> agenda.answer(call.token().orElseThrow(), new Agenda.Answer.Success(Json.of("early"))));
            return new Reply.Waiting(Duration.ofSeconds(3), Json.of("sent"), false);
        });

        assertThat(trace.output()).contains(Json.of("early"));
        assertThat(trace.events()).extracting(Event::type).containsSubsequence(Event.Type.TaskSubmitted, Event.Type.TaskSucceeded);
        assertThat(trace.end()).isEqualTo(START.plusSeconds(3));
    }

    @Test
    void hearsTheFirstAnswerAlone() {
        List<Agenda.Heard> taken = new ArrayList<>();
        Trace trace = run(TASK.formatted(TOKEN, SEND), "{}", (call, agenda) -> {
            for (int i = 1; i <= 2; i++) {
                Json answer = Json.of(i);
                agenda.after(Duration.ofSeconds(i + 1), () -> taken.add(agenda.answer(call.token().orElseThrow(), new Agenda.Answer.Success(answer))));
            }
            return new Reply.Waiting(Duration.ZERO, Json.NULL, false);
        });

        assertThat(trace.output()).contains(Json.of(1));
        assertThat(taken).containsExactly(new Agenda.Heard.Taken());
    }

    @Test
    void submitsAJobAndWaitsForItsEnd() {
        Trace trace = run(TASK.formatted(JOB, SUBMIT), "{}", scripted(
                new Reply.Job(Duration.ofSeconds(1), Json.of("id"), Duration.ofMinutes(5), new Success(Json.of("made")), false)));

        assertThat(trace.output()).contains(Json.of("made"));
        assertThat(trace.events()).filteredOn(event -> event.type().name().startsWith("Task") && !event.type().name().startsWith("TaskState"))
                .extracting(Event::type, event -> Duration.between(START, event.at()).toSeconds())
                .containsExactly(tuple(Event.Type.TaskScheduled, 0L), tuple(Event.Type.TaskStarted, 0L), tuple(Event.Type.TaskSubmitted, 1L),
                        tuple(Event.Type.TaskSucceeded, 301L));
    }

    @Test
    void givesUpAJobThatTakesTooLong() {
        Trace trace = run(TASK.formatted(JOB, SUBMIT + "\"TimeoutSeconds\": 60,"), "{}", scripted(
                new Reply.Job(Duration.ofSeconds(1), Json.of("id"), Duration.ofMinutes(5), new Success(Json.of("made")), false)));

        assertThat(trace.failure()).contains(new Failure("States.Timeout", ""));
        assertThat(trace.end()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void doesNotScheduleACallThatIsRefused() {
        Trace trace = run(TASK.formatted(FUNCTION, ""), "{}", scripted(new Reply.Refused(new Failure(ErrorName.RUNTIME, "No such thing."))));

        assertThat(trace.failure()).contains(new Failure("States.Runtime",
                "An error occurred while executing the state 'T' (entered at the event id #2). No such thing."));
        assertThat(trace.events()).extracting(Event::type)
                .containsExactly(Event.Type.ExecutionStarted, Event.Type.TaskStateEntered, Event.Type.ExecutionFailed);
    }

    @Test
    void letsAnExecutionThatNobodyWaitsForRunOn() {
        StartExecution child = child("{\"StartAt\": \"W\", \"States\": {\"W\": {\"Type\": \"Wait\", \"Seconds\": 60, \"End\": true}}}");
        Trace trace = run(TASK.formatted("arn:aws:states:::states:startExecution", "\"Parameters\": {\"StateMachineArn\": \"a\"},"), "{}",
                scripted(new Reply.Start(Duration.ZERO, child, Json.of("started"), Optional.empty())));

        assertThat(trace.output()).contains(Json.of("started"));
        assertThat(trace.end()).isEqualTo(START);
        assertThat(trace.children()).singleElement().satisfies(started -> {
            assertThat(started.status()).isEqualTo(Trace.Status.SUCCEEDED);
            assertThat(started.end()).isEqualTo(START.plusSeconds(60));
        });
    }

    @Test
    void stopsAnExecutionThatItWaitsForWhenItsOwnTimeIsUp() {
        StartExecution child = child("{\"StartAt\": \"W\", \"States\": {\"W\": {\"Type\": \"Wait\", \"Seconds\": 60, \"End\": true}}}");
        String machine = TASK.formatted("arn:aws:states:::states:startExecution.sync:2", "\"Parameters\": {\"StateMachineArn\": \"a\"},");
        Trace trace = run("{\"TimeoutSeconds\": 5, " + machine.substring(1), "{}", scripted(new Reply.Start(Duration.ZERO, child, Json.of("started"),
                Optional.of(ended -> new Success(ended.output().orElseThrow())))));

        assertThat(trace.status()).isEqualTo(Trace.Status.TIMED_OUT);
        assertThat(trace.children()).singleElement().satisfies(stopped -> {
            assertThat(stopped.status()).isEqualTo(Trace.Status.ABORTED);
            assertThat(stopped.end()).isEqualTo(START.plusSeconds(5));
            assertThat(stopped.events().getLast().type()).isEqualTo(Event.Type.ExecutionAborted);
        });
    }

    private static StartExecution child(String definition) {
        return new StartExecution(Machines.machine(definition), Definition.Type.STANDARD, "child", "one", "111122223333", Json.NULL, START, 1);
    }

    private static Services scripted(Reply... replies) {
        int[] next = {0};
        return (_, _) -> replies[next[0]++];
    }
}
