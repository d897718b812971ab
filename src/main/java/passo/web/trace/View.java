package passo.web.trace;

/// One way of looking at a run: the panel of a tab, made when the tab is opened. Stateless; may be shared between threads.
public interface View {

    /// The template that prints what [#of] gives.
    String template();

    /// The view record of a run.
    Object of(Ran ran, Asked asked);
}
