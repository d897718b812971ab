package passo.json;

import java.util.regex.Pattern;

/// How a text writes a value: as JSON, or as YAML.
public enum Notation {
    JSON, YAML;

    private static final Pattern COMMENT = Pattern.compile("(?m)(^|\\s)#");

    /// That of a text, whole or broken: what begins as JSON does is JSON, and so is what is empty.
    public static Notation of(String text) {
        String bare = text.strip();
        return bare.isEmpty() || "{[\"".indexOf(bare.charAt(0)) >= 0 ? JSON : YAML;
    }

    public JsonText.Reading read(String text) {
        return switch (this) {
            case JSON -> JsonText.read(text);
            case YAML -> JsonText.readYaml(text);
        };
    }

    /// The text for people.
    public String write(Json json) {
        return switch (this) {
            case JSON -> JsonText.pretty(json);
            case YAML -> JsonText.yaml(json);
        };
    }

    /// How many comments a text has, which are lost where its value is written anew.
    public static int comments(String text, Positions positions) {
        var bare = new StringBuilder(text);
        blank(positions, bare);
        return (int) COMMENT.matcher(bare).results().count();
    }

    /// What stands in names and values is no comment.
    private static void blank(Positions place, StringBuilder text) {
        place.members().forEach((name, member) -> {
            int from = member.name().offset();
            blank(from, from + name.length() + (text.charAt(from) == '"' || text.charAt(from) == '\'' ? 2 : 0), text);
            blank(member, text);
        });
        place.items().forEach(item -> blank(item, text));
        if (place.members().isEmpty() && place.items().isEmpty()) blank(place.start().offset(), place.end().offset(), text);
    }

    private static void blank(int from, int to, StringBuilder text) {
        for (int i = from; i < Math.min(to, text.length()); i++) text.setCharAt(i, '_');
    }
}
