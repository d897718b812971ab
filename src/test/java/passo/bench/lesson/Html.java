package passo.bench.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A page of ours, or a piece of one, read as far as a learner's hand needs it.
record Html(String text) {

    /// What makes a run.
    private static final List<String> BENCH = List.of("type", "definition", "input", "world");

    /// A tag with its attributes, and where it ends.
    record Tag(String text, int end) {

        /// Empty where it has none of this name.
        String attribute(String name) {
            String begin = " " + name + "=\"";
            int at = text.indexOf(begin);
            return at < 0 ? "" : unescaped(text.substring(at + begin.length(), text.indexOf('"', at + begin.length())));
        }
    }

    /// The tags in which this text stands, such as `id="run"`.
    List<Tag> all(String mark) {
        var tags = new ArrayList<Tag>();
        for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length())) tags.add(tag(text.lastIndexOf('<', at)));
        return tags;
    }

    Optional<Tag> first(String mark) {
        int at = text.indexOf(mark);
        return at < 0 ? Optional.empty() : Optional.of(tag(text.lastIndexOf('<', at)));
    }

    /// An attribute of the element with this id; empty where there is none.
    String attribute(String id, String name) {
        return first("id=\"" + id + "\"").map(tag -> tag.attribute(name)).orElse("");
    }

    /// The style sheets and scripts that it names.
    List<String> files() {
        return Stream.concat(all("rel=\"stylesheet\"").stream().map(tag -> tag.attribute("href")), all("<script ").stream().map(tag -> tag.attribute("src"))).toList();
    }

    /// What stands on the bench, as its form would be sent.
    Map<String, String> bench() {
        var fields = new LinkedHashMap<String, String>();
        for (String name : BENCH) {
            List<Tag> tags = all(" name=\"" + name + "\"");
            tags.stream().filter(tag -> tag.text().contains("type=\"hidden\"") || tag.text().contains(" checked")).findFirst().ifPresent(tag -> fields.put(name, tag.attribute("value")));
            tags.stream().filter(tag -> tag.text().startsWith("<textarea")).findFirst().ifPresent(tag -> fields.put(name, inside(tag)));
        }
        return fields;
    }

    private String inside(Tag tag) {
        return unescaped(text.substring(tag.end(), text.indexOf("</", tag.end())));
    }

    private Tag tag(int begin) {
        boolean quoted = false;
        for (int at = begin; at < text.length(); at++) {
            if (text.charAt(at) == '"') quoted = !quoted;
            else if (text.charAt(at) == '>' && !quoted) return new Tag(text.substring(begin, at + 1), at + 1);
        }
        throw new IllegalStateException("A tag without an end: " + text.substring(begin));
    }

    private static String unescaped(String text) {
        return text.replace("&#34;", "\"").replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
