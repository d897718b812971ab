package passo.web.explain;

import java.util.Optional;
import passo.asl.ChoiceRule.Condition;
import passo.asl.ChoiceRule.Operand;
import passo.asl.State;
import passo.diagram.Rules;
import passo.engine.choice.Alternative;
import passo.engine.choice.Clause;
import passo.engine.choice.Judged;
import passo.engine.choice.Judged.Truth;
import passo.engine.choice.Relation;
import passo.expression.Expression;
import passo.expression.Literal;
import passo.json.Json;
import passo.web.explain.ChoiceView.ClauseRow;
import passo.web.parts.Sentence;

/// The comparisons of a rule with the values that stood there: "`$.amount` is `80`; `80 > 1000` is false."
record ChoiceWords(Known known, State.Choice choice) {

    ClauseRow row(Judged judged) {
        String icon = switch (judged.truth()) {
            case TRUE -> "ok";
            case FALSE -> "fail";
            case FAILS -> "warn";
        };
        return new ClauseRow(said(judged), icon, judged.asked(), judged.parts().stream().map(this::row).toList());
    }

    private Sentence said(Judged judged) {
        return switch (judged.clause()) {
            case Clause.All _ -> known.say("choice.all." + judged.truth());
            case Clause.Any _ -> known.say("choice.any." + judged.truth());
            case Clause.Not _ -> known.say("choice.not." + judged.truth());
            case Clause.Holds(_, var expression) -> judged.left().map(value -> known.say("choice.gives", source(expression), known.value(value)))
                    .orElseGet(() -> judged.truth() == Truth.FAILS ? known.say("choice.fails", source(expression), judged.error()) : known.say("choice.bare", source(expression)));
            case Clause.Compares compares -> compared(compares, judged);
        };
    }

    private Sentence compared(Clause.Compares compares, Judged judged) {
        Sentence.Part place = source(compares.left());
        if (compares.relation().isTest() && judged.truth() != Truth.FAILS) {
            Sentence.Part asked = Known.code(Rules.text(compares.condition(), known.page().messages()::get));
            return judged.left().map(value -> known.say("choice.test", asked, truth(judged), known.value(value)))
                    .orElseGet(() -> known.say("choice.test.nothing", asked, truth(judged)));
        }
        if (judged.left().isEmpty()) return known.say("choice.absent.matters", place);
        Json left = judged.left().get();
        if (judged.right().isEmpty()) return known.say("choice.absent.matters", source(compares.right()));
        Json right = judged.right().get();
        Optional<Operand> other = otherType(compares.condition(), left);
        if (other.isPresent()) return known.say("choice.type." + other.get(), place, known.value(left));
        Sentence values = compares.relation() == Relation.MATCHES ? known.say("choice.matches", known.value(left), known.value(right))
                : known.say("choice.compared", known.value(left), compares.relation().sign(), known.value(right));
        return compares.right() instanceof Literal || isConstant(compares.right()) ? known.say("choice.is", place, known.value(left), values, truth(judged))
                : known.say("choice.both", place, known.value(left), source(compares.right()), known.value(right), values, truth(judged));
    }

    private String truth(Judged judged) {
        return known.page().text("choice.truth." + judged.truth());
    }

    private static boolean isConstant(Expression expression) {
        return !expression.source().contains("$");
    }

    /// What the operator compares, where the value is something else: then it never holds.
    private static Optional<Operand> otherType(Condition condition, Json value) {
        if (!(condition instanceof Condition.Comparison(_, var operator, _))) return Optional.empty();
        boolean fits = switch (operator.operand()) {
            case NUMERIC -> value instanceof Json.Num;
            case BOOLEAN -> value instanceof Json.Bool;
            case STRING, PATTERN, TIMESTAMP -> value instanceof Json.Str;
            case TYPE -> true;
        };
        return fits ? Optional.empty() : Optional.of(operator.operand());
    }

    private static Sentence.Part source(Expression expression) {
        return Known.code(expression.source().strip().replaceAll("\\s+", " "));
    }

    /// "It would win with `$.amount` = `1001`."
    Sentence example(Alternative alternative) {
        return known.say("choice.example", known.list(alternative.wishes().stream().map(wish -> wish.value()
                .map(value -> known.say("choice.example.value", Known.code(Known.place(choice, wish.place())), known.value(value)))
                .orElseGet(() -> known.say("choice.example.absent", Known.code(Known.place(choice, wish.place()))))).toList(), "explained.and"));
    }
}
