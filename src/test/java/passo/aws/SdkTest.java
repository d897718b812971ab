package passo.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import passo.aws.lambda.Code;
import passo.aws.service.Change;
import passo.json.Json;

/// What the code of a function does through the AWS SDKs.
class SdkTest {

    static final String FUNCTION = "arn:aws:lambda:us-east-1:111122223333:function:Work";
    static final String GET = "arn:aws:states:::aws-sdk:s3:getObject";

    @Test void aFunctionReadsAndWritesObjects() {
        var trial = work("""
                import { S3Client, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
                const s3 = new S3Client({});
                export const handler = async ({ key }) => {
                  const { Body, LastModified } = await s3.send(new GetObjectCommand({ Bucket: 'orders', Key: key }));
                  const order = JSON.parse(await Body.transformToString());
                  await s3.send(new PutObjectCommand({ Bucket: 'orders', Key: 'total', Body: String(order.price * 2), Metadata: { from: key } }));
                  return LastModified.getFullYear();
                };""", "{key: a}", "s3: {orders: {a: {body: {price: 4}}}}");

        assertThat(trial.output()).isEqualTo(Json.of(2026));
        assertThat(trial.cloud().changes()).extracting(Change::kind).containsExactly("lambda:invoke", "s3:getObject", "s3:putObject");
        assertThat(trial.cloud().world().get("s3")).isEqualTo(Trial.json("{orders: {a: {body: '{\"price\":4}'}, total: {body: '8', metadata: {from: a}}}}"));
    }

    @Test void anErrorIsOneOfTheSdk() {
        var trial = work("""
                import { S3, NoSuchKey, NoSuchBucket, S3ServiceException } from '@aws-sdk/client-s3';
                export const handler = async () => {
                  try {
                    await new S3().getObject({ Bucket: 'orders', Key: 'b' });
                  } catch (e) {
                    return [e.name, e.message, e.$fault, e.$metadata.httpStatusCode, e instanceof NoSuchKey, e instanceof NoSuchBucket, e instanceof S3ServiceException];
                  }
                };""", "{}", "s3: {orders: {}}");

        assertThat(trial.output()).isEqualTo(Trial.json("[NoSuchKey, The specified key does not exist., client, 404, true, false, true]"));
    }

    @Test void anErrorThatIsNotCaughtEndsTheFunctionUnderItsName() {
        var trial = work("""
                const { DynamoDBDocumentClient, PutCommand } = require('@aws-sdk/lib-dynamodb');
                const { DynamoDBClient } = require('@aws-sdk/client-dynamodb');
                const table = DynamoDBDocumentClient.from(new DynamoDBClient());
                exports.handler = async () => table.send(new PutCommand({ TableName: 'orders', Item: { id: 7 }, ConditionExpression: 'attribute_not_exists(id)' }));
                """, "{}", "dynamodb: {orders: {partitionKey: {name: id, type: N}, items: [{id: {N: '7'}}]}}");

        assertThat(trial.failure().error()).isEqualTo("ConditionalCheckFailedException");
        assertThat(Trial.json(trial.failure().cause())).isInstanceOfSatisfying(Json.Obj.class,
                cause -> assertThat(cause.get("errorMessage")).isEqualTo(Json.of("The conditional request failed")));
    }

    @Test void documentsArePlainValues() {
        var trial = work("""
                import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
                import { DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand, QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
                const table = DynamoDBDocumentClient.from(new DynamoDBClient({}), { marshallOptions: { removeUndefinedValues: true } });
                export const handler = async () => {
                  await table.send(new PutCommand({ TableName: 'orders', Item: { id: 'a', lines: [{ sku: 'x', count: 2 }], note: undefined, paid: false } }));
                  await table.send(new UpdateCommand({ TableName: 'orders', Key: { id: 'a' }, UpdateExpression: 'SET paid = :yes',
                    ExpressionAttributeValues: { ':yes': true } }));
                  const { Item } = await table.send(new GetCommand({ TableName: 'orders', Key: { id: 'a' } }));
                  const { Items, Count } = await table.send(new QueryCommand({ TableName: 'orders', KeyConditionExpression: 'id = :id',
                    ExpressionAttributeValues: { ':id': 'a' } }));
                  return { Item, same: JSON.stringify(Items) === JSON.stringify([Item]), Count, all: (await table.send(new ScanCommand({ TableName: 'orders' }))).Count };
                };""", "{}", "dynamodb: {orders: {partitionKey: {name: id, type: S}, items: []}}");

        assertThat(trial.output()).isEqualTo(Trial.json("{Item: {id: a, lines: [{sku: x, count: 2}], paid: true}, same: true, Count: 1, all: 1}"));
    }

    @Test void messagesAndEventsAreSent() {
        var trial = work("""
                import { SQSClient, SendMessageCommand, QueueDoesNotExist } from '@aws-sdk/client-sqs';
                import { SNSClient, PublishCommand } from '@aws-sdk/client-sns';
                import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
                export const handler = async () => {
                  const sqs = new SQSClient();
                  await sqs.send(new SendMessageCommand({ QueueUrl: 'https://sqs.us-east-1.amazonaws.com/111122223333/jobs', MessageBody: 'go' }));
                  await new SNSClient().send(new PublishCommand({ TopicArn: 'arn:aws:sns:us-east-1:111122223333:news', Message: 'done' }));
                  await new EventBridgeClient().send(new PutEventsCommand({ Entries: [{ Source: 'shop', DetailType: 'sold', Detail: '{}' }] }));
                  return sqs.send(new SendMessageCommand({ QueueUrl: 'none', MessageBody: 'go' })).catch(e => e instanceof QueueDoesNotExist);
                };""", "{}", "sqs: {jobs: {}}, sns: {news: {}}");

        assertThat(trial.output()).isEqualTo(Json.TRUE);
        assertThat(trial.cloud().changes()).extracting(Change::kind)
                .containsExactly("lambda:invoke", "sqs:sendMessage", "sns:publish", "eventbridge:putEvents");
    }

    @Test void whatAFunctionWritesIsThereAtItsEndAndNotBefore() {
        String reader = """
                {StartAt: Wait%1$d, States: {Wait%1$d: {Type: Wait, Seconds: %1$d, Next: Read%1$d},
                 Read%1$d: {Type: Task, Resource: '%2$s', Parameters: {Bucket: orders, Key: b}, OutputPath: $.Body, End: true,
                            Catch: [{ErrorEquals: [S3.NoSuchKeyException], Next: Nothing%1$d}]},
                 Nothing%1$d: {Type: Pass, Result: nothing, End: true}}}""";
        var trial = Trial.run("""
                {StartAt: P, States: {P: {Type: Parallel, End: true, Branches: [
                 {StartAt: W, States: {W: {Type: Task, Resource: '%s', End: true}}}, %s, %s, %s]}}}"""
                .formatted(FUNCTION, reader.formatted(0, GET), reader.formatted(1, GET), reader.formatted(3, GET)), "{}", world("""
                import { S3 } from '@aws-sdk/client-s3';
                const s3 = new S3();
                export const handler = async () => {
                  await s3.putObject({ Bucket: 'orders', Key: 'a', Body: 'early' });
                  await new Promise(resolve => setTimeout(resolve, 2000));
                  await s3.putObject({ Bucket: 'orders', Key: 'b', Body: 'late' });
                  return Date.now();
                };""", "s3: {orders: {}}"));

        assertThat(trial.output()).isEqualTo(Trial.json("[1767225602000, nothing, nothing, late]"));
        assertThat(trial.cloud().changes()).filteredOn(change -> change.kind().equals("s3:putObject")).extracting(Change::at)
                .containsExactly(Trial.START.plusMillis(120), Trial.START.plusMillis(2120));
    }

    @Test void aFunctionThatWritesTakesNoLongerThanOneThatDoesNot() {
        assertThat(work("""
                import { S3 } from '@aws-sdk/client-s3';
                export const handler = async () => { await new S3().listBuckets({}); };""", "{}", "s3: {}").duration()).isEqualTo(Duration.ofMillis(120));
    }

    @Test void aFunctionThatAsksIsTimedOutToo() {
        var trial = Trial.call(FUNCTION, "{}", """
                {lambda: {Work: {timeout: 3s, code: "const { S3 } = require('@aws-sdk/client-s3'); exports.handler = async () => { await new S3().listBuckets();
                 await new Promise(resolve => setTimeout(resolve, 9000)); };"}}, s3: {}}""");

        assertThat(trial.failure().error()).isEqualTo("Sandbox.Timedout");
        assertThat(trial.duration()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test void aTaskTokenIsAnsweredFromCode() {
        var trial = Trial.call("arn:aws:states:::lambda:invoke.waitForTaskToken", "{FunctionName: Work, Payload: {token.$: $$.Task.Token}}", world("""
                import { SFNClient, SendTaskSuccessCommand } from '@aws-sdk/client-sfn';
                export const handler = async ({ token }) => {
                  await new SFNClient().send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify({ approved: true }) }));
                };""", ""));

        assertThat(trial.output()).isEqualTo(Trial.json("{approved: true}"));
    }

    @Test void aTokenThatNobodyWaitsForIsInvalid() {
        assertThat(work("""
                import { SFNClient, SendTaskSuccessCommand, InvalidToken } from '@aws-sdk/client-sfn';
                export const handler = async () => new SFNClient().send(new SendTaskSuccessCommand({ taskToken: 'x', output: '{}' }))
                  .catch(error => [error instanceof InvalidToken, error.message]);""", "{}", "").output())
                .isEqualTo(Trial.json("[true, \"Invalid Token: 'Invalid token'\"]"));
    }

    @Test void aMachineIsStartedFromCodeAndWaitedFor() {
        String machines = """
                stateMachines: {Child: {type: EXPRESS, definition: {StartAt: W, States: {W: {Type: Wait, Seconds: 5, Next: P}, P: {Type: Pass, Result: 9, End: true}}}}}""";
        String code = """
                import { SFNClient, %1$sCommand } from '@aws-sdk/client-sfn';
                export const handler = async () => {
                  const answer = await new SFNClient().send(new %1$sCommand({ stateMachineArn: 'arn:aws:states:us-east-1:111122223333:stateMachine:Child', input: '{}' }));
                  return [answer.output ?? 'unknown', answer.startDate instanceof Date];
                };""";
        var started = work(code.formatted("StartExecution"), "{}", machines);
        var waited = work(code.formatted("StartSyncExecution"), "{}", machines);

        assertThat(started.output()).isEqualTo(Trial.json("[unknown, true]"));
        assertThat(started.duration()).isEqualTo(Duration.ofMillis(120));
        assertThat(started.trace().children()).hasSize(1);
        assertThat(waited.output()).isEqualTo(Trial.json("['9', true]"));
        assertThat(waited.duration()).isGreaterThan(Duration.ofSeconds(5));
    }

    @Test void aFunctionCallsAnother() {
        var trial = Trial.call(FUNCTION, "{}", """
                {lambda: {Work: {code: "const { LambdaClient, InvokeCommand } = require('@aws-sdk/client-lambda'); exports.handler = async () => {
                  const { Payload, FunctionError } = await new LambdaClient().send(new InvokeCommand({ FunctionName: 'Other', Payload: JSON.stringify({ a: 1 }) }));
                  return [JSON.parse(Payload.transformToString()), FunctionError ?? 'none'];
                };"}, Other: {code: "const { S3 } = require('@aws-sdk/client-s3'); exports.handler = async e => (await new S3().listBuckets({})).Buckets.length + e.a;"}},
                 s3: {one: {}}}""");

        assertThat(trial.output()).isEqualTo(Trial.json("[2, none]"));
    }

    @Test void whatIsNotHereSaysSo() {
        assertThat(work("""
                import { S3 } from '@aws-sdk/client-s3';
                export const handler = async () => new S3().getBucketAcl({ Bucket: 'orders' });""", "{}", "s3: {orders: {}}").failure().cause())
                .contains("s3:getBucketAcl is not available to the code of functions here");
    }

    @Test void theSameRunIsTheSame() {
        String code = """
                import { DynamoDB } from '@aws-sdk/client-dynamodb';
                export const handler = async () => {
                  const { $metadata } = await new DynamoDB().putItem({ TableName: 'orders', Item: { id: { S: crypto.randomUUID() } } });
                  return $metadata.requestId;
                };""";
        String world = "dynamodb: {orders: {partitionKey: {name: id, type: S}}}";

        assertThat(work(code, "{}", world).output()).isEqualTo(work(code, "{}", world).output());
        assertThat(work(code, "{}", world).cloud().world()).isEqualTo(work(code, "{}", world).cloud().world());
    }

    @Test void pythonReachesTheSameServices() {
        assumeTrue(Code.wanting("python3.13").isEmpty() || "true".equals(System.getenv("CI")), "npm was not there when this was built");

        var trial = Trial.call(FUNCTION, "{}", """
                {lambda: {Work: {runtime: python3.13, code: %s}}, s3: {orders: {a: {body: hello}}}, sqs: {jobs: {}},
                 dynamodb: {orders: {partitionKey: {name: id, type: S}, items: []}}}""".formatted(Json.of("""
                import json, boto3
                from botocore.exceptions import ClientError
                from boto3.dynamodb.conditions import Key

                s3 = boto3.client('s3')
                table = boto3.resource('dynamodb').Table('orders')

                def lambda_handler(event, context):
                    text = s3.get_object(Bucket='orders', Key='a')['Body'].read().decode('utf-8')
                    s3.put_object(Bucket='orders', Key='b', Body=json.dumps({'was': text}))
                    boto3.client('sqs').send_message(QueueUrl='jobs', MessageBody='go')
                    table.put_item(Item={'id': '1', 'count': 2, 'tags': ['x', True, None]})
                    found = table.query(KeyConditionExpression=Key('id').eq('1'))['Items'][0]
                    caught = []
                    try:
                        s3.get_object(Bucket='orders', Key='none')
                    except s3.exceptions.NoSuchKey as e:
                        caught.append(str(e))
                    try:
                        table.put_item(Item={'id': '1'}, ConditionExpression='attribute_not_exists(id)')
                    except ClientError as e:
                        caught.append(e.response['Error']['Code'])
                    return [found['tags'], int(found['count'] + 1), caught]
                """)));

        assertThat(trial.output()).isEqualTo(Trial.json("""
                [[x, true, null], 3, ['An error occurred (NoSuchKey) when calling the GetObject operation: The specified key does not exist.',
                 ConditionalCheckFailedException]]"""));
        assertThat(trial.cloud().changes()).extracting(Change::kind)
                .containsExactly("lambda:invoke", "s3:getObject", "s3:putObject", "sqs:sendMessage", "dynamodb:putItem");
        assertThat(trial.duration()).isEqualTo(Duration.ofMillis(120));
    }

    private static Trial work(String code, String input, String rest) {
        return Trial.call(FUNCTION, input, world(code, rest));
    }

    private static String world(String code, String rest) {
        return "{lambda: {Work: {runtime: nodejs22.x, code: " + Json.of(code) + "}}, " + rest + "}";
    }
}
