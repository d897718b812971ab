package passo.expression;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.TypeRef;
import com.jayway.jsonpath.spi.json.AbstractJsonProvider;
import com.jayway.jsonpath.spi.mapper.MappingProvider;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import passo.json.Json;

/// Our values as the JSONPath library sees them during one query: read in place, never changed. What the library makes
/// itself, for its answer, are Java lists and maps.
final class JsonPathView extends AbstractJsonProvider implements MappingProvider {

    private static final int MOST_STEPS = 2_000_000;
    private static final int LONGEST_OPERAND = 5_000;

    private int steps;

    static QueryError tooMuch() {
        return new QueryError("States.Runtime", "The path finds too much: the query was stopped");
    }

    private void count() {
        if (++steps > MOST_STEPS) throw tooMuch();
    }

    @Override
    public boolean isArray(Object value) {
        count();
        return value instanceof Json.Arr || value instanceof List;
    }

    @Override
    public boolean isMap(Object value) {
        count();
        return value instanceof Json.Obj || value instanceof Map;
    }

    @Override
    public Object getArrayIndex(Object array, int index) {
        return array instanceof Json.Arr arr ? arr.get(index) : super.getArrayIndex(array, index);
    }

    @Override
    public Object getMapValue(Object map, String name) {
        count();
        if (!(map instanceof Json.Obj obj)) return super.getMapValue(map, name);
        Json value = obj.get(name);
        return value == null ? UNDEFINED : value;
    }

    @Override
    public Collection<String> getPropertyKeys(Object map) {
        return map instanceof Json.Obj obj ? obj.names() : super.getPropertyKeys(map);
    }

    @Override
    public int length(Object value) {
        return switch (value) {
            case Json.Arr arr -> arr.size();
            case Json.Obj obj -> obj.size();
            case Json.Str(var text) -> text.length();
            default -> super.length(value);
        };
    }

    @Override
    public Iterable<?> toIterable(Object value) {
        return switch (value) {
            case Json.Arr arr -> arr.items();
            case Json.Obj obj -> obj.values();
            default -> super.toIterable(value);
        };
    }

    /// An operand of a filter, as Java's own value.
    @Override
    public @Nullable Object unwrap(Object value) {
        return switch (value) {
            case Json.Str(var text) when text.length() > LONGEST_OPERAND -> throw tooMuch();
            case Json.Str(var text) -> text;
            case Json.Num(var number) -> number;
            case Json.Bool(var bool) -> bool;
            case Json.Null() -> null;
            case null, default -> value;
        };
    }

    @Override
    public <T> T map(Object value, Class<T> type, Configuration configuration) {
        return type.cast(toJava(value));
    }

    @Override
    public <T> T map(Object value, TypeRef<T> type, Configuration configuration) {
        throw new UnsupportedOperationException();
    }

    private static @Nullable Object toJava(@Nullable Object value) {
        return switch (value) {
            case Json.Obj obj -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                obj.forEach((name, member) -> map.put(name, toJava(member)));
                yield map;
            }
            case Json.Arr arr -> {
                List<@Nullable Object> list = new ArrayList<>();
                for (Json item : arr) list.add(toJava(item));
                yield list;
            }
            case Json.Str(var text) -> text;
            case Json.Num(var number) -> number;
            case Json.Bool(var bool) -> bool;
            case Json.Null() -> null;
            case null, default -> value;
        };
    }

    /// The library's answer as our value.
    Json answer(@Nullable Object answer) {
        return switch (answer) {
            case null -> Json.NULL;
            case Json json -> json;
            case List<?> list -> new Json.Arr(list.stream().map(this::answer).toList());
            case Map<?, ?> map -> {
                var obj = Json.Obj.builder();
                map.forEach((name, value) -> obj.put(name.toString(), answer(value)));
                yield obj.build();
            }
            case String text -> Json.of(text);
            case Boolean bool -> Json.of(bool);
            case Number number -> new Json.Num(new BigDecimal(number.toString()));
            default -> throw new IllegalArgumentException("Not a value of JSON: " + answer.getClass());
        };
    }

    @Override
    public Object createArray() {
        return new ArrayList<>();
    }

    @Override
    public Object createMap() {
        return new LinkedHashMap<>();
    }

    @Override
    public Object parse(String json) {
        throw new JsonPathException("JSON text inside a path is not supported");
    }

    @Override
    public Object parse(InputStream json, String charset) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String toJson(Object value) {
        return value.toString();
    }

    @Override
    public void setArrayIndex(Object array, int index, Object value) {
        if (array instanceof Json) throw new JsonPathException("A path cannot change what it reads");
        super.setArrayIndex(array, index, value);
    }
}
