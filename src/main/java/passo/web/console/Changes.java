package passo.web.console;

import java.util.ArrayList;
import java.util.List;
import passo.asl.Definition;
import passo.lab.DefinitionDiff;
import passo.lab.LineDiff;
import passo.store.Revision;
import passo.web.Page;
import passo.web.parts.Form;
import passo.web.parts.Sentence;
import passo.web.parts.Sentence.Part;

/// What changed between two texts of a machine, in sentences and in lines.
final class Changes {

    /// So many lines that did not change stand around those that did.
    private static final int AROUND = 3;

    private Changes() {}

    /// By states; one sentence says so where both mean the same.
    static List<Sentence> told(Page page, Form before, Form after) {
        var differences = DefinitionDiff.of(Definition.parse(before.definition(), before.type()).root().json(),
                Definition.parse(after.definition(), after.type()).root().json());
        var sentences = new ArrayList<Sentence>(differences.stream().map(difference -> told(page, difference)).toList());
        if (sentences.isEmpty()) sentences.add(Sentence.of(page, before.definition().equals(after.definition()) ? "console.diff.none" : "console.diff.layout"));
        if (!before.input().equals(after.input())) sentences.add(Sentence.of(page, "console.diff.input"));
        if (!before.world().equals(after.world())) sentences.add(Sentence.of(page, "console.diff.world"));
        return sentences;
    }

    /// Of the configuration, which stands beside the texts; the role stands in the world.
    static List<Sentence> configured(Page page, Revision before, Revision after) {
        var sentences = new ArrayList<Sentence>();
        String role = WorldRole.chosen(after.world());
        if (!role.equals(WorldRole.chosen(before.world()))) sentences.add(Sentence.of(page, "console.diff.role", role(page, role), role(page, WorldRole.chosen(before.world()))));
        if (!after.logLevel().equals(before.logLevel())) {
            sentences.add(Sentence.of(page, "console.diff.log", new Part.Code(after.logLevel()), new Part.Code(before.logLevel())));
        }
        if (after.logData() != before.logData()) sentences.add(Sentence.of(page, after.logData() ? "console.diff.log.data" : "console.diff.log.noData"));
        return sentences;
    }

    private static Part role(Page page, String role) {
        return role.isEmpty() ? new Part.Text(page.text("console.role.default")) : new Part.Code(role);
    }

    private static Sentence told(Page page, DefinitionDiff difference) {
        return switch (difference) {
            case DefinitionDiff.Added(var states) -> Sentence.of(page, "console.diff.added." + (states.size() == 1 ? "one" : "many"), names(states), states.size());
            case DefinitionDiff.Removed(var states) -> Sentence.of(page, "console.diff.removed." + (states.size() == 1 ? "one" : "many"), names(states), states.size());
            case DefinitionDiff.Changed(var state, var fields) when state.isEmpty() -> Sentence.of(page, "console.diff.machine", names(fields));
            case DefinitionDiff.Changed(var state, var fields) -> Sentence.of(page, "console.diff.changed", new Part.Code(state), names(fields));
        };
    }

    private static Part names(List<String> names) {
        return new Part.Code(String.join(", ", names));
    }

    /// A text by its lines, those folded that are far from any change; nothing where both are the same.
    static List<CompareView.Hunk> lines(String before, String after) {
        if (before.equals(after)) return List.of();
        List<LineDiff.Line> lines = LineDiff.of(before, after);
        var hunks = new ArrayList<CompareView.Hunk>();
        for (int from = 0, to; from < lines.size(); from = to) {
            boolean near = isNear(lines, from);
            to = from + 1;
            while (to < lines.size() && isNear(lines, to) == near) to++;
            hunks.add(new CompareView.Hunk(!near, lines.subList(from, to).stream().map(Changes::row).toList()));
        }
        return hunks;
    }

    private static boolean isNear(List<LineDiff.Line> lines, int at) {
        return lines.subList(Math.max(0, at - AROUND), Math.min(lines.size(), at + AROUND + 1)).stream().anyMatch(line -> line.kind() != LineDiff.Kind.SAME);
    }

    private static CompareView.Row row(LineDiff.Line line) {
        String kind = switch (line.kind()) {
            case SAME -> "same";
            case REMOVED -> "del";
            case ADDED -> "add";
        };
        return new CompareView.Row(kind, line.before() == 0 ? "" : String.valueOf(line.before()), line.after() == 0 ? "" : String.valueOf(line.after()), line.text());
    }

    /// How many lines came or went.
    static int count(String before, String after, LineDiff.Kind kind) {
        return (int) LineDiff.of(before, after).stream().filter(line -> line.kind() == kind).count();
    }
}
