package passo.expression;

/// The language in which a state writes its expressions.
public enum QueryLanguage {
    JSONPATH("JSONPath"),
    JSONATA("JSONata");

    private final String word;

    QueryLanguage(String word) {
        this.word = word;
    }

    /// The word in a definition.
    @Override
    public String toString() {
        return word;
    }
}
