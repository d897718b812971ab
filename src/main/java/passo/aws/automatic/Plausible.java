package passo.aws.automatic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import passo.asl.catalogue.Resource;
import passo.asl.catalogue.SdkCatalogue;
import passo.json.Json;
import passo.json.JsonText;

/// Answers of services that look at pictures, texts and speech, for which a model's shape says too little. They stand in `answers.yaml`.
final class Plausible {

    private static final Pattern MEMBER = Pattern.compile("\\{([A-Z]\\w*)\\}");
    private static final List<Json> ALL = read();

    private Plausible() {}

    private static List<Json> read() {
        try (InputStream in = Plausible.class.getResourceAsStream("answers.yaml")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (JsonText.readYaml(text) instanceof JsonText.Reading.Value(Json.Arr answers, _)) return answers.items();
            throw new IllegalStateException("Not a list of answers");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Nothing of a call that is not among them.
    static Optional<Json> answer(Resource.Service resource, Json.Obj request) {
        String call = SdkCatalogue.called(resource).map(service -> service.name() + ":" + resource.action()).orElse("");
        return ALL.stream().map(Json.Obj.class::cast).filter(each -> Json.of(call).equals(each.get("call")) && isFor(each, request)).findFirst()
                .map(each -> written(filled(each.get("answer"), request), resource));
    }

    private static boolean isFor(Json.Obj each, Json.Obj request) {
        return !(each.get("when") instanceof Json.Obj when) || when.names().stream()
                .allMatch(name -> text(request, name).contains(text(when, name)));
    }

    private static Json filled(Json template, Json.Obj request) {
        return switch (template) {
            case Json.Obj obj -> {
                var filled = Json.Obj.builder();
                obj.forEach((name, value) -> filled.put(name, filled(value, request)));
                yield filled.build();
            }
            case Json.Arr arr -> new Json.Arr(arr.items().stream().map(item -> filled(item, request)).toList());
            case Json.Str(var text) -> Json.of(MEMBER.matcher(text).replaceAll(place -> Matcher.quoteReplacement(text(request, place.group(1)))));
            case Json other -> other;
        };
    }

    /// An SDK integration gives bytes as text, an optimized one reads the JSON in them.
    private static Json written(Json answer, Resource.Service resource) {
        return resource.sdk() && answer instanceof Json.Obj obj && obj.get("Body") instanceof Json.Obj body ? obj.with("Body", Json.of(body.toString())) : answer;
    }

    private static String text(Json.Obj obj, String name) {
        return obj.get(name) instanceof Json.Str(var text) ? text : "";
    }
}
