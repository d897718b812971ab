package passo.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static passo.json.JsonText.parse;

import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import passo.json.Json;

class PathTest {

    private static final String ORDER = """
            {"id": 7, "a-b": 1, "é": 2, "a b": 3, "it's": 4, "a.b": 5, "nothing": null, "text": "x",
             "items": [{"sku": "A", "price": 10, "tags": ["new"]}, {"sku": "B", "price": 25, "tags": []}, {"sku": "C", "price": 3}],
             "fields": [{"type": {"text": "TOTAL"}, "value": 9}, {"type": {"text": "DATE"}, "value": 8}], "wanted": "DATE",
             "grid": [[1, 2], [3, 4]]}""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            $.id                                       | 7
            $.nothing                                  | null
            $['id']                                    | 7
            $["id"]                                    | 7
            $.a-b                                      | 1
            $.é                                        | 2
            $['a b']                                   | 3
            $['it\\'s']                                | 4
            $['a.b']                                   | 5
            $.a\\.b                                    | 5
            $.items[0].sku                             | "A"
            $.items[-1].sku                            | "C"
            $.items[ 1 ].sku                           | "B"
            $.items.[1].sku                            | "B"
            $.['items'].[1]['sku']                     | "B"
            $['items'][0]['tags'][0]                   | "new"
            $.grid[1][0]                               | 3
            $.items[*].sku                             | ["A","B","C"]
            $.items[1:].sku                            | ["B","C"]
            $.items[:1].sku                            | ["A"]
            $.items[0,2].sku                           | ["A","C"]
            $.items[?(@.price > 5)].sku                | ["A","B"]
            $.items.[?(@.price == 25)].sku             | ["B"]
            $.items[?(@.sku == 'C')].price             | [3]
            $.items[?(@.sku == C)].price               | [3]
            $.fields[?(@.type.text==TOTAL)].value      | [9]
            $.fields[?(@.type.text == $.wanted)].value | [8]
            $.items[?(@.sku =~ /[bc]/i)].price         | [25,3]
            $.items[?(@.tags)].sku                     | ["A","B"]
            $.items[?(@.price > 100)]                  | []
            $..sku                                     | ["A","B","C"]
            $.['id','text']                            | {"id":7,"text":"x"}
            $.grid[*][*]                               | [1,2,3,4]
            """)
    void findsWhatItNames(String path, String expected) {
        assertThat(compile(path).evaluate(Scopes.on(ORDER))).hasToString(expected);
    }

    @Test
    void startsFromTheContextObjectAfterTwoDollars() {
        assertThat(compile("$$.Execution.Input.order").evaluate(Scopes.on("{}"))).isEqualTo(Json.of(7));
        assertThat(compile("$$").root()).isEqualTo(Path.Root.CONTEXT);
    }

    @Test
    void startsFromAVariableAfterItsName() {
        Path path = compile("$order_é.items[0]");

        assertThat(path.evaluate(Scopes.with("{\"order_é\": {\"items\": [5]}}"))).isEqualTo(Json.of(5));
        assertThat(path.variable()).isEqualTo("order_é");
        assertThat(path.root()).isEqualTo(Path.Root.VARIABLE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            $.A           | No results for path: $['A']
            $.items[3]    | No results for path: $['items'][3]
            $.items[0].no | No results for path: $['items'][0]['no']
            $.no.such     | Missing property in path $['no']
            $.id[0]       | Filter: [0] can only be applied to arrays. Current context is: 7
            $.id.x        | Expected to find an object with property ['x'] in path $['id'] but found 'number'
            $[1:]         | Filter: [1:] can only be applied to arrays. Current context is: {"id":7,"items":[{}]}
            $.items.sum() | No results for path: $['items'].sum()
            """)
    void tellsWhatIsMissing(String path, String reason) {
        QueryError error = catchThrowableOfType(QueryError.class, () -> compile(path).evaluate(Scopes.on("{\"id\": 7, \"items\": [{}]}")));

        assertThat(error.error()).isEqualTo("States.Runtime");
        assertThat(error.cause()).isEqualTo("Invalid path '" + path + "' : " + reason);
    }

    @Test
    void namesTheFieldAndTheInputInATemplate() {
        QueryError error = catchThrowableOfType(QueryError.class, () -> compile("$.a").evaluate(Scopes.on("{\"b\": 1}"), "value.$"));

        assertThat(error.cause()).isEqualTo("The JSONPath '$.a' specified for the field 'value.$' could not be found in the input '{\"b\":1}'");
    }

    @Test
    void tellsThatAVariableHasNoValue() {
        Path path = compile("$order.id");

        assertThat(catchThrowableOfType(QueryError.class, () -> path.evaluate(Scopes.on("{\"b\": 1}"))).cause())
                .isEqualTo("Invalid path '$order.id' : The variable 'order' has no value");
        assertThat(catchThrowableOfType(QueryError.class, () -> path.evaluate(Scopes.on("{\"b\": 1}"), "id.$")).cause())
                .isEqualTo("The JSONPath '$order.id' specified for the field 'id.$' could not be found in the input '{\"b\":1}'");
    }

    @Test
    void findsNullBehindAnArraysEndInATemplateOnly() {
        Scope scope = Scopes.on("{\"items\": [1]}");

        assertThat(compile("$.items[5]").evaluate(scope, "value.$")).isEqualTo(Json.NULL);
        assertThat(compile("$.items[5]").find(scope)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"$.items[*]", "$.items[1:].x", "$.a.b[1:5].x", "$[*]", "$..x", "$.items[?(@.x == 1)]"})
    void findsAnEmptyArrayWhereManyPlacesAreMissing(String path) {
        assertThat(compile(path).evaluate(Scopes.on("{}"))).isEqualTo(Json.Arr.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "store.book", "$.", "$..", "$.a.", "$.store.book[", "$.a]", "$.a[?(@.b]", "$.a[b]", "$.a b", "$$$.a", "$..**x",
            "$.a[?(@.b =~ /^(a*)*\\1b$/)]", "$.a[?(@.b =~ /(a+)+b/)]", "$.a[?(@.b =~ /.*.*.*b/)]", "$.a[?(/(a+)+b/ =~ @.b)]"})
    void isRefusedWhenItIsNoPath(String path) {
        assertThat(Path.compile(path)).isInstanceOf(Compiled.Bad.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            $             | true
            $.a.b[0]      | true
            $['a,b']      | true
            $.a\\@b       | true
            $.a@b         | false
            $.a:b         | false
            $.a[*]        | false
            $..a          | false
            $.a.length()  | false
            """)
    void isAReferencePathWhenItNamesOnePlaceWithoutOperators(String path, boolean reference) {
        assertThat(compile(path).isReference()).isEqualTo(reference);
    }

    @Test
    void neverChangesWhatItReads() {
        Scope scope = Scopes.on("{\"items\": [{\"tags\": [1]}]}");

        compile("$.items[0].tags.append(2)").find(scope);

        assertThat(scope.input()).hasToString("{\"items\":[{\"tags\":[1]}]}");
    }

    @Test
    void stopsAQueryThatFindsTooMuch() {
        Json deep = Json.of(1);
        for (int i = 0; i < 450; i++) deep = Json.Obj.of("a", deep);
        Scope scope = Scopes.on(deep);

        QueryError error = catchThrowableOfType(QueryError.class, () -> compile("$..a..a").evaluate(scope));

        assertThat(error.error()).isEqualTo("States.Runtime");
    }

    @Test
    void walksADefinitePathAsTheLibraryDoes() {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            Json document = Json.Obj.of("a", document(random, 4), "é", document(random, 4));
            String path = path(random);
            assertThat(compile(path).find(Scopes.on(document)).map(Json::toString).orElse("missing"))
                    .as("%s in %s", path, document).isEqualTo(library(path, document));
        }
    }

    private static String library(String path, Json document) {
        try {
            Object found = JsonPath.read(java(document), path);
            return found == null ? "null" : json(found).toString();
        } catch (InvalidPathException missing) {
            return "missing";
        }
    }

    private static final List<String> NAMES = List.of("a", "b-c", "é", "d e");

    private static Json document(Random random, int depth) {
        return switch (depth == 0 ? random.nextInt(3) : random.nextInt(7)) {
            case 0 -> Json.NULL;
            case 1 -> Json.of(random.nextInt(10));
            case 2 -> Json.of("text");
            case 3, 4 -> new Json.Arr(List.of(document(random, depth - 1), document(random, depth - 1)));
            default -> Json.Obj.of(NAMES.get(random.nextInt(4)), document(random, depth - 1), NAMES.get(random.nextInt(4)),
                    document(random, depth - 1));
        };
    }

    private static String path(Random random) {
        var path = new StringBuilder("$");
        for (int i = random.nextInt(4); i > 0; i--) {
            String name = NAMES.get(random.nextInt(4));
            switch (random.nextInt(4)) {
                case 0 -> path.append('[').append(random.nextInt(6) - 3).append(']');
                case 1 -> path.append("['").append(name).append("']");
                case 2 -> path.append("[\"").append(name).append("\"]");
                default -> path.append(name.contains(" ") ? ".['" + name + "']" : "." + name);
            }
        }
        return path.toString();
    }

    private static Object java(Json json) {
        return switch (json) {
            case Json.Obj obj -> {
                var map = new java.util.LinkedHashMap<String, Object>();
                obj.forEach((name, value) -> map.put(name, java(value)));
                yield map;
            }
            case Json.Arr arr -> {
                var list = new ArrayList<Object>();
                arr.forEach(item -> list.add(java(item)));
                yield list;
            }
            case Json.Str(var text) -> text;
            case Json.Num(var number) -> number.intValue();
            case Json.Bool(var bool) -> bool;
            case Json.Null() -> null;
        };
    }

    private static Json json(Object value) {
        return switch (value) {
            case null -> Json.NULL;
            case Map<?, ?> map -> {
                var obj = Json.Obj.builder();
                map.forEach((name, member) -> obj.put((String) name, json(member)));
                yield obj.build();
            }
            case List<?> list -> new Json.Arr(list.stream().map(PathTest::json).toList());
            case String text -> Json.of(text);
            default -> parse(value.toString());
        };
    }

    private static Path compile(String path) {
        return switch (Path.compile(path)) {
            case Compiled.Good<Path>(var good) -> good;
            case Compiled.Bad<Path>(_, var message, _) -> throw new AssertionError(path + ": " + message);
        };
    }
}
