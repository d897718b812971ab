package passo.aws.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passo.json.Json;
import passo.json.JsonText;

class CodeTest {

    static final Instant AT = Instant.parse("2026-01-01T12:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {
        "export const handler = async (event) => ({ got: event.a });",
        "export async function handler(event) { return { got: event.a }; }",
        "const main = async event => ({ got: event.a });\nexport { main as handler };",
        "exports.handler = async (event) => ({ got: event.a });",
        "module.exports.handler = async function (event) { return { got: event.a }; };",
        "exports.handler = (event, context, callback) => callback(null, { got: event.a });",
        "exports.handler = (event, context) => { setTimeout(() => context.succeed({ got: event.a }), 5); };",
        "const ready = await Promise.resolve(1); export const handler = async event => ({ got: event.a * ready });"})
    void aHandlerMayBeWrittenInManyWays(String code) {
        assertThat(result(code)).isEqualTo(JsonText.parse("{\"got\": 7}"));
    }

    @Test void whatAFunctionThatIsNotAsyncReturnsIsNotItsResult() {
        assertThat(result("exports.handler = () => 1;")).isEqualTo(Json.NULL);
    }

    @Test void recursionThatIsTooDeepCanBeCaught() {
        assertThat(result("""
                exports.handler = async () => {
                  const down = depth => down(depth + 1) + 1;
                  try {
                    return down(0);
                  } catch (error) {
                    return [error instanceof RangeError, error.message];
                  }
                };""")).isEqualTo(JsonText.parse("[true, \"Maximum call stack size exceeded\"]"));
        assertThat(error("export const handler = async () => { const f = () => f() + 1; return f(); };")).isEqualTo("RangeError");
    }

    @Test void waitingTakesVirtualTime() {
        var ending = run("""
                export const handler = async () => {
                  const before = Date.now();
                  await new Promise(resolve => setTimeout(resolve, 90000));
                  return [new Date(before).toISOString(), Date.now() - before];
                };""");

        assertThat(ending).isEqualTo(new Ending.Returned(JsonText.parse("[\"2026-01-01T12:00:00.000Z\", 90000]"), Duration.ofSeconds(90), List.of()));
    }

    @Test void timersFireInTheOrderOfTheirTimes() {
        assertThat(result("""
                export const handler = () => new Promise(resolve => {
                  const order = [];
                  setTimeout(() => { order.push('c'); resolve(order); }, 20);
                  setTimeout(() => order.push('b'), 10);
                  setImmediate(() => order.push('a'));
                  clearTimeout(setTimeout(() => order.push('never'), 5));
                });""")).isEqualTo(JsonText.parse("[\"a\", \"b\", \"c\"]"));
    }

    @Test void aFunctionThatWaitsLongerThanItsTimeoutIsTimedOut() {
        assertThat(run("export const handler = () => new Promise(resolve => setTimeout(resolve, 901000));")).isInstanceOf(Ending.TimedOut.class);
    }

    @Test void theSameSeedIsTheSameChance() {
        String code = "export const handler = async () => [Math.random(), crypto.randomUUID()];";

        assertThat(result(code)).isEqualTo(result(code));
        assertThat(Code.run(call(code, 2), Aws.NONE, Code.TICKS).ending()).isNotEqualTo(run(code));
    }

    @Test void anErrorIsToldAsLambdaTellsIt() {
        assertThat(run("export const handler = async () => { const e = new Error('no money'); e.name = 'CardDeclined'; throw e; };"))
                .isInstanceOfSatisfying(Ending.Thrown.class, thrown -> {
                    assertThat(thrown.document().get("errorType")).isEqualTo(Json.of("CardDeclined"));
                    assertThat(thrown.document().get("errorMessage")).isEqualTo(Json.of("no money"));
                    assertThat(((Json.Arr) thrown.document().get("trace")).get(0)).isEqualTo(Json.of("CardDeclined: no money"));
                    assertThat(((Json.Arr) thrown.document().get("trace")).get(1).toString()).contains("file:///var/task/index.mjs:1:");
                });
        assertThat(error("exports.handler = async () => { null.x; };")).isEqualTo("TypeError");
        assertThat(error("exports.handler = (event, context, callback) => callback('sold out');")).isEqualTo("string");
        assertThat(error("exports.handler = async () => { throw { name: 'Odd' }; };")).isEqualTo("object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"export const handler = async () => { let x = ; };", "exports.handler = async () => { let x = ; };", "exports.handler = {"})
    void whatCannotBeReadIsASyntaxError(String code) {
        assertThat(error(code)).isEqualTo("Runtime.UserCodeSyntaxError");
    }

    @Test void anErrorNamesTheLineAsItWasWritten() {
        assertThat(run("exports.handler = (event) => {\n  throw new Error('no'); };")).isInstanceOfSatisfying(Ending.Thrown.class,
                thrown -> assertThat(thrown.document().get("trace")).isEqualTo(JsonText.parse("""
                        ["Error: no", "    at <anonymous> (/var/task/index.js:2:13)"]""")));
        assertThat(run("exports.handler = async () => {\n  let x = ; };").toString()).contains("unexpected token in expression: ';' at /var/task/index.js:2:");
    }

    @Test void withoutAHandlerThereIsNothingToCall() {
        assertThat(error("export const main = async () => 1;")).isEqualTo("Runtime.HandlerNotFound");
        assertThat(error("exports.main = async () => 1;")).isEqualTo("Runtime.HandlerNotFound");
        assertThat(error("exports.handler = 3;")).isEqualTo("Runtime.HandlerNotFound");
    }

    @Test void anErrorOutsideTheHandlerIsToldAsItIs() {
        assertThat(run("""
                import { randomUUID } from 'crypto';
                class Unset extends Error { constructor() { super('no table'); this.name = 'Unset'; } }
                throw new Unset();
                export const handler = async () => 1;""")).isInstanceOfSatisfying(Ending.Thrown.class,
                thrown -> assertThat(thrown.document()).isEqualTo(JsonText.parse("""
                        {"errorType": "Unset", "errorMessage": "no table",
                         "trace": ["Unset: no table", "    at Unset (file:///var/task/index.mjs:2:45)", "    at <anonymous> (file:///var/task/index.mjs:3:11)"]}""")));
        assertThat(error("await Promise.reject(new RangeError('x')); export const handler = async () => 1;")).isEqualTo("RangeError");
        assertThat(error("throw new RangeError('x');")).isEqualTo("RangeError");
    }

    @Test void onlyWhatIsExportedCanBeCalled() {
        assertThat(error("const handler = async () => 1;\nexport default handler;")).isEqualTo("Runtime.HandlerNotFound");
        assertThat(result("async function handler() { return 1; }\nexport { handler };")).isEqualTo(Json.of(1));
        assertThat(result("const { randomUUID } = await import('node:crypto');\nexport const handler = async () => randomUUID().length;"))
                .isEqualTo(Json.of(36));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "import fs from 'fs'; export const handler = async () => 1;",
        "import { KMSClient } from '@aws-sdk/client-kms'; export const handler = async () => 1;",
        "const fs = require('node:fs'); exports.handler = async () => 1;",
        "const { S3 } = require('aws-sdk'); exports.handler = async () => 1;"})
    void aModuleThatIsNotThereIsNamed(String code) {
        assertThat(error(code)).isEqualTo("Runtime.ImportModuleError");
        assertThat(((Ending.Thrown) run(code)).document().get("errorMessage").toString()).matches(".*(fs|client-kms|aws-sdk).*");
    }

    @Test void theSmallModulesOfNodeAreThere() {
        assertThat(result("import { randomUUID as id } from 'node:crypto';\nexport const handler = async () => id().length;")).isEqualTo(Json.of(36));
        assertThat(result("const { setTimeout: wait } = require('timers/promises'); exports.handler = async () => { await wait(10); return 'late'; };"))
                .isEqualTo(Json.of("late"));
    }

    @Test void whatLearnersExpectOfNodeIsThere() {
        assertThat(result("""
                export const handler = async (event, context) => [
                  Buffer.from('olá').toString('base64'), Buffer.from('b2zDoQ==', 'base64').toString(), atob(btoa('x')),
                  structuredClone({ a: [new Date(0)] }), new URL('https://example.com/a?b=c%20d').searchParams.get('b'),
                  process.env.AWS_LAMBDA_FUNCTION_NAME, context.functionName, context.memoryLimitInMB, context.invokedFunctionArn,
                  context.getRemainingTimeInMillis(), new TextDecoder().decode(new TextEncoder().encode('é'))];"""))
                .isEqualTo(JsonText.parse("""
                        ["b2zDoQ==", "olá", "x", {"a": ["1970-01-01T00:00:00.000Z"]}, "c d", "Charge", "Charge", "128",
                         "arn:aws:lambda:us-east-1:111122223333:function:Charge", 900000, "é"]"""));
    }

    @Test void theConsoleWritesTheLog() {
        var ending = (Ending.Returned) run("export const handler = async () => { console.log('order', { id: 1 }); console.error('bad'); };");

        assertThat(ending.log()).containsExactly("2026-01-01T12:00:00.000Z\trequest\tINFO\torder { id: 1 }", "2026-01-01T12:00:00.000Z\trequest\tERROR\tbad");
    }

    @Test void aLogHasAnEnd() {
        var ending = (Ending.Returned) run("export const handler = async () => { for (let i = 0; i < 40; i++) console.log('x'.repeat(10000)); };");

        assertThat(ending.log()).hasSizeLessThan(30).last().isEqualTo("[the rest of the log is left out]");
    }

    @Test void aResultHasALargestSize() {
        var ending = Code.run(call("export const handler = async () => 'x'.repeat(6300000);", 1), Aws.NONE, 10 * Code.TICKS).ending();

        assertThat(ending).isInstanceOfSatisfying(Ending.Thrown.class,
                thrown -> assertThat(thrown.document().get("errorType")).isEqualTo(Json.of("Function.ResponseSizeTooLarge")));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "export const handler = async () => { while (true); };",
        "export const handler = async () => { while (true) { try { while (true); } catch { } finally { continue; } } };",
        "export const handler = async () => { while (true) await null; };",
        "export const handler = async () => /^(a+)+$/.test('a'.repeat(40) + 'b');",
        "export const handler = async () => { const f = () => { try { f(); } finally { f(); } }; f(); };",
        "while (true); export const handler = 1;"})
    void whatNeverEndsIsStoppedAtTheSameTick(String code) {
        assertThat(Code.run(call(code, 1), Aws.NONE, 2_000_000)).isEqualTo(new Code.Run(new Ending.TimedOut(List.of()), 2_000_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "export const handler = async () => { const all = []; while (true) all.push(new Array(1e6).fill(1)); };",
        "export const handler = async () => { let s = 'x'; while (true) s += s; };",
        "export const handler = async () => 'x'.repeat(2 ** 29);",
        "export const handler = async () => { const all = []; while (true) all.push(new Array(1e6)); };",
        "export const handler = async () => new Uint8Array(2 ** 30);"})
    void memoryHasAnEnd(String code) {
        assertThat(error(Code.run(call(code, 1), Aws.NONE, 30_000_000).ending())).isIn("Runtime.ExitError", "RangeError", "InternalError");
    }

    @Test void nothingOfTheHostIsReachable() {
        assertThat(result("""
                export const handler = async () => [typeof Java, typeof Packages, typeof require, typeof fetch, typeof java_invoke, typeof Javy,
                  typeof WebAssembly, typeof std, typeof os, await import('fs').catch(() => 'refused')];"""))
                .isEqualTo(JsonText.parse("""
                        ["undefined", "undefined", "undefined", "undefined", "undefined", "undefined", "undefined", "undefined", "undefined", "refused"]"""));
    }

    @Test void nothingIsLeftForTheNextCall() {
        run("Object.prototype.polluted = 1; Array.prototype.push = () => 'mine'; globalThis.left = 1; process.env.LEFT = 1; exports.handler = async () => 1;");

        assertThat(result("exports.handler = async () => [typeof ({}).polluted, [].push(1), typeof left, typeof process.env.LEFT];"))
                .isEqualTo(JsonText.parse("[\"undefined\", 1, \"undefined\", \"undefined\"]"));
    }

    private static Ending run(String code) {
        return Code.run(call(code, 1), Aws.NONE, Code.TICKS).ending();
    }

    private static Invocation call(String code, long seed) {
        return new Invocation("Charge", "$LATEST", "arn:aws:lambda:us-east-1:111122223333:function:Charge", "", code, JsonText.parse("{\"a\": 7}"), "request",
                Duration.ofMinutes(15), 128, AT, seed);
    }

    private static Json result(String code) {
        return run(code) instanceof Ending.Returned returned ? returned.result() : new Json.Str("Not returned: " + run(code));
    }

    private static String error(String code) {
        return error(run(code));
    }

    private static String error(Ending ending) {
        return ending instanceof Ending.Thrown thrown && thrown.document().get("errorType") instanceof Json.Str(var type) ? type : "Not thrown: " + ending;
    }
}
