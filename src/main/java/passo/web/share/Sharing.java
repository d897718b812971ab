package passo.web.share;

import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Optional;
import passo.lab.Workflow;
import passo.store.Workflows;
import passo.web.Origin;
import passo.web.RateLimit;

/// Makes links: the one way in for pages and programs.
public final class Sharing {

    /// Of everything together. A link is read by people; who needs more has files.
    public static final int MOST_BYTES = 512 << 10;
    /// As of a run.
    private static final int MOST_BYTES_OF_INPUT = 256 << 10;

    private final RateLimit rate;
    private final Workflows workflows;

    /// @param rate how many links one may make
    public Sharing(RateLimit rate, Workflows workflows) {
        this.rate = rate;
        this.workflows = workflows;
    }

    /// Keeps a workflow, for ever; it can then be found by its id.
    public void save(Context ctx, Workflow workflow) {
        if (workflow.input().bytes() > MOST_BYTES_OF_INPUT) {
            throw new ContentTooLargeResponse("The input has %d bytes; a run takes %d".formatted(workflow.input().bytes(), MOST_BYTES_OF_INPUT));
        }
        int bytes = bytes(workflow);
        if (bytes > MOST_BYTES) throw new ContentTooLargeResponse("The workflow has %d bytes; a link takes %d".formatted(bytes, MOST_BYTES));
        rate.take(ctx);
        workflows.save(workflow, Instant.now());
    }

    public Optional<Workflow> find(String id) {
        return workflows.find(id);
    }

    static int bytes(Workflow workflow) {
        return workflow.json().bytes();
    }

    /// The whole address of a link, as one sends it to others.
    public static String url(Context ctx, String id) {
        return Origin.of(ctx) + "/w/" + id;
    }
}
