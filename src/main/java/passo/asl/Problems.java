package passo.asl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import passo.asl.Diagnostic.Severity;
import passo.json.Location;
import passo.json.Positions;

/// What was found wrong with a definition so far. Belongs to one reading of one text.
final class Problems {

    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final int quotes;

    /// @param quotes how many characters stand around a name in the text: 2 in JSON, 0 in YAML
    Problems(int quotes) {
        this.quotes = quotes;
    }

    /// Something is wrong with a value. In the text the value is marked, or its name if it is long.
    void report(Node node, Problem problem) {
        Positions place = node.positions();
        if (node.isContainer()) add(problem, location(node), place.name(), endOfName(node));
        else add(problem, location(node), place.start(), place.end());
    }

    /// Something is wrong with a field's presence: AWS points at the object, we at the field's name.
    void report(Node object, String field, Problem problem) {
        Node member = object.get(field).orElse(object);
        add(problem, location(object), member.positions().name(), endOfName(member));
    }

    /// Something for which AWS gives no location is wrong.
    void reportUnplaced(Node node, Problem problem) {
        add(problem, "", node.positions().name(), endOfName(node));
    }

    /// The text is not even JSON.
    void reportText(String location, Location at, Problem problem) {
        add(problem, location, at, new Location(at.line(), at.column() + 1, at.offset() + 1));
    }

    boolean hasErrors() {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }

    /// All of them, in the order of the text.
    List<Diagnostic> diagnostics() {
        return diagnostics.stream().sorted(Comparator.comparingInt(diagnostic -> diagnostic.at().offset())).toList();
    }

    private void add(Problem problem, String location, Location at, Location end) {
        diagnostics.add(new Diagnostic(problem.severity(), problem.code(), location, problem.message(), problem.explanation(),
                problem.hint(), at, end));
    }

    private static String location(Node node) {
        return node.location().isEmpty() ? "/" : node.location();
    }

    private Location endOfName(Node node) {
        if (node.positions() == Positions.NONE) return Location.START;
        Location start = node.positions().name();
        int length = node.name().isEmpty() ? 1 : node.name().length() + quotes;
        return new Location(start.line(), start.column() + length, start.offset() + length);
    }
}
