package passo.convert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import passo.asl.text.Diagnostic.Phrase;

/// Collects the remarks on one state while it is converted. What is refused becomes a harmless stand-in, so that reading goes on.
final class Notes {

    private final String state;
    private final String location;
    private final List<Remark> refusals = new ArrayList<>();
    private final SequencedMap<String, List<String>> differences = new LinkedHashMap<>();
    private String field = "";

    /// @param location of the state
    Notes(String state, String location) {
        this.state = state;
        this.location = location;
    }

    /// What follows concerns this field.
    void at(String field) {
        this.field = field;
    }

    /// The state cannot be converted.
    void refuse(String key, String... arguments) {
        refusals.add(new Remark(Remark.Kind.REFUSED, state, location + "/" + field, new Phrase("convert.refused." + key, List.of(arguments))));
    }

    /// The two do not the same where an expression gives an unusual value.
    void differs(String key, String expression) {
        List<String> expressions = differences.computeIfAbsent(key, _ -> new ArrayList<>());
        if (!expressions.contains(expression)) expressions.add(expression);
    }

    boolean refused() {
        return !refusals.isEmpty();
    }

    /// The refusals; where there are none, the differences, each told once for the state.
    List<Remark> remarks() {
        if (refused()) return List.copyOf(refusals);
        return differences.entrySet().stream().map(difference -> new Remark(Remark.Kind.DIFFERS, state, location,
                new Phrase("convert.differs." + difference.getKey(), List.of(String.join(", ", difference.getValue()))))).toList();
    }
}
