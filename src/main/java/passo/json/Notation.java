package passo.json;

/// How a text writes a value: as JSON, or as YAML.
public enum Notation {
    JSON, YAML;

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
}
