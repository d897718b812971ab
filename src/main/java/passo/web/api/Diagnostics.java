package passo.web.api;

import java.util.List;
import java.util.stream.Collectors;
import passo.asl.Definition;
import passo.asl.advice.Advice;
import passo.asl.text.Diagnostic;
import passo.asl.text.Diagnostic.Phrase;
import passo.asl.text.Diagnostic.Severity;
import passo.asl.text.Fix;
import passo.json.Json;
import passo.json.Location;
import passo.web.Language;
import passo.web.Messages;

/// What is wrong with a definition, as AWS answers it; the place in the text, the reason, the way out and the fix are ours.
final class Diagnostics {

    private Diagnostics() {}

    static Json.Arr of(List<Diagnostic> diagnostics) {
        return new Json.Arr(diagnostics.stream().map(Diagnostics::one).toList());
    }

    /// What AWS takes and we have something to say about.
    static Json.Arr advice(List<Advice> advice) {
        return new Json.Arr(advice.stream().map(Diagnostics::one).toList());
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
        place(json, diagnostic.at());
        say(json, "explanation", diagnostic.explanation());
        say(json, "hint", diagnostic.hint());
        say(json, "differs", diagnostic.differs());
        diagnostic.fix().ifPresent(fix -> json.put("fix", fix(fix)));
        return json.build();
    }

    private static Json one(Advice advice) {
        var json = Json.Obj.builder().put("code", advice.code()).put("location", advice.location());
        say(json, "message", advice.explanation());
        place(json, advice.at());
        say(json, "hint", advice.hint());
        advice.fix().ifPresent(fix -> json.put("fix", fix(fix)));
        return json.build();
    }

    private static void place(Json.Obj.Builder json, Location at) {
        if (at != Location.START) json.put("line", at.line()).put("column", at.column());
    }

    private static Json fix(Fix fix) {
        var edits = fix.edits().stream().map(edit -> Json.Obj.builder().put("from", edit.from()).put("to", edit.to()).put("text", edit.text()).build());
        return Json.Obj.of("label", Json.of(said(fix.label())), "edits", Json.collect(edits.toList()));
    }

    private static void say(Json.Obj.Builder json, String member, Phrase phrase) {
        if (!phrase.equals(Phrase.NONE)) json.put(member, said(phrase));
    }

    private static String said(Phrase phrase) {
        return Messages.in(Language.ENGLISH).get(phrase.key(), phrase.arguments().toArray());
    }
}
