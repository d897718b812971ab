package passo.web.trace;

/// A view of a run with its place on the page.
///
/// @param name in addresses, and of its words: `run.tab.` and the name
/// @param instant does it show the run at the step that is looked at, so that it changes with the step?
public record Tab(String name, Slab slab, boolean instant, View view) {

    /// Where the tab stands: beside the diagram, or beside what happened; or nowhere, where another panel asks for its view.
    public enum Slab { FLOW, TOLD, NOWHERE }
}
