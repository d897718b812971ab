package passo.web.deliverable;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;
import passo.web.parts.Form;

/// What of a learner's work goes in, and what stands above it.
///
/// @param title and `author`: empty for none
/// @param pieces the slugs of exercises; empty where nobody has chosen yet, which means all
/// @param drafts those that go in as they stand in the editor, not as they passed
record Choice(String title, String author, Optional<Set<String>> pieces, Set<String> drafts) {

    private static final int LONGEST = 200;

    /// All there is.
    static final Choice ALL = new Choice("", "", Optional.empty(), Set.of());

    static Choice of(Context ctx) {
        return new Choice(Form.field(ctx, "title", LONGEST), Form.field(ctx, "author", LONGEST), Optional.of(Set.copyOf(ctx.formParams("piece"))),
                Set.copyOf(ctx.formParams("draft")));
    }

    boolean takes(String slug) {
        return pieces.map(chosen -> chosen.contains(slug)).orElse(true);
    }
}
