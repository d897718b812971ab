package passo.aws.dynamodb;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What all expressions have in common: paths, placeholders, and what is wrong with them. Everything wrong is collected; DynamoDB
/// tells of the gravest alone. What was read is worth nothing then.
abstract sealed class Parser permits ConditionParser, UpdateParser, ProjectionParser {

    /// What can be wrong, the gravest first.
    enum Fault { SIZE, SYNTAX, PARENTHESES, UNKNOWN_FUNCTION, MISUSED_FUNCTION, RESERVED, SECTION, PLACEHOLDER, PATHS, OPERAND }

    private static final int LONGEST = 4_096;
    private static final Path NOWHERE = Path.of("");

    private final String field;
    private final Placeholders placeholders;
    private final Set<String> keywords;
    private final Map<Fault, String> faults = new EnumMap<>(Fault.class);
    final Tokens tokens;

    /// @param field of the request, such as `ConditionExpression`
    /// @param keywords of this kind of expression, in capitals: no attribute has such a name
    Parser(String field, String text, Placeholders placeholders, Set<String> keywords) {
        this.field = field;
        this.placeholders = placeholders;
        this.keywords = keywords;
        boolean tooLong = text.length() > LONGEST;
        if (tooLong) fault(Fault.SIZE, "Expression size has exceeded the maximum allowed size; expression size: " + text.length());
        tokens = new Tokens(tooLong ? "" : text);
        if (tokens.atEnd()) fault(Fault.SYNTAX, "The expression can not be empty;");
    }

    /// What is wrong with the expression, where something is.
    Optional<String> fault() {
        return faults.values().stream().findFirst().map(message -> "Invalid " + field + ": " + message);
    }

    final void fault(Fault kind, String message) {
        faults.putIfAbsent(kind, message);
    }

    final void refuseToken() {
        if (!faults.containsKey(Fault.SYNTAX)) fault(Fault.SYNTAX, tokens.refuse());
    }

    final void expect(String token) {
        if (!tokens.accept(token)) refuseToken();
    }

    final void expectEnd() {
        if (!tokens.atEnd()) refuseToken();
    }

    /// `a`, `#a`, `a.b`, `a[0]`.
    final Path path() {
        var steps = new ArrayList<Path.Step>();
        steps.add(name());
        while (true) {
            if (tokens.accept(".")) {
                steps.add(name());
            } else if (tokens.accept("[")) {
                steps.add(index());
                expect("]");
            } else {
                return new Path(steps);
            }
        }
    }

    private Path.Step name() {
        String name = tokens.peek();
        boolean placeholder = name.matches("#\\w+");
        if (!placeholder && (!name.matches("[A-Za-z]\\w*") || isKeyword(name))) {
            refuseToken();
            return NOWHERE.steps().getFirst();
        }
        tokens.take();
        if (placeholder) return new Path.Step.Name(placeholders.name(name).orElseGet(() -> undefined("name used in the document path", "name", name)));
        if (ReservedWords.contains(name)) fault(Fault.RESERVED, "Attribute name is a reserved keyword; reserved keyword: " + name);
        return new Path.Step.Name(name);
    }

    final boolean isKeyword(String name) {
        return keywords.contains(name.toUpperCase(Locale.ROOT));
    }

    private Path.Step index() {
        String index = tokens.peek();
        if (!index.matches("\\d{1,9}")) {
            refuseToken();
            return new Path.Step.Index(0);
        }
        tokens.take();
        return new Path.Step.Index(Integer.parseInt(index));
    }

    final boolean atValue() {
        return tokens.peek().matches(":\\w+");
    }

    final Value value() {
        if (!atValue()) {
            refuseToken();
            return new Value.Null();
        }
        String name = tokens.take();
        return placeholders.value(name).orElseGet(() -> {
            undefined("value used in expression", "value", name);
            return new Value.Null();
        });
    }

    private String undefined(String what, String kind, String name) {
        fault(Fault.PLACEHOLDER, "An expression attribute " + what + " is not defined; attribute " + kind + ": " + name);
        return name;
    }

    /// The paths of one expression must not get in each other's way.
    final void checkApart(List<Path> paths) {
        for (int i = 0; i < paths.size(); i++) {
            for (Path earlier : paths.subList(0, i)) Path.clash(earlier, paths.get(i)).ifPresent(message -> fault(Fault.PATHS, message));
        }
    }

    final void wrongType(String operator, Value.Type type) {
        fault(Fault.OPERAND, "Incorrect operand type for operator or function; operator or function: " + operator + ", operand type: " + type);
    }

    final void wrongCount(String function, int count) {
        fault(Fault.OPERAND, "Incorrect number of operands for operator or function; operator or function: " + function
                + ", number of operands: " + count);
    }

    final void unknownFunction(String name) {
        fault(Fault.UNKNOWN_FUNCTION, "Invalid function name; function: " + name);
    }

    /// The type of an operand that the request itself gives.
    static Optional<Value.Type> typeOf(Operand operand) {
        return operand instanceof Operand.Constant(var value) ? Optional.of(value.type()) : Optional.empty();
    }
}
