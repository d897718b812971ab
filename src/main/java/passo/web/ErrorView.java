package passo.web;

import java.util.Set;

/// A request that was refused or went wrong, in words.
public record ErrorView(String title, String text, String id) {

    private static final Set<Integer> EXPLAINED = Set.of(401, 403, 404, 413, 429, 500, 503);

    static ErrorView of(Page page, int status) {
        return of(page, EXPLAINED.contains(status) ? String.valueOf(status) : "other", "");
    }

    /// A mistake of ours.
    static ErrorView bug(Page page, String id) {
        return of(page, "500", page.text("error.id", id));
    }

    /// The database does not answer.
    static ErrorView away(Page page) {
        return of(page, "away", "");
    }

    private static ErrorView of(Page page, String kind, String id) {
        return new ErrorView(page.text("error." + kind + ".title"), page.text("error." + kind + ".text"), id);
    }
}
