package passo.asl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import passo.asl.Problems.Finding;
import passo.asl.text.Diagnostic;
import passo.asl.text.Diagnostic.Phrase;
import passo.asl.text.Fix;
import passo.asl.text.Fix.Edit;
import passo.asl.text.Node;
import passo.asl.text.Source;
import passo.json.Json;

/// Finds certain ways out: a fix is offered where the text, mended by it, was read again, and the problem had gone and no
/// other had come.
///
/// @param root the definition that was read
record Mender(Source source, Definition.Type type, Node root) {

    /// How many characters are read again at most, so that a long text with many mistakes takes no longer than one with a few.
    private static final int MOST_READ = 1_000_000;

    /// The diagnostics, each with its fix where it has one.
    List<Diagnostic> mended(List<Finding> findings) {
        List<Diagnostic> diagnostics = findings.stream().map(Finding::diagnostic).toList();
        if (source.text().isEmpty()) return diagnostics;
        var mended = new ArrayList<Diagnostic>(findings.size());
        int left = MOST_READ / source.text().length();
        for (Finding finding : findings) {
            List<Fix> fixes = finding.repair().map(repair -> fixes(repair, finding)).orElse(List.of());
            left -= fixes.size();
            mended.add(left < 0 ? finding.diagnostic() : best(fixes, finding.diagnostic(), diagnostics));
        }
        return mended;
    }

    /// The diagnostic with the fix that leaves the fewest others, if there is any that is one.
    private Diagnostic best(List<Fix> fixes, Diagnostic diagnostic, List<Diagnostic> before) {
        record Trial(Fix fix, List<Diagnostic> after) {}
        return fixes.stream().map(fix -> new Trial(fix, after(fix)))
                .filter(trial -> isGone(diagnostic, before, trial.after))
                .min(Comparator.comparingInt(trial -> trial.after.size()))
                .map(trial -> diagnostic.with(trial.fix)).orElse(diagnostic);
    }

    private List<Diagnostic> after(Fix fix) {
        return Definition.read(fix.applyTo(source.text()), type).findings().stream().map(Finding::diagnostic).toList();
    }

    /// Behind a mistake of syntax any other may have hidden.
    private static boolean isGone(Diagnostic diagnostic, List<Diagnostic> before, List<Diagnostic> after) {
        List<String> rest = new ArrayList<>(before.stream().map(Mender::words).toList());
        rest.remove(words(diagnostic));
        boolean isSyntax = diagnostic.code().equals(Problem.SYNTAX);
        return isSyntax ? after.stream().noneMatch(each -> each.code().equals(Problem.SYNTAX))
                : after.stream().map(Mender::words).allMatch(rest::remove);
    }

    private static String words(Diagnostic diagnostic) {
        return diagnostic.code() + diagnostic.location() + diagnostic.message();
    }

    // What a repair means in this text.

    private List<Fix> fixes(Repair repair, Finding finding) {
        Node subject = finding.subject();
        return switch (repair) {
            case Repair.Meant(var name) -> fixes(finding.object() == subject ? new Repair.Write(Json.of(name)) : new Repair.Rename(name), finding);
            case Repair.Rename(var name) -> List.of(fix("fix.rename", source.rename(subject, name), name));
            case Repair.Write(var value) -> List.of(fix("fix.write", source.write(subject, value), value.toString()));
            case Repair.Remove _ -> List.of(fix("fix.remove", source.remove(finding.object(), subject), subject.name()));
            case Repair.Insert(var member, var value) -> insert(subject, member, value).stream().toList();
            case Repair.GoOn _ -> Stream.concat(following(subject).flatMap(next -> insert(subject, "Next", Json.of(next))).stream(),
                    insert(subject, "End", Json.TRUE).stream()).toList();
            case Repair.Last _ -> last(subject);
            case Repair.Rewrite(var fix) -> List.of(fix);
        };
    }

    private static Fix fix(String label, Edit edit, String... arguments) {
        return new Fix(Phrase.of(label, arguments), List.of(edit));
    }

    private Optional<Fix> insert(Node object, String member, Json value) {
        if (object.members().isEmpty()) return Optional.empty();
        return Optional.of(fix("fix.insert", source.insert(object, member, value), "\"" + member + "\": " + value));
    }

    private List<Fix> last(Node value) {
        Node item = around(value);
        List<Node> items = around(item).items();
        int place = items.stream().map(Node::location).toList().indexOf(item.location());
        return List.of(new Fix(Phrase.of("fix.last"), source.moveLast(items, place)));
    }

    private Optional<String> following(Node state) {
        List<String> names = around(state).members().stream().map(Node::name).toList();
        int next = names.indexOf(state.name()) + 1;
        return next > 0 && next < names.size() ? Optional.of(names.get(next)) : Optional.empty();
    }

    private Node around(Node node) {
        int step = node.name().isEmpty() ? node.location().length() - node.location().lastIndexOf('[') : node.name().length() + 1;
        return root.descend(node.location().substring(0, node.location().length() - step));
    }
}
