package passo.aws.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import passo.aws.service.Request;
import passo.json.Json;

/// A request of an HTTP Task or to API Gateway: what is wrong with it, where it goes, and what arrives there.
record HttpRequest(Request request) {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD");
    /// AWS: those that an HTTP Task sets itself, or never sends.
    private static final Set<String> FORBIDDEN = Set.of("a-im", "accept-charset", "accept-datetime", "accept-encoding", "authorization",
            "cache-control", "connection", "content-encoding", "content-md5", "date", "expect", "forwarded", "from", "host", "http2-settings",
            "if-match", "if-modified-since", "if-none-match", "if-range", "if-unmodified-since", "max-forwards", "origin", "pragma",
            "proxy-authorization", "referer", "server", "te", "trailer", "transfer-encoding", "upgrade", "via", "warning");
    private static final Set<String> FORBIDDEN_PREFIXES = Set.of("x-forwarded-", "x-amz-", "x-amzn-");

    boolean isTask() {
        return request.resource().service().equals("http");
    }

    /// Everything that is wrong with it, in words.
    List<String> flaws() {
        List<String> flaws = new ArrayList<>();
        for (String field : List.of("ApiEndpoint", "Method")) {
            if (request.text(field).isEmpty()) flaws.add("The field '" + field + "' is required but was missing");
        }
        if (request.body().has("Method") && !METHODS.contains(request.text("Method"))) flaws.add(malformed("Method"));
        if (isTask()) {
            if (connection().isEmpty()) flaws.add("The field 'ConnectionArn' is required but was missing");
            if (request.body().has("ApiEndpoint") && !request.text("ApiEndpoint").startsWith("https://")) flaws.add(malformed("ApiEndpoint"));
            request.object("Headers").names().stream().filter(HttpRequest::isForbidden)
                    .forEach(name -> flaws.add("The header '" + name + "' cannot be set in an HTTP Task"));
        } else {
            // AWS: API Gateway takes lists alone.
            for (String field : List.of("Headers", "QueryParameters")) {
                request.object(field).forEach((name, value) -> {
                    if (!(value instanceof Json.Arr)) flaws.add(malformed(name));
                });
            }
        }
        return flaws;
    }

    private static String malformed(String field) {
        return "The value of the field '" + field + "' has an invalid format";
    }

    private static boolean isForbidden(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return FORBIDDEN.contains(name) || FORBIDDEN_PREFIXES.stream().anyMatch(name::startsWith);
    }

    /// The name of the connection, of `arn:aws:events:…:connection/name/id`; empty for none.
    Optional<String> connection() {
        for (String member : List.of("InvocationConfig", "Authentication")) {
            if (request.object(member).get("ConnectionArn") instanceof Json.Str(var arn) && arn.contains("/")) return Optional.of(arn.split("/")[1]);
        }
        return Optional.empty();
    }

    String address() {
        return request.text("ApiEndpoint") + (request.text("Stage").isEmpty() ? "" : "/" + request.text("Stage")) + request.text("Path");
    }

    /// The request as the endpoint gets it: its body encoded as the `Transform` says.
    Json.Obj arriving() {
        Json.Obj transform = request.object("Transform");
        Json body = request.body().get("RequestBody");
        if (body == null || !Json.of("URL_ENCODED").equals(transform.get("RequestBodyEncoding"))) return request.body();
        String format = transform.get("RequestEncodingOptions") instanceof Json.Obj options && options.get("ArrayFormat") instanceof Json.Str(var text)
                ? text : FormEncoding.INDICES.name();
        return request.body().with("RequestBody", FormEncoding.valueOf(format).of(body));
    }
}
