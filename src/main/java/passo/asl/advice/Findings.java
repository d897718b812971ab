package passo.asl.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import passo.asl.Diagnostic.Phrase;
import passo.asl.Fix;
import passo.asl.Node;
import passo.asl.Source;

/// The advice found so far. Belongs to one reading of one definition.
final class Findings {

    private final List<Advice> advice = new ArrayList<>();
    private final Source source;

    Findings(Source source) {
        this.source = source;
    }

    /// @param node what it is about: the place is marked in the text, or its name if it is long
    void add(Matter matter, Node node, String... arguments) {
        add(matter, node, Optional.empty(), arguments);
    }

    void add(Matter matter, Node node, Optional<Fix> fix, String... arguments) {
        var key = matter.key();
        advice.add(new Advice(matter.name(), node.location(), Phrase.of(key, arguments), Phrase.of(key + ".hint", arguments), fix,
                source.start(node), source.end(node)));
    }

    /// All of it, in the order of the text.
    List<Advice> all() {
        return advice.stream().sorted(Comparator.comparingInt(each -> each.at().offset())).toList();
    }
}
