package passo.asl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import passo.asl.text.Diagnostic;
import passo.asl.text.Diagnostic.Severity;
import passo.asl.text.Node;
import passo.asl.text.Source;
import passo.json.Json;
import passo.json.Location;
import passo.json.Positions;

/// What was found wrong with a definition so far. Belongs to one reading of one text.
final class Problems {

    /// @param repair what may mend it
    /// @param object what the field stands in that is wrong; where a value is, the value
    /// @param subject the field or the value that is wrong
    record Finding(Diagnostic diagnostic, Optional<Repair> repair, Node object, Node subject) {}

    private final List<Finding> findings = new ArrayList<>();
    private final Source source;

    Problems(Source source) {
        this.source = source;
    }

    /// Something is wrong with a value. In the text the value is marked, or its name if it is long.
    void report(Node node, Problem problem) {
        add(problem, location(node), node, node, source.start(node), source.end(node));
    }

    /// Something is wrong with a field's presence: AWS points at the object, we at the field's name.
    void report(Node object, String field, Problem problem) {
        Node member = object.get(field).orElse(object);
        add(problem, location(object), object, member, member.positions().name(), source.placeBehindName(member));
    }

    /// Something for which AWS gives no location is wrong.
    void reportUnplaced(Node node, Problem problem) {
        add(problem, "", node, node, node.positions().name(), source.placeBehindName(node));
    }

    /// The text is not even JSON.
    void reportText(String location, Location at, Problem problem) {
        Node nothing = Node.root(Json.NULL, Positions.NONE);
        add(problem, location, nothing, nothing, at, new Location(at.line(), at.column() + 1, at.offset() + 1));
    }

    boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.diagnostic.severity() == Severity.ERROR);
    }

    /// All of them, in the order of the text.
    List<Finding> findings() {
        return findings.stream().sorted(Comparator.comparingInt(finding -> finding.diagnostic.at().offset())).toList();
    }

    private void add(Problem problem, String location, Node object, Node subject, Location at, Location end) {
        findings.add(new Finding(new Diagnostic(problem.severity(), problem.code(), location, problem.message(), problem.explanation(),
                problem.wayOut(), problem.differs(), Optional.empty(), at, end), problem.repair(), object, subject));
    }

    private static String location(Node node) {
        return node.location().isEmpty() ? "/" : node.location();
    }
}
