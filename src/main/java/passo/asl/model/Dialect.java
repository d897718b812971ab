package passo.asl.model;

import java.util.Locale;
import java.util.regex.Pattern;
import passo.asl.catalogue.Resource;

/// How a service's requests and answers are written. An SDK integration speaks as the AWS SDK for Java 2, an optimized one as that for Java 1, and
/// reads JSON where the service gives bytes.
enum Dialect {
    OPTIMIZED, SDK;

    private static final Pattern ABBREVIATION = Pattern.compile("^[A-Z]+(?![a-z])");

    static Dialect of(Resource.Service resource) {
        return resource.sdk() ? SDK : OPTIMIZED;
    }

    /// A member of the model: `executionArn` is `ExecutionArn`; `DBInstance` stays so, but for the SDK it is `DbInstance`.
    String member(String name) {
        String rest = this == SDK ? ABBREVIATION.matcher(name).replaceFirst(match -> match.group().toLowerCase(Locale.ROOT)) : name;
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + rest.substring(1);
    }
}
