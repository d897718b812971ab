package passo.web.explain;

import java.util.List;
import passo.asl.text.Node;
import passo.web.parts.Sentence;

/// What one field of a state does.
///
/// @param node the field as it is written; the state itself for what it does as a whole, or for what a field that is missing would say
/// @param field its name, such as `Retry[0]`
/// @param said what it does
/// @param run what came of it in the run
record Line(Node node, String field, List<Sentence> said, List<Sentence> run) {

    Line {
        said = List.copyOf(said);
        run = List.copyOf(run);
    }

    /// Does a place in the text belong to it?
    boolean covers(int offset) {
        return node.positions().name().offset() <= offset && offset <= node.positions().end().offset();
    }

    int length() {
        return node.positions().end().offset() - node.positions().name().offset();
    }
}
