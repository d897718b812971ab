package passo.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import passo.asl.Definition;
import passo.aws.iam.Access;
import passo.aws.iam.Need;
import passo.aws.iam.PermissionsUsed;
import passo.engine.StartExecution;
import passo.json.Json;

class PermissionsTest {

    private static final String FUNCTION = "arn:aws:lambda:us-east-1:111122223333:function:";
    private static final String TRUSTED = "trust: {Statement: {Effect: Allow, Principal: {Service: [states.amazonaws.com, lambda.amazonaws.com]}, Action: 'sts:AssumeRole'}}";

    /// The two roles of a workflow with three functions.
    private static final String LAB = """
            {StartAt: Validate, States: {
              Validate: {Type: Task, Resource: 'arn:aws:states:::lambda:invoke', Parameters: {FunctionName: validate}, ResultPath: null, Next: Process},
              Process: {Type: Task, Resource: 'arn:aws:states:::lambda:invoke', Parameters: {FunctionName: process}, ResultPath: null, Next: Notify},
              Notify: {Type: Task, Resource: 'arn:aws:states:::lambda:invoke', Parameters: {FunctionName: notify}, ResultPath: null, End: true}}}""";

    @Test void aRunUnderTheTwoRolesOfTheLabSucceeds() {
        var run = Trial.run(LAB, "{}", lab("['%1$svalidate', '%1$sprocess', '%1$snotify']".formatted(FUNCTION)));

        assertThat(run.output()).isEqualTo(Json.Obj.EMPTY);
        assertThat(ofRole(run, "machine").refused()).isEmpty();
        assertThat(ofRole(run, "machine").excess()).isEmpty();
        assertThat(actions(ofRole(run, "functions"))).containsOnly("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents");
        assertThat(ofRole(run, "functions").refused()).isEmpty();
    }

    @Test void theMeterSaysWhichStepWasRefused() {
        var run = Trial.run(LAB, "{}", lab("['%1$svalidate', '%1$snotify']".formatted(FUNCTION)));

        assertThat(run.failure().error()).isEqualTo("Lambda.AWSLambdaException");
        assertThat(ofRole(run, "machine").refused()).extracting(use -> use.access().resource()).containsExactly(FUNCTION + "process");
        assertThat(ofRole(run, "machine").refused().getFirst().steps()).isEqualTo(List.of(2));
    }

    @Test void theMeterNamesWhatAStatementAllowsBeyondTheUses() {
        var run = Trial.run(LAB, "{}", lab("['%1$svalidate', '%1$spro*', '%1$snotify', '%1$sdelete-all']".formatted(FUNCTION)));

        var excess = ofRole(run, "machine").excess();

        assertThat(excess).hasSize(1);
        assertThat(excess.getFirst().actions()).isEmpty();
        assertThat(excess.getFirst().resources()).containsExactly(
                new PermissionsUsed.Beyond(FUNCTION + "pro*", List.of(FUNCTION + "process")),
                new PermissionsUsed.Beyond(FUNCTION + "delete-all", List.of()));
    }

    @Test void theSmallestPolicyIsOneStatementForActionsOnTheSameResources() {
        var run = Trial.run("""
                {StartAt: A, States: {
                  A: {Type: Task, Resource: 'arn:aws:states:::dynamodb:getItem', Parameters: {TableName: orders, Key: {id: {S: a}}}, ResultPath: null, Next: B},
                  B: {Type: Task, Resource: 'arn:aws:states:::dynamodb:putItem', Parameters: {TableName: orders, Item: {id: {S: a}}}, ResultPath: null, Next: C},
                  C: {Type: Task, Resource: 'arn:aws:states:::lambda:invoke', Parameters: {FunctionName: notify}, ResultPath: null, End: true}}}""",
                "{}", "{lambda: {notify: {}}, dynamodb: {orders: {partitionKey: {name: id, type: S}}}}");

        assertThat(ofRole(run, "machine-role").smallestPolicy()).isEqualTo(Trial.json("""
                {Version: 2012-10-17, Statement: [
                  {Sid: Dynamodb, Effect: Allow, Action: ['dynamodb:GetItem', 'dynamodb:PutItem'], Resource: 'arn:aws:dynamodb:us-east-1:111122223333:table/orders'},
                  {Sid: LambdaInvokeFunction, Effect: Allow, Action: 'lambda:InvokeFunction', Resource: '%snotify'}]}""".formatted(FUNCTION)));
    }

    @Test void underTheSmallestPolicyTheSameRunGetsAllItAsksFor() {
        var world = "{sqs: {q: {}}, s3: {orders: {a.json: {body: '1'}}}, role: r, roles: {r: {%s, policy: %s}}}";
        var definition = """
                {StartAt: A, States: {
                  A: {Type: Task, Resource: 'arn:aws:states:::aws-sdk:s3:copyObject', Parameters: {Bucket: orders, Key: b.json, CopySource: orders/a.json}, Next: B},
                  B: {Type: Task, Resource: 'arn:aws:states:::aws-sdk:s3:listObjectsV2', Parameters: {Bucket: orders, Prefix: b}, Next: C},
                  C: {Type: Task, Resource: 'arn:aws:states:::sqs:sendMessage', Parameters: {QueueUrl: 'https://sqs.us-east-1.amazonaws.com/111122223333/q', MessageBody: hi}, Next: D},
                  D: {Type: Task, Resource: 'arn:aws:states:::ecs:runTask.sync', Parameters: {Cluster: c, TaskDefinition: t, Overrides: {TaskRoleArn: 'arn:aws:iam::111122223333:role/t'}}, End: true}}}""";
        var first = Trial.run(definition, "{}", world.formatted(TRUSTED, "{Statement: {Effect: Allow, Action: '*', Resource: '*'}}"));

        var second = Trial.run(definition, "{}", world.formatted(TRUSTED, ofRole(first, "r").smallestPolicy()));

        assertThat(second.trace().status()).isEqualTo(first.trace().status());
        assertThat(ofRole(second, "r").refused()).isEmpty();
        assertThat(ofRole(second, "r").excess()).isEmpty();
        assertThat(actions(ofRole(second, "r"))).containsExactly("s3:GetObject", "s3:PutObject", "s3:ListBucket", "sqs:SendMessage", "ecs:RunTask",
                "iam:PassRole", "events:PutTargets", "events:PutRule", "events:DescribeRule", "ecs:DescribeTasks", "ecs:StopTask");
        assertThat(ofRole(second, "r").uses()).filteredOn(use -> use.moment() == Need.Moment.LATER).extracting(use -> use.access().action())
                .containsExactly("ecs:DescribeTasks", "ecs:StopTask");
    }

    @Test void aKeyOfATableCanBeMadeACondition() {
        String definition = "{StartAt: A, States: {A: {Type: Task, Resource: 'arn:aws:states:::dynamodb:getItem', Parameters: {TableName: orders, Key: {id: {S.$: $.id}}}, OutputPath: null, End: true}}}";
        String world = """
                {dynamodb: {orders: {partitionKey: {name: id, type: S}}}, role: r, roles: {r: {%s, policy: {Statement: {Effect: Allow, Action: 'dynamodb:GetItem',
                  Resource: '*', Condition: {'ForAllValues:StringEquals': {'dynamodb:LeadingKeys': [ana]}}}}}}}""".formatted(TRUSTED);

        assertThat(Trial.run(definition, "{id: ana}", world).output()).isEqualTo(Json.Obj.EMPTY);
        assertThat(Trial.run(definition, "{id: rui}", world).failure().error()).isEqualTo("DynamoDB.AmazonDynamoDBException");
    }

    @Test void aBatchNeedsEachOfItsTablesAndATransactionEachOfItsActions() {
        var run = Trial.automatic("""
                {StartAt: A, States: {
                  A: {Type: Task, Resource: 'arn:aws:states:::aws-sdk:dynamodb:batchGetItem', Parameters: {RequestItems: {a: {Keys: []}, b: {Keys: []}}}, Next: B},
                  B: {Type: Task, Resource: 'arn:aws:states:::aws-sdk:dynamodb:transactWriteItems', Parameters: {TransactItems: [
                       {Put: {TableName: a, Item: {}}}, {ConditionCheck: {TableName: b, Key: {}}}]}, End: true}}}""", "{}");

        assertThat(ofRole(run, "machine-role").uses()).extracting(use -> use.access().action() + " " + use.access().resource()).containsExactly(
                "dynamodb:BatchGetItem arn:aws:dynamodb:us-east-1:111122223333:table/a",
                "dynamodb:BatchGetItem arn:aws:dynamodb:us-east-1:111122223333:table/b",
                "dynamodb:PutItem arn:aws:dynamodb:us-east-1:111122223333:table/a",
                "dynamodb:ConditionCheckItem arn:aws:dynamodb:us-east-1:111122223333:table/b");
    }

    @Test void anActionThatIsForNoOneResourceNeedsAll() {
        var run = Trial.automatic("{StartAt: A, States: {A: {Type: Task, Resource: 'arn:aws:states:::aws-sdk:translate:translateText', "
                + "Parameters: {Text: a, SourceLanguageCode: en, TargetLanguageCode: pt}, End: true}}}", "{}");

        assertThat(ofRole(run, "machine-role").uses()).extracting(PermissionsUsed.Use::access).containsExactly(Access.to("translate:TranslateText", "*"));
    }

    @Test void theSmallestPolicyHasAWildcardWhereAwsMakesUpTheEndOfAName() {
        var run = Trial.automatic("{StartAt: A, States: {A: {Type: Task, Resource: 'arn:aws:states:::aws-sdk:secretsmanager:getSecretValue', "
                + "Parameters: {SecretId: db}, End: true}}}", "{}");

        assertThat(ofRole(run, "machine-role").smallestPolicy().toString()).contains("\"arn:aws:secretsmanager:us-east-1:111122223333:secret:db-??????\"");
    }

    @Test void aFunctionThatMayNotWriteItsLogRunsAndLeavesNone() {
        String world = "{lambda: {Work: {role: r, code: 'exports.handler = async () => console.log(7)'}}, roles: {r: {%s, policy: {Statement: %s}}}}";
        String logs = "{Effect: Allow, Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: 'arn:aws:logs:*:*:log-group:/aws/lambda/Work:*'}";

        assertThat(Trial.call(FUNCTION + "Work", "{}", world.formatted(TRUSTED, logs)).cloud().logs()).hasSize(1);
        assertThat(Trial.call(FUNCTION + "Work", "{}", world.formatted(TRUSTED, "[]")).cloud().logs()).isEmpty();
    }

    @Test void aMachineIsNotMadeWithARoleThatStepFunctionsCannotAssume() {
        String untrusted = "Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role.";

        assertThat(made(LAB, "{role: r, roles: {r: {policy: {Statement: {Effect: Allow, Action: '*', Resource: '*'}}}}}")).contains(untrusted);
        assertThat(made(LAB, "{role: other, roles: {r: {}}}")).contains(untrusted);
        assertThat(made(LAB, "{role: r, roles: {r: {trust: {Statement: {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}}}}}"))
                .contains(untrusted);
        assertThat(made(LAB, "{role: r, roles: {r: {%s}}}".formatted(TRUSTED))).isEmpty();
        assertThat(made(LAB, "{}")).isEmpty();
    }

    @Test void aTrustPolicyCanNameTheMachineThatMayHaveTheRole() {
        String world = """
                {role: r, roles: {r: {trust: {Statement: {Effect: Allow, Principal: {Service: states.amazonaws.com}, Action: 'sts:AssumeRole',
                  Condition: {ArnLike: {'aws:SourceArn': 'arn:aws:states:us-east-1:111122223333:stateMachine:%s'}, StringEquals: {'aws:SourceAccount': '111122223333'}}}}}}}""";

        assertThat(made(LAB, world.formatted("machine"))).isEmpty();
        assertThat(made(LAB, world.formatted("other-*"))).isPresent();
    }

    @Test void aMachineIsNotMadeWithARoleThatMayNotMakeTheRuleOfAJob() {
        String definition = "{StartAt: A, States: {A: {Type: Task, Resource: 'arn:aws:states:::batch:submitJob.sync', Parameters: {JobName: j, JobQueue: q, JobDefinition: d}, End: true}}}";
        String world = "{role: r, roles: {r: {%s, policy: {Statement: {Effect: Allow, Action: [%s], Resource: 'arn:aws:events:us-east-1:111122223333:rule/StepFunctionsGetEventsForBatchJobsRule'}}}}}";

        assertThat(made(definition, world.formatted(TRUSTED, "'events:PutTargets', 'events:PutRule', 'events:DescribeRule'"))).isEmpty();
        assertThat(made(definition, world.formatted(TRUSTED, "'events:PutTargets', 'events:PutRule'")))
                .contains("'arn:aws:iam::111122223333:role/r' is not authorized to create managed-rule.");
    }

    @Test void theMachinesOfAWorldAreMadeWithTheirRolesToo() {
        String world = "{stateMachines: {child: {role: r, definition: {StartAt: P, States: {P: {Type: Pass, End: true}}}}}, roles: {}}";

        assertThat(made(LAB, world)).isPresent();
    }

    private static Optional<String> made(String definition, String world) {
        var machine = Definition.of(Trial.json(definition), Definition.Type.STANDARD).machine().orElseThrow();
        var start = new StartExecution(machine, Definition.Type.STANDARD, "machine", "run", "111122223333", Json.Obj.EMPTY, Trial.START, 0);
        return Trial.world(world).refusedRole(start, false);
    }

    private static String lab(String functions) {
        return """
                {role: machine, lambda: {validate: {role: functions}, process: {role: functions}, notify: {role: functions}}, roles: {
                   machine: {%1$s, policy: {Version: 2012-10-17, Statement: [{Effect: Allow, Action: 'lambda:InvokeFunction', Resource: %2$s}]}},
                   functions: {%1$s, policy: {Version: 2012-10-17, Statement: [{Effect: Allow,
                     Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'], Resource: 'arn:aws:logs:us-east-1:111122223333:log-group:/aws/lambda/*'}]}}}}"""
                .formatted(TRUSTED, functions);
    }

    private static PermissionsUsed ofRole(Trial run, String role) {
        return run.cloud().permissions().stream().filter(used -> used.role().name().equals(role)).findFirst().orElseThrow();
    }

    private static List<String> actions(PermissionsUsed used) {
        return used.uses().stream().map(use -> use.access().action()).toList();
    }
}
