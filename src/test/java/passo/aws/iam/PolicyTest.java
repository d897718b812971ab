package passo.aws.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import passo.json.Json;
import passo.json.JsonText;

class PolicyTest {

    private static final String BUCKET = "arn:aws:s3:::orders";
    private static final String ORDER = BUCKET + "/2026/17.json";
    private static final String FUNCTION = "arn:aws:lambda:us-east-1:111122223333:function:Charge";

    @Test void whatNoStatementSpeaksOfIsNotAllowed() {
        assertThat(decide("{Effect: Allow, Action: 's3:GetObject', Resource: '*'}", "s3:PutObject", ORDER)).isInstanceOf(Verdict.Unmentioned.class);
    }

    @Test void aDenialWinsWhereverItStands() {
        var verdict = decide("[{Effect: Allow, Action: '*', Resource: '*'}, {Sid: Never, Effect: Deny, Action: 's3:*', Resource: '*'}]", "s3:GetObject", ORDER);

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Denied.class, denied -> assertThat(denied.by().sid()).isEqualTo("Never"));
    }

    @Test void theStatementThatAllowsIsNamedByItsPlace() {
        var verdict = decide("[{Effect: Allow, Action: 'sqs:*', Resource: '*'}, {Effect: Allow, Action: 's3:*', Resource: '*'}]", "s3:GetObject", ORDER);

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Allowed.class,
                allowed -> assertThat(allowed.by().at()).hasToString("/policy/Statement/1"));
    }

    @ParameterizedTest
    @CsvSource({
        "s3:GetObject, s3:GetObject, true",
        "S3:getobject, s3:GetObject, true",
        "s3:Get*, s3:GetObject, true",
        "s3:?etObject, s3:GetObject, true",
        "s3:*, s3:GetObject, true",
        "*, s3:GetObject, true",
        "s3:Get, s3:GetObject, false",
        "s3:GetObject, s3:GetObjectVersion, false"})
    void anActionIsMatchedWithoutItsCaseAndWithWildcards(String pattern, String action, boolean allowed) {
        assertThat(decide("{Effect: Allow, Action: '%s', Resource: '*'}".formatted(pattern), action, ORDER).allows()).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:s3:::orders/*, arn:aws:s3:::orders/2026/17.json, true",
        "arn:aws:s3:::orders/*, arn:aws:s3:::orders, false",
        "arn:aws:s3:::orders*, arn:aws:s3:::orders-archive/a, true",
        "arn:aws:s3:::Orders/*, arn:aws:s3:::orders/a, false",
        "arn:aws:s3:::orders/????/17.json, arn:aws:s3:::orders/2026/17.json, true",
        "arn:aws:lambda:*:*:function:Charge, arn:aws:lambda:us-east-1:111122223333:function:Charge, true",
        "arn:aws:lambda:*:*:function:Charge, arn:aws:lambda:us-east-1:111122223333:function:Charge:live, false",
        "arn:aws:lambda:*:*:function:Charge:*, arn:aws:lambda:us-east-1:111122223333:function:Charge:live, true",
        "arn:aws:lambda:*:*:function:Charge:*, arn:aws:lambda:us-east-1:111122223333:function:Charge, false"})
    void aResourceIsMatchedWithItsCaseAndWithWildcards(String pattern, String resource, boolean allowed) {
        assertThat(decide("{Effect: Allow, Action: '*', Resource: '%s'}".formatted(pattern), "s3:GetObject", resource).allows()).isEqualTo(allowed);
    }

    @Test void notActionMeansAllOthersAndNotResourceToo() {
        assertThat(decide("{Effect: Allow, NotAction: ['s3:*', 'sqs:*'], Resource: '*'}", "sns:Publish", "*").allows()).isTrue();
        assertThat(decide("{Effect: Allow, NotAction: ['s3:*', 'sqs:*'], Resource: '*'}", "s3:GetObject", ORDER).allows()).isFalse();
        assertThat(decide("{Effect: Allow, Action: '*', NotResource: '%s/*'}".formatted(BUCKET), "s3:ListBucket", BUCKET).allows()).isTrue();
        assertThat(decide("{Effect: Allow, Action: '*', NotResource: '%s/*'}".formatted(BUCKET), "s3:GetObject", ORDER).allows()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            StringEquals: {'s3:prefix': [a/, b/]}                | s3:prefix       | b/                  | true
            StringEquals: {'s3:prefix': a/}                      | s3:prefix       | A/                  | false
            StringEquals: {'S3:Prefix': a/}                      | s3:prefix       | a/                  | true
            StringEqualsIgnoreCase: {'s3:prefix': a/}            | s3:prefix       | A/                  | true
            StringNotEquals: {'s3:prefix': [a/, b/]}             | s3:prefix       | b/                  | false
            StringNotEquals: {'s3:prefix': [a/, b/]}             | s3:prefix       | c/                  | true
            StringLike: {'s3:prefix': 'home/*'}                  | s3:prefix       | home/ana            | true
            StringNotLike: {'s3:prefix': 'home/*'}               | s3:prefix       | home/ana            | false
            NumericLessThanEquals: {'s3:max-keys': 10}           | s3:max-keys     | 10                  | true
            NumericLessThan: {'s3:max-keys': '10'}               | s3:max-keys     | 10                  | false
            NumericGreaterThan: {'s3:max-keys': 9.5}             | s3:max-keys     | 10                  | true
            NumericEquals: {'s3:max-keys': 10}                   | s3:max-keys     | ten                 | false
            DateLessThan: {'aws:CurrentTime': '2026-06-30'}      | aws:CurrentTime | 2026-01-01T00:00:00Z | true
            DateGreaterThan: {'aws:CurrentTime': '2026-06-30T00:00:00Z'} | aws:CurrentTime | 2026-01-01T00:00:00Z | false
            Bool: {'aws:SecureTransport': true}                  | aws:SecureTransport | true            | true
            Bool: {'aws:SecureTransport': 'false'}               | aws:SecureTransport | true            | false
            ArnLike: {'aws:SourceArn': 'arn:aws:states:*:111122223333:stateMachine:*'} | aws:SourceArn | arn:aws:states:us-east-1:111122223333:stateMachine:m | true
            ArnEquals: {'aws:SourceArn': 'arn:aws:states:us-east-1:*'} | aws:SourceArn | arn:aws:states:us-east-1:111122223333:stateMachine:m | false
            StringEquals: {'s3:prefix': a/}                      | s3:delimiter    | /                   | false
            StringNotEquals: {'s3:prefix': a/}                   | s3:delimiter    | /                   | true
            StringEqualsIfExists: {'s3:prefix': a/}              | s3:delimiter    | /                   | true
            StringEqualsIfExists: {'s3:prefix': a/}              | s3:prefix       | b/                  | false
            "Null": {'s3:prefix': 'true'}                        | s3:delimiter    | /                   | true
            "Null": {'s3:prefix': 'false'}                       | s3:delimiter    | /                   | false
            """)
    void aConditionHolds(String condition, String key, String told, boolean allowed) {
        var access = Access.to("s3:ListBucket", BUCKET).with(key, told);

        assertThat(role("{Effect: Allow, Action: 's3:ListBucket', Resource: '*', Condition: {%s}}".formatted(condition)).decide(access).allows())
                .isEqualTo(allowed);
    }

    @Test void ofAKeyWithManyValuesOneOrAllMustFit() {
        var access = Access.to("dynamodb:Query", "*").with(Map.of("dynamodb:LeadingKeys", List.of("ana", "rui")));

        assertThat(role(leading("ForAnyValue:StringEquals", "[ana]")).decide(access).allows()).isTrue();
        assertThat(role(leading("ForAllValues:StringEquals", "[ana]")).decide(access).allows()).isFalse();
        assertThat(role(leading("ForAllValues:StringEquals", "[ana, rui, bia]")).decide(access).allows()).isTrue();
        assertThat(role(leading("ForAllValues:StringEquals", "[ana]")).decide(Access.to("dynamodb:Query", "*")).allows()).isTrue();
        assertThat(role(leading("ForAnyValue:StringEquals", "[ana]")).decide(Access.to("dynamodb:Query", "*")).allows()).isFalse();
    }

    private static String leading(String operator, String values) {
        return "{Effect: Allow, Action: 'dynamodb:*', Resource: '*', Condition: {'%s': {'dynamodb:LeadingKeys': %s}}}".formatted(operator, values);
    }

    @Test void variablesAreReplacedInTheVersionOf2012Alone() {
        String statement = "{Effect: Allow, Action: 's3:GetObject', Resource: 'arn:aws:s3:::orders/${aws:PrincipalAccount}/*'}";
        var access = Access.to("s3:GetObject", BUCKET + "/111122223333/a").with("aws:PrincipalAccount", "111122223333");

        assertThat(role(statement).decide(access).allows()).isTrue();
        assertThat(roles("{r: {policy: {Statement: %s}}}".formatted(statement)).find("r").orElseThrow().decide(access).allows()).isFalse();
    }

    @Test void severalPoliciesCountTogether() {
        var roles = roles("""
                {r: {policy: [{name: read, document: {Statement: {Effect: Allow, Action: 's3:Get*', Resource: '*'}}},
                              {name: write, document: {Statement: {Effect: Allow, Action: 's3:Put*', Resource: '*'}}}]}}""");

        assertThat(roles.simulate("r", "s3:GetObject", ORDER, Map.of()).allows()).isTrue();
        assertThat(roles.simulate("r", "s3:PutObject", ORDER, Map.of()).allows()).isTrue();
        assertThat(roles.simulate("r", "s3:DeleteObject", ORDER, Map.of()).allows()).isFalse();
    }

    @Test void aTrustPolicySaysWhoMayAssumeARole() {
        var roles = roles("""
                {machine: {trust: {Statement: {Effect: Allow, Principal: {Service: states.amazonaws.com}, Action: 'sts:AssumeRole'}}},
                 target: {trust: {Statement: {Effect: Allow, Principal: {AWS: ['arn:aws:iam::111122223333:role/machine']}, Action: 'sts:AssumeRole'}}},
                 account: {trust: {Statement: {Effect: Allow, Principal: {AWS: '111122223333'}, Action: 'sts:*'}}},
                 nobody: {policy: {Statement: {Effect: Allow, Action: '*', Resource: '*'}}}}""");

        assertThat(roles.trusts("machine", "states.amazonaws.com")).isTrue();
        assertThat(roles.trusts("machine", "lambda.amazonaws.com")).isFalse();
        assertThat(roles.trusts("target", "arn:aws:iam::111122223333:role/machine")).isTrue();
        assertThat(roles.trusts("target", "arn:aws:iam::111122223333:role/other")).isFalse();
        assertThat(roles.trusts("account", "arn:aws:iam::111122223333:role/other")).isTrue();
        assertThat(roles.trusts("account", "arn:aws:iam::444455556666:role/other")).isFalse();
        assertThat(roles.trusts("nobody", "states.amazonaws.com")).isFalse();
    }

    @Test void theRolesOfTheTwoRolesLabAllowWhatTheirStatementSays() {
        var roles = roles("""
                {maquina: {policy: {Version: 2012-10-17, Statement: [{Effect: Allow, Action: 'lambda:InvokeFunction',
                   Resource: ['%1$s', '%1$s:*']}]}},
                 funcao: {policy: {Version: 2012-10-17, Statement: [
                   {Effect: Allow, Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: 'arn:aws:logs:us-east-1:111122223333:log-group:/aws/lambda/Charge:*'}]}}}"""
                .formatted(FUNCTION));

        assertThat(roles.simulate("maquina", "lambda:InvokeFunction", FUNCTION, Map.of()).allows()).isTrue();
        assertThat(roles.simulate("maquina", "lambda:InvokeFunction", FUNCTION + ":1", Map.of()).allows()).isTrue();
        assertThat(roles.simulate("maquina", "lambda:DeleteFunction", FUNCTION, Map.of()).allows()).isFalse();
        assertThat(roles.simulate("maquina", "lambda:InvokeFunction", FUNCTION + "Card", Map.of()).allows()).isFalse();
        assertThat(roles.simulate("funcao", "logs:PutLogEvents",
                "arn:aws:logs:us-east-1:111122223333:log-group:/aws/lambda/Charge:log-stream:today", Map.of()).allows()).isTrue();
        assertThat(roles.simulate("funcao", "logs:PutLogEvents",
                "arn:aws:logs:us-east-1:111122223333:log-group:/aws/lambda/Other:log-stream:today", Map.of()).allows()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {Efect: Allow, Action: 's3:*', Resource: '*'}                       | /r/policy/Statement/Efect world.unknownMeant
            {Effect: allow, Action: 's3:*', Resource: '*'}                      | /r/policy/Statement iam.effect
            {Effect: Allow, Resource: '*'}                                      | /r/policy/Statement world.oneOf
            {Effect: Allow, Action: GetObject, Resource: '*'}                   | /r/policy/Statement/Action iam.action
            {Effect: Allow, Action: 's3:*', Resource: orders}                   | /r/policy/Statement/Resource iam.resource
            {Effect: Allow, Action: 's3:*', Resource: []}                       | /r/policy/Statement/Resource iam.texts
            {Effect: Allow, Action: 's3:*', Resource: '*', Principal: '*'}      | /r/policy/Statement/Principal iam.principal.identity
            {Effect: Allow, Action: 's3:*', Resource: '*', Sid: a-b}            | /r/policy/Statement/Sid iam.sid
            {Effect: Allow, Action: 's3:*', Resource: '*', Condition: {IpAddress: {'aws:SourceIp': 10.0.0.0/8}}} | /r/policy/Statement/Condition/IpAddress world.unknown
            {Effect: Allow, Action: 's3:*', Resource: '*', Condition: {StringEqual: {'s3:prefix': a}}} | /r/policy/Statement/Condition/StringEqual world.unknownMeant
            {Effect: Allow, Action: 's3:*', Resource: '*', Condition: {StringEquals: {prefix: a}}} | /r/policy/Statement/Condition/StringEquals/prefix iam.conditionKey
            """)
    void whatCannotBeReadIsToldWithItsPlace(String statement, String complaint) {
        assertThat(complaints("{r: {policy: {Version: 2012-10-17, Statement: %s}}}".formatted(statement))).contains(complaint);
    }

    @Test void aDocumentSaysItsVersionAndItsStatements() {
        assertThat(complaints("{r: {policy: {Version: 2026-01-01}, trust: {Statement: {Effect: Allow, Action: 'sts:AssumeRole'}}}}"))
                .containsExactly("/r/trust/Statement iam.missing", "/r/policy/Version iam.version", "/r/policy iam.missing");
    }

    @Test void aPolicyIsNoLongerThanAwsTakes() {
        assertThat(complaints("{r: {policy: {Statement: {Effect: Allow, Action: 's3:*', Resource: 'arn:aws:s3:::%s'}}}}".formatted("a".repeat(10_240))))
                .containsExactly("/r/policy iam.long");
    }

    @Test void aPatternOfManyWildcardsIsMatchedInNoTime() {
        String pattern = "arn:aws:s3:::" + "a*".repeat(2_000) + "b";

        assertThat(decide("{Effect: Allow, Action: '*', Resource: '%s'}".formatted(pattern), "s3:GetObject", "arn:aws:s3:::" + "a".repeat(200_000)).allows())
                .isFalse();
    }

    private static Verdict decide(String statements, String action, String resource) {
        return role(statements).decide(Access.to(action, resource));
    }

    private static Role role(String statements) {
        return roles("{r: {policy: {Version: 2012-10-17, Statement: %s}}}".formatted(statements)).find("r").orElseThrow();
    }

    private static Roles roles(String yaml) {
        return Roles.of(json(yaml), (at, key, arguments) -> {
            throw new IllegalArgumentException(at + " " + key + " " + List.of(arguments));
        });
    }

    private static List<String> complaints(String yaml) {
        var heard = new ArrayList<String>();
        Roles.of(json(yaml), (at, key, _) -> heard.add(at + " " + key));
        return heard;
    }

    private static Json.Obj json(String yaml) {
        return switch (JsonText.readYaml(yaml)) {
            case JsonText.Reading.Value(Json.Obj json, _) -> json;
            case JsonText.Reading.Value(var other, _) -> throw new IllegalArgumentException("Not an object: " + other);
            case JsonText.Reading.Malformed(var message, _) -> throw new IllegalArgumentException(message + ": " + yaml);
        };
    }
}
