package passo.web.share;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import passo.json.JsonText;
import passo.lab.Workflow;
import passo.web.Page;
import passo.web.parts.Form;
import passo.web.playground.Sheet;
import passo.web.playground.Sheets;

/// The workflows that were shared, by their id. Whoever edits one edits a draft of their own, named by the id.
public final class WorkflowSheets implements Sheets {

    private final Sharing sharing;

    public WorkflowSheets(Sharing sharing) {
        this.sharing = sharing;
    }

    @Override public Optional<Sheet> find(Context ctx, Page page) {
        return sharing.find(ctx.pathParam("id")).map(workflow -> sheet(workflow, page));
    }

    private static Sheet sheet(Workflow workflow, Page page) {
        return new Sheet("/w/" + workflow.id(), "w-" + workflow.id(), workflow.title().isEmpty() ? page.text("share.untitled") : workflow.title(),
                workflow.about(), form(workflow), workflow.decisions().size() == 0 ? "" : workflow.decisions().toString(),
                workflow.step() == 0 ? OptionalInt.empty() : OptionalInt.of(workflow.step()), false, false, Optional.empty(),
                List.of(), "/api/v1/workflows/" + workflow.id());
    }

    private static Form form(Workflow workflow) {
        return new Form(workflow.type(), workflow.text(), JsonText.pretty(workflow.input()), JsonText.pretty(workflow.world()));
    }
}
