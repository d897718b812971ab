package passo.web.study;

import java.util.Optional;
import passo.study.Review;
import passo.web.Page;
import passo.web.parts.Units;

/// How far today's review is, as a row of squares. Printed by `study/trail.jte`.
///
/// @param here the one that is shown, from 1; those before it are done
/// @param told the same in words
/// @param left about how long the rest takes; empty where nothing is left
public record TrailView(int here, int all, String told, String left) {

    /// Empty for what is neither due today nor was answered just now.
    static Optional<TrailView> of(Page page, Review review, String id) {
        int here = review.isDue(id) ? review.done() + 1 : review.done();
        int all = review.done() + review.due().size();
        return here == 0 ? Optional.empty() : Optional.of(new TrailView(here, all, page.text("study.step", here, all), left(page, review)));
    }

    private static String left(Page page, Review review) {
        return review.due().isEmpty() ? "" : page.text("study.review.left", new Units(page.language().locale()).duration(review.time()));
    }
}
