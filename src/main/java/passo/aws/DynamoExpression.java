package passo.aws;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import passo.json.Json;

/// A condition or an update of DynamoDB, read and done in one go on one item. DynamoDB, "Using expressions".
///
/// Values are DynamoDB's typed JSON, such as `{"S": "a"}`; no value is `null`. The first thing wrong with the text is
/// remembered as the fault; what comes out is then worth nothing.
final class DynamoExpression {

    private static final Pattern TOKEN = Pattern.compile("\\s*([#:]?\\w+|<>|<=|>=|\\S)");

    private static final int LONGEST = 4_096;
    private static final int DEEPEST = 100;

    private final String field;
    private final List<String> tokens = new ArrayList<>();
    private final Json.Obj names;
    private final Json.Obj values;
    private final Json.Obj before;
    private final Set<String> updated = new LinkedHashSet<>();
    private Json.Obj item;
    private int next;
    private int depth;
    private Optional<String> fault = Optional.empty();

    /// @param field of the request, such as `ConditionExpression`; an absent one always holds and changes nothing
    /// @param item as it is before; empty where there is none
    DynamoExpression(Request request, String field, Json.Obj item) {
        this.field = field;
        this.item = item;
        before = item;
        names = request.object("ExpressionAttributeNames");
        values = request.object("ExpressionAttributeValues");
        String text = request.text(field);
        if (text.length() > LONGEST) fault("Invalid " + field + ": Expression size has exceeded the maximum allowed size;");
        Matcher matcher = TOKEN.matcher(text.substring(0, Math.min(text.length(), LONGEST)));
        while (matcher.find()) tokens.add(matcher.group(1));
    }

    /// What is wrong with the text, where something is.
    Optional<String> fault() {
        return fault;
    }

    /// The names of the attributes that the update touched.
    Set<String> updated() {
        return updated;
    }

    /// Does the condition hold?
    boolean holds() {
        if (tokens.isEmpty()) return true;
        boolean holds = or();
        expectEnd();
        return holds;
    }

    private boolean or() {
        boolean holds = and();
        while (acceptWord("OR")) holds |= and();
        return holds;
    }

    private boolean and() {
        boolean holds = not();
        while (acceptWord("AND")) holds &= not();
        return holds;
    }

    private boolean not() {
        return acceptWord("NOT") ? !not() : comparison();
    }

    private boolean comparison() {
        if (accept("(")) {
            boolean holds = depth++ < DEEPEST && or();
            depth--;
            expect(")");
            return holds;
        }
        String name = peek();
        if (peekAt(1).equals("(") && !name.equals("size")) return function(take());
        Json left = operand();
        if (acceptWord("BETWEEN")) {
            Json low = operand();
            if (!acceptWord("AND")) fail();
            Json high = operand();
            return compares(">=", left, low) & compares("<=", left, high);
        }
        if (acceptWord("IN")) {
            boolean found = false;
            expect("(");
            do found |= compares("=", left, operand());
            while (accept(","));
            expect(")");
            return found;
        }
        return compares(take(), left, operand());
    }

    private boolean function(String name) {
        expect("(");
        Json first = operand();
        Json second = accept(",") ? operand() : null;
        expect(")");
        return switch (name) {
            case "attribute_exists" -> first != null;
            case "attribute_not_exists" -> first == null;
            case "attribute_type" -> first != null && second != null && type(first).equals(plain(second));
            case "begins_with" -> first != null && second != null && type(first).equals(type(second)) && plain(first).startsWith(plain(second));
            case "contains" -> first != null && second != null && contains(first, second);
            default -> {
                fault("Invalid " + field + ": Invalid function name; function: " + name);
                yield false;
            }
        };
    }

    private boolean compares(String operator, @Nullable Json left, @Nullable Json right) {
        if (left == null || right == null) return operator.equals("<>") && left != right;
        boolean sameType = type(left).equals(type(right));
        return switch (operator) {
            case "=" -> sameType && same(left, right);
            case "<>" -> !(sameType && same(left, right));
            case "<" -> sameType && order(left, right) < 0;
            case "<=" -> sameType && order(left, right) <= 0;
            case ">" -> sameType && order(left, right) > 0;
            case ">=" -> sameType && order(left, right) >= 0;
            default -> {
                fail();
                yield false;
            }
        };
    }

    /// The item after the update.
    Json.Obj update() {
        while (next < tokens.size() && fault.isEmpty()) {
            switch (take().toUpperCase()) {
                case "SET" -> clauses(() -> {
                    List<String> path = path();
                    expect("=");
                    change(path, sum());
                });
                case "REMOVE" -> clauses(() -> change(path(), null));
                case "ADD" -> clauses(() -> {
                    List<String> path = path();
                    change(path, added(find(path), operand()));
                });
                case "DELETE" -> clauses(() -> {
                    List<String> path = path();
                    change(path, without(find(path), operand()));
                });
                default -> {
                    next--;
                    fail();
                }
            }
        }
        return item;
    }

    private void clauses(Runnable clause) {
        do clause.run();
        while (accept(",") && fault.isEmpty());
    }

    private @Nullable Json sum() {
        Json value = operand();
        while (peek().equals("+") || peek().equals("-")) {
            boolean plus = take().equals("+");
            Json other = operand();
            if (value == null || other == null || !type(value).equals("N") || !type(other).equals("N")) {
                fault("An operand in the update expression has an incorrect data type");
                return null;
            }
            value = number(plus ? number(value).add(number(other)) : number(value).subtract(number(other)));
        }
        if (value == null) fault("The provided expression refers to an attribute that does not exist in the item");
        return value;
    }

    private @Nullable Json operand() {
        String name = peek();
        if (name.startsWith(":")) {
            Json value = values.get(take());
            if (value == null) fault("Invalid " + field + ": An expression attribute value used in expression is not defined; attribute value: " + name);
            return value;
        }
        if (!peekAt(1).equals("(")) return find(path());
        take();
        expect("(");
        Json result = switch (name) {
            case "size" -> size(operand());
            case "if_not_exists" -> {
                Json known = operand();
                expect(",");
                Json other = operand();
                yield known != null ? known : other;
            }
            case "list_append" -> {
                Json first = operand();
                expect(",");
                yield joined("L", first, operand());
            }
            default -> {
                fault("Invalid " + field + ": Invalid function name; function: " + name);
                yield null;
            }
        };
        expect(")");
        return result;
    }

    /// A path's steps: names, and indexes in brackets.
    private List<String> path() {
        var steps = new ArrayList<String>();
        do steps.add(name());
        while (accept("."));
        while (accept("[")) {
            steps.add("[" + take());
            expect("]");
            while (accept(".")) steps.add(name());
        }
        return steps;
    }

    private String name() {
        String name = take();
        if (!name.startsWith("#")) {
            if (!name.matches("\\w+")) {
                next--;
                fail();
            }
            return name;
        }
        if (names.get(name) instanceof Json.Str(var meant)) return meant;
        fault("Invalid " + field + ": An expression attribute name used in the document path is not defined; attribute name: " + name);
        return name;
    }

    private @Nullable Json find(List<String> path) {
        Json here = Json.Obj.of("M", before);
        for (String step : path) {
            if (here == null) return null;
            here = step.startsWith("[") ? at(list(here, "L"), index(step)) : member(here, "M") instanceof Json.Obj map ? map.get(step) : null;
        }
        return here;
    }

    private void change(List<String> path, @Nullable Json value) {
        if (fault.isPresent()) return;
        updated.add(path.getFirst());
        Json changed = changed(Json.Obj.of("M", item), path, value);
        if (member(changed, "M") instanceof Json.Obj map) item = map;
    }

    private Json changed(Json typed, List<String> path, @Nullable Json value) {
        List<String> rest = path.subList(1, path.size());
        UnaryOperator<Json> inner = old -> rest.isEmpty() && value != null ? value : changed(old, rest, value);
        String step = path.getFirst();
        if (step.startsWith("[") && member(typed, "L") instanceof Json.Arr list) {
            var items = new ArrayList<>(list.items());
            int index = Math.min(index(step), items.size());
            if (index == items.size() && rest.isEmpty() && value != null) items.add(value);
            else if (index < items.size() && rest.isEmpty() && value == null) items.remove(index);
            else if (index < items.size()) items.set(index, inner.apply(items.get(index)));
            return Json.Obj.of("L", new Json.Arr(items));
        }
        if (!step.startsWith("[") && member(typed, "M") instanceof Json.Obj map) {
            if (rest.isEmpty() && value == null) return Json.Obj.of("M", map.without(step));
            Json old = map.get(step);
            if (rest.isEmpty() || old != null) return Json.Obj.of("M", map.with(step, inner.apply(old == null ? Json.NULL : old)));
        }
        fault("The document path provided in the update expression is invalid for update");
        return typed;
    }

    private @Nullable Json added(@Nullable Json old, @Nullable Json more) {
        if (more == null) return old;
        if (!type(more).equals("N")) return old == null ? more : joined(type(more), without(old, more), more);
        return old == null ? more : number(number(old).add(number(more)));
    }

    private static @Nullable Json without(@Nullable Json set, @Nullable Json gone) {
        if (set == null || gone == null) return set;
        List<Json> rest = list(set, type(set)).stream().filter(one -> !list(gone, type(gone)).contains(one)).toList();
        return rest.isEmpty() ? null : Json.Obj.of(type(set), new Json.Arr(rest));
    }

    private static Json joined(String type, @Nullable Json first, @Nullable Json second) {
        var items = new ArrayList<Json>();
        if (first != null) items.addAll(list(first, type));
        if (second != null) items.addAll(list(second, type));
        return Json.Obj.of(type, new Json.Arr(items));
    }

    private static @Nullable Json size(@Nullable Json value) {
        if (value == null) return null;
        return number(BigDecimal.valueOf(switch (member(value, type(value))) {
            case Json.Str(var text) -> text.length();
            case Json.Arr arr -> arr.size();
            case Json.Obj obj -> obj.size();
            case null, default -> 0;
        }));
    }

    private static boolean contains(Json whole, Json part) {
        return type(whole).equals("S") ? plain(whole).contains(plain(part))
                : list(whole, type(whole)).contains(type(whole).equals("L") ? part : member(part, type(part)));
    }

    private static boolean same(Json left, Json right) {
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

    private static String type(Json typed) {
        return typed instanceof Json.Obj obj && obj.size() == 1 ? obj.name(0) : "";
    }

    private static String plain(Json typed) {
        return member(typed, type(typed)) instanceof Json.Str(var text) ? text : "";
    }

    private static BigDecimal number(Json typed) {
        try {
            return new BigDecimal(plain(typed));
        } catch (NumberFormatException notANumber) {
            return BigDecimal.ZERO;
        }
    }

    private static Json number(BigDecimal number) {
        return Json.Obj.of("N", Json.of(number.toPlainString()));
    }

    private static @Nullable Json member(Json typed, String name) {
        return typed instanceof Json.Obj obj ? obj.get(name) : null;
    }

    private static List<Json> list(Json typed, String type) {
        return member(typed, type) instanceof Json.Arr arr ? arr.items() : List.of();
    }

    private static @Nullable Json at(List<Json> list, int index) {
        return index < list.size() ? list.get(index) : null;
    }

    private static int index(String step) {
        return step.matches("\\[\\d{1,6}") ? Integer.parseInt(step.substring(1)) : Integer.MAX_VALUE;
    }

    private String peek() {
        return peekAt(0);
    }

    private String peekAt(int ahead) {
        return next + ahead < tokens.size() ? tokens.get(next + ahead) : "";
    }

    /// The next token; the empty text, for ever, after the last.
    private String take() {
        String token = peek();
        next++;
        return token;
    }

    private boolean accept(String token) {
        boolean is = peek().equals(token);
        if (is) next++;
        return is;
    }

    private boolean acceptWord(String word) {
        boolean is = peek().equalsIgnoreCase(word);
        if (is) next++;
        return is;
    }

    private void expect(String token) {
        if (!accept(token)) fail();
    }

    private void expectEnd() {
        if (next < tokens.size()) fail();
    }

    private void fail() {
        int begin = Math.clamp(next - 1L, 0, tokens.size());
        fault("Invalid %s: Syntax error; token: \"%s\", near: \"%s\"".formatted(field, peek().isEmpty() ? "<EOF>" : peek(),
                String.join(" ", tokens.subList(begin, Math.clamp(next + 2L, begin, tokens.size())))));
    }

    private void fault(String message) {
        if (fault.isEmpty()) fault = Optional.of(message);
    }
}
