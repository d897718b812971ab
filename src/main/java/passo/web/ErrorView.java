package passo.web;

import java.util.Set;

/// A request that was refused or went wrong, in words.
public record ErrorView(String title, String text, String id) {

    private static final Set<Integer> EXPLAINED = Set.of(403, 404, 413, 429, 500, 503);

    static ErrorView of(Page page, int status, String id) {
        var kind = EXPLAINED.contains(status) ? String.valueOf(status) : "other";
        return new ErrorView(
                page.text("error." + kind + ".title"),
                page.text("error." + kind + ".text"),
                id.isEmpty() ? "" : page.text("error.id", id));
    }
}
