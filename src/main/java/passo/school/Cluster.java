package passo.school;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Answers of several members to one exercise that are wrong in the same way. Immutable.
///
/// @param deeds of those whose answers they are, the latest answer first
public record Cluster(String slug, Fault fault, List<Deed> deeds) {

    private static final int FEWEST = 2;

    /// All of them, the largest first; of two that are equally large, the one that was added to last.
    ///
    /// @param faults of the latest answers to exercises that are not passed
    public static List<Cluster> of(Map<Deed, Fault> faults) {
        record Alike(String slug, Fault fault) {}
        Comparator<Deed> latest = Comparator.comparing((Deed deed) -> deed.lastAt().orElseThrow()).reversed().thenComparing(Deed::learner);
        return faults.entrySet().stream().collect(Collectors.groupingBy(entry -> new Alike(entry.getKey().slug(), entry.getValue()),
                        Collectors.mapping(Map.Entry::getKey, Collectors.collectingAndThen(Collectors.toList(), deeds -> deeds.stream().sorted(latest).toList()))))
                .entrySet().stream().filter(entry -> entry.getValue().size() >= FEWEST).map(entry -> new Cluster(entry.getKey().slug(), entry.getKey().fault(), entry.getValue()))
                .sorted(Comparator.<Cluster>comparingInt(cluster -> -cluster.deeds().size()).thenComparing(cluster -> cluster.deeds().getFirst(), latest)).toList();
    }
}
