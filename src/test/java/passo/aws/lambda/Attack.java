package passo.aws.lambda;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import passo.json.Json;

/// Code that is written to harm: to run for ever, to fill the memory, to get out.
public record Attack(String name, String runtime, String code) {

    private static final String JAVASCRIPT = """
            a loop | while (true);
            a loop that catches | while (true) { try { while (true); } catch { } finally { continue; } }
            a loop that awaits | while (true) await null;
            a loop of timers | await new Promise(() => { const again = () => setTimeout(again, 0); again(); });
            an interval | await new Promise(() => setInterval(() => {}, 0));
            arrays | const all = []; while (true) all.push(new Array(1e6));
            filled arrays | const all = []; while (true) all.push(new Array(1e6).fill(1));
            objects | const all = []; while (true) all.push({ a: { b: {} } });
            arrays, and catching | const all = []; while (true) { try { while (true) all.push(new Array(1e6)); } catch { all.pop(); } }
            a text that doubles | let s = 'x'; while (true) s += s;
            a long text | 'x'.repeat(2 ** 29);
            typed arrays | const all = []; while (true) all.push(new Float64Array(1e6));
            one typed array | new Float64Array(2 ** 28);
            a long array, filled | new Array(1e9).fill(0);
            an array from a length | Array.from({ length: 4294967295 });
            a sparse array, sorted | const a = []; a[4294967290] = 1; a.sort();
            a sparse array, searched | const a = []; a[4294967290] = 1; a.indexOf(2);
            recursion | const f = () => f() + 1; f();
            recursion that never gives up | const f = () => { try { f(); } finally { f(); } }; f();
            a big number | (7n ** 50000000n).toString();
            a slow pattern | /^(a+)+$/.test('a'.repeat(40) + '!');
            a pattern that refers back | /^(a*)*\\1b$/.test('a'.repeat(40));
            a pattern that looks ahead | /^(?=(a+))*b/.test('a'.repeat(40));
            a replacement that blows up | 'x'.repeat(1e5).replace(/x/g, '$`'.repeat(1000));
            a flood of the log | while (true) console.log('x'.repeat(1e5));
            a large result | return 'x'.repeat(5e7);
            a promise that nobody keeps | await new Promise(() => {});
            JSON that never ends | return { toJSON() { while (true); } };
            a thenable that never ends | return { then() { while (true); } };
            a proxy that never ends | return new Proxy({}, { ownKeys() { while (true); } });
            a generator | for (const x of (function* () { while (true) yield 1; })());
            code of code | let s = '1'; while (true) { s += '+1'; (0, eval)(s); }
            a flood of AWS | const { S3 } = require('@aws-sdk/client-s3'); while (true) await new S3().listBuckets({}).catch(() => {});
            polluted prototypes | Object.prototype.then = () => {}; Array.prototype.map = null; JSON.stringify = null; String.prototype.split = null;
            the trace of an error | Error.prepareStackTrace = () => { while (true); }; throw new Error();
            an error of many words | throw new Error('x'.repeat(5e6));
            an error that never ends | throw { get name() { while (true); } };
            what an error is told by | Object.defineProperty(Object.prototype, 'errorType', { set() { while (true); } }); throw new Error();
            its own beginning | __passo.begin(); __passo.begin();
            a deep result | let a = []; for (let i = 0; i < 1e5; i++) a = [a]; return a;
            deep JSON | JSON.parse('['.repeat(1e6));
            a pattern of patterns | new RegExp('('.repeat(1e5) + ')'.repeat(1e5));
            the builtins of others | Promise.prototype.then = () => { while (true); }; await 1;
            """;

    private static final String PYTHON = """
            a loop | while True: pass
            a loop that catches | while True:
                    try:
                        while True: pass
                    except BaseException: pass
            lists | a = []
                while True: a.append([0] * 100000)
            lists, and catching | a = []
                while True:
                    try:
                        a.append([0] * 100000)
                    except MemoryError: pass
            a text that doubles | s = 'x'
                while True: s += s
            a big number | str(7 ** 500000000)
            recursion | f = lambda f: f(f); f(f)
            a slow pattern | import re; re.match('^(a+)+$', 'a' * 40 + '!')
            a flood of the log | while True: print('x' * 1000)
            one line without end | while True: print('x' * 1000, end='')
            a generator | sum(i for i in range(2 ** 30))
            an error of many words | raise Exception('x' * 3000000)
            a deep result | a = []
                for i in range(100000): a = [a]
                return a
            a question to the host | from js import passo; passo['nonsense']
            an answer to the host | from js import passo; passo['throw\\n[']
            a step back in time | from js import passo; passo['advance\\n-99999999999']
            AWS without a request | from js import passo; passo['aws\\n[]']
            raw memory | import uctypes; uctypes.bytearray_at(0, 100)[0] = 1
            what JavaScript has | import js; js.process.exit(1)
            """;

    /// All that are known here.
    public static List<Attack> all() {
        return Stream.concat(
                parts(JAVASCRIPT, "\\R").map(part -> new Attack(part[0], "nodejs22.x", "exports.handler = async () => { " + part[1] + " };")),
                parts(PYTHON, "\\R(?=\\S)").map(part -> new Attack(part[0], "python3.13", "def lambda_handler(event, context):\n    " + part[1]))
                        .filter(_ -> MicroPython.isThere())).toList();
    }

    private static Stream<String[]> parts(String attacks, String end) {
        return Arrays.stream(attacks.strip().split(end)).map(attack -> attack.split(" \\| ", 2));
    }

    /// Makes the attack.
    ///
    /// @param ticks the most that it may compute
    public Code.Run make(long ticks) {
        return Code.run(call(runtime, code), Aws.NONE, ticks);
    }

    /// What a good function says after it.
    public static Code.Run good(String runtime) {
        return Code.run(call(runtime, runtime.startsWith("python") ? """
                import json
                def lambda_handler(event, context): return json.loads(json.dumps({'good': [1]}))""" : """
                exports.handler = async () => JSON.parse(JSON.stringify({ good: [1].map(x => x), left: Object.keys(globalThis).length ? 1 : undefined }));"""),
                Aws.NONE, Code.TICKS);
    }

    private static Invocation call(String runtime, String code) {
        return new Invocation("attack", "$LATEST", "arn:aws:lambda:us-east-1:111122223333:function:attack", runtime, code, Json.Obj.EMPTY, "request",
                Duration.ofMinutes(15), 128, Instant.parse("2026-01-01T12:00:00Z"), 1);
    }

    @Override
    public String toString() {
        return runtime + ": " + name;
    }
}
