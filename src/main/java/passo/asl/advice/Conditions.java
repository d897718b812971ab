package passo.asl.advice;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import passo.asl.ChoiceRule;
import passo.asl.ChoiceRule.Condition;
import passo.asl.ChoiceRule.Operator;
import passo.asl.advice.Reading.Scope;
import passo.expression.Expression;
import passo.expression.Literal;
import passo.expression.Path;
import passo.json.Json;

/// What the rules of a Choice state say together.
final class Conditions {

    private Conditions() {}

    /// Does one of the rules fit whatever the data: one that always holds, or two of which one says the opposite of the other?
    static boolean coverAll(List<ChoiceRule> rules) {
        Set<String> said = rules.stream().map(rule -> words(rule.condition())).collect(Collectors.toSet());
        return rules.stream().map(ChoiceRule::condition).anyMatch(condition ->
                condition.equals(new Condition.Query(new Literal(Json.TRUE))) || opposites(condition).anyMatch(said::contains));
    }

    private static Stream<String> opposites(Condition condition) {
        return switch (condition) {
            case Condition.Not(var inner) -> Stream.of(words(inner));
            case Condition.Comparison(var variable, var operator, Literal(Json.Bool(var value))) when isTwofold(operator) ->
                    Stream.of(words(variable, operator, Json.of(!value)));
            case Condition.Comparison(var variable, var operator, var operand) ->
                    opposite(operator).map(other -> words(variable, other, operand.source()));
            case Condition.And _, Condition.Or _ -> Stream.of(words(new Condition.Not(condition)));
            case Condition.Query(var expression) -> Stream.of("$not(" + expression.source() + ")", "not" + expression.source());
        };
    }

    private static boolean isTwofold(Operator operator) {
        return operator.operand() == ChoiceRule.Operand.TYPE || operator == Operator.BooleanEquals;
    }

    private static Stream<Operator> opposite(Operator operator) {
        return switch (operator) {
            case NumericLessThan -> Stream.of(Operator.NumericGreaterThanEquals);
            case NumericLessThanEquals -> Stream.of(Operator.NumericGreaterThan);
            case TimestampLessThan -> Stream.of(Operator.TimestampGreaterThanEquals);
            case TimestampLessThanEquals -> Stream.of(Operator.TimestampGreaterThan);
            case StringLessThan -> Stream.of(Operator.StringGreaterThanEquals);
            case StringLessThanEquals -> Stream.of(Operator.StringGreaterThan);
            default -> Stream.empty();
        };
    }

    /// Does the condition never hold, because it asks for what is known to be absent, or to be there?
    static boolean isNever(Condition condition, Scope scope) {
        return truth(condition, scope).equals(Optional.of(false));
    }

    private static Optional<Boolean> truth(Condition condition, Scope scope) {
        return switch (condition) {
            case Condition.Not(var inner) -> truth(inner, scope).map(holds -> !holds);
            case Condition.And(var conditions) -> conditions.stream().anyMatch(each -> isNever(each, scope)) ? Optional.of(false) : Optional.empty();
            case Condition.Or(var conditions) -> conditions.stream().allMatch(each -> isNever(each, scope)) ? Optional.of(false) : Optional.empty();
            case Condition.Comparison(Path path, var operator, Literal(Json.Bool(var value))) when operator == Operator.IsPresent ->
                Reading.isAbsent(path, scope) ? Optional.of(!value) : Optional.empty();
            case Condition.Comparison _, Condition.Query _ -> Optional.empty();
        };
    }

    private static String words(Condition condition) {
        return switch (condition) {
            case Condition.Not(var inner) -> "not " + words(inner);
            case Condition.And(var conditions) -> conditions.stream().map(Conditions::words).collect(Collectors.joining(" and ", "(", ")"));
            case Condition.Or(var conditions) -> conditions.stream().map(Conditions::words).collect(Collectors.joining(" or ", "(", ")"));
            case Condition.Comparison(var variable, var operator, var operand) -> words(variable, operator, operand.source());
            case Condition.Query(var expression) -> expression.source();
        };
    }

    private static String words(Expression variable, Operator operator, Object operand) {
        return variable.source() + " " + operator + " " + operand;
    }
}
