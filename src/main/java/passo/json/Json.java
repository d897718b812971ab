package passo.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// A JSON value. Immutable, so it may be shared between threads, runs and traces without a copy.
///
/// `toString` is the compact JSON text, as AWS prints it in a history. Equality is JSON equality: numbers by value,
/// objects without regard to the order of their members.
public sealed interface Json {

    Null NULL = new Null();
    Bool TRUE = new Bool(true);
    Bool FALSE = new Bool(false);

    /// The length of the compact text in UTF-8 bytes, as the service counts a payload against its 256 KiB; at most
    /// `Integer.MAX_VALUE`, for parts that are shared can make a text far larger than its value.
    int bytes();

    /// How many arrays and objects stand inside each other here: 0 for a string, 1 for an array of strings.
    default int depth() {
        return 0;
    }

    static Str of(String value) {
        return new Str(value);
    }

    static Num of(long value) {
        return new Num(BigDecimal.valueOf(value));
    }

    static Bool of(boolean value) {
        return value ? TRUE : FALSE;
    }

    static Arr array(Json... items) {
        return new Arr(List.of(items));
    }

    /// The word for the value's type in messages: `object`, `array`, `string`, `number`, `boolean` or `null`.
    default String typeName() {
        return switch (this) {
            case Obj _ -> "object";
            case Arr _ -> "array";
            case Str _ -> "string";
            case Num _ -> "number";
            case Bool _ -> "boolean";
            case Null _ -> "null";
        };
    }

    /// The value `null`.
    record Null() implements Json {
        @Override
        public int bytes() {
            return 4;
        }

        @Override
        public String toString() {
            return "null";
        }
    }

    /// `true` or `false`.
    record Bool(boolean value) implements Json {
        @Override
        public int bytes() {
            return value ? 4 : 5;
        }

        @Override
        public String toString() {
            return value ? "true" : "false";
        }
    }

    /// A string.
    record Str(String value) implements Json {
        public Str {
            Objects.requireNonNull(value);
        }

        @Override
        public int bytes() {
            return JsonText.quotedBytes(value);
        }

        @Override
        public String toString() {
            return JsonText.print(this);
        }
    }

    /// A number, kept as it was written: `10.0` prints as `10.0` and equals `10`.
    record Num(BigDecimal value) implements Json {
        public Num {
            Objects.requireNonNull(value);
        }

        /// Is it a whole number, however written?
        public boolean isInteger() {
            return value.scale() <= 0 || value.stripTrailingZeros().scale() <= 0;
        }

        @Override
        public int bytes() {
            return value.scale() == 0 && value.precision() < 19 ? digits(value.longValue()) : toString().length();
        }

        private static int digits(long number) {
            int digits = number < 0 ? 2 : 1;
            for (long rest = Math.abs(number); rest >= 10; rest /= 10) digits++;
            return digits;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Num(var number) && value.compareTo(number) == 0;
        }

        @Override
        public int hashCode() {
            return Double.hashCode(value.doubleValue());
        }

        @Override
        public String toString() {
            return value.scale() < 0 || value.scale() > 400 ? value.toString() : value.toPlainString();
        }
    }

    /// An array.
    final class Arr implements Json, Iterable<Json> {
        public static final Arr EMPTY = new Arr(List.of());

        private final List<Json> items;
        private int bytes;
        private int depth;

        public Arr(List<? extends Json> items) {
            this.items = List.copyOf(items);
        }

        public List<Json> items() {
            return items;
        }

        public int size() {
            return items.size();
        }

        public Json get(int index) {
            return items.get(index);
        }

        /// This array with one item replaced.
        public Arr with(int index, Json item) {
            Json[] changed = items.toArray(Json[]::new);
            changed[index] = Objects.requireNonNull(item);
            return new Arr(List.of(changed));
        }

        @Override
        public Iterator<Json> iterator() {
            return items.iterator();
        }

        @Override
        public int bytes() {
            measure();
            return bytes;
        }

        @Override
        public int depth() {
            measure();
            return depth;
        }

        // Two threads may both measure, and both find the same; the depth is written first.
        private void measure() {
            if (bytes != 0) return;
            long sum = 2 + Math.max(0, items.size() - 1);
            int deepest = 0;
            for (Json item : items) {
                sum += item.bytes();
                deepest = Math.max(deepest, item.depth());
            }
            depth = deepest + 1;
            bytes = (int) Math.min(sum, Integer.MAX_VALUE);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Arr arr && items.equals(arr.items);
        }

        @Override
        public int hashCode() {
            return items.hashCode();
        }

        @Override
        public String toString() {
            return JsonText.print(this);
        }
    }

    /// An object: members in the order in which they were written, each name once.
    final class Obj implements Json {
        public static final Obj EMPTY = new Builder(0).build();
        private static final int SEARCHED_ONE_BY_ONE = 12;

        private final String[] names;
        private final Json[] values;
        private @Nullable Map<String, Integer> places;
        private int bytes;
        private int depth;

        private Obj(String[] names, Json[] values) {
            this.names = names;
            this.values = values;
        }

        public static Obj of(String name, Json value) {
            return new Obj(new String[] {Objects.requireNonNull(name)}, new Json[] {Objects.requireNonNull(value)});
        }

        public static Obj of(String name, Json value, String name2, Json value2) {
            return builder().put(name, value).put(name2, value2).build();
        }

        public static Obj of(Map<String, ? extends Json> members) {
            var builder = new Builder(members.size());
            members.forEach(builder::put);
            return builder.build();
        }

        public static Builder builder() {
            return new Builder(4);
        }

        /// The member's value, or `null` where the object has no such member (JSON's null is `Json.NULL`).
        public @Nullable Json get(String name) {
            int place = place(name);
            return place < 0 ? null : values[place];
        }

        public boolean has(String name) {
            return place(name) >= 0;
        }

        public int size() {
            return names.length;
        }

        public boolean isEmpty() {
            return names.length == 0;
        }

        public String name(int index) {
            return names[index];
        }

        public Json value(int index) {
            return values[index];
        }

        public List<String> names() {
            return List.of(names);
        }

        public List<Json> values() {
            return List.of(values);
        }

        public void forEach(BiConsumer<String, Json> action) {
            for (int i = 0; i < names.length; i++) action.accept(names[i], values[i]);
        }

        /// This object with one member replaced in its place, or added at the end.
        public Obj with(String name, Json value) {
            int place = place(name);
            if (place >= 0) {
                Json[] changed = values.clone();
                changed[place] = Objects.requireNonNull(value);
                return new Obj(names, changed);
            }
            String[] more = Arrays.copyOf(names, names.length + 1);
            Json[] moreValues = Arrays.copyOf(values, values.length + 1);
            more[names.length] = Objects.requireNonNull(name);
            moreValues[names.length] = Objects.requireNonNull(value);
            return new Obj(more, moreValues);
        }

        /// An object of the same names with other values, each asked for by its place.
        public Obj withValues(IntFunction<? extends Json> value) {
            Json[] others = new Json[values.length];
            for (int i = 0; i < others.length; i++) others[i] = Objects.requireNonNull(value.apply(i));
            return new Obj(names, others);
        }

        /// This object without one member; itself if it has none of that name.
        public Obj without(String name) {
            if (!has(name)) return this;
            var rest = new Builder(names.length);
            forEach((other, value) -> {
                if (!other.equals(name)) rest.put(other, value);
            });
            return rest.build();
        }

        private int place(String name) {
            if (names.length > SEARCHED_ONE_BY_ONE) return places().getOrDefault(name, -1);
            for (int i = 0; i < names.length; i++) {
                if (names[i].equals(name)) return i;
            }
            return -1;
        }

        // Made when first needed; two threads may both make it, and both make the same.
        private Map<String, Integer> places() {
            Map<String, Integer> known = places;
            if (known == null) {
                known = HashMap.newHashMap(names.length);
                for (int i = 0; i < names.length; i++) known.put(names[i], i);
                places = known;
            }
            return known;
        }

        @Override
        public int bytes() {
            measure();
            return bytes;
        }

        @Override
        public int depth() {
            measure();
            return depth;
        }

        private void measure() {
            if (bytes != 0) return;
            long sum = 2 + Math.max(0, names.length - 1);
            int deepest = 0;
            for (int i = 0; i < names.length; i++) {
                sum += JsonText.quotedBytes(names[i]) + 1 + values[i].bytes();
                deepest = Math.max(deepest, values[i].depth());
            }
            depth = deepest + 1;
            bytes = (int) Math.min(sum, Integer.MAX_VALUE);
        }

        @Override
        public boolean equals(Object other) {
            if (this == other) return true;
            if (!(other instanceof Obj obj) || obj.names.length != names.length) return false;
            for (int i = 0; i < names.length; i++) {
                if (!values[i].equals(obj.get(names[i]))) return false;
            }
            return true;
        }

        @Override
        public int hashCode() {
            int hash = 0;
            for (int i = 0; i < names.length; i++) hash += names[i].hashCode() ^ values[i].hashCode();
            return hash;
        }

        @Override
        public String toString() {
            return JsonText.print(this);
        }

        /// Collects members in order; a name put twice keeps its first place and its last value. Not shared.
        public static final class Builder {
            private String[] names;
            private Json[] values;
            private int size;
            private @Nullable Map<String, Integer> places;

            private Builder(int capacity) {
                names = new String[capacity];
                values = new Json[capacity];
            }

            public Builder put(String name, Json value) {
                Objects.requireNonNull(name);
                Objects.requireNonNull(value);
                int place = place(name);
                if (place >= 0) {
                    values[place] = value;
                    return this;
                }
                if (size == names.length) {
                    names = Arrays.copyOf(names, Math.max(4, size * 2));
                    values = Arrays.copyOf(values, Math.max(4, size * 2));
                }
                names[size] = name;
                values[size++] = value;
                if (places != null) places.put(name, size - 1);
                return this;
            }

            public Builder put(String name, String value) {
                return put(name, new Str(value));
            }

            public Builder put(String name, long value) {
                return put(name, Json.of(value));
            }

            public Builder put(String name, boolean value) {
                return put(name, Json.of(value));
            }

            public Builder putAll(Obj obj) {
                obj.forEach(this::put);
                return this;
            }

            private int place(String name) {
                if (size > SEARCHED_ONE_BY_ONE) {
                    if (places == null) {
                        places = new HashMap<>();
                        for (int i = 0; i < size; i++) places.put(names[i], i);
                    }
                    return places.getOrDefault(name, -1);
                }
                for (int i = 0; i < size; i++) {
                    if (names[i].equals(name)) return i;
                }
                return -1;
            }

            public Obj build() {
                return size == names.length ? new Obj(names, values)
                        : new Obj(Arrays.copyOf(names, size), Arrays.copyOf(values, size));
            }
        }
    }

    /// Collects the items of an array whose length is not known beforehand.
    static Arr collect(Iterable<? extends Json> items) {
        var list = new ArrayList<Json>();
        items.forEach(list::add);
        return new Arr(list);
    }
}
