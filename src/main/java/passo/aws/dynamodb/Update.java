package passo.aws.dynamodb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// An update done to one item. Every clause sees the item as it was before; the first that cannot be done is the fault, and the
/// item is worth nothing then.
final class Update {

    private static final String WRONG_TYPE = "An operand in the update expression has an incorrect data type";
    private static final String NO_SUCH_PATH = "The document path provided in the update expression is invalid for update";

    private static final Comparator<Clause> BY_PATH = Comparator.comparing(Clause::path);

    private final Value.M before;
    private Value.M item;
    private Optional<String> fault = Optional.empty();

    /// @param before the item, or the key of the one that is to be made
    Update(List<Clause> clauses, Value.M before) {
        this.before = before;
        item = before;
        // Indexes are those of the list as it was: what is added goes to its end in order, what is removed goes from its end.
        List<Clause> removals = clauses.stream().filter(Clause.Remove.class::isInstance).sorted(BY_PATH.reversed()).toList();
        List<Clause> inLists = clauses.stream().filter(clause -> !removals.contains(clause) && clause.path().isInList()).sorted(BY_PATH).toList();
        clauses.stream().filter(clause -> !removals.contains(clause) && !inLists.contains(clause)).forEach(this::apply);
        inLists.forEach(this::apply);
        removals.forEach(this::apply);
    }

    Value.M item() {
        return item;
    }

    Optional<String> fault() {
        return fault;
    }

    private void apply(Clause clause) {
        if (fault.isPresent()) return;
        Optional<Value> after = switch (clause) {
            case Clause.Set(_, var operand) -> Optional.of(computed(operand));
            case Clause.Remove _ -> Optional.empty();
            case Clause.Add(var path, var value) -> Optional.of(added(path.find(before), value));
            case Clause.Delete(var path, var value) -> without(path.find(before), value);
        };
        if (changed(item, clause.path().steps(), after) instanceof Value.M map) item = map;
    }

    private Value computed(Operand operand) {
        Optional<Value> value = Evaluation.value(operand, before);
        if (value.isPresent()) return inRange(value.get());
        return fault(isThere(operand) ? WRONG_TYPE : "The provided expression refers to an attribute that does not exist in the item");
    }

    /// Is all there that the operand is made of?
    private boolean isThere(Operand operand) {
        return switch (operand) {
            case Operand.Plus(var left, var right) -> isThere(left) && isThere(right);
            case Operand.Minus(var left, var right) -> isThere(left) && isThere(right);
            case Operand.ListAppend(var first, var second) -> isThere(first) && isThere(second);
            case Operand.Constant _, Operand.Attribute _, Operand.Size _, Operand.IfNotExists _ -> Evaluation.value(operand, before).isPresent();
        };
    }

    private Value inRange(Value value) {
        if (!(value instanceof Value.N(var number))) return value;
        var reader = new ValueReader();
        Value checked = reader.inRange(number);
        reader.fault().ifPresent(this::fault);
        return checked;
    }

    private Value added(Optional<Value> old, Value more) {
        if (old.isEmpty()) return more;
        if (old.get() instanceof Value.N(var number) && more instanceof Value.N(var increment)) return inRange(new Value.N(number.add(increment)));
        if (!(old.get() instanceof Value.SetOf(var type, var members) && more instanceof Value.SetOf(var other, var others) && type == other)) {
            return fault(WRONG_TYPE);
        }
        Collection<Value> all = new ArrayList<>(members);
        all.addAll(others);
        return new Value.SetOf(type, all);
    }

    /// AWS: a set that lost its last member is gone.
    private Optional<Value> without(Optional<Value> old, Value gone) {
        if (old.isEmpty()) return old;
        if (!(old.get() instanceof Value.SetOf(var type, var members) && gone instanceof Value.SetOf(var other, var others) && type == other)) {
            return Optional.of(fault(WRONG_TYPE));
        }
        var rest = new LinkedHashSet<>(members);
        rest.removeAll(others);
        return rest.isEmpty() ? Optional.empty() : Optional.of(new Value.SetOf(type, rest));
    }

    /// A value with another at the end of the steps, or with nothing there.
    private Value changed(Value here, List<Path.Step> steps, Optional<Value> after) {
        Path.Step step = steps.getFirst();
        Optional<Value> inner = after;
        if (steps.size() > 1) {
            Optional<Value> inside = Path.inside(here, step);
            if (inside.isEmpty()) return fault(NO_SUCH_PATH);
            inner = Optional.of(changed(inside.get(), steps.subList(1, steps.size()), after));
        }
        if (step instanceof Path.Step.Name(var name) && here instanceof Value.M map) {
            return inner.map(value -> map.with(name, value)).orElseGet(() -> map.without(name));
        }
        if (step instanceof Path.Step.Index(var index) && here instanceof Value.L(var items)) return changed(items, index, inner);
        return fault(NO_SUCH_PATH);
    }

    private static Value changed(List<Value> items, int index, Optional<Value> after) {
        var changed = new ArrayList<>(items);
        boolean there = index < items.size();
        if (after.isEmpty() && there) changed.remove(index);
        if (after.isPresent() && there) changed.set(index, after.get());
        if (after.isPresent() && !there) changed.add(after.get());
        return new Value.L(changed);
    }

    private Value fault(String message) {
        if (fault.isEmpty()) fault = Optional.of(message);
        return new Value.Null();
    }
}
