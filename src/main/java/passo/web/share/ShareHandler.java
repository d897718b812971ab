package passo.web.share;

import io.javalin.http.Context;
import java.util.Optional;
import passo.lab.Workflow;
import passo.web.Pages;
import passo.web.parts.Form;

/// Shows what a link to a workflow would hold, and makes the link.
public final class ShareHandler {

    private final Sharing sharing;
    private final Pages pages;

    public ShareHandler(Sharing sharing, Pages pages) {
        this.sharing = sharing;
        this.pages = pages;
    }

    /// What would be in the link; where `replace` says so, with an example instead of something that looks sensitive.
    public void offer(Context ctx) {
        show(ctx, Material.of(ctx).mended(Form.field(ctx, "replace", 50)), Optional.empty());
    }

    public void link(Context ctx) {
        Material material = Material.of(ctx);
        Optional<Workflow> workflow = material.workflow().filter(ready -> Sharing.bytes(ready) <= Sharing.MOST_BYTES);
        workflow.ifPresent(ready -> sharing.save(ctx, ready));
        show(ctx, material, workflow.map(ready -> new ShareView.Link(Sharing.url(ctx, ready.id()), pages.of(ctx).to("/w/" + ready.id()))));
    }

    private void show(Context ctx, Material material, Optional<ShareView.Link> link) {
        pages.show(ctx, ctx.header("HX-Request") == null ? "share/page.jte" : "share/share.jte", ShareView.of(pages.of(ctx), material, link));
    }
}
