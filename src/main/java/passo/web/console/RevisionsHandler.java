package passo.web.console;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import passo.aws.cloudwatch.LogLevel;
import passo.json.Notation;
import passo.store.Machine;
import passo.store.Revision;
import passo.web.Page;
import passo.web.parts.Form;

/// The revisions of a machine: saved, compared, restored, taken home.
public final class RevisionsHandler {

    private static final int LONGEST_NOTE = 500;

    private final Console console;
    private final MachinePage machinePage;

    public RevisionsHandler(Console console) {
        this.console = console;
        this.machinePage = new MachinePage(console);
    }

    /// Makes a revision of what is in the editor.
    public void save(Context ctx) {
        Page page = console.pages().of(ctx);
        Machine machine = console.machine(ctx);
        Revision newest = console.newest(machine);
        Form content = machinePage.written(machine).orElseGet(() -> MachinePage.form(machine, newest));
        Entry entry = Entry.of(ctx, "save", "note");
        if (entry.value("note").isEmpty()) entry = entry.with("note", page.text("console.note.missing"));
        if (entry.value("note").length() > LONGEST_NOTE) entry = entry.with("note", page.text("console.tooLong", LONGEST_NOTE));
        entry = Examination.of(page, machine.name(), content, LogLevel.valueOf(newest.logLevel())).in(page, entry);
        if (!entry.isGood()) {
            machinePage.refuse(ctx, machine, entry);
            return;
        }
        if (!content.equals(MachinePage.form(machine, newest))) keep(machine, content, newest, entry.value("note"));
        console.drafts().delete(machine.learner(), machine.draft());
        console.go(ctx, Console.address(page, machine.id()) + "#revisions");
    }

    private void keep(Machine machine, Form content, Revision configured, String note) {
        console.revisions().save(machine.learner(), machine.id(), new Revision(0, content.definition(), content.input(), content.world(),
                configured.logLevel(), configured.logData(), note, Instant.now()));
    }

    /// Two revisions, or one and what is in the editor.
    public void compare(Context ctx) {
        Page page = console.pages().of(ctx);
        Machine machine = console.machine(ctx);
        Revision from = find(machine, ctx.queryParam("from"));
        boolean draft = "draft".equals(ctx.queryParam("to"));
        Revision to = draft ? from : find(machine, ctx.queryParam("to"));
        Form before = MachinePage.form(machine, from);
        Form after = draft ? machinePage.written(machine).orElse(before) : MachinePage.form(machine, to);
        var told = Stream.concat(Changes.told(page, before, after).stream(), Changes.configured(page, from, to).stream()).toList();
        List<CompareView.Part> parts = Stream.of(new CompareView.Part(page.text("bench.definition"), Changes.lines(before.definition(), after.definition())),
                new CompareView.Part(page.text("bench.input"), Changes.lines(before.input(), after.input())),
                new CompareView.Part(page.text("bench.world"), Changes.lines(before.world(), after.world()))).filter(part -> !part.hunks().isEmpty()).toList();
        console.pages().show(ctx, "console/compare.jte", new CompareView(machine.name(), Console.address(page, machine.id()), from.number(),
                draft ? "" : String.valueOf(to.number()), told, parts));
    }

    /// Makes a new revision that is as an old one was.
    public void restore(Context ctx) {
        Page page = console.pages().of(ctx);
        Machine machine = console.machine(ctx);
        Revision old = find(machine, ctx.pathParam("number"));
        keep(machine, MachinePage.form(machine, old), old, page.text("console.note.restored", old.number()));
        console.go(ctx, Console.address(page, machine.id()) + "#revisions");
    }

    /// The definition as a file, in the notation it was written in.
    public void download(Context ctx) {
        Machine machine = console.machine(ctx);
        Revision revision = find(machine, ctx.pathParam("number"));
        boolean yaml = Notation.of(revision.definition()) == Notation.YAML;
        String file = URLEncoder.encode(machine.name() + (yaml ? ".asl.yaml" : ".asl.json"), StandardCharsets.UTF_8).replace("+", "%20");
        ctx.header("Content-Disposition", "attachment; filename*=UTF-8''" + file);
        ctx.contentType(yaml ? "application/yaml; charset=utf-8" : "application/json; charset=utf-8").result(revision.definition());
    }

    private Revision find(Machine machine, @Nullable String number) {
        return Optional.ofNullable(number).filter(text -> text.matches("\\d{1,6}"))
                .flatMap(text -> console.revisions().find(machine.learner(), machine.id(), Integer.parseInt(text)))
                .orElseThrow(NotFoundResponse::new);
    }
}
