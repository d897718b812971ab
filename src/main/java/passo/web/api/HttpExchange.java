package passo.web.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import passo.engine.semantics.Outcome.Failure;
import passo.engine.teststate.Tested;
import passo.json.Json;

/// What an HTTP Task sent and what it was told, as a test of it shows at the level `TRACE`. AWS, "InspectionDataRequest",
/// "InspectionDataResponse".
///
/// What an EventBridge connection would add to the request is not here: a world has no connections, and no secrets.
final class HttpExchange {

    private static final String STATUS = "States.Http.StatusCode.";
    /// AWS: these two are added to the headers of the definition.
    private static final List<String> ADDED = List.of("User-Agent: Amazon|StepFunctions|HttpInvoke|us-east-1", "Range: bytes=0-262144");

    private HttpExchange() {}

    /// @param arguments of the task
    static Json.Obj request(Json.Obj arguments) {
        var headers = headers(arguments.get("Headers"));
        headers.addAll(ADDED);
        var request = Json.Obj.builder().put("protocol", "https").put("method", text(arguments.get("Method"))).put("url", url(arguments))
                .put("headers", headers.toString());
        if (arguments.has("RequestBody")) request.put("body", body(arguments));
        return request.build();
    }

    /// The answer of the endpoint; empty where none came.
    static Optional<Json.Obj> response(Tested.Done done) {
        if (done.inspection().get("result") instanceof Json.Obj result) {
            return Optional.of(response(text(result.get("StatusCode")), headers(result.get("Headers")), text(result.get("ResponseBody")))
                    .put("statusMessage", text(result.get("StatusText"))).build());
        }
        return done.failure().filter(failure -> failure.error().startsWith(STATUS))
                .map((Failure failure) -> response(failure.error().substring(STATUS.length()), List.of(), failure.cause()).build());
    }

    private static Json.Obj.Builder response(String status, List<String> headers, String body) {
        return Json.Obj.builder().put("protocol", "https").put("statusCode", status).put("headers", headers.toString()).put("body", body);
    }

    private static List<String> headers(@Nullable Json headers) {
        List<String> lines = new ArrayList<>();
        if (headers instanceof Json.Obj named) named.forEach((name, value) -> lines.add(name + ": " + joined(value, ", ")));
        return lines;
    }

    private static String url(Json.Obj arguments) {
        String endpoint = text(arguments.get("ApiEndpoint"));
        String query = switch (arguments.get("QueryParameters")) {
            case Json.Obj parameters -> form(parameters, "REPEAT");
            case Json.Str(var given) -> given;
            case null, default -> "";
        };
        return query.isEmpty() ? endpoint : endpoint + (endpoint.contains("?") ? "&" : "?") + query;
    }

    private static String body(Json.Obj arguments) {
        Json body = arguments.get("RequestBody");
        boolean encoded = arguments.get("Transform") instanceof Json.Obj transform && text(transform.get("RequestBodyEncoding")).equals("URL_ENCODED");
        return encoded && body instanceof Json.Obj fields ? form(fields, arrayFormat((Json.Obj) arguments.get("Transform"))) : text(body);
    }

    private static String arrayFormat(Json.Obj transform) {
        return transform.get("RequestEncodingOptions") instanceof Json.Obj options && options.get("ArrayFormat") instanceof Json.Str(var format)
                ? format : "INDICES";
    }

    /// `name=value&…`; how a list is written is AWS's `ArrayFormat`.
    private static String form(Json.Obj fields, String arrayFormat) {
        List<String> pairs = new ArrayList<>();
        fields.forEach((name, value) -> {
            if (!(value instanceof Json.Arr list)) pairs.add(pair(name, text(value)));
            else if (arrayFormat.equals("COMMAS")) pairs.add(pair(name, joined(list, ",")));
            else for (int i = 0; i < list.size(); i++) pairs.add(pair(listName(name, i, arrayFormat), text(list.get(i))));
        });
        return String.join("&", pairs);
    }

    private static String listName(String name, int index, String arrayFormat) {
        return switch (arrayFormat) {
            case "REPEAT" -> name;
            case "BRACKETS" -> name + "[]";
            default -> name + "[" + index + "]";
        };
    }

    private static String pair(String name, String value) {
        return encoded(name) + "=" + encoded(value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String joined(Json value, String between) {
        return value instanceof Json.Arr list ? list.items().stream().map(HttpExchange::text).collect(Collectors.joining(between)) : text(value);
    }

    private static String text(@Nullable Json value) {
        return switch (value) {
            case null -> "";
            case Json.Str(var text) -> text;
            case Json other -> other.toString();
        };
    }
}
