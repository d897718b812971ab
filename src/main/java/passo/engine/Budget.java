package passo.engine;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import passo.json.Json;

/// Counts what the executions of one run use up together.
final class Budget {

    /// Values below this size are counted each time; a larger one is counted once, however often it is kept.
    private static final int SMALL = 2_048;
    private static final int BETWEEN_GLANCES = 64;

    private final Limits limits;
    private final Set<Json> large = Collections.newSetFromMap(new IdentityHashMap<>());
    private int events;
    private long bytes;
    private Run.Refused refused;

    Budget(Limits limits) {
        this.limits = limits;
    }

    void event() {
        events++;
        if (events > limits.events()) refuse(Run.Reason.EVENTS, limits.events());
        if (events % BETWEEN_GLANCES == 0 && limits.overdue().getAsBoolean()) refuse(Run.Reason.TIME, 0);
    }

    void keep(Json value) {
        count(value);
        refuseTooManyBytes();
    }

    /// Counts a value of which a text is to be made: what it shares with others is written again each time.
    void write(Json value) {
        bytes += value.bytes();
        refuseTooManyBytes();
    }

    private void refuseTooManyBytes() {
        if (bytes > limits.bytes()) refuse(Run.Reason.BYTES, limits.bytes());
    }

    private void count(Json value) {
        // A string does not remember its size: one that is known is not measured again.
        if (value instanceof Json.Str(var text) && text.length() >= SMALL && large.contains(value)) return;
        int size = value.bytes();
        if (size < SMALL) {
            bytes += size;
            return;
        }
        if (!large.add(value)) return;
        switch (value) {
            case Json.Obj obj -> {
                for (int i = 0; i < obj.size(); i++) {
                    bytes += obj.name(i).length();
                    count(obj.value(i));
                }
            }
            case Json.Arr arr -> {
                for (Json item : arr) count(item);
            }
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> bytes += size;
        }
    }

    private void refuse(Run.Reason reason, long most) {
        if (refused == null) refused = new Run.Refused(reason, most);
    }

    Optional<Run.Refused> refused() {
        return Optional.ofNullable(refused);
    }

    boolean isSpent() {
        return refused != null;
    }
}
