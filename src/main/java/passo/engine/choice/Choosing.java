package passo.engine.choice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import passo.asl.State;
import passo.engine.Step;
import passo.engine.Trace;
import passo.engine.choice.Judged.Truth;
import passo.expression.Scope;
import passo.expression.Variables;
import passo.json.Json;

/// How a Choice state decides for certain data, rule by rule; what comes after the rule that wins is judged too.
///
/// @param decision the number of the rule that wins, from 0; the number of rules where none does, which is the default's
/// @param fails does the rule of that number fail, and with it the state; or is there no default?
public record Choosing(List<Judged> rules, int decision, boolean fails) {

    public Choosing {
        rules = List.copyOf(rules);
    }

    public static Choosing of(State.Choice choice, Scope scope) {
        var rules = new ArrayList<Judged>();
        int decision = -1;
        for (int i = 0; i < choice.choices().size(); i++) {
            Judged rule = Judged.of(Clause.of(choice.choices().get(i).condition()), scope, decision < 0);
            rules.add(rule);
            if (decision < 0 && rule.truth() != Truth.FALSE) decision = i;
        }
        if (decision < 0) return new Choosing(rules, rules.size(), choice.otherwise().isEmpty());
        return new Choosing(rules, decision, rules.get(decision).truth() == Truth.FAILS);
    }

    public boolean isOtherwise() {
        return decision == rules.size();
    }

    /// What a step of a run saw when it chose.
    public static Scope seen(Trace trace, Step step) {
        Json input = step.stages().stream().filter(stage -> stage.field().equals("InputPath")).map(Step.Stage::value).findFirst().orElse(step.input());
        return scope(input, step.variables(), trace.context(step), step.entered());
    }

    /// What a state would see.
    public static Scope scope(Json input, Json.Obj variables, Json.Obj context, Instant now) {
        return new Scope(input, Optional.empty(), Optional.empty(), () -> context, Variables.NONE.with(variables), new SplittableRandom(0), now);
    }
}
