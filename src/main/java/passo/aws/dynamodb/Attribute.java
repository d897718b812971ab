package passo.aws.dynamodb;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import passo.json.Json;

/// Values in DynamoDB's typed JSON, such as `{"N": "7"}`: what they are, and what can be done with them. No value is `null`.
final class Attribute {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,38}(\\.\\d{0,38})?|\\.\\d{1,38})([eE][+-]?\\d{1,2})?");

    private Attribute() {}

    static @Nullable Json without(@Nullable Json set, @Nullable Json gone) {
        if (set == null || gone == null) return set;
        List<Json> rest = list(set, type(set)).stream().filter(one -> !list(gone, type(gone)).contains(one)).toList();
        return rest.isEmpty() ? null : Json.Obj.of(type(set), new Json.Arr(rest));
    }

    static Json joined(String type, @Nullable Json first, @Nullable Json second) {
        var items = new ArrayList<Json>();
        if (first != null) items.addAll(list(first, type));
        if (second != null) items.addAll(list(second, type));
        return Json.Obj.of(type, new Json.Arr(items));
    }

    static @Nullable Json size(@Nullable Json value) {
        if (value == null) return null;
        return number(BigDecimal.valueOf(switch (member(value, type(value))) {
            case Json.Str(var text) -> text.length();
            case Json.Arr arr -> arr.size();
            case Json.Obj obj -> obj.size();
            case null, default -> 0;
        }));
    }

    static boolean contains(Json whole, Json part) {
        return type(whole).equals("S") ? plain(whole).contains(plain(part))
                : list(whole, type(whole)).contains(type(whole).equals("L") ? part : member(part, type(part)));
    }

    static boolean same(Json left, Json right) {
        return switch (type(left)) {
            case "N" -> number(left).compareTo(number(right)) == 0;
            case "SS", "NS", "BS" -> new HashSet<>(list(left, type(left))).equals(new HashSet<>(list(right, type(right))));
            default -> left.equals(right);
        };
    }

    /// DynamoDB's order: numbers by value, texts by their UTF-8 bytes.
    static int order(Json left, Json right) {
        return type(left).equals("N") ? number(left).compareTo(number(right))
                : Arrays.compareUnsigned(plain(left).getBytes(StandardCharsets.UTF_8), plain(right).getBytes(StandardCharsets.UTF_8));
    }

    static String type(Json typed) {
        return typed instanceof Json.Obj obj && obj.size() == 1 ? obj.name(0) : "";
    }

    static String plain(Json typed) {
        return member(typed, type(typed)) instanceof Json.Str(var text) ? text : "";
    }

    /// A number has 38 digits and an exponent up to 126; whatever is none counts as 0.
    static BigDecimal number(Json typed) {
        return NUMBER.matcher(plain(typed)).matches() ? new BigDecimal(plain(typed)) : BigDecimal.ZERO;
    }

    static Json number(BigDecimal number) {
        return Json.Obj.of("N", Json.of(number.toPlainString()));
    }

    static @Nullable Json member(Json typed, String name) {
        return typed instanceof Json.Obj obj ? obj.get(name) : null;
    }

    static List<Json> list(Json typed, String type) {
        return member(typed, type) instanceof Json.Arr arr ? arr.items() : List.of();
    }

    static @Nullable Json at(List<Json> list, int index) {
        return index < list.size() ? list.get(index) : null;
    }
}
