package passo.web.api;

import java.util.List;
import java.util.stream.Collectors;
import passo.asl.Diagnostic;
import passo.asl.Diagnostic.Severity;
import passo.json.Json;
import passo.json.Location;

/// What is wrong with a definition, as AWS answers it; line and column are ours.
final class Diagnostics {

    private Diagnostics() {}

    static Json.Arr of(List<Diagnostic> diagnostics) {
        return new Json.Arr(diagnostics.stream().map(Diagnostics::one).toList());
    }

    /// The one message of AWS's CreateStateMachine.
    static String inOneMessage(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .map(diagnostic -> diagnostic.code() + ": " + diagnostic.message()
                        + (diagnostic.location().isEmpty() ? "" : " at " + diagnostic.location()))
                .collect(Collectors.joining(", ", "Invalid State Machine Definition: '", "'"));
    }

    private static Json one(Diagnostic diagnostic) {
        var json = Json.Obj.builder().put("severity", diagnostic.severity().name()).put("code", diagnostic.code());
        if (!diagnostic.location().isEmpty()) json.put("location", diagnostic.location());
        json.put("message", diagnostic.message());
        if (diagnostic.at() != Location.START) json.put("line", diagnostic.at().line()).put("column", diagnostic.at().column());
        return json.build();
    }
}
