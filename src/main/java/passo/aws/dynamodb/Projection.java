package passo.aws.dynamodb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The part of an item that some paths lead to; of a list the items asked for, in their order, without gaps.
final class Projection {

    private Projection() {}

    static Value.M of(Value.M item, List<Path> paths) {
        return part(item, paths.stream().map(Path::steps).toList()).map(part -> (Value.M) part).orElse(Value.M.EMPTY);
    }

    private static Optional<Value> part(Value value, List<List<Path.Step>> ways) {
        if (ways.stream().anyMatch(List::isEmpty)) return Optional.of(value);
        SequencedMap<Path.Step, List<List<Path.Step>>> byStep = new LinkedHashMap<>();
        ways.forEach(way -> byStep.computeIfAbsent(way.getFirst(), _ -> new ArrayList<>()).add(way.subList(1, way.size())));
        return switch (value) {
            case Value.M map -> named(map, byStep);
            case Value.L list -> indexed(list, byStep);
            case Value.S _, Value.N _, Value.B _, Value.Bool _, Value.Null _, Value.SetOf _ -> Optional.empty();
        };
    }

    private static Optional<Value> named(Value.M map, SequencedMap<Path.Step, List<List<Path.Step>>> byStep) {
        var some = new LinkedHashMap<String, Value>();
        byStep.forEach((step, ways) -> {
            if (!(step instanceof Path.Step.Name(var name))) return;
            map.get(name).flatMap(inside -> part(inside, ways)).ifPresent(part -> some.put(name, part));
        });
        return some.isEmpty() ? Optional.empty() : Optional.of(new Value.M(some));
    }

    private static Optional<Value> indexed(Value.L list, SequencedMap<Path.Step, List<List<Path.Step>>> byStep) {
        List<Value> some = byStep.entrySet().stream().filter(entry -> entry.getKey() instanceof Path.Step.Index)
                .sorted(Comparator.comparingInt(entry -> ((Path.Step.Index) entry.getKey()).index()))
                .map(entry -> Path.inside(list, entry.getKey()).flatMap(inside -> part(inside, entry.getValue())))
                .flatMap(Optional::stream).toList();
        return some.isEmpty() ? Optional.empty() : Optional.of(new Value.L(some));
    }
}
