package passo.web;

import java.util.List;

/// What a template knows of the page it stands on, whatever the page shows.
///
/// @param path the address within the language, such as `/exercises`
public record Page(Language language, Messages messages, String path) {

    public String text(String key, Object... arguments) {
        return messages.get(key, arguments);
    }

    /// The address of a path in the language of this page.
    public String to(String path) {
        return "/" + language.tag() + path;
    }

    /// The address of this page in a language.
    public String in(Language other) {
        return "/" + other.tag() + path;
    }

    public List<Language> languages() {
        return List.of(Language.values());
    }
}
