package passo.web;

import java.util.List;
import passo.web.change.ChangeTab;
import passo.web.change.CompareTab;
import passo.web.coverage.CoverageTab;
import passo.web.explain.ExplainTab;
import passo.web.instant.LogTab;
import passo.web.instant.VariablesTab;
import passo.web.instant.WorldTab;
import passo.web.permissions.Permissions;
import passo.web.trace.EventsTab;
import passo.web.lost.LostTab;
import passo.web.trace.Tab;
import passo.web.trace.Tab.Slab;
import passo.web.trace.Tabs;
import passo.web.way.Whence;
import passo.web.watch.Watch;

/// The table of contents of a run: every way to look at it, one line each, in the order of the tabs.
final class Views {

    private Views() {}

    static Tabs tabs(Pages pages) {
        return new Tabs(List.of(
                new Tab("events", Slab.FLOW, false, new EventsTab()),
                new Tab("then", Slab.FLOW, true, new WorldTab()),
                new Tab("log", Slab.FLOW, true, new LogTab()),
                new Tab("compare", Slab.FLOW, false, new CompareTab()),
                new Tab("coverage", Slab.FLOW, false, new CoverageTab()),
                new Tab("watch", Slab.FLOW, false, new Watch.Tab()),
                new Tab("permissions", Slab.FLOW, false, new Permissions.Tab()),
                new Tab("explain", Slab.TOLD, true, new ExplainTab()),
                new Tab("lost", Slab.TOLD, false, new LostTab()),
                new Tab("variables", Slab.TOLD, true, new VariablesTab()),
                new Tab("change", Slab.TOLD, true, new ChangeTab()),
                new Tab("whence", Slab.NOWHERE, true, new Whence())), pages::content);
    }
}
