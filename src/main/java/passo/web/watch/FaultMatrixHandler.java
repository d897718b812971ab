package passo.web.watch;

import io.javalin.http.Context;
import java.util.Optional;
import passo.asl.Definition;
import passo.web.Capacity;
import passo.web.Page;
import passo.web.Pages;
import passo.web.RateLimit;
import passo.web.parts.Form;
import passo.web.parts.Prepared;
import passo.web.parts.Texts;

/// Runs what stands in the editor once for each state that calls something and each error: the fragment `faults.jte`.
public final class FaultMatrixHandler {

    private final RateLimit rate;
    private final Capacity capacity;
    private final Pages pages;

    public FaultMatrixHandler(RateLimit rate, Capacity capacity, Pages pages) {
        this.rate = rate;
        this.capacity = capacity;
        this.pages = pages;
    }

    public void handle(Context ctx) {
        rate.take(ctx);
        Page page = pages.of(ctx);
        Form form = Form.of(ctx);
        var texts = new Texts(page);
        Definition definition = texts.definition(form.definition(), form.type());
        Optional<Prepared> prepared = Prepared.of(texts, definition, form);
        FaultsView view = prepared.map(ready -> FaultsView.of(page, ready.start().machine(), capacity.share(ctx).faults(ready.start(), ready.world())))
                .orElseGet(() -> FaultsView.refused(texts.problems()));
        pages.show(ctx, "faults.jte", view);
    }
}
