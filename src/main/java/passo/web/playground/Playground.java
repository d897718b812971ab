package passo.web.playground;

import java.util.function.Supplier;
import passo.diagram.LayoutCache;
import passo.lab.Examples;
import passo.store.Drafts;
import passo.web.Capacity;
import passo.web.Learners;
import passo.web.Pages;
import passo.web.RateLimit;
import passo.web.trace.Tabs;

/// What the playground needs, whatever it is opened on.
public record Playground(Supplier<Examples> examples, Learners learners, Drafts drafts, RateLimit rate, Capacity capacity, Pages pages,
        LayoutCache diagrams, Tabs tabs) {}
