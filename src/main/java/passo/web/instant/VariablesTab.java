package passo.web.instant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import passo.engine.Decision;
import passo.engine.Step;
import passo.json.Json;
import passo.web.parts.JsonLine;
import passo.web.parts.JsonLines;
import passo.web.trace.Asked;
import passo.web.trace.Ran;
import passo.web.trace.View;

/// The tab *Variables*: what a step sees, who assigned it and who uses it.
public final class VariablesTab implements View {

    private static final int DEEP = 4;

    public record VariablesView(int step, String state, List<Variable> variables) {}

    /// @param lines its value; where the step assigns it, before and after
    /// @param by the number of the step that assigned it last; 0 where nobody knows
    /// @param byState the state of that step
    /// @param changed was it changed by hand there?
    /// @param mine does the step assign it?
    /// @param users the states that name it
    public record Variable(String name, List<JsonLine> lines, int by, String byState, boolean changed, boolean mine, List<String> users) {}

    @Override public String template() {
        return "instant/variables.jte";
    }

    @Override public VariablesView of(Ran ran, Asked asked) {
        Step step = ran.step(asked.step());
        Json.Obj before = step.variables();
        var names = new ArrayList<>(before.names());
        step.assigned().names().stream().filter(name -> !before.has(name)).forEach(names::add);
        var users = new VariableUsers(ran.form().definition());
        return new VariablesView(step.number(), step.state(), names.stream().map(name -> variable(ran, step, name, before.get(name), users)).toList());
    }

    private static Variable variable(Ran ran, Step step, String name, @Nullable Json before, VariableUsers users) {
        @Nullable Json assigned = step.assigned().get(name);
        Optional<Step> changer = changer(ran, step, name);
        Optional<Step> by = assigned != null ? Optional.of(step) : changer.or(() -> assigner(ran, step, name));
        List<JsonLine> lines = assigned == null ? JsonLines.of(before, DEEP)
                : before == null ? JsonLines.of(assigned, DEEP) : JsonLines.difference(before, assigned, DEEP);
        return new Variable(name, lines, by.map(Step::number).orElse(0), by.map(Step::state).orElse(""), assigned == null && changer.isPresent(), assigned != null,
                users.of(name));
    }

    /// The last step before this one that assigned the variable, in the same scope or in one around it.
    private static Optional<Step> assigner(Ran ran, Step step, String name) {
        return ran.trace().steps().stream().filter(other -> isBefore(other, step) && other.assigned().has(name)).reduce((_, later) -> later);
    }

    /// The step at whose entry it was changed by hand, where nobody has assigned it since.
    private static Optional<Step> changer(Ran ran, Step step, String name) {
        return ran.decided().list().stream()
                .flatMap(decision -> decision instanceof Decision.Assign assign && assign.variable().equals(name)
                        ? ran.trace().steps().stream().filter(other -> other.enteredEvent() == assign.eventId()) : Stream.empty())
                .filter(other -> other == step || isBefore(other, step))
                .filter(other -> assigner(ran, step, name).filter(assigner -> assigner.number() >= other.number()).isEmpty())
                .reduce((_, later) -> later);
    }

    private static boolean isBefore(Step other, Step step) {
        int depth = other.frames().size();
        return other.number() < step.number() && depth <= step.frames().size() && step.frames().subList(0, depth).equals(other.frames())
                && other.exited().filter(exited -> !exited.isAfter(step.entered())).isPresent();
    }
}
