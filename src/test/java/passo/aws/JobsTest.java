package passo.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import passo.asl.catalogue.Arn;
import passo.asl.catalogue.Integration;
import passo.asl.catalogue.Resource;
import passo.asl.model.RequestModel;
import passo.json.Json;

/// What AWS works on for a while: started, asked about, waited for.
class JobsTest {

    private static final String SUBMIT = "{JobName: j, JobQueue: q, JobDefinition: d}";

    /// Starts a run, then asks every 30 s until it has ended.
    private static final String POLLING = """
            {StartAt: Start, States: {
             Start: {Type: Task, Resource: 'arn:aws:states:::glue:startJobRun', Parameters: {JobName: load}, ResultPath: $.run, Next: Get},
             Get: {Type: Task, Resource: 'arn:aws:states:::aws-sdk:glue:getJobRun', Parameters: {JobName: load, RunId.$: $.run.JobRunId},
              ResultPath: $.got, Next: Note},
             Note: {Type: Pass, Parameters: {run.$: $.run, got.$: $.got,
              seen.$: "States.Format('{} {}', $.seen, $.got.JobRun.JobRunState)"}, Next: Ended?},
             Ended?: {Type: Choice, Choices: [{Or: [{Variable: $.got.JobRun.JobRunState, StringEquals: STARTING},
              {Variable: $.got.JobRun.JobRunState, StringEquals: RUNNING}], Next: Later}], Default: End},
             Later: {Type: Wait, Seconds: 30, Next: Get},
             End: {Type: Pass, Parameters: {seen.$: $.seen}, End: true}}}""";

    @Test void whoPollsSeesAJobAtWorkAndThenItsEnd() {
        assertThat(Trial.run(POLLING, "{seen: ''}", "{}").output()).isEqualTo(Trial.json("{seen: ' STARTING RUNNING RUNNING SUCCEEDED'}"));
        assertThat(Trial.automatic(POLLING, "{seen: ''}").output()).isEqualTo(Trial.json("{seen: ' STARTING RUNNING RUNNING SUCCEEDED'}"));
        assertThat(Trial.run(POLLING, "{seen: ''}", "{jobs: {'glue:startJobRun': {after: 20s, outcome: FAILED}}}").output())
                .isEqualTo(Trial.json("{seen: ' STARTING FAILED'}"));
    }

    @Test void aStateThatWaitsGetsTheDescription() {
        var trial = Trial.call("arn:aws:states:::batch:submitJob.sync", SUBMIT, "{jobs: {'batch:submitJob': {after: 30s}}}");

        assertThat(trial.duration()).isEqualTo(Duration.ofSeconds(30).plusMillis(80));
        var job = (Json.Obj) trial.output();
        assertThat(job.get("Status")).isEqualTo(Json.of("SUCCEEDED"));
        assertThat(job.get("JobName")).isEqualTo(Json.of("j"));
        assertThat(job.get("JobQueue")).isEqualTo(Json.of("q"));
        assertThat(job.get("CreatedAt")).isEqualTo(Json.of(Trial.START.toEpochMilli()));
        assertThat(job.get("StartedAt")).isEqualTo(Json.of(Trial.START.plusSeconds(3).toEpochMilli()));
        assertThat(job.get("StoppedAt")).isEqualTo(Json.of(Trial.START.plusSeconds(30).toEpochMilli()));
    }

    @Test void aTaskOfEcsThatFailsHasAnExitCode() {
        var failure = Trial.call("arn:aws:states:::ecs:runTask.sync", "{Cluster: c, TaskDefinition: 't:3'}",
                "{jobs: {'ecs:runTask': {outcome: FAILED, description: {Containers: [{ExitCode: 137, Reason: 'OutOfMemoryError: container killed'}]}}}}").failure();

        assertThat(failure.error()).isEqualTo("States.TaskFailed");
        var task = (Json.Obj) Trial.json(failure.cause());
        assertThat(task.get("LastStatus")).isEqualTo(Json.of("STOPPED"));
        assertThat(task.get("StoppedReason")).isEqualTo(Json.of("Essential container in task exited"));
        assertThat(((Json.Arr) task.get("Containers")).get(0)).isInstanceOfSatisfying(Json.Obj.class, container -> {
            assertThat(container.get("ExitCode")).isEqualTo(Json.of(137));
            assertThat(container.get("Reason")).isEqualTo(Json.of("OutOfMemoryError: container killed"));
        });
    }

    @Test void aWorldPlansJobsInTurnAndByTheirRequest() {
        String machine = """
                {StartAt: A, States: {A: {Type: Task, Resource: 'arn:aws:states:::glue:startJobRun.sync', Parameters: {JobName.$: $.job},
                  ResultSelector: {state.$: $.JobRunState}, Retry: [{ErrorEquals: [States.TaskFailed], IntervalSeconds: 1}], End: true}}}""";
        String world = """
                {jobs: {'glue:startJobRun': {rules: [{when: {JobName: flaky}, then: [{outcome: FAILED, after: 10s}, {after: 20s}]}],
                  after: 1m}}}""";

        assertThat(Trial.run(machine, "{job: flaky}", world).duration()).isEqualTo(Duration.ofSeconds(31).plusMillis(160));
        assertThat(Trial.run(machine, "{job: steady}", world).duration()).isEqualTo(Duration.ofSeconds(60).plusMillis(80));
    }

    @Test void aJobMayNotEvenStart() {
        var failure = Trial.call("arn:aws:states:::glue:startJobRun.sync", "{JobName: j}",
                "{jobs: {'glue:startJobRun': {throw: {error: Glue.ConcurrentRunsExceededException, cause: Concurrent runs exceeded for j}}}}").failure();

        assertThat(failure.error()).isEqualTo("Glue.ConcurrentRunsExceededException");
    }

    @Test void aJobThatNeverEndsTimesOut() {
        var trial = Trial.run("""
                {StartAt: A, States: {A: {Type: Task, Resource: 'arn:aws:states:::glue:startJobRun.sync', Parameters: {JobName: j}, TimeoutSeconds: 600, End: true}}}""",
                "{}", "{jobs: {'glue:startJobRun': {never: true}}}");

        assertThat(trial.failure().error()).isEqualTo("States.Timeout");
    }

    @Test void whatIsStoppedIsSeenStopped() {
        var trial = Trial.run("""
                {StartAt: A, States: {
                 A: {Type: Task, Resource: 'arn:aws:states:::athena:startQueryExecution', Parameters: {QueryString: select 1}, Next: B},
                 B: {Type: Task, Resource: 'arn:aws:states:::athena:stopQueryExecution', Parameters: {QueryExecutionId.$: $.QueryExecutionId}, ResultPath: null, Next: C},
                 C: {Type: Task, Resource: 'arn:aws:states:::athena:getQueryExecution', Parameters: {QueryExecutionId.$: $.QueryExecutionId},
                  ResultSelector: {state.$: $.QueryExecution.Status.State, query.$: $.QueryExecution.Query}, End: true}}}""", "{}", "{}");

        assertThat(trial.output()).isEqualTo(Trial.json("{state: CANCELLED, query: select 1}"));
    }

    @Test void aJobThatIsWaitedForIsStoppedWithItsExecution() {
        String child = """
                {StartAt: Train, TimeoutSeconds: 20, States: {Train: {Type: Task, Resource: 'arn:aws:states:::sagemaker:createTrainingJob.sync', End: true,
                 Parameters: {TrainingJobName: t, AlgorithmSpecification: {TrainingInputMode: File}, RoleArn: r, OutputDataConfig: {S3OutputPath: p},
                  ResourceConfig: {}, StoppingCondition: {}}}}}""";
        var trial = Trial.run("""
                {StartAt: Start, States: {
                 Start: {Type: Task, Resource: 'arn:aws:states:::states:startExecution.sync:2', Next: Ask, Catch: [{ErrorEquals: [States.ALL], Next: Ask}],
                  Parameters: {StateMachineArn: 'arn:aws:states:us-east-1:111122223333:stateMachine:child'}},
                 Ask: {Type: Task, Resource: 'arn:aws:states:::aws-sdk:sagemaker:describeTrainingJob', Parameters: {TrainingJobName: t},
                  ResultSelector: {status.$: $.TrainingJobStatus, end.$: $.TrainingEndTime}, End: true}}}""", "{}",
                "{stateMachines: {child: {definition: " + child + "}}}");

        assertThat(trial.output()).isEqualTo(Trial.json("{status: Stopped, end: '2026-01-01T00:00:20.030Z'}"));
    }

    @Test void everyJobCanBeWaitedForWithoutAWorld() {
        assertThat(Integration.arns().stream().filter(arn -> arn.endsWith(".sync") && !arn.contains("startExecution"))).hasSize(33).allSatisfy(arn -> {
            var resource = (Resource.Service) Arn.callable(arn).orElseThrow();
            Json request = RequestModel.of(resource).map(ServicesTest::least).orElse(Json.Obj.EMPTY);
            var trial = Trial.automatic("{StartAt: A, States: {A: {Type: Task, Resource: '%s', Parameters: %s, End: true}}}".formatted(arn, request), "{}");

            assertThat(trial.output()).isInstanceOfSatisfying(Json.Obj.class, result -> assertThat(result.isEmpty()).isFalse());
        });
    }
}
