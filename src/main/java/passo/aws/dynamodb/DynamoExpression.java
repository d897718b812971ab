package passo.aws.dynamodb;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import passo.aws.service.Request;
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
            case "attribute_type" -> first != null && second != null && Attribute.type(first).equals(Attribute.plain(second));
            case "begins_with" -> first != null && second != null && Attribute.type(first).equals(Attribute.type(second))
                    && Attribute.plain(first).startsWith(Attribute.plain(second));
            case "contains" -> first != null && second != null && Attribute.contains(first, second);
            default -> {
                fault("Invalid " + field + ": Invalid function name; function: " + name);
                yield false;
            }
        };
    }

    private boolean compares(String operator, @Nullable Json left, @Nullable Json right) {
        if (left == null || right == null) return operator.equals("<>") && left != right;
        boolean sameType = Attribute.type(left).equals(Attribute.type(right));
        return switch (operator) {
            case "=" -> sameType && Attribute.same(left, right);
            case "<>" -> !(sameType && Attribute.same(left, right));
            case "<" -> sameType && Attribute.order(left, right) < 0;
            case "<=" -> sameType && Attribute.order(left, right) <= 0;
            case ">" -> sameType && Attribute.order(left, right) > 0;
            case ">=" -> sameType && Attribute.order(left, right) >= 0;
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
                    change(path, Attribute.without(find(path), operand()));
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
            if (value == null || other == null || !Attribute.type(value).equals("N") || !Attribute.type(other).equals("N")) {
                fault("An operand in the update expression has an incorrect data type");
                return null;
            }
            value = Attribute.number(plus ? Attribute.number(value).add(Attribute.number(other))
                    : Attribute.number(value).subtract(Attribute.number(other)));
        }
        if (value == null) fault("The provided expression refers to an attribute that does not exist in the item");
        return value;
    }

    private @Nullable Json operand() {
        String name = peek();
        if (name.startsWith(":")) {
            Json value = values.get(take());
            if (value == null) fault(undefined("value used in expression", "value", name));
            return value;
        }
        if (!peekAt(1).equals("(")) return find(path());
        take();
        expect("(");
        Json result = switch (name) {
            case "size" -> Attribute.size(operand());
            case "if_not_exists" -> {
                Json known = operand();
                expect(",");
                Json other = operand();
                yield known != null ? known : other;
            }
            case "list_append" -> {
                Json first = operand();
                expect(",");
                yield Attribute.joined("L", first, operand());
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
        fault(undefined("name used in the document path", "name", name));
        return name;
    }

    private String undefined(String what, String kind, String name) {
        return "Invalid " + field + ": An expression attribute " + what + " is not defined; attribute " + kind + ": " + name;
    }

    private @Nullable Json find(List<String> path) {
        Json here = Json.Obj.of("M", before);
        for (String step : path) {
            if (here == null) return null;
            here = step.startsWith("[") ? Attribute.at(Attribute.list(here, "L"), index(step))
                    : Attribute.member(here, "M") instanceof Json.Obj map ? map.get(step) : null;
        }
        return here;
    }

    private void change(List<String> path, @Nullable Json value) {
        if (fault.isPresent()) return;
        updated.add(path.getFirst());
        Json changed = changed(Json.Obj.of("M", item), path, value);
        if (Attribute.member(changed, "M") instanceof Json.Obj map) item = map;
    }

    private Json changed(Json typed, List<String> path, @Nullable Json value) {
        List<String> rest = path.subList(1, path.size());
        UnaryOperator<Json> inner = old -> rest.isEmpty() && value != null ? value : changed(old, rest, value);
        String step = path.getFirst();
        if (step.startsWith("[") && Attribute.member(typed, "L") instanceof Json.Arr list) {
            var items = new ArrayList<>(list.items());
            int index = Math.min(index(step), items.size());
            if (index == items.size() && rest.isEmpty() && value != null) items.add(value);
            else if (index < items.size() && rest.isEmpty() && value == null) items.remove(index);
            else if (index < items.size()) items.set(index, inner.apply(items.get(index)));
            return Json.Obj.of("L", new Json.Arr(items));
        }
        if (!step.startsWith("[") && Attribute.member(typed, "M") instanceof Json.Obj map) {
            if (rest.isEmpty() && value == null) return Json.Obj.of("M", map.without(step));
            Json old = map.get(step);
            if (rest.isEmpty() || old != null) return Json.Obj.of("M", map.with(step, inner.apply(old == null ? Json.NULL : old)));
        }
        fault("The document path provided in the update expression is invalid for update");
        return typed;
    }

    private @Nullable Json added(@Nullable Json old, @Nullable Json more) {
        if (more == null) return old;
        if (!Attribute.type(more).equals("N")) return old == null ? more
                : Attribute.joined(Attribute.type(more), Attribute.without(old, more), more);
        return old == null ? more : Attribute.number(Attribute.number(old).add(Attribute.number(more)));
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
