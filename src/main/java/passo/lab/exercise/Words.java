package passo.lab.exercise;

import java.util.List;
import java.util.Map;

/// A text in every language of the product, by the language's tag. Immutable.
public record Words(Map<String, String> byLanguage) {

    public static final List<String> LANGUAGES = List.of("en", "pt-BR");

    public Words {
        byLanguage = Map.copyOf(byLanguage);
        for (var language : LANGUAGES) {
            if (byLanguage.getOrDefault(language, "").isBlank()) throw new IllegalArgumentException("a text is missing in " + language);
        }
    }

    public String in(String language) {
        return byLanguage.get(language);
    }
}
