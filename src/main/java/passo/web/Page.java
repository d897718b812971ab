package passo.web;

import java.util.List;

/// What a template knows of the page it stands on, whatever the page shows.
///
/// @param path the address within the language, such as `/exercises`, with what is asked of it
/// @param teacher the name of the teacher for whom the page is; empty where it is for everybody
public record Page(Language language, Messages messages, String path, String teacher) {

    /// A page for everybody.
    public Page(Language language, Messages messages, String path) {
        this(language, messages, path, "");
    }

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
