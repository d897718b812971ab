package passo.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static passo.json.JsonText.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import passo.json.Json;

class JsonataTest {

    private static final String INPUT = """
            {"id": 7, "bar": null, "text": "a,b,c", "price": 2.5, "big": 9007199254740993, "one": [5], "none": [],
             "items": [{"sku": "A", "price": 10, "tags": ["new", "red"]}, {"sku": "B", "price": 25}, {"sku": "C", "price": 3}],
             "nested": {"list": [[1, 2], [3]], "map": {"x": 1, "y": null}}}""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            $states.input.id                                        | 7
            $states.input.bar                                       | null
            {'v': $states.input.bar}                                | {"v":null}
            $states.input.big                                       | 9007199254740993
            $states.input.nested.map                                | {"x":1,"y":null}
            $states.input.one                                       | [5]
            $states.input.none                                      | []
            $states.context.Execution.Input.order                   | 7
            $total + 1                                              | 42
            $order.lines[0]                                         | "first"
            $states.input.items.price                               | [10,25,3]
            $states.input.items[price > 5].sku                      | ["A","B"]
            $states.input.items[price > 20]                         | {"sku":"B","price":25}
            $states.input.items^(>price).sku                        | ["B","A","C"]
            $states.input.items{sku: price}                         | {"A":10,"B":25,"C":3}
            $states.input.items[0].{'s': sku, 'p': price * 2}       | {"s":"A","p":20}
            $sum($states.input.items.price)                         | 38
            $count($states.input.items)                             | 3
            $count(null)                                            | 1
            $exists($states.input.bar)                              | true
            $exists($states.input.nope)                             | false
            $type($states.input.bar)                                | "null"
            {'a': $states.input.nope, 'b': 1}                       | {"b":1}
            $map($states.input.items, function($v, $i) { $v.price + $i }) | [10,26,5]
            $filter($states.input.items, function($v) { $v.price < 5 }).sku | "C"
            $reduce([1..5], function($a, $b) { $a + $b })           | 15
            $merge([$states.input.nested.map, {'z': 3}])            | {"x":1,"y":null,"z":3}
            $keys($states.input.nested.map)                         | ["x","y"]
            $lookup($states.input.nested.map, 'x')                  | 1
            $spread($states.input.nested.map)                       | [{"x":1},{"y":null}]
            $each($states.input.nested.map, function($v, $k) { $k }) | ["x","y"]
            $sift($states.input.nested.map, function($v) { $v = 1 }) | {"x":1}
            $append($states.input.one, [6])                         | [5,6]
            $reverse($states.input.nested.list)                     | [[3],[1,2]]
            $sort($states.input.items.price)                        | [3,10,25]
            $sort($states.input.items, function($l, $r) { $l.price > $r.price }).sku | ["C","A","B"]
            $distinct([1, 1.0, 2, '2'])                             | [1,2,"2"]
            $zip([1, 2], [3, 4])                                    | [[1,3],[2,4]]
            $string($states.input.nested)                           | "{\\"list\\":[[1,2],[3]],\\"map\\":{\\"x\\":1,\\"y\\":null}}"
            $states.input.nested.list[0]                            | [1,2]
            $states.input.**.x                                      | 1
            $states.input.nested.*.x                                | 1
            $split($states.input.text, ',')                         | ["a","b","c"]
            $split($states.input.text, /[,b]+/)                     | ["a","c"]
            $join(['x', 'y'], '-')                                  | "x-y"
            $contains('abc', /B/i)                                  | true
            $match('ab12cd3', /[0-9]+/).match                       | ["12","3"]
            $replace('John Smith', /(\\w+)\\s(\\w+)/, '$2, $1')     | "Smith, John"
            $pad('x', 3, '-')                                       | "x--"
            $pad('x', -4, 'yz')                                     | "yzyx"
            $pad('xy', 1)                                           | "xy"
            $pad('🦫', 3, '')                                     | "🦫  "
            $uppercase('olá')                                       | "OLÁ"
            $number('12')                                           | 12
            $number(true)                                           | 1
            $round(2.345, 2)                                        | 2.34
            $round(-2.5)                                            | -2
            $parseInteger('012', '000')                             | 12
            $formatInteger(2026, 'I')                               | "MMXXVI"
            $formatNumber(0.14, '01%')                              | "14%"
            $formatNumber(1234567.5, '#,##0.0000')                  | "1,234,567.5000"
            1.5 + 1.5                                               | 3
            7 / 2                                                   | 3.5
            6 / 3                                                   | 2
            100 / 5 / 2 * 3 - 1                                     | 29
            -6 /* half */ / 2                                       | -3
            $states.input.items.(price / 5)                         | [2,5,0.6]
            $states.input.nope / 2 = 1                              | false
            1 / 0                                                   | "Infinity"
            {'a': [-1 / 0, 0 / 0]}                                  | {"a":["-Infinity","NaN"]}
            $string(1e20)                                           | "100000000000000000000"
            $string(1e21)                                           | "1e+21"
            'a' & 1 & true & null                                   | "a1truenull"
            [1..3]                                                  | [1,2,3]
            ($x := 2; $f := function($n) { $n * $x }; $f(4))        | 8
            $states.input.id = 7 ? 'yes' : 'no'                     | "yes"
            /* a comment */ 5                                       | 5
            $states.input.items[sku = 'A'].tags[-1]                 | "red"
            $formatNumber(1234.5, '#,##0.00')                       | "1,234.50"
            $boolean($states.input.none)                            | false
            $not(false)                                             | true
            """)
    void computes(String expression, String expected) {
        assertThat(compile(expression).evaluate(scope())).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            $partition([0], 1)                  | [[0]]
            $partition([0, 1, 2], 2)            | [[0,1],[2]]
            $partition([0, 1, 2], 2.9)          | [[0,1],[2]]
            $partition($states.input.items.price, 5) | [[10,25,3]]
            $range(0, 9, 3)                     | [0,3,6,9]
            $range(1, 9, 9)                     | 1
            $range(-1.7, 2, 1)                  | [-1,0,1,2]
            $range(3, 1, -1)                    | [3,2,1]
            $hash('input', 'SHA-1')             | "140f86aae51ab9e1cda9b4254fe98a74eb54c1a1"
            $random(42)                         | 0.7275636800328681
            $uuid()                             | "ba419d35-0dfe-4af7-aee7-bbe10c45c028"
            $parse('{"a": [1, null]}')          | {"a":[1,null]}
            $parse('-0')                        | 0
            $parse('{"a": {"b": 2}}').a.b       | 2
            $map(['1', '[2]'], $parse)          | [1,[2]]
            $now()                              | "2026-01-02T12:00:00.000Z"
            $now('[Y]-[M01]')                   | "2026-01"
            $millis()                           | 1767355200000
            $count($shuffle([1..10]))           | 10
            """)
    void addsTheFunctionsOfTheService(String expression, String expected) {
        assertThat(compile(expression).evaluate(scope())).hasToString(expected);
    }

    /// Each was computed by jsonata 2.0.6 itself; the library behind ours has it otherwise.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            $sort([{'a': 2}, {'a': 1, 'b': 1}, {'a': 1, 'b': 2}], function($l, $r) { $l.a > $r.a }).b | [1,2]
            $sort([1..4], function($l, $r) { true })            | [4,3,2,1]
            $sort(['b', 'a'])                                   | ["a","b"]
            $states.input.none{id: 1}                           | {}
            $states.input.none{'a': 1}                          | {"a":1}
            $sum([0.1, 0.2, 0.3])                               | 0.6000000000000001
            $average([0.1, 0.2, 0.3])                           | 0.20000000000000004
            $distinct([1, 1])                                   | [1]
            $number('0b11') + $number('0o17') + $number('0x1F') | 49
            $string(12345678901234567890)                       | "12345678901234600000"
            $formatNumber(34.555, '#0.00')                      | "34.56"
            $formatNumber(0.125, '0.00')                        | "0.12"
            $formatNumber(0.12345, '0.00%')                     | "12.34%"
            $substring('日本é😀x', 3)                            | "😀x"
            $substring('hello', -3, 2)                          | "ll"
            $substring('hello', -10, 3)                         | "hel"
            $substring('hello', 2, -1)                          | ""
            $match('ababb', /a(b+)/, 1)                         | {"match":"ab","index":0,"groups":["b"]}
            $match('', /x*/)                                    | {"match":"","index":0,"groups":[]}
            $match('abc', /(x)?b/).groups                       | [null]
            $split('a1b22c', /\\d+/, 2)                          | ["a","b"]
            $split('abc', '', 2)                                | ["a","b"]
            $replace('a.b.c', '.', '-', 1)                      | "a-b.c"
            $replace('abc', 'b', '$0')                          | "a$0c"
            $replace('abc', /(b)(c)/, '[$2$1$3$x$$]')           | "a[cb$x$]"
            $replace('abc', /b/, '$1$12')                       | "a2c"
            $replace('abcdefghijkl', /(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)/, '$11$12$10') | "ka2jl"
            $replace('abc', /(b)(c)/, function($m) { $m.groups[1] & '$1' }) | "ac$1"
            $encodeUrl('https://a.b/c?x=é &y#z')                | "https://a.b/c?x=%C3%A9%20&y#z"
            $encodeUrlComponent('?x=é &y')                      | "%3Fx%3D%C3%A9%20%26y"
            $decodeUrl('a%2Fb%20c')                             | "a%2Fb c"
            $decodeUrlComponent('a+b%2Fc%F0%9F%98%80')          | "a+b/c😀"
            $toMillis('2017-11')                                | 1509494400000
            $toMillis('1970')                                   | 0
            $toMillis('1970-01-01T00:00:01')                    | 1000
            $toMillis('1970-01-01T01:00:00.250+0100')           | 250
            $toMillis('13:45', '[H]:[m]')                       | 1767361500000
            $toMillis('5', '[D]')                               | 1767571200000
            $fromMillis(1359720000000, 'Week [w] of [xNn]')     | "Week 5 of January"
            $fromMillis(1483272000000, '[w] [[X]] [X0001]-W[W01]') | "5 [X] 2016-W52"
            $fromMillis($toMillis('2010-01-03'), '[X0001]-W[W01]-[F1]') | "2009-W53-7"
            $fromMillis($toMillis('2008-12-31T23:30:00Z'), '[X0001]-W[W01]', '+0100') | "2009-W01"
            $parseInteger('abc', '0')                           | "NaN"
            $parseInteger('١٢٣٤٠', '###١')                      | 12340
            $partition([1, 2])                                  | [[1,2]]
            $string(/hat/)                                      | ""
            ($f := $substring(?, 0, ?); $f('hello', 2))         | "he"
            $map(['a,b', 'c'], $split(?, ','))                  | [["a","b"],["c"]]
            ($f := $replace(?, 'a', $replace(?, 'b', 'c')('ab')); $f('a/a')) | "ac/ac"
            """)
    void doesAsTheLanguageDoesAndNotTheLibrary(String expression, String expected) {
        assertThat(compile(expression).evaluate(scope())).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            $number('+5')                                       | D3030
            $number(' 1')                                       | D3030
            $sort([1, 'a'])                                     | D3070
            $replace('hello', 'l', '1', null)                   | T0410
            $split('a, b', ', ', null)                          | T0410
            $pad('a', 3, null)                                  | T0410
            $substring('abc', 1, null)                          | T0410
            $length(null)                                       | T0410
            $assert(null)                                       | T0410
            $error(null)                                        | T0410
            $string(1/0)                                        | D3001
            $string({'inf': 1/0})                               | D1001
            $number('10e500')                                   | D3030
            $fromMillis(0, '[YN]-[M]')                          | D3133
            $fromMillis(0, '[Y]-[M')                            | D3135
            $fromMillis(0, '[Z010101t]', '+0530')               | D3134
            $toMillis('2018-05', '[Y]-[q]')                     | D3132
            $toMillis('2018-22', '[Y]-[D]')                     | D3136
            $toMillis('2018-13-01')                             | D3110
            $formatInteger(12340, '##0０')                       | D3131
            $formatInteger(123456, 'α')                         | D3130
            $parseInteger('50', '#')                            | D3130
            $replace('abc', /^/, 'x')                           | D1004
            $match('abc', /x*/)                                 | D1004
            $replace('abc', /b/, function($m) { 1 })            | D3012
            $replace('abc', /b/, function($m) { $error('no') }) | D3137
            $contains('abc', function($s) { true })             | T1010
            $decodeUrlComponent('%E0%A4%A')                     | D3140
            $split('a,b', ',', -1)                              | D3020
            """)
    void failsAsTheLanguageDoesAndNotTheLibrary(String expression, String code) {
        assertThat(fail(expression).cause()).contains("threw an error during evaluation. " + code);
    }

    @Test
    void transformsACopyOfAnInput() {
        Scope scope = scope();

        assertThat(compile("$states.input.nested ~> |map|{'w': 0}, 'x'|").evaluate(scope)).hasToString("{\"list\":[[1,2],[3]],\"map\":{\"y\":null,\"w\":0}}");
        assertThat(scope.input()).isEqualTo(parse(INPUT));
    }

    @Test
    void doesTheSameTwice() {
        Jsonata expression = compile("[$random(), $uuid(), $shuffle([1..20])]");

        assertThat(expression.evaluate(scope())).isEqualTo(expression.evaluate(scope()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$states.input", "$states.input.id", "$states.input.bar", "$states.input.one", "$states.input.none", "$states.input.nested.map.y",
            "$states.input.items.price", "$states.input.nested.list", "$states.context.Execution.Input", "$order.lines", "$total", "$states"})
    void meansTheSameAsABareReferenceAndInsideOtherWords(String reference) {
        assertThat(compile(reference).evaluate(scope())).isEqualTo(compile("(" + reference + ")").evaluate(scope()));
    }

    @Test
    void seesResultAndErrorOutputWhereTheyAre() {
        Scope scope = scope().withResult(parse("{\"ok\": [1]}")).withErrorOutput(parse("{\"Error\": \"E\"}"));

        assertThat(compile("$states.result.ok", "Output").evaluate(scope)).hasToString("[1]");
        assertThat(compile("$states.errorOutput.Error & '!'", "Catch[0]/Output").evaluate(scope)).hasToString("\"E!\"");
        assertThat(compile("$keys($states)").evaluate(scope)).hasToString("[\"input\",\"context\",\"result\",\"errorOutput\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$nope", "$states.input.nope", "$states.input.id.x", "$states.result", "$partition([1], 0)", "$partition([], 1)",
            "$range(1, 2)", "$range(1, 9, -1)", "$hash('a')", "$states.input.items[price > 99]"})
    void failsWhenItIsUndefined(String expression) {
        assertThat(fail(expression).cause()).isEqualTo(
                "The JSONata expression '" + expression + "' specified for the field 'Output/a' returned nothing (undefined).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"function($x) { $x }", "$fn := function($x) { $x }", "/a/", "$sum", "{'f': $sum}"})
    void failsWhenItIsAFunction(String expression) {
        assertThat(fail(expression).cause()).endsWith("returned an unsupported result type.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            $eval('1')              | T1006: Attempted to invoke a non-function
            'a' + 1                 | T2001: The left side of the "+" operator must evaluate to a number
            1 / 'a'                 | T2002: The right side of the "/" operator must evaluate to a number
            $error('out of stock')  | D3137: out of stock
            $parse('{')             | D3137: Invalid JSON
            $parse('1 2')           | D3137: Invalid JSON
            $parse('')              | D3137: Invalid JSON
            $parse('{"a": 1, "a": 2}') | D3137: Invalid JSON
            $parse('1e400')         | D3137: Invalid JSON
            $parse(null)            | T0410: Argument 1 of function "parse" does not match function signature
            $hash('a', 'sha-1')     | D3137: Hash algorithm 'sha-1' must be one of SHA-1, SHA-384, SHA-256, SHA-512, MD5
            $hash()                 | T0410: Argument 1 of function "hash" does not match function signature
            $partition([1, 2], -1)  | D3137: Second argument must be zero or greater
            $partition(null, 2)     | T0412: Argument 1 of function "partition" must be an array of undefined
            $range(1)               | T0410: Argument 2 of function "range" does not match function signature
            $uuid(1)                | T0410: Argument 1 of function "uuid" does not match function signature
            $sum(['a'])             | T0412: Argument 1 of function "sum" must be an array of "numbers"
            $map([1], $uppercase)   | T0410: Argument 1 of function "uppercase" does not match function signature
            [1].$length()           | T0411: Context value is not a compatible type with argument 1 of function "length"
            $min(2, 3)              | T0410: Argument 2 of function "min" does not match function signature
            '32' < 42               | T2009: The values "32" and 42 either side of operator "<" must be of the same data type
            - 's'                   | D1002: Cannot negate a non-numeric value: "s"
            $sqrt(-2)               | D3060: The sqrt function cannot be applied to a negative number: -2
            $formatBase(100, 1)     | D3100: The radix of the formatBase function must be between 2 and 36.  It was given 1
            $toMillis('foo')        | D3110: The argument of the toMillis function must be an ISO 8601 formatted timestamp. Given "foo"
            $split('a', $uppercase) | T1010: The matcher function argument passed to function "split" does not return the correct object structure
            3(?)                    | T1008: Attempted to partially apply a non-function
            """)
    void tellsWhatTheLanguageSays(String expression, String reason) {
        QueryError error = fail(expression);

        assertThat(error.error()).isEqualTo("States.QueryEvaluationError");
        assertThat(error.location()).isEqualTo("Output/a");
        assertThat(error.cause()).isEqualTo("The JSONata expression '" + expression
                + "' specified for the field 'Output/a' threw an error during evaluation. " + reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [1..900000]                                  | error during evaluation: Expression evaluation memory limit exceeded: Check for excessive memory usage
            ($f := function($x) { $f($x + 1) }; $f(1))   | error during evaluation: Expression evaluation timeout: Check for infinite loop
            ($f := function($x) { 1 + $f($x) }; $f(1))   | error during evaluation: Stack overflow error: Check for non-terminating recursive function.  Consider rewriting as tail-recursive. Depth=101 max=100
            $base64decode('!!!')                         | internal error during evaluation.
            """)
    void tellsWhatTheServiceSays(String expression, String reason) {
        assertThat(fail(expression).cause()).isEqualTo("The JSONata expression '" + expression + "' specified for the field 'Output/a' threw an " + reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [1..873782]                                                           | true
            [1..873783]                                                           | false
            $count($range(1, 360145, 1))                                          | true
            $range(1, 360146, 1)                                                  | false
            ($f := function($n) { $n = 0 ? 0 : 1 + $f($n - 1) }; $f(10))          | true
            ($f := function($n) { $n = 0 ? 0 : 1 + $f($n - 1) }; $f(100))         | false
            ($f := function($n) { $f($n + 1) }; $f(0))                            | false
            ($f := function($n) { $n < 2 ? $n : $f($n - 1) + $f($n - 2) }; $f(40)) | false
            $reduce([1..40], function($s) { $s & $s }, 'x')                       | false
            $reduce([1..40], function($l) { [$l, $l] }, [1])                      | false
            $pad('x', 2000000000)                                                 | false
            $pad('x', -2000000000)                                                | false
            $pad('x', -1e300)                                                     | false
            $pad('x', 3000000, 'yz')                                              | true
            $join($map([1..300000], function() { 'xxxxxxxxxxxxxxx' }))             | false
            $replace($pad('x', 100000, 'x'), 'x', $pad('y', 100000, 'y'))         | false
            $match($pad('a', 100, 'a') & 'b', /^(a*)*\\1c$/)                      | false
            $contains($pad('a', 30000, 'a'), /.*.*.*b/)                           | false
            $split($pad('a', 30000, 'a'), /(a+)+b/)                               | false
            $fromMillis(0, '[Y,*-2000000000]')                                    | false
            $formatNumber(1, $pad('0', 2000, '0'))                                | false
            $number($pad('9', 100000, '9'))                                       | false
            $round(1.5, 2000000000)                                               | false
            $count([1..9999999])                                                  | false
            $sum([1..3000].($i := $; [1..3000].($ * $i)))                         | false
            """)
    void isBoundByWhatItBuildsAndNotByTime(String expression, boolean ends) {
        if (ends) assertThat(compile(expression).evaluate(scope())).isNotNull();
        else assertThat(fail(expression).error()).isEqualTo("States.QueryEvaluationError");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a[1,2)         | Expected "]", got ","
            "unterminated  | String literal must be terminated by a matching quote
            1 +            | Unexpected end of expression
            $x :=          | Unexpected end of expression
            {"a":}         | The symbol "}" cannot be used as a unary operator
            $a@            | Unexpected end of expression
            /(/            | No terminating / in regular expression
            /*/            | Unexpected end of expression
            /abc           | No terminating / in regular expression
            1 ?? 2         | The symbol "?" cannot be used as a unary operator
            $a ?: 2        | The symbol ":" cannot be used as a unary operator
            """)
    void isRefusedWhenItDoesNotParse(String expression, String message) {
        assertThat(Jsonata.compile(expression, "Output", Jsonata.STATES)).isEqualTo(new Compiled.Bad<Jsonata>("INVALID_JSONATA_EXPRESSION", message, ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            phone                                            | Reference to 'phone' at the top level is not supported.
            $uppercase(name.first)                           | Reference to 'name' at the top level is not supported.
            {'a': b}                                         | Reference to 'b' at the top level is not supported.
            [1, c]                                           | Reference to 'c' at the top level is not supported.
            $map($states.input.a, function($x) { d })        | Reference to 'd' at the top level is not supported.
            $x ? e : 1                                       | Reference to 'e' at the top level is not supported.
            `f g`                                            | Reference to 'f g' at the top level is not supported.
            $                                                | Reference to '$' at the top level is not supported.
            $.a                                              | Reference to '$' at the top level is not supported.
            $$                                               | Reference to '$$' is not supported.
            $states.input.items[price > $$.id]               | Reference to '$$' is not supported.
            $states.inptu                                    | Field '$states.inptu' does not exist.
            """)
    void isRefusedWhenItRefersToWhatIsNotThere(String expression, String message) {
        assertThat(Jsonata.compile(expression.equals("f g") ? "`f g`" : expression, "Output", Jsonata.STATES))
                .isEqualTo(new Compiled.Bad<Jsonata>("UNSUPPORTED_JSONATA_EXPRESSION", message, ""));
    }

    @Test
    void isRefusedWhenItsFieldDoesNotSeeTheResult() {
        assertThat(Jsonata.compile("$states.result.id", "Arguments", Set.of("input", "context")))
                .isEqualTo(new Compiled.Bad<Jsonata>("UNSUPPORTED_JSONATA_EXPRESSION", "Field '$states.result' does not exist.", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$states.input.items[value > 3]", "$states.input.items^(>price, <sku)", "$states.input.items{name: $sum(v)}",
            "$states.input.(a + b)", "$states.input.a.(c; d)", "$states.input ~> |a.b|{'c': d}, ['e']|", "$states.input.items@$i#$n.{'a': $i, 'n': $n}",
            "function($x, $y)<nn:n>{ $x / $y }(6, 3) / 2", "$x := 10 / 2 / 5", "$f(?, 2)", "$states.input.a/2", "[1..3].($ * 2)", "$states.input.`a b`.c",
            "$states.input.and.or.in", "-1 + - $x", "($states.input.a) / 2", "$match('a', /a\\/(b|c)/i)", "λ($x){ $x }", "$a[0].b[$ > 1]", "$states.input.*"})
    void mayReferToTheContextItemInsideAPath(String expression) {
        assertThat(Jsonata.compile(expression, "Output", Jsonata.STATES)).isInstanceOf(Compiled.Good.class);
    }

    @Test
    void tellsWhatItRefersTo() {
        Jsonata expression = compile("$states.result.total + $sum($order.lines.($price * $))");

        assertThat(expression.names()).containsExactly("states", "sum", "order", "price");
        assertThat(expression.statesMembers()).containsExactly("result");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{% 1", "1 %}", "{%}", "{%1%} "})
    void mustBeDelimitedOnBothSides(String text) {
        assertThat(Jsonata.isDelimited(text)).isTrue();
        assertThat(Jsonata.compileDelimited(text, "Output", Jsonata.STATES)).isInstanceOf(Compiled.Bad.class);
    }

    @Test
    void isRefusedWhenItIsNestedTooDeep() {
        assertThat(Jsonata.compile("(".repeat(20_000) + "1" + ")".repeat(20_000), "Output", Jsonata.STATES)).isInstanceOf(Compiled.Bad.class);
    }

    @Test
    void mayBeSharedByThreads() throws InterruptedException {
        Jsonata expression = compile("$sum($states.input.($map([1..n], function($x) { $x * n })))");
        List<String> wrong = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int t = 1; t <= 4; t++) {
            int n = t;
            threads.add(Thread.startVirtualThread(() -> {
                for (int i = 0; i < 200; i++) {
                    Json sum = expression.evaluate(Scopes.on("{\"n\": " + n + "}"));
                    if (!sum.equals(Json.of(n * n * (n + 1L) / 2))) wrong.add(n + ": " + sum);
                }
            }));
        }
        for (Thread thread : threads) thread.join();

        assertThat(wrong).isEmpty();
    }

    @Test
    void givesBackAnInputWithoutACopy() {
        Scope scope = scope();

        assertThat(compile("($x := $states.input; $x)").evaluate(scope)).isSameAs(scope.input());
    }

    private static Scope scope() {
        Scope plain = Scopes.on(INPUT);
        Variables variables = Variables.NONE.with((Json.Obj) parse("{\"total\": 41, \"order\": {\"lines\": [\"first\"]}}"));
        return new Scope(plain.input(), Optional.empty(), Optional.empty(), plain.context(), variables, new Random(42), Scopes.NOON);
    }

    private static QueryError fail(String expression) {
        return catchThrowableOfType(QueryError.class, () -> compile(expression).evaluate(scope()));
    }

    private static Jsonata compile(String expression) {
        return compile(expression, "Output/a");
    }

    private static Jsonata compile(String expression, String field) {
        return switch (Jsonata.compile(expression, field, Jsonata.STATES)) {
            case Compiled.Good<Jsonata>(var good) -> good;
            case Compiled.Bad<Jsonata>(_, var message, _) -> throw new AssertionError(expression + ": " + message);
        };
    }
}
