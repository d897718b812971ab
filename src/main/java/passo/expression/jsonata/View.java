package passo.expression.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Utils;
import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import passo.expression.QueryError;
import passo.json.Json;

/// Our values as the JSONata library sees them, and its values as ours. Objects and arrays are views, not copies: a
/// list of ten thousand items costs one small object, and comes back as the value that it is.
final class View {

    private static final int DEEPEST = 500;
    private static final double LARGEST_PRINTED_IN_FULL = 1e21;

    private View() {}

    /// The result is a function or a regular expression, which no JSON is.
    static final class NoJson extends Exception {
        NoJson() {
            super(null, null, false, false);
        }
    }

    static Object toJava(Json json) {
        return switch (json) {
            case Json.Obj obj -> new Members(obj);
            // The library adds to an empty list before it groups it.
            case Json.Arr arr -> arr.size() == 0 ? new ArrayList<>() : new Items(arr);
            case Json.Str(var text) -> text;
            case Json.Num number -> number(number);
            case Json.Bool(var bool) -> bool;
            case Json.Null() -> Jsonata.NULL_VALUE;
        };
    }

    // Integer, Long and Double alone: the library compares others by their type.
    private static Number number(Json.Num number) {
        BigDecimal value = number.value();
        double nearest = value.doubleValue();
        if (!number.isInteger() || Math.abs(nearest) >= Long.MAX_VALUE) return nearest;
        long whole = value.longValue();
        return whole == (int) whole ? (Number) (int) whole : (Number) whole;
    }

    /// An array, as a list that cannot change.
    static final class Items extends AbstractList<Object> implements RandomAccess {
        private final Json.Arr arr;

        Items(Json.Arr arr) {
            this.arr = arr;
        }

        Json.Arr json() {
            return arr;
        }

        @Override
        public Object get(int index) {
            return toJava(arr.get(index));
        }

        @Override
        public int size() {
            return arr.size();
        }
    }

    /// An object, as a map that cannot change.
    static final class Members extends AbstractMap<String, Object> {
        private final Json.Obj obj;

        Members(Json.Obj obj) {
            this.obj = obj;
        }

        Json.Obj json() {
            return obj;
        }

        @Override
        public @Nullable Object get(@Nullable Object name) {
            Json value = name instanceof String text ? obj.get(text) : null;
            return value == null ? null : toJava(value);
        }

        @Override
        public boolean containsKey(@Nullable Object name) {
            return name instanceof String text && obj.has(text);
        }

        @Override
        public int size() {
            return obj.size();
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public Iterator<Entry<String, Object>> iterator() {
                    List<Entry<String, Object>> entries = new ArrayList<>(obj.size());
                    obj.forEach((name, value) -> entries.add(Map.entry(name, toJava(value))));
                    return entries.iterator();
                }

                @Override
                public int size() {
                    return obj.size();
                }
            };
        }
    }

    static Json toJson(@Nullable Object value) throws NoJson {
        return toJson(value, 0);
    }

    /// A value, or a part of the text, as a message prints it.
    static String print(@Nullable Object value) {
        if (value == null || Utils.isFunction(value) || Functions.isLambda(value) || value instanceof Pattern) return "undefined";
        if (value instanceof Double number && !Double.isFinite(number)) return "null";
        try {
            return toJson(value).toString();
        } catch (NoJson _) {
            return Json.of(value.toString()).toString();
        }
    }

    private static Json toJson(@Nullable Object value, int depth) throws NoJson {
        if (depth > DEEPEST) throw new QueryError("States.QueryEvaluationError", "The result is nested more than " + DEEPEST + " deep");
        if (value == null || value == Jsonata.NULL_VALUE) return Json.NULL;
        return switch (value) {
            case Members members -> members.json();
            case Items items -> items.json();
            case String text -> Json.of(text);
            case Boolean bool -> Json.of(bool);
            case Number number -> toJson(number);
            case List<?> list -> {
                List<Json> items = new ArrayList<>(list.size());
                for (Object item : list) items.add(toJson(item, depth + 1));
                yield new Json.Arr(items);
            }
            case Map<?, ?> map -> {
                Json.Obj.Builder obj = Json.Obj.builder();
                for (Map.Entry<?, ?> entry : map.entrySet()) obj.put((String) entry.getKey(), toJson(entry.getValue(), depth + 1));
                yield obj.build();
            }
            default -> throw new NoJson();
        };
    }

    // AWS: a number that JSON does not have leaves an expression as a string, such as "Infinity".
    private static Json toJson(Number number) {
        if (!(number instanceof Double) && !(number instanceof Float)) return new Json.Num(new BigDecimal(number.toString()));
        double value = number.doubleValue();
        if (!Double.isFinite(value)) return Json.of(number.toString());
        boolean whole = value == Math.rint(value) && Math.abs(value) < LARGEST_PRINTED_IN_FULL;
        return new Json.Num(whole ? new BigDecimal(value) : new BigDecimal(number.toString()));
    }
}
