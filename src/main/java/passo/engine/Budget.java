package passo.engine;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import passo.json.Json;

/// Counts what the executions of one run use up together.
public final class Budget {

    /// Values below this size are counted each time; a larger one is counted once, however often it is kept.
    private static final int SMALL = 2_048;
    private static final int BETWEEN_GLANCES = 64;

    private final Limits limits;
    /// What this is a part of.
    private final @Nullable Budget whole;
    private final Set<Json> large = Collections.newSetFromMap(new IdentityHashMap<>());
    private int events;
    private int happened;
    private long bytes;
    private Run.Refused refused;

    public Budget(Limits limits) {
        this(limits, null);
    }

    private Budget(Limits limits, @Nullable Budget whole) {
        this.limits = limits;
        this.whole = whole;
    }

    /// A part of this, for something that may be let go.
    Budget part() {
        return new Budget(limits, this);
    }

    /// What this part counted is kept no longer.
    void letGo() {
        for (Budget outer = whole; outer != null; outer = outer.whole) {
            outer.events -= events;
            outer.bytes -= bytes;
        }
    }

    public void event() {
        events++;
        if (whole != null) {
            whole.event();
            return;
        }
        if (events > limits.events()) refuse(Run.Reason.EVENTS, limits.events());
        if (++happened % BETWEEN_GLANCES == 0 && limits.overdue().getAsBoolean()) refuse(Run.Reason.TIME, 0);
    }

    void keep(Json value) {
        add(count(value));
    }

    /// Counts a value of which a text is to be made: what it shares with others is written again each time.
    public void write(Json value) {
        add(value.bytes());
    }

    private void add(long more) {
        bytes += more;
        if (whole != null) whole.add(more);
        else if (bytes > limits.bytes()) refuse(Run.Reason.BYTES, limits.bytes());
    }

    private long count(Json value) {
        // A string does not remember its size: one that is known is not measured again.
        if (value instanceof Json.Str(var text) && text.length() >= SMALL && isKnown(value)) return 0;
        int size = value.bytes();
        if (size < SMALL) return size;
        if (isKnown(value)) return 0;
        large.add(value);
        long sum = 0;
        switch (value) {
            case Json.Obj obj -> {
                for (int i = 0; i < obj.size(); i++) sum += obj.name(i).length() + count(obj.value(i));
            }
            case Json.Arr arr -> {
                for (Json item : arr) sum += count(item);
            }
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> sum = size;
        }
        return sum;
    }

    private boolean isKnown(Json value) {
        return large.contains(value) || whole != null && whole.isKnown(value);
    }

    private void refuse(Run.Reason reason, long most) {
        if (refused == null) refused = new Run.Refused(reason, most);
    }

    public Optional<Run.Refused> refused() {
        return whole != null ? whole.refused() : Optional.ofNullable(refused);
    }

    public boolean isSpent() {
        return refused().isPresent();
    }
}
