package passo.bench.lesson;

/// What a server is asked for.
enum Ask {

    MAP("the map", true), EXERCISE("an exercise", true), PLAYGROUND("the playground", true), QUESTION("a question", true), ANSWER("a question answered", true),
    RUN("a run", true), ATTEMPT("an attempt", true), STEP("a step of a run", false), TAB("a tab of a run", false), DIAGRAM("the diagram, while one types", false),
    PROBLEMS("what is wrong, while one types", false), COMPLETIONS("what may be written", false), DRAFT("a draft kept", false), HINT("a hint", false),
    JOIN("a class joined", true), ENTER("the owner let in", false), PANEL("the panel of a class", true), LIVE("what is new on the panel", true),
    FILE("a file of a page", false);

    final String words;
    /// Is it a page or a run, for which one waits?
    final boolean waited;

    Ask(String words, boolean waited) {
        this.words = words;
        this.waited = waited;
    }
}
