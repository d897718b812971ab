package passo.engine;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import passo.expression.Variables;
import passo.json.Json;

/// The decisions of one run, and which of them have found their place in it so far.
final class Decisions {

    private final List<Decision> all;
    private final BitSet placed = new BitSet();
    private Optional<Run.Unfit> unfit = Optional.empty();

    Decisions(List<Decision> all) {
        this.all = all;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /// The answers to the task that waits since an event.
    ///
    /// @param root is the execution the run's own?
    void answers(String execution, boolean root, int eventId, Consumer<Decision.Answer> taker) {
        each(Decision.Answer.class, answer -> answer.eventId() == eventId
                && (answer.execution().isEmpty() ? root : answer.execution().equals(execution)), taker);
    }

    void stops(int eventId, Consumer<Decision.Stop> taker) {
        each(Decision.Stop.class, stop -> stop.eventId() == eventId, taker);
    }

    void repeats(Consumer<Decision.Repeat> taker) {
        each(Decision.Repeat.class, _ -> true, taker);
    }

    private <D extends Decision> void each(Class<D> kind, Predicate<D> stands, Consumer<D> taker) {
        for (int i = 0; i < all.size(); i++) {
            if (!kind.isInstance(all.get(i)) || !stands.test(kind.cast(all.get(i)))) continue;
            placed.set(i);
            taker.accept(kind.cast(all.get(i)));
        }
    }

    /// A state's input after the changes that stand at its entry.
    Json changed(int eventId, Json input) {
        Json[] result = {input};
        each(Decision.Change.class, change -> change.eventId() == eventId, change -> change.pointer().replace(result[0], change.value())
                .ifPresentOrElse(changed -> result[0] = changed, () -> refuse(change, Run.Unfit.Reason.NO_SUCH_PLACE, change.pointer().toString())));
        return result[0];
    }

    /// The variables that are other ones from a state's entry on.
    Json.Obj assigned(int eventId, Variables variables) {
        var assigned = Json.Obj.builder();
        each(Decision.Assign.class, assign -> assign.eventId() == eventId, assign -> {
            if (variables.get(assign.variable()) == null) refuse(assign, Run.Unfit.Reason.NO_SUCH_VARIABLE, assign.variable());
            else assigned.put(assign.variable(), assign.value());
        });
        return assigned.build();
    }

    /// What is replied to a call instead of what the service says; the last word counts.
    Optional<Decision.Reply> reply(int eventId, int attempt) {
        Decision.Reply[] result = {null};
        each(Decision.Reply.class, reply -> reply.eventId() == eventId && reply.attempt() == attempt, reply -> result[0] = reply);
        return Optional.ofNullable(result[0]);
    }

    /// How long the run is looked at, where not to its end.
    Optional<Duration> until() {
        Duration[] result = {null};
        each(Decision.Until.class, _ -> true, until -> result[0] = until.after());
        return Optional.ofNullable(result[0]);
    }

    /// Is a redrive still to come?
    boolean mayRedrive() {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) instanceof Decision.Redrive && !placed.get(i)) return true;
        }
        return false;
    }

    /// The next redrive, where there is one.
    Optional<Decision.Redrive> redrive() {
        for (int i = 0; i < all.size(); i++) {
            if (!(all.get(i) instanceof Decision.Redrive redrive) || placed.get(i)) continue;
            placed.set(i);
            return Optional.of(redrive);
        }
        return Optional.empty();
    }

    /// The redrive does not fit, for AWS's reason.
    void refuse(Decision.Redrive redrive, String why) {
        refuse(redrive, Run.Unfit.Reason.NOT_REDRIVABLE, why);
    }

    private void refuse(Decision decision, Run.Unfit.Reason reason, String about) {
        if (unfit.isEmpty()) unfit = Optional.of(new Run.Unfit(all.indexOf(decision), reason, about));
    }

    /// The first decision that does not fit the run.
    Optional<Run.Unfit> unfit() {
        int first = placed.nextClearBit(0);
        if (unfit.isPresent() || first >= all.size()) return unfit;
        return Optional.of(switch (all.get(first)) {
            case Decision.Answer answer -> new Run.Unfit(first, Run.Unfit.Reason.NOTHING_WAITS, String.valueOf(answer.eventId()));
            case Decision.Stop stop -> new Run.Unfit(first, Run.Unfit.Reason.NO_SUCH_EVENT, String.valueOf(stop.eventId()));
            case Decision.Change change -> new Run.Unfit(first, Run.Unfit.Reason.NO_ENTRY, String.valueOf(change.eventId()));
            case Decision.Assign assign -> new Run.Unfit(first, Run.Unfit.Reason.NO_ENTRY, String.valueOf(assign.eventId()));
            case Decision.Reply reply -> new Run.Unfit(first, Run.Unfit.Reason.NO_SUCH_CALL, String.valueOf(reply.eventId()));
            case Decision.Repeat _ -> new Run.Unfit(first, Run.Unfit.Reason.NOT_REPEATED, "");
            case Decision.Until until -> throw new IllegalStateException("Always fits: " + until);
            case Decision.Redrive _ -> new Run.Unfit(first, Run.Unfit.Reason.NOT_REDRIVABLE, "Execution is RUNNING and cannot be redriven");
        });
    }
}
