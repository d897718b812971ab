package passo.web.playground;

import java.util.function.Supplier;
import passo.lab.Examples;
import passo.store.Drafts;
import passo.web.Learners;
import passo.web.Pages;
import passo.web.RateLimit;
import passo.web.trace.Looking;
import passo.web.trace.Tabs;

/// What the playground needs, whatever it is opened on.
///
/// @param rate how often a learner may run
/// @param looking to look at a run that was made
public record Playground(Supplier<Examples> examples, Learners learners, Drafts drafts, RateLimit rate, Looking looking, Tabs tabs) {

    Pages pages() {
        return looking.pages();
    }
}
