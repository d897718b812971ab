package passo.lab.reference;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A page of the reference. Immutable.
///
/// @param id its name in addresses: stable
/// @param texts by the tag of the language
/// @param samples in the order in which every text shows them
/// @param exercises by their slugs: those that train it
/// @param concepts by their ids: the lines of the notes that are about it
public record Topic(String id, Map<String, Text> texts, List<Sample> samples, List<String> exercises, List<String> concepts) {

    /// What a language says of it, in Markdown.
    ///
    /// @param about its first paragraph, which sums it up
    public record Text(String title, String about, List<Section> sections) {

        /// The ids of its examples, in their order.
        public List<String> shown() {
            return sections.stream().flatMap(section -> section.parts().stream())
                    .flatMap(part -> part instanceof Part.Shown(var sample) ? Stream.of(sample) : Stream.empty()).toList();
        }
    }

    /// What stands under one heading.
    ///
    /// @param title empty of what comes before the first one
    public record Section(String title, List<Part> parts) {

        /// Its place on the page: the words of the title without accents and signs.
        public String id() {
            return Normalizer.normalize(title.toLowerCase(Locale.ROOT), Normalizer.Form.NFD).replaceAll("\\p{M}", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        }
    }

    /// Text, or the place of an example.
    public sealed interface Part {

        record Prose(String markdown) implements Part {}

        /// @param sample its id
        record Shown(String sample) implements Part {}
    }

    public Topic {
        texts = Map.copyOf(texts);
        samples = List.copyOf(samples);
    }

    /// @param language its tag
    public Text in(String language) {
        return texts.get(language);
    }

    public Optional<Sample> sample(String id) {
        return samples.stream().filter(sample -> sample.id().equals(id)).findFirst();
    }
}
