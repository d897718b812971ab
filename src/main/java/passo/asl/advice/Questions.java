package passo.asl.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import passo.asl.ChoiceRule;
import passo.asl.ChoiceRule.Condition;
import passo.asl.ChoiceRule.Operator;
import passo.asl.text.Node;
import passo.expression.Literal;
import passo.expression.Path;
import passo.json.Json;

/// What the rules of a Choice state ask for, in their order, and what they made sure of before they ask.
final class Questions {

    /// A comparison.
    ///
    /// @param node of the rule that holds it
    /// @param sure the paths that were found to be present before
    record Question(Node node, Condition.Comparison comparison, List<Path> sure) {
        /// Were the first steps of the path found to lead somewhere?
        boolean isSure(Path path, int steps) {
            return sure.stream().anyMatch(known -> known.root() == path.root() && known.variable().equals(path.variable()) && known.steps().size() >= steps
                    && known.steps().subList(0, steps).equals(path.steps().subList(0, steps)));
        }
    }

    private final List<Question> questions = new ArrayList<>();
    private final List<Path> sure = new ArrayList<>();

    private Questions() {}

    static List<Question> of(List<ChoiceRule> rules, List<Node> nodes) {
        var asked = new Questions();
        for (int i = 0; i < nodes.size(); i++) {
            asked.ask(rules.get(i).condition(), nodes.get(i));
            // The next rule is asked where this one does not hold.
            asked.learn(rules.get(i).condition(), false);
        }
        return asked.questions;
    }

    private void ask(Condition condition, Node node) {
        switch (condition) {
            case Condition.And(var conditions) -> askEach(conditions, node, "And", true);
            case Condition.Or(var conditions) -> askEach(conditions, node, "Or", false);
            case Condition.Not(var inner) -> node.get("Not").ifPresent(not -> ask(inner, not));
            case Condition.Comparison comparison -> questions.add(new Question(node, comparison, List.copyOf(sure)));
            case Condition.Query _ -> {}
        }
    }

    private void askEach(List<Condition> conditions, Node node, String field, boolean goesOnWhere) {
        int known = sure.size();
        List<Node> nodes = node.get(field).orElseThrow().items();
        for (int i = 0; i < nodes.size(); i++) {
            ask(conditions.get(i), nodes.get(i));
            learn(conditions.get(i), goesOnWhere);
        }
        sure.subList(known, sure.size()).clear();
    }

    /// Takes note of what is present where a condition holds, or where it does not.
    private void learn(Condition condition, boolean holds) {
        switch (condition) {
            case Condition.Not(var inner) -> learn(inner, !holds);
            case Condition.And(var conditions) when holds -> conditions.forEach(each -> learn(each, true));
            case Condition.Or(var conditions) when !holds -> conditions.forEach(each -> learn(each, false));
            case Condition.Comparison comparison -> present(comparison, holds).ifPresent(sure::add);
            case Condition.And _, Condition.Or _, Condition.Query _ -> {}
        }
    }

    private static Optional<Path> present(Condition.Comparison comparison, boolean holds) {
        if (!(comparison.variable() instanceof Path path)) return Optional.empty();
        boolean asksPresence = comparison.operator() == Operator.IsPresent && comparison.operand() instanceof Literal(Json.Bool(var value)) && value == holds;
        // Any other comparison fails where its path leads to nothing.
        return asksPresence || comparison.operator() != Operator.IsPresent ? Optional.of(path) : Optional.empty();
    }
}
