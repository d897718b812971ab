package passo.web.trace;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import passo.web.Page;

/// The tabs of a page, in their order. May be shared between threads.
///
/// @param prints a view record by a template, on the page of a run
public record Tabs(List<Tab> all, Prints prints) {

    /// Prints a view into a page that is being printed.
    public interface Prints {
        Content print(Page page, String template, Object view);
    }

    public Optional<View> find(String name) {
        return all.stream().filter(tab -> tab.name().equals(name)).map(Tab::view).findFirst();
    }

    List<TabView> of(Ran ran, Asked asked) {
        return all.stream().map(tab -> new TabView(tab.name(), ran.page().text("run.tab." + tab.name()), tab.slab(), tab.instant(),
                asked.view().equals(tab.name()) ? Optional.of(prints.print(ran.page(), tab.view().template(), tab.view().of(ran, asked)))
                        : Optional.empty())).toList();
    }
}
