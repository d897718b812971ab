package passo.aws.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import passo.json.Json;

/// A request's body as forms are sent: `a=1&b[0]=x`. AWS, "Apply URL-encoding on request body".
enum FormEncoding {
    INDICES, REPEAT, COMMAS, BRACKETS;

    /// @param body any other than an object is sent as it is
    Json of(Json body) {
        if (!(body instanceof Json.Obj form)) return body;
        var pairs = new StringJoiner("&");
        form.forEach((name, value) -> add(pairs, name, value));
        return Json.of(pairs.toString());
    }

    private void add(StringJoiner pairs, String name, Json value) {
        switch (value) {
            case Json.Obj inner -> inner.forEach((member, one) -> add(pairs, name + "[" + member + "]", one));
            case Json.Arr arr when this == COMMAS -> {
                List<String> texts = new ArrayList<>();
                arr.forEach(item -> texts.add(text(item)));
                pairs.add(encoded(name) + "=" + encoded(String.join(",", texts)));
            }
            case Json.Arr arr -> {
                for (int i = 0; i < arr.size(); i++) add(pairs, name + (this == INDICES ? "[" + i + "]" : this == BRACKETS ? "[]" : ""), arr.get(i));
            }
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> pairs.add(encoded(name) + "=" + encoded(text(value)));
        }
    }

    private static String text(Json value) {
        return switch (value) {
            case Json.Str(var text) -> text;
            case Json.Null _ -> "";
            case Json other -> other.toString();
        };
    }

    /// AWS: brackets and commas stand as they are.
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%5B", "[").replace("%5D", "]").replace("%2C", ",");
    }
}
