package passo.lab.notes;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import passo.json.Json;
import passo.lab.Content;
import passo.lab.exercise.ContentReader;
import passo.lab.exercise.Words;

/// Links to what others have written, by what one looks for. Immutable.
public record Resources(List<Group> groups) {

    private static final String FILE = "resources.yaml";

    public record Group(String id, Words title, List<Link> links) {}

    /// @param use what it is good for
    /// @param languages in which the page is written, by their tags
    /// @param checked when somebody last made sure that the address exists and says this
    public record Link(Words title, URI address, Words use, List<String> languages, LocalDate checked, How how) {

        /// Has nobody looked for more than a year?
        public boolean isOld(LocalDate today) {
            return checked.isBefore(today.minusYears(1));
        }
    }

    /// How a link was checked: at its address, in a stored copy of the page, or in pages that cite it.
    public enum How {
        VISITED, COPY, CITED;

        /// As it is written.
        public String tag() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Resources {
        groups = List.copyOf(groups);
    }

    /// The links as they are shipped, read at once; in development those of the working folder, read at each question.
    public static Supplier<Resources> source(boolean development) {
        if (development) return () -> load(Path.of("exercises"));
        var shipped = Content.shipped(Resources::load);
        return () -> shipped;
    }

    /// Reads `resources.yaml`.
    ///
    /// @throws IllegalArgumentException if anything is wrong with it; the message names the file and the reason
    public static Resources load(Path folder) {
        var content = new ContentReader(folder);
        Json.Obj resources = content.yaml(FILE);
        content.only(FILE, resources, "groups");
        var seen = new HashSet<URI>();
        return new Resources(content.objects(FILE, resources, "groups").stream().map(group -> {
            content.only(FILE, group, "id", "title", "links");
            List<Link> links = content.objects(FILE, group, "links").stream().map(link -> link(content, link)).toList();
            links.stream().filter(link -> !seen.add(link.address())).findFirst().ifPresent(twice -> {
                throw content.broken(FILE, "twice: " + twice.address());
            });
            return new Group(content.needText(FILE, group, "id"), content.words(FILE, content.need(FILE, group, "title")), links);
        }).toList());
    }

    private static Link link(ContentReader content, Json.Obj link) {
        content.only(FILE, link, "title", "address", "use", "languages", "checked", "how");
        String address = content.needText(FILE, link, "address");
        if (!address.startsWith("https://")) throw content.broken(FILE, "no https address: " + address);
        String checked = content.needText(FILE, link, "checked");
        List<String> languages = content.strings(FILE, link, "languages");
        if (languages.isEmpty() || !Words.LANGUAGES.containsAll(languages)) throw content.broken(FILE, "languages of " + address + ": " + languages);
        try {
            return new Link(content.words(FILE, content.need(FILE, link, "title")), URI.create(address), content.words(FILE, content.need(FILE, link, "use")),
                    languages, LocalDate.parse(checked), how(content, link));
        } catch (DateTimeParseException | IllegalArgumentException malformed) {
            throw content.broken(FILE, malformed.getMessage());
        }
    }

    private static How how(ContentReader content, Json.Obj link) {
        String tag = content.needText(FILE, link, "how");
        return Stream.of(How.values()).filter(how -> how.tag().equals(tag)).findFirst().orElseThrow(() -> content.broken(FILE, "no way to check: " + tag));
    }

    public Stream<Link> links() {
        return groups.stream().flatMap(group -> group.links().stream());
    }
}
