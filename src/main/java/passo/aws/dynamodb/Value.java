package passo.aws.dynamodb;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import passo.json.Json;

/// What an attribute holds, in one of DynamoDB's ten types. Values that DynamoDB holds to be the same are equal.
sealed interface Value {

    enum Type {
        S, N, B, BOOL, NULL, SS, NS, BS, L, M;

        /// The type of a set's members; empty for what is no set.
        Optional<Type> member() {
            return switch (this) {
                case SS -> Optional.of(S);
                case NS -> Optional.of(N);
                case BS -> Optional.of(B);
                case S, N, B, BOOL, NULL, L, M -> Optional.empty();
            };
        }

        /// Has it an order, so that it can be a key?
        boolean isScalar() {
            return this == S || this == N || this == B;
        }
    }

    record S(String text) implements Value {}

    /// A number without needless zeros.
    record N(BigDecimal number) implements Value {
        public N {
            number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }

        String text() {
            return number.toPlainString();
        }
    }

    /// @param base64 bytes, known to be well-formed
    record B(String base64) implements Value {
        byte[] bytes() {
            return Base64.getDecoder().decode(base64);
        }
    }

    record Bool(boolean value) implements Value {}

    record Null() implements Value {}

    /// @param of `SS`, `NS` or `BS`
    record SetOf(Type of, SequencedSet<Value> members) implements Value {
        SetOf(Type of, Collection<Value> members) {
            this(of, (SequencedSet<Value>) new LinkedHashSet<>(members));
        }

        public SetOf {
            members = Collections.unmodifiableSequencedSet(members);
        }
    }

    record L(List<Value> items) implements Value {
        public L {
            items = List.copyOf(items);
        }
    }

    /// A map; an item is one too.
    record M(SequencedMap<String, Value> attributes) implements Value {
        static final M EMPTY = new M(new LinkedHashMap<>());

        public M {
            attributes = Collections.unmodifiableSequencedMap(attributes);
        }

        Optional<Value> get(String name) {
            return Optional.ofNullable(attributes.get(name));
        }

        M with(String name, Value value) {
            var more = new LinkedHashMap<>(attributes);
            more.put(name, value);
            return new M(more);
        }

        M without(String name) {
            var rest = new LinkedHashMap<>(attributes);
            rest.remove(name);
            return new M(rest);
        }

        /// The attributes of some names, in the order of the names.
        M only(Collection<String> names) {
            var some = new LinkedHashMap<String, Value>();
            names.forEach(name -> get(name).ifPresent(value -> some.put(name, value)));
            return new M(some);
        }

        /// An item as requests and answers have it: typed values by name.
        Json.Obj item() {
            var item = Json.Obj.builder();
            attributes.forEach((name, value) -> item.put(name, value.json()));
            return item.build();
        }

        /// What an item counts against its 400 KB, and what reading and writing it costs.
        long itemSize() {
            return attributes.entrySet().stream().mapToLong(entry -> utf8(entry.getKey()).length + entry.getValue().size()).sum();
        }
    }

    default Type type() {
        return switch (this) {
            case S _ -> Type.S;
            case N _ -> Type.N;
            case B _ -> Type.B;
            case Bool _ -> Type.BOOL;
            case Null _ -> Type.NULL;
            case SetOf(var of, _) -> of;
            case L _ -> Type.L;
            case M _ -> Type.M;
        };
    }

    /// The value as requests and answers have it, such as `{"N": "7"}`.
    default Json json() {
        return Json.Obj.of(type().name(), switch (this) {
            case Bool(var value) -> Json.of(value);
            case Null() -> Json.TRUE;
            case SetOf(_, var members) -> new Json.Arr(members.stream().map(member -> Json.of(member.plain())).toList());
            case L(var items) -> new Json.Arr(items.stream().map(Value::json).toList());
            case M map -> map.item();
            case S _, N _, B _ -> Json.of(plain());
        });
    }

    /// The text of a scalar.
    private String plain() {
        return switch (this) {
            case S(var text) -> text;
            case N number -> number.text();
            case B(var base64) -> base64;
            case Bool _, Null _, SetOf _, L _, M _ -> throw new IllegalArgumentException("Not a scalar: " + this);
        };
    }

    /// In bytes. DynamoDB, "Item sizes and formats", and as measured where that is vague.
    default long size() {
        return switch (this) {
            case S(var text) -> utf8(text).length;
            case N(var number) -> numberSize(number);
            case B binary -> binary.bytes().length;
            case Bool _, Null _ -> 1;
            case SetOf(_, var members) -> members.stream().mapToLong(Value::size).sum();
            case L(var items) -> 3 + items.stream().mapToLong(item -> 1 + item.size()).sum();
            case M map -> 3 + map.attributes.size() + map.itemSize();
        };
    }

    /// AWS: the digits before and after the point are packed separately, two a byte.
    private static long numberSize(BigDecimal number) {
        if (number.signum() == 0) return 1;
        int before = number.precision() - number.scale();
        boolean straddles = number.scale() > 0 && before > 0;
        int digits = straddles ? (before + 1) / 2 + (number.scale() + 1) / 2 : (number.precision() + 1) / 2;
        return 1 + digits + (number.signum() < 0 ? 1 : 0);
    }

    /// DynamoDB's order: numbers by value, texts by their UTF-8 bytes. Values of other types have one only for the sake of looking up.
    static int order(Value left, Value right) {
        if (left instanceof S(var one) && right instanceof S(var other)) return Arrays.compareUnsigned(utf8(one), utf8(other));
        if (left instanceof N(var one) && right instanceof N(var other)) return one.compareTo(other);
        if (left instanceof B one && right instanceof B other) return Arrays.compareUnsigned(one.bytes(), other.bytes());
        int byType = left.type().compareTo(right.type());
        return byType != 0 ? byType : left.toString().compareTo(right.toString());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
