package passo.asl;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import passo.asl.ChoiceRule.Condition;
import passo.asl.ChoiceRule.Operator;
import passo.asl.text.Looks;
import passo.asl.text.Node;
import passo.expression.Expression;
import passo.expression.Literal;
import passo.expression.Path;
import passo.json.Json;

/// Reads the rules of a Choice state. Specification, "Choice State".
record Rules(Fields state) {

    private static final List<String> KINDS = List.of("And", "Or", "Not", "Variable", "Condition");
    private static final Condition NEVER = new Condition.Query(new Literal(Json.FALSE));

    List<ChoiceRule> rules() {
        return state.inner(state.someItems("Choices"), Shape.CHOICE_RULE).stream().map(this::rule).toList();
    }

    private Expressions expressions() {
        return state.expressions();
    }

    private ChoiceRule rule(Fields fields) {
        fields.string("Comment");
        Condition condition = expressions().isJsonata() ? query(fields) : condition(fields);
        return new ChoiceRule(condition, fields.string("Next").orElse(""), new Assignments(fields).assign(), fields.template("Output"));
    }

    private Condition query(Fields fields) {
        Optional<Node> condition = fields.get("Condition");
        if (condition.isEmpty()) {
            if (KINDS.stream().noneMatch(fields::has)) fields.report(fields.node(), Problem.required(List.of("Condition")));
            return NEVER;
        }
        Node node = condition.get();
        Optional<Expression> query = expressions().query(node);
        if (query.isEmpty() && !(node.json() instanceof Json.Bool)) fields.report(node, Problem.notACondition());
        return new Condition.Query(query.orElseGet(() -> new Literal(node.json())));
    }

    private Condition condition(Fields fields) {
        List<String> kinds = KINDS.stream().filter(fields::has).toList();
        if (kinds.size() != 1) fields.report(fields.node(), Problem.ruleKind(KINDS));
        if (kinds.isEmpty()) return NEVER;
        return switch (kinds.getFirst()) {
            case "And" -> new Condition.And(nested(fields.someItems("And")));
            case "Or" -> new Condition.Or(nested(fields.someItems("Or")));
            case "Not" -> fields.inner("Not", Shape.NESTED_RULE).<Condition>map(rule -> new Condition.Not(condition(rule))).orElse(NEVER);
            case "Variable" -> comparison(fields);
            default -> NEVER;
        };
    }

    private List<Condition> nested(List<Node> items) {
        return state.inner(items, Shape.NESTED_RULE).stream().map(this::condition).toList();
    }

    private Condition comparison(Fields fields) {
        Expression variable = fields.get("Variable").map(expressions()::rulePath).orElse(Path.ROOT);
        List<String> operators = Shape.operatorNames().filter(fields::has).toList();
        if (operators.size() > 1) fields.report(fields.node(), Problem.tooMany(operators));
        if (operators.isEmpty()) fields.report(fields.node(), Problem.noneOf(Shape.operatorNames().toList()));
        if (operators.size() != 1) return NEVER;
        String name = operators.getFirst();
        Node operand = fields.get(name).orElseThrow();
        boolean isPath = Arrays.stream(Operator.values()).noneMatch(operator -> operator.name().equals(name));
        Operator operator = Operator.valueOf(isPath ? name.substring(0, name.length() - "Path".length()) : name);
        return new Condition.Comparison(variable, operator, isPath ? expressions().rulePath(operand) : literal(operand, operator));
    }

    private Expression literal(Node node, Operator operator) {
        boolean fits = switch (operator.operand()) {
            case STRING, PATTERN, TIMESTAMP -> node.json() instanceof Json.Str;
            case NUMERIC -> node.json() instanceof Json.Num;
            case BOOLEAN, TYPE -> node.json() instanceof Json.Bool;
        };
        if (!fits) state.report(node, Problem.expected(typeName(operator.operand())).unquoted(node));
        else if (operator.operand() == ChoiceRule.Operand.TIMESTAMP) return Parser.timestamp(expressions(), node);
        else if (operator.takesPath() && node.text().filter(Looks::likePath).isPresent()) {
            state.report(node, Problem.noPath(operator.name()));
        }
        return new Literal(node.json());
    }

    private static String typeName(ChoiceRule.Operand operand) {
        return switch (operand) {
            case STRING, PATTERN, TIMESTAMP -> "STRING";
            case NUMERIC -> "NUMBER";
            case BOOLEAN, TYPE -> "BOOLEAN";
        };
    }
}
