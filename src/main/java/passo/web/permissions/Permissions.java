package passo.web.permissions;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import passo.aws.iam.Need;
import passo.aws.iam.PermissionsUsed;
import passo.aws.iam.Statement;
import passo.aws.iam.Verdict;
import passo.web.Page;
import passo.web.parts.JsonLines;
import passo.web.parts.Sentence;
import passo.web.permissions.PermissionsView.RoleView;
import passo.web.permissions.PermissionsView.UseRow;
import passo.web.trace.Asked;
import passo.web.trace.Ran;
import passo.web.trace.View;

/// Tells in the words of a page what the roles of a run were used for.
public final class Permissions {

    /// The tab *Permissions*.
    public static final class Tab implements View {

        @Override public String template() {
            return "permissions.jte";
        }

        @Override public PermissionsView of(Ran ran, Asked asked) {
            return new Permissions(ran.page()).view(ran.cloud().permissions());
        }
    }

    private static final int MOST_ROWS = 100;
    private static final int DEEP = 6;

    private final Page page;

    public Permissions(Page page) {
        this.page = page;
    }

    public PermissionsView view(List<PermissionsUsed> permissions) {
        return new PermissionsView(permissions.stream().map(this::role).toList());
    }

    private RoleView role(PermissionsUsed used) {
        int refused = used.refused().size();
        String word = !used.role().restricted() ? page.text("permissions.unrestricted")
                : refused > 0 ? page.text("permissions.refused", refused) : page.text("permissions.enough");
        return new RoleView(used.role().name(), used.role().restricted(), refused > 0 ? "fail" : "ok", word,
                used.uses().stream().limit(MOST_ROWS).map(this::row).toList(), used.omitted() + Math.max(0, used.uses().size() - MOST_ROWS),
                used.excess().stream().flatMap(this::beyond).toList(), JsonLines.of(used.smallestPolicy(), DEEP));
    }

    private UseRow row(PermissionsUsed.Use use) {
        String steps = use.steps().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return new UseRow(use.access().action(), use.access().resource(), use.times() > use.steps().size() ? steps + " …" : steps,
                use.moment() == Need.Moment.CALL ? "" : page.text("permissions.moment." + use.moment()), use.verdict().allows() ? "ok" : "fail",
                switch (use.verdict()) {
                    case Verdict.Allowed(var by) -> page.text("permissions.allowed", name(by));
                    case Verdict.Denied(var by) -> page.text("permissions.denied", name(by));
                    case Verdict.Unmentioned() -> page.text("permissions.unmentioned");
                    case Verdict.Unrestricted() -> page.text("permissions.free");
                });
    }

    private Stream<Sentence> beyond(PermissionsUsed.Excess excess) {
        return Stream.concat(excess.actions().stream(), excess.resources().stream()).map(beyond -> beyond.usedFor().isEmpty()
                ? Sentence.of(page, "permissions.unneeded", code(name(excess.statement())), code(beyond.pattern()))
                : Sentence.of(page, "permissions.broader", code(name(excess.statement())), code(beyond.pattern()), String.join(", ", beyond.usedFor())));
    }

    private static Sentence.Part code(String text) {
        return new Sentence.Part.Code(text);
    }

    /// A statement by its name, or by its place where it has none.
    private static String name(Statement statement) {
        return statement.sid().isEmpty() ? statement.at().toString().substring("/policy/".length()) : statement.sid();
    }
}
