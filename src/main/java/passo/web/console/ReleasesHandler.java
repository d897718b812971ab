package passo.web.console;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import passo.store.Alias;
import passo.store.Alias.Route;
import passo.store.Aliases;
import passo.store.Machine;
import passo.store.Versions;
import passo.web.Page;

/// The versions of a machine and the aliases that lead to them.
public final class ReleasesHandler {

    private static final int LONGEST_DESCRIPTION = 256;

    private final Console console;
    private final MachinePage machinePage;

    public ReleasesHandler(Console console) {
        this.console = console;
        this.machinePage = new MachinePage(console);
    }

    /// Publishes the revision that the learner saw as the newest.
    public void publish(Context ctx) {
        Page page = console.pages().of(ctx);
        Machine machine = console.machine(ctx);
        Entry entry = described(page, Entry.of(ctx, "publish", "description", "revision"));
        if (entry.isGood()) entry = outcome(page, entry, console.versions().publish(machine.learner(), machine.id(),
                number(entry.value("revision")).orElse(0), entry.value("description"), Instant.now()));
        answer(ctx, machine, entry);
    }

    public void deleteVersion(Context ctx) {
        Page page = console.pages().of(ctx);
        Machine machine = console.machine(ctx);
        int version = number(ctx.pathParam("number")).orElse(0);
        Entry entry = Entry.of(ctx, "version " + version);
        answer(ctx, machine, outcome(page, entry, console.versions().delete(machine.learner(), machine.id(), version, Instant.now())));
    }

    private static Entry outcome(Page page, Entry entry, Versions.Outcome outcome) {
        return switch (outcome) {
            case DONE -> entry;
            case ABSENT -> entry.with("version", page.text("console.gone"));
            case NOT_NEWEST -> entry.with("description", page.text("console.version.notNewest"));
            case TOO_MANY -> entry.with("description", page.text("console.version.tooMany", Versions.MOST));
            case IN_USE -> entry.with("version", page.text("console.version.inUse"));
        };
    }

    public void createAlias(Context ctx) {
        Page page = console.pages().of(ctx);
        Machine machine = console.machine(ctx);
        Entry entry = routed(page, Entry.of(ctx, "alias", "name", "description", "version", "weight", "other", "otherWeight"));
        Optional<String> misnamed = Names.ofAlias(page, entry.value("name"));
        if (misnamed.isPresent()) entry = entry.with("name", misnamed.get());
        if (entry.isGood()) entry = outcome(page, entry, console.aliases().create(machine.learner(), machine.id(), alias(entry, entry.value("name"))));
        answer(ctx, machine, entry);
    }

    public void updateAlias(Context ctx) {
        Page page = console.pages().of(ctx);
        Machine machine = console.machine(ctx);
        String name = ctx.pathParam("alias");
        Entry entry = routed(page, Entry.of(ctx, "alias " + name, "description", "version", "weight", "other", "otherWeight"));
        if (entry.isGood()) entry = outcome(page, entry, console.aliases().update(machine.learner(), machine.id(), alias(entry, name)));
        answer(ctx, machine, entry);
    }

    public void deleteAlias(Context ctx) {
        Machine machine = console.machine(ctx);
        console.aliases().delete(machine.learner(), machine.id(), ctx.pathParam("alias"));
        answer(ctx, machine, Entry.NONE);
    }

    private static Entry outcome(Page page, Entry entry, Aliases.Outcome outcome) {
        return switch (outcome) {
            case DONE -> entry;
            case ABSENT -> entry.with("name", page.text("console.gone"));
            case NAME_TAKEN -> entry.with("name", page.text("console.alias.taken"));
            case TOO_MANY -> entry.with("name", page.text("console.alias.tooMany", Aliases.MOST));
            case NO_VERSION -> entry.with("version", page.text("console.alias.noVersion"));
        };
    }

    private static Entry described(Page page, Entry entry) {
        return entry.value("description").length() <= LONGEST_DESCRIPTION ? entry
                : entry.with("description", page.text("console.tooLong", LONGEST_DESCRIPTION));
    }

    /// What AWS asks of routes: weights from 0 to 100 that sum to 100, of different versions.
    private static Entry routed(Page page, Entry entry) {
        Entry described = described(page, entry);
        List<Route> routes = routes(entry);
        if (routes.stream().anyMatch(route -> route.weight() < 0 || route.weight() > 100)) return described.with("weight", page.text("console.alias.weight"));
        if (routes.stream().map(Route::version).distinct().count() < routes.size()) return described.with("other", page.text("console.alias.distinct"));
        int sum = routes.stream().mapToInt(Route::weight).sum();
        return sum == 100 ? described : described.with("weight", page.text("console.alias.sum", String.join(", ",
                routes.stream().map(route -> String.valueOf(route.weight())).toList()), sum));
    }

    private static List<Route> routes(Entry entry) {
        var routes = new ArrayList<Route>();
        routes.add(new Route(number(entry.value("version")).orElse(0), number(entry.value("weight")).orElse(-1)));
        number(entry.value("other")).filter(other -> other > 0)
                .ifPresent(other -> routes.add(new Route(other, number(entry.value("otherWeight")).orElse(-1))));
        return routes;
    }

    private static Alias alias(Entry entry, String name) {
        return new Alias(name, entry.value("description"), routes(entry), Instant.now());
    }

    private static Optional<Integer> number(String text) {
        return text.matches("\\d{1,6}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    private void answer(Context ctx, Machine machine, Entry entry) {
        if (entry.isGood()) console.go(ctx, Console.address(console.pages().of(ctx), machine.id()) + "#versions");
        else machinePage.refuse(ctx, machine, entry);
    }
}
