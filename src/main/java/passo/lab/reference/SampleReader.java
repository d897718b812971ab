package passo.lab.reference;

import java.util.List;
import java.util.stream.Stream;
import passo.asl.Definition;
import passo.asl.text.Diagnostic;
import passo.aws.Decisions;
import passo.aws.Problem;
import passo.aws.Reading;
import passo.aws.World;
import passo.json.Json;
import passo.lab.exercise.ContentReader;
import passo.lab.exercise.Expectation;
import passo.lab.exercise.Words;
import passo.lab.reference.Sample.Claim;
import passo.lab.reference.Sample.Line;
import passo.lab.reference.Sample.Result;

/// Reads an example.
final class SampleReader {

    private final ContentReader content;
    private final String file;
    private final Json.Obj written;

    SampleReader(ContentReader content, String file, Json.Obj written) {
        this.content = content;
        this.file = file;
        this.written = written;
    }

    Sample sample(String id, Words title) {
        Json input = written.has("input") ? written.get("input") : Json.Obj.EMPTY;
        return written.has("expressions") ? expressions(id, title, input) : machine(id, title, input);
    }

    private Sample expressions(String id, Words title, Json input) {
        content.only(file, written, "input", "expressions");
        List<Line> lines = content.objects(file, written, "expressions").stream().map(this::line).toList();
        if (lines.isEmpty()) throw content.broken(file, "there is no expression");
        return new Sample.Expressions(id, title, input, lines);
    }

    private Line line(Json.Obj line) {
        content.only(file, line, "write", "gives", "fails");
        if (line.has("gives") == line.has("fails")) throw content.broken(file, "an expression gives something or fails: " + line);
        return new Line(content.needText(file, line, "write"), line.has("gives") ? new Result.Gives(line.get("gives")) : new Result.Fails(content.needText(file, line, "fails")));
    }

    private Sample machine(String id, Words title, Json input) {
        content.only(file, written, "definition", "input", "type", "world", "decisions", "expect");
        Definition.Type type = type(content.string(written, "type").orElse("STANDARD"));
        Definition definition = Definition.parse(content.needText(file, written, "definition"), type);
        Json.Obj world = content.object(file, written, "world");
        Json.Arr decisions = written.get("decisions") instanceof Json.Arr list ? list : Json.Arr.EMPTY;
        Claim claim = claim(definition);
        runnable(definition, type, world, decisions);
        return new Sample.Machine(id, title, type, definition.source().text().strip(), input, world, decisions, claim);
    }

    private Definition.Type type(String name) {
        return Stream.of(Definition.Type.values()).filter(type -> type.name().equals(name)).findFirst().orElseThrow(() -> content.broken(file, "no such type: " + name));
    }

    private Claim claim(Definition definition) {
        Json.Obj expect = content.object(file, written, "expect");
        List<Diagnostic> errors = definition.diagnostics().stream().filter(wrong -> wrong.severity() == Diagnostic.Severity.ERROR).toList();
        if (expect.has("diagnostics")) {
            content.only(file, expect, "diagnostics");
            List<String> codes = content.strings(file, expect, "diagnostics");
            List<String> told = errors.stream().map(Diagnostic::code).toList();
            if (codes.isEmpty() || !codes.equals(told)) throw content.broken(file, "what keeps it from being a machine is " + told);
            return new Claim.DoesNotLoad(codes);
        }
        errors.stream().findFirst().ifPresent(wrong -> {
            throw content.broken(file, wrong.message() + " " + wrong.location());
        });
        if (expect.isEmpty()) throw content.broken(file, "it does not say what comes of it");
        try {
            return new Claim.Runs(Expectation.of(expect));
        } catch (IllegalArgumentException unknown) {
            throw content.broken(file, unknown.getMessage());
        }
    }

    private void runnable(Definition definition, Definition.Type type, Json.Obj world, Json.Arr decisions) {
        World read = good("its world", World.parse(world));
        definition.machine().ifPresent(machine -> good("its world", read.with(machine)));
        good("its decisions", Decisions.parse(decisions, type, read));
    }

    private <T> T good(String what, Reading<T> reading) {
        return switch (reading) {
            case Reading.Good<T>(var value) -> value;
            case Reading.Bad<T>(List<Problem> problems) -> throw content.broken(file, what + ": " + problems.getFirst().key() + " at " + problems.getFirst().at());
        };
    }
}
