package passo.aws.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passo.json.Json;
import passo.json.JsonText;

class PythonTest {

    @BeforeAll static void needsPython() {
        assumeTrue(MicroPython.isThere() || "true".equals(System.getenv("CI")), "npm was not there when this was built");
    }

    @Test void aHandlerGetsEventAndContext() {
        assertThat(result("""
                def lambda_handler(event, context):
                    return [event['a'], context.function_name, context.memory_limit_in_mb, context.invoked_function_arn,
                            context.aws_request_id, context.get_remaining_time_in_millis()]"""))
                .isEqualTo(JsonText.parse("""
                        [7, "Charge", "128", "arn:aws:lambda:us-east-1:111122223333:function:Charge", "request", 900000]"""));
    }

    @Test void whatIsPrintedAndLoggedStandsInTheLog() {
        var ending = (Ending.Returned) run("""
                import logging
                logger = logging.getLogger()
                logger.setLevel(logging.INFO)
                def lambda_handler(event, context):
                    print('order', event['a'])
                    logger.info('paid %s', 3)
                    logger.debug('unseen')""");

        assertThat(ending.log()).containsExactly("order 7", "[INFO]\t2026-01-01T12:00:00.000Z\trequest\tpaid 3");
        assertThat(ending.result()).isEqualTo(Json.NULL);
    }

    @Test void sleepingTakesVirtualTime() {
        var ending = run("""
                import time, datetime
                def lambda_handler(event, context):
                    before = time.time()
                    time.sleep(90)
                    return [time.time() - before, datetime.datetime.now().isoformat()]""");

        assertThat(ending).isEqualTo(new Ending.Returned(JsonText.parse("[90.0, \"2026-01-01T12:01:30\"]"), Duration.ofSeconds(90), List.of()));
    }

    @Test void aFunctionThatSleepsLongerThanItsTimeoutIsTimedOut() {
        assertThat(run("import time\ndef lambda_handler(event, context): time.sleep(901)")).isEqualTo(new Ending.TimedOut(List.of()));
    }

    @Test void theSameSeedIsTheSameChance() {
        String code = "import random, uuid\ndef lambda_handler(event, context): return [random.random(), str(uuid.uuid4())]";

        assertThat(result(code)).isEqualTo(result(code));
        assertThat(Code.run(call(code, 2), Aws.NONE, Code.TICKS).ending()).isNotEqualTo(run(code));
    }

    @Test void theModulesThatLearnersUseAreThere() {
        assertThat(result("""
                import json, os, re, base64, hashlib, math
                from decimal import Decimal
                from typing import Any, Dict
                def lambda_handler(event: Dict[str, Any], context) -> list:
                    return [json.loads(json.dumps({'a': [1, None, True]}))['a'], os.environ['AWS_REGION'], os.environ.get('TABLE', 'none'),
                            re.match(r'(\\w+)-(\\d+)', 'order-17').group(2), base64.b64encode(b'hi').decode(),
                            hashlib.sha256(b'x').hexdigest()[:8], math.floor(2.5), str(Decimal('1.5') + 2), f"{2 / 3:.2f}", json.dumps([1], indent=2)]"""))
                .isEqualTo(JsonText.parse("""
                        [[1, null, true], "us-east-1", "none", "17", "aGk=", "2d711642", 2, "3.5", "0.67", "[\\n  1\\n]"]"""));
    }

    @Test void anErrorIsToldAsLambdaTellsIt() {
        assertThat(run("""
                class CardDeclined(Exception):
                    pass

                def charge(card):
                    raise CardDeclined('no money')

                def lambda_handler(event, context):
                    charge(event)""")).isInstanceOfSatisfying(Ending.Thrown.class, thrown ->
                assertThat(thrown.document()).isEqualTo(JsonText.parse("""
                        {"errorMessage": "no money", "errorType": "CardDeclined", "requestId": "request", "stackTrace": [
                         "  File \\"/var/task/lambda_function.py\\", line 8, in lambda_handler\\n    charge(event)\\n",
                         "  File \\"/var/task/lambda_function.py\\", line 5, in charge\\n    raise CardDeclined('no money')\\n"]}""")));
        assertThat(error("def lambda_handler(event, context): return event['b']")).isEqualTo("KeyError: 'b'");
        assertThat(error("def lambda_handler(event, context): return 1 / 0")).startsWith("ZeroDivisionError: ");
        assertThat(error("x = 1 / 0")).startsWith("ZeroDivisionError: ");
    }

    @Test void whatCannotBeStartedSaysWhy() {
        assertThat(error("def lambda_handler(:\n    pass"))
                .isEqualTo("Runtime.UserCodeSyntaxError: Syntax error in module 'lambda_function': invalid syntax (lambda_function.py, line 1)");
        assertThat(error("import requests"))
                .isEqualTo("Runtime.ImportModuleError: Unable to import module 'lambda_function': No module named 'requests'");
        assertThat(error("def handler(event, context): pass"))
                .isEqualTo("Runtime.HandlerNotFound: Handler 'lambda_handler' missing on module 'lambda_function'");
        assertThat(error("def lambda_handler(event, context): return {'at': object()}"))
                .isEqualTo("Runtime.MarshalError: Unable to marshal response: Object of type object is not JSON serializable");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "while True: pass",
        "while True:\n        try:\n            while True: pass\n        except BaseException: pass",
        "import re; re.match('^(a+)+$', 'a' * 40 + '!')",
        "x = 1\n    while x: x += x"})
    void whatNeverEndsIsStoppedAtTheSameTick(String body) {
        String code = "def lambda_handler(event, context):\n    " + body;

        assertThat(Code.run(call(code, 1), Aws.NONE, 400_000)).isEqualTo(new Code.Run(new Ending.TimedOut(List.of()), 400_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"return len(bytearray(10 ** 9))", "return 'x' * 10 ** 8"})
    void memoryHasAnEnd(String body) {
        assertThat(error("def lambda_handler(event, context):\n    " + body)).startsWith("MemoryError: ");
    }

    @Test void recursionHasAnEnd() {
        assertThat(error("def f(): return f() + 1\ndef lambda_handler(event, context): f()")).startsWith("RuntimeError: maximum recursion depth exceeded");
    }

    @Test void nothingOfTheHostIsReachable() {
        assertThat(result("""
                import js
                def lambda_handler(event, context):
                    reached = [hasattr(js, 'document'), hasattr(js, 'process'), hasattr(js, 'fetch')]
                    for attempt in ("open('/etc/passwd')", "__import__('socket')", "__import__('subprocess')"):
                        try:
                            eval(attempt)
                            reached.append(attempt)
                        except (OSError, ImportError):
                            pass
                    return reached""")).isEqualTo(JsonText.parse("[false, false, false]"));
    }

    @Test void nothingIsLeftForTheNextCall() {
        run("import builtins, json, os\nbuiltins.left = 1\njson.dumps = None\nos.environ['LEFT'] = '1'\ndef lambda_handler(event, context): pass");

        assertThat(result("""
                import builtins, json, os
                def lambda_handler(event, context): return [hasattr(builtins, 'left'), json.dumps(1), 'LEFT' in os.environ]"""))
                .isEqualTo(JsonText.parse("[false, \"1\", false]"));
    }

    private static Ending run(String code) {
        return Code.run(call(code, 1), Aws.NONE, Code.TICKS).ending();
    }

    private static Invocation call(String code, long seed) {
        return new Invocation("Charge", "$LATEST", "arn:aws:lambda:us-east-1:111122223333:function:Charge", "python3.13", code, JsonText.parse("{\"a\": 7}"),
                "request", Duration.ofMinutes(15), 128, Instant.parse("2026-01-01T12:00:00Z"), seed);
    }

    private static Json result(String code) {
        return run(code) instanceof Ending.Returned returned ? returned.result() : new Json.Str("Not returned: " + run(code));
    }

    private static String error(String code) {
        return run(code) instanceof Ending.Thrown thrown && thrown.document().get("errorType") instanceof Json.Str(var type)
                && thrown.document().get("errorMessage") instanceof Json.Str(var message) ? type + ": " + message : "Not thrown: " + run(code);
    }
}
