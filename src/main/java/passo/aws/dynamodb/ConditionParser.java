package passo.aws.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A condition, a filter or a key condition: `a = :v AND (NOT b IN (:x, :y) OR begins_with(c, :p))`. OR binds least, then AND, then
/// NOT, then what compares. DynamoDB, "Condition and filter expressions, operators, and functions".
final class ConditionParser extends Parser {

    private static final String SIZE = "size";
    private static final int DEEPEST = 100;

    private final boolean parenthesesCount;
    private int depth;
    /// What stood in the parentheses that were closed last.
    private @Nullable Node parenthesised;

    ConditionParser(String field, String text, Placeholders placeholders) {
        super(field, text, placeholders, Set.of("AND", "OR", "NOT", "BETWEEN", "IN"));
        parenthesesCount = !field.equals("KeyConditionExpression");
    }

    Condition condition() {
        Condition condition = condition(or());
        expectEnd();
        return condition;
    }

    private Node or() {
        Node left = and();
        while (tokens.acceptWord("OR")) left = new Condition.Or(condition(left), condition(and()));
        return left;
    }

    private Node and() {
        Node left = not();
        while (tokens.acceptWord("AND")) left = new Condition.And(condition(left), condition(not()));
        return left;
    }

    private Node not() {
        return tokens.acceptWord("NOT") ? new Condition.Not(condition(not())) : comparison();
    }

    private Node comparison() {
        Node left = primary();
        if (tokens.acceptWord("BETWEEN")) return between(operand(left));
        if (tokens.acceptWord("IN")) return in(operand(left));
        Optional<Condition.Comparator> comparator = Condition.Comparator.of(tokens.peek());
        if (comparator.isEmpty()) return left;
        tokens.take();
        return compare(comparator.get(), operand(left), operand(primary()));
    }

    private Condition compare(Condition.Comparator comparator, Operand left, Operand right) {
        checkDistinct(comparator.sign(), left, right);
        if (comparator != Condition.Comparator.EQ && comparator != Condition.Comparator.NE) {
            for (Operand operand : List.of(left, right)) {
                typeOf(operand).filter(type -> !type.isScalar()).ifPresent(type -> wrongType(comparator.sign(), type));
            }
        }
        return new Condition.Compare(comparator, left, right);
    }

    private Condition between(Operand operand) {
        Operand low = operand(primary());
        if (!tokens.acceptWord("AND")) refuseToken();
        Operand high = operand(primary());
        if (low instanceof Operand.Constant(var least) && high instanceof Operand.Constant(var most)) checkBounds(least, most);
        return new Condition.Between(operand, low, high);
    }

    private void checkBounds(Value low, Value high) {
        String bounds = "lower bound operand: AttributeValue: " + shown(low) + ", upper bound operand: AttributeValue: " + shown(high);
        if (low.type() != high.type()) {
            fault(Fault.OPERAND, "The BETWEEN operator requires same data type for lower and upper bounds; " + bounds);
        } else if (low.type().isScalar() && Value.order(low, high) > 0) {
            fault(Fault.OPERAND, "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; " + bounds);
        }
    }

    private static String shown(Value value) {
        return value.json().toString().replace("\"", "").replace(": ", ":");
    }

    private Condition in(Operand operand) {
        expect("(");
        var choices = new ArrayList<Operand>();
        do choices.add(operand(primary()));
        while (tokens.accept(","));
        expect(")");
        return new Condition.In(operand, choices);
    }

    private Node primary() {
        if (tokens.peek().equals("(")) return inParentheses();
        if (atValue()) return new Operand.Constant(value());
        boolean function = tokens.peekAfter().equals("(") && tokens.peek().matches("[A-Za-z]\\w*") && !isKeyword(tokens.peek());
        return function ? function() : new Operand.Attribute(path());
    }

    private Node inParentheses() {
        if (depth++ == DEEPEST) refuseToken();
        tokens.accept("(");
        boolean doubled = tokens.peek().equals("(");
        parenthesised = null;
        Node inner = or();
        if (doubled && inner == parenthesised && parenthesesCount) fault(Fault.PARENTHESES, "The expression has redundant parentheses;");
        expect(")");
        parenthesised = inner;
        depth--;
        return inner;
    }

    private Node function() {
        String name = tokens.take();
        expect("(");
        var arguments = new ArrayList<Operand>();
        do arguments.add(operand(primary()));
        while (tokens.accept(","));
        expect(")");
        Optional<Condition.Function> function = Condition.Function.of(name);
        int wanted = name.equals(SIZE) ? 1 : function.map(Condition.Function::operands).orElse(arguments.size());
        if (function.isEmpty() && !name.equals(SIZE)) unknownFunction(name);
        if (wanted != arguments.size()) {
            wrongCount(name, arguments.size());
            while (arguments.size() < 2) arguments.add(new Operand.Constant(new Value.Null()));
        }
        if (arguments.size() == 2) checkDistinct(name, arguments.get(0), arguments.get(1));
        if (name.equals(SIZE)) return size(arguments.getFirst());
        checkArguments(function.orElse(Condition.Function.CONTAINS), arguments);
        return new Condition.Call(function.orElse(Condition.Function.CONTAINS), arguments);
    }

    private Operand size(Operand of) {
        typeOf(of).filter(type -> type == Value.Type.N || type == Value.Type.BOOL || type == Value.Type.NULL)
                .ifPresent(type -> wrongType(SIZE, type));
        return new Operand.Size(of);
    }

    private void checkArguments(Condition.Function function, List<Operand> arguments) {
        switch (function) {
            case ATTRIBUTE_EXISTS, ATTRIBUTE_NOT_EXISTS -> {
                if (arguments.getFirst() instanceof Operand.Attribute) return;
                fault(Fault.OPERAND, "Operator or function requires a document path; operator or function: " + function.word());
            }
            case BEGINS_WITH -> arguments.forEach(argument -> typeOf(argument)
                    .filter(type -> type != Value.Type.S && type != Value.Type.B).ifPresent(type -> wrongType(function.word(), type)));
            case ATTRIBUTE_TYPE -> checkTypeName(function, arguments.getLast());
            case CONTAINS -> {}
        }
    }

    private void checkTypeName(Condition.Function function, Operand type) {
        if (!(type instanceof Operand.Constant(Value.S(var name)))) {
            fault(Fault.OPERAND, "Incorrect operand type for operator or function; operator or function: " + function.word() + ", operand type: "
                    + typeOf(type).map(Value.Type::name).orElse("{NS,SS,L,BS,N,M,B,BOOL,NULL,S}"));
        } else if (!Set.of("S", "N", "B", "BOOL", "NULL", "SS", "NS", "BS", "L", "M").contains(name)) {
            fault(Fault.OPERAND, "Invalid attribute type name found; type: " + name + ", valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}");
        }
    }

    private void checkDistinct(String operator, Operand first, Operand second) {
        if (first instanceof Operand.Attribute(var path) && first.equals(second)) {
            fault(Fault.OPERAND, "The first operand must be distinct from the remaining operands for this operator or function; operator: "
                    + operator + ", first operand: " + path);
        }
    }

    private Condition condition(Node node) {
        return switch (node) {
            case Condition condition -> condition;
            case Operand operand -> {
                if (operand instanceof Operand.Size) misused(SIZE);
                else refuseToken();
                yield new Condition.Compare(Condition.Comparator.EQ, operand, operand);
            }
        };
    }

    private Operand operand(Node node) {
        return switch (node) {
            case Operand operand -> operand;
            case Condition condition -> {
                if (condition instanceof Condition.Call(var function, _)) misused(function.word());
                else refuseToken();
                yield new Operand.Constant(new Value.Null());
            }
        };
    }

    private void misused(String function) {
        fault(Fault.MISUSED_FUNCTION, "The function is not allowed to be used this way in an expression; function: " + function);
    }
}
