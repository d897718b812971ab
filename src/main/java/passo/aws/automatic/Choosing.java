package passo.aws.automatic;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import passo.asl.ChoiceRule;
import passo.asl.State;
import passo.expression.Jsonata;
import passo.expression.Literal;
import passo.expression.Path;
import passo.json.Json;

/// Wishes for the data at a Choice state that make it go where the machine gets on.
final class Choosing {

    private final Reads reads;

    Choosing(Reads reads) {
        this.reads = reads;
    }

    void choose(State.Choice choice, Reads.Sources sources, Optional<Progress.Branch> best) {
        for (ChoiceRule rule : choice.choices()) {
            boolean chosen = best.isPresent() && best.get().rule().isPresent() && best.get().rule().get() == rule;
            hold(rule.condition(), chosen, sources);
            if (chosen) break;
        }
    }

    private void hold(ChoiceRule.Condition condition, boolean holds, Reads.Sources sources) {
        switch (condition) {
            case ChoiceRule.Condition.And(var conditions) -> {
                if (holds) conditions.forEach(inner -> hold(inner, true, sources));
                else falsify(conditions, sources);
            }
            case ChoiceRule.Condition.Or(var conditions) -> {
                if (holds) hold(Collections.min(conditions, Comparator.comparingInt(Progress::tone)), true, sources);
                else conditions.forEach(inner -> hold(inner, false, sources));
            }
            case ChoiceRule.Condition.Not(var inner) -> hold(inner, !holds, sources);
            case ChoiceRule.Condition.Comparison comparison -> hold(comparison, holds, sources);
            case ChoiceRule.Condition.Query(Jsonata jsonata) -> JsonataReads.hold(jsonata.source(), holds, sources, reads::variable);
            case ChoiceRule.Condition.Query _ -> {}
        }
    }

    /// A conjunction fails with its last part; an `IsPresent` before it stays true, for what it guards is read.
    private void falsify(List<ChoiceRule.Condition> conditions, Reads.Sources sources) {
        conditions.subList(0, conditions.size() - 1).forEach(inner -> hold(inner, inner instanceof ChoiceRule.Condition.Comparison c
                && c.operator() == ChoiceRule.Operator.IsPresent, sources));
        hold(conditions.getLast(), false, sources);
    }

    private void hold(ChoiceRule.Condition.Comparison comparison, boolean holds, Reads.Sources sources) {
        if (!(comparison.variable() instanceof Path path)) return;
        boolean typeTest = comparison.operator().operand() == ChoiceRule.Operand.TYPE;
        Json operand = comparison.operand() instanceof Literal(var value) ? value
                : comparison.operand() instanceof Path other && !typeTest ? Wish.shared(comparison.operator(), reads.at(other, sources))
                        : Json.NULL;
        boolean truth = typeTest ? holds == Json.TRUE.equals(operand) : holds;
        if (comparison.operator() == ChoiceRule.Operator.IsPresent && !truth) reads.at(path, sources).mustBeAbsent();
        else Wish.of(comparison.operator(), operand, truth).make(reads.at(path, sources));
    }
}
