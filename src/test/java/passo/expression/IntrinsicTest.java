package passo.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import passo.json.Json;

class IntrinsicTest {

    private static final String INPUT = """
            {"name": "Ana", "n": 1.5, "no": null, "list": [1, 2, 3, 4, 5], "same": [1, 1.0, "1", {"a": 1, "b": 2}, {"b": 2, "a": 1}],
             "obj": {"Arg1": 1, "Arg2": [], "Arg3": {"x": "y z"}}, "template": "n={}", "json": "{\\"a\\": [1, null]}", "blank": " "}""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            States.Format('Hello {}, {}!', $.name, 7)                       | "Hello Ana, 7!"
            States.Format('{} {} {}', $.n, $.no, true)                      | "1.5 null true"
            States.Format('{}', $.obj)                                      | "{Arg1=1, Arg2=[], Arg3={x=y z}}"
            States.Format('{}', $.list)                                     | "[1, 2, 3, 4, 5]"
            States.Format($.template, 1)                                    | "n=1"
            States.Format('\\{\\} it\\'s \\\\ {"a": {}}', 1)                | "{} it's \\\\ {\\"a\\": 1}"
            States.Format('nothing')                                        | "nothing"
            States.StringToJson($.json)                                     | {"a":[1,null]}
            States.StringToJson('{"a": "b"}')                               | {"a":"b"}
            States.StringToJson($.blank)                                    | null
            States.JsonToString($.obj)                                      | "{\\"Arg1\\":1,\\"Arg2\\":[],\\"Arg3\\":{\\"x\\":\\"y z\\"}}"
            States.Array()                                                  | []
            States.Array('a', -1.5, false, null, $.name)                  | ["a",-1.5,false,null,"Ana"]
            States.ArrayPartition($.list, 2)                                | [[1,2],[3,4],[5]]
            States.ArrayPartition($.list, 1.5)                              | [[1,2],[3,4],[5]]
            States.ArrayPartition(States.Array(), 3)                        | []
            States.ArrayContains($.list, 3.0)                               | true
            States.ArrayContains($.same, States.StringToJson('{"b":2,"a":1}')) | true
            States.ArrayContains($.list, null)                              | false
            States.ArrayRange(0, 9, 3)                                      | [0,3,6,9]
            States.ArrayRange(1, 9, 9)                                      | [1]
            States.ArrayRange(3, 1, -1)                                     | [3,2,1]
            States.ArrayRange(3, 1, 1)                                      | []
            States.ArrayGetItem($.list, 4)                                  | 5
            States.ArrayLength($.list)                                      | 5
            States.ArrayUnique($.same)                                      | [1,"1",{"a":1,"b":2}]
            States.Base64Encode('Olá')                                      | "T2zDoQ=="
            States.Base64Decode('T2zDoQ==')                                 | "Olá"
            States.Base64Encode('')                                         | ""
            States.Hash('abc', 'MD5')                                       | "900150983cd24fb0d6963f7d28e17f72"
            States.Hash('abc', 'SHA-1')                                     | "a9993e364706816aba3e25717850c26c9cd0d89d"
            States.Hash(7, 'MD5')                                           | "8f14e45fceea167a5a36dedd4bea2543"
            States.JsonMerge($.obj, States.StringToJson('{"Arg3": 0, "z": 1}'), false) | {"Arg1":1,"Arg2":[],"Arg3":0,"z":1}
            States.MathAdd(1.5, 0)                                          | 2
            States.MathAdd(-1.5, 0)                                         | -1
            States.MathAdd(-0.5, 0.5)                                       | 1
            States.MathAdd(1.49, -1.51)                                     | -1
            States.MathAdd(States.MathAdd(1, 2), States.ArrayLength($.list)) | 8
            States.StringSplit('This.is+a,test=string', '.+,=')             | ["This","is","a","test","string"]
            States.StringSplit(', , ,', ',')                                | [" "," "]
            States.StringSplit(',,,,', ',')                                 | []
            States.ArrayGetItem( States.StringSplit($$.StateMachine.Name, '-') , 1 ) | "shop"
            States.ArrayLength($.list[?(@ > 2)])                            | 3
            States.ArrayLength($.missing[*])                                | 0
            States.UUID()                                                   | "ba419d35-0dfe-4af7-aee7-bbe10c45c028"
            States.MathRandom(5, 6)                                         | 5
            """)
    void computes(String call, String expected) {
        assertThat(compile(call).evaluate(Scopes.on(INPUT))).hasToString(expected);
    }

    @Test
    void drawsTheSameNumberFromTheSameSeed() {
        Intrinsic call = compile("States.MathRandom(1, 1000, 5)");

        assertThat(call.evaluate(Scopes.on("{}"))).isEqualTo(call.evaluate(Scopes.on("{}")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            States.Format('{}')                            | There are more {} in the template than arguments
            States.Format('', 1)                           | There are fewer {} in the template than arguments
            States.Format(1)                               | Expected a string, but was a value of type number
            States.StringToJson('{')                       | The string is not JSON
            States.ArrayPartition($.list, 0)               | The chunk size must be a positive integer, but was 0
            States.ArrayRange(1, 2, 0)                     | The step of a range cannot be 0
            States.ArrayRange(1, 1001, 1)                  | The range has 1001 items, more than 1000
            States.ArrayGetItem($.list, 5)                 | The index 5 is outside of the array of 5
            States.ArrayLength($.name)                     | Expected an array, but was a value of type string
            States.Base64Decode('*')                       | The string is not Base64
            States.Hash('a', 'SHA1')                       | The algorithm SHA1 is not one of MD5, SHA-1, SHA-256, SHA-384, SHA-512
            States.JsonMerge($.obj, $.obj, true)           | Only shallow merging is supported: the third argument must be false
            States.MathAdd(2147483647, 1)                  | The number 2147483648 is outside of the range of 32-bit integers
            States.MathRandom(5, 5)                        | The start 5 must be less than the end 5
            """)
    void failsForValuesItCannotTake(String call, String reason) {
        QueryError error = catchThrowableOfType(QueryError.class, () -> compile(call).evaluate(Scopes.on(INPUT)));

        assertThat(error.error()).isEqualTo("States.IntrinsicFailure");
        assertThat(error.cause()).startsWith("The function '" + call + "' had the following error: " + reason);
    }

    @Test
    void refusesTextsOfMoreThanTenThousandCharacters() {
        Scope scope = Scopes.on(Json.of("x".repeat(10_001)));

        assertThat(catchThrowableOfType(QueryError.class, () -> compile("States.Base64Encode($)").evaluate(scope)).error())
                .isEqualTo("States.IntrinsicFailure");
        assertThat(catchThrowableOfType(QueryError.class, () -> compile("States.Hash($, 'MD5')").evaluate(scope)).error())
                .isEqualTo("States.IntrinsicFailure");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            States.Format('{}', States.Format('{}', $.a.b)) | The JsonPath argument for the field '$.a.b' could not be found in the input '{"n":1,"list":[]}'
            States.Array($.list[5])                         | The JsonPath argument for the field '$.list[5]' could not be found in the input '{"n":1,"list":[]}'
            States.Array($$.Nope)                           | The JsonPath argument for the field '$.Nope' could not be found in the input '{"n":1,"list":[]}'
            States.Array($.n[0])                            | Filter: [0] can only be applied to arrays. Current context is: 1
            """)
    void failsBeyondCatchingWhenAnArgumentIsMissing(String call, String reason) {
        QueryError error = catchThrowableOfType(QueryError.class, () -> compile(call).evaluate(Scopes.on("{\"n\": 1, \"list\": []}")));

        assertThat(error.error()).isEqualTo("States.Runtime");
        assertThat(error.cause()).isEqualTo("The function '" + call + "' had the following error: " + reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "States.Format", "States.Format(", "States.Format('a'", "States.Format('a'))", "States.Format('a',)",
            "States.Nope(1)", "States.UUID(1)", "States.MathAdd(1)", "States.Array('a' 'b')", "States.Array(1.)", "States.Array(a)",
            "States.StringToJson('a \\\" b')", "States.Array('a\\')", "States.Array('\\n')", "States.Array($.a b)", "States.Array(1e999)",
            "Format('a')", "States.Array($.a[)"})
    void isRefusedWhenItIsNoCall(String call) {
        assertThat(Intrinsic.compile(call)).isInstanceOf(Compiled.Bad.class);
    }

    @Test
    void isRefusedBeyondTenCallsInsideEachOther() {
        assertThat(Intrinsic.compile("States.Array(".repeat(10) + ")".repeat(10))).isInstanceOf(Compiled.Good.class);
        assertThat(Intrinsic.compile("States.Array(".repeat(11) + ")".repeat(11))).isInstanceOf(Compiled.Bad.class);
    }

    private static Intrinsic compile(String call) {
        return switch (Intrinsic.compile(call)) {
            case Compiled.Good<Intrinsic>(var good) -> good;
            case Compiled.Bad<Intrinsic>(_, var message, _) -> throw new AssertionError(call + ": " + message);
        };
    }
}
