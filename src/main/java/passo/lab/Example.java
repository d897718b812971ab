package passo.lab;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import passo.asl.Definition;

/// A workflow to begin with, in every language: the texts may differ, what happens does not.
///
/// @param slug its name in addresses, stable for ever
/// @param guided do the first three steps of a newcomer stand above it?
/// @param tags the items of the checklist that it helps with, such as `C4`
/// @param texts by the tag of the language, such as `pt-BR`
public record Example(String slug, Definition.Type type, boolean guided, List<String> tags, Map<String, Text> texts) {

    /// The example in one language.
    ///
    /// @param sentence what it is about
    /// @param about what it shows, in one paragraph
    /// @param tries what to change, and what happens then; code stands in backquotes
    /// @param status how the run ends that it was made for
    /// @param error the error of that run, where it has one
    public record Text(String title, String sentence, String about, List<String> tries, String definition, String input, String world,
            String status, Optional<String> error) {

        public Text {
            tries = List.copyOf(tries);
        }
    }

    public Example {
        tags = List.copyOf(tags);
        texts = Map.copyOf(texts);
    }

    /// @param language its tag
    public Text in(String language) {
        Text text = texts.get(language);
        if (text == null) throw new IllegalArgumentException("The example " + slug + " is not written in " + language);
        return text;
    }
}
