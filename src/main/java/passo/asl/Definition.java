package passo.asl;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import passo.asl.Problems.Finding;
import passo.asl.text.Diagnostic;
import passo.asl.text.Node;
import passo.asl.text.Source;
import passo.asl.text.Syntax;
import passo.json.Json;
import passo.json.JsonText;
import passo.json.JsonText.Reading;
import passo.json.Location;
import passo.json.Notation;
import passo.json.Positions;

/// A definition that was read: the machine, if it is one, and everything wrong with the text.
///
/// @param machine present exactly where no diagnostic is an error
/// @param type as which it was read
/// @param diagnostics in the order of the text
/// @param source its text
/// @param root all that was read, with the place of each value in the text; a `null` of JSON where nothing could be read
public record Definition(Optional<StateMachine> machine, Type type, List<Diagnostic> diagnostics, Source source, Node root) {

    private static final int SHOWN_SOURCE = 500;
    private static final Pattern UNEXPECTED_TOKEN = Pattern.compile("Unrecognized token '([^']*)'");

    /// The type of a state machine. AWS, "Choosing workflow type".
    public enum Type { STANDARD, EXPRESS }

    public Definition {
        diagnostics = List.copyOf(diagnostics);
    }

    public boolean isValid() {
        return machine.isPresent();
    }

    /// Reads a definition, in JSON or in YAML. Never fails: what is wrong is told, all of it.
    public static Definition parse(String text, Type type) {
        Draft draft = read(text, type);
        return draft.definition(type, new Mender(draft.source, type, draft.root).mended(draft.findings));
    }

    /// Reads a definition that came without text: everything stands at the beginning.
    public static Definition of(Json json, Type type) {
        Draft draft = json instanceof Json.Obj ? draft(Source.NONE, Node.root(json, Positions.NONE), type) : refused(Problem.notAnObject());
        return draft.definition(type);
    }

    /// Reads a state by itself, as the machine that it alone makes; where it leads is not asked. AWS, TestState.
    public static Definition ofState(String name, Json state, Type type) {
        Node root = Node.root(Json.Obj.of("StartAt", Json.of(name), "States", Json.Obj.of(name, state)), Positions.NONE);
        var problems = new Problems(Source.NONE);
        Optional<StateMachine> machine = new Parser(type, problems).machine(root);
        return draft(machine, problems, Source.NONE, root).definition(type);
    }

    /// A definition that was read, while nothing in it is mended yet.
    record Draft(Optional<StateMachine> machine, List<Finding> findings, Source source, Node root) {

        Definition definition(Type type) {
            return definition(type, findings.stream().map(Finding::diagnostic).toList());
        }

        private Definition definition(Type type, List<Diagnostic> diagnostics) {
            return new Definition(machine, type, diagnostics, source, root);
        }
    }

    static Draft read(String text, Type type) {
        String bare = text.startsWith("\uFEFF") ? " " + text.substring(1) : text;
        if (text.isEmpty()) return refused(Problem.empty());
        if (bare.isBlank()) return refused(Problem.notAnObject());
        if (Notation.of(bare) == Notation.YAML) {
            Reading yaml = JsonText.readYaml(bare);
            if (yaml instanceof Reading.Value(Json.Obj json, Positions positions)) {
                return draft(new Source(text, Notation.YAML), Node.root(json, positions), type);
            }
            if (yaml instanceof Reading.Malformed(String message, Location at)) return malformed(bare, message, at);
        }
        return switch (JsonText.read(bare)) {
            case Reading.Value(Json.Obj json, Positions positions) -> draft(new Source(text, Notation.JSON), Node.root(json, positions), type);
            case Reading.Value _ -> refused(Problem.notAnObject());
            case Reading.Malformed(String message, Location at) -> malformed(bare, message, at);
        };
    }

    private static Draft draft(Source source, Node root, Type type) {
        var problems = new Problems(source);
        Optional<StateMachine> machine = new Parser(type, problems).machine(root);
        Validator.check(root, problems);
        return draft(machine, problems, source, root);
    }

    private static Draft draft(Optional<StateMachine> machine, Problems problems, Source source, Node root) {
        return new Draft(machine.filter(_ -> !problems.hasErrors()), problems.findings(), source, root);
    }

    private static Draft refused(Problem problem) {
        return wrongText("", "", Location.START, problem);
    }

    private static Draft malformed(String text, String message, Location at) {
        return wrongText(text, sourceLocation(text, message, at), at, malformedBecause(text, message, at).repair(new Repair.Rewrite(Syntax.fix(text))));
    }

    private static Draft wrongText(String text, String location, Location at, Problem problem) {
        var source = new Source(text, Notation.JSON);
        var problems = new Problems(source);
        problems.reportText(location, at, problem);
        return draft(Optional.empty(), problems, source, Node.root(Json.NULL, Positions.NONE));
    }

    private static Problem malformedBecause(String text, String message, Location at) {
        Problem problem = Problem.malformed(message);
        String before = text.substring(0, Math.min(at.offset(), text.length())).strip();
        String after = text.substring(Math.min(at.offset(), text.length())).strip();
        if (after.startsWith("/") || after.startsWith("#")) return problem.hint("hint.jsonComment");
        if (after.startsWith("{%") || after.startsWith("%")) return problem.hint("hint.quoteJsonata");
        if (after.startsWith("'")) return problem.hint("hint.doubleQuotes");
        if (before.endsWith(",") || before.matches("(?s).*,\\s*[}\\]]")) return problem.hint("hint.trailingComma");
        return problem;
    }

    /// The place of a syntax error as AWS prints it: behind the letters that it did not expect.
    private static String sourceLocation(String text, String message, Location at) {
        String shown = text.length() <= SHOWN_SOURCE ? "\"" + text + "\""
                : "\"" + text.substring(0, SHOWN_SOURCE) + "\"[truncated " + (text.length() - SHOWN_SOURCE) + " chars]";
        Matcher token = UNEXPECTED_TOKEN.matcher(message);
        int width = token.lookingAt() ? token.group(1).length() : message.startsWith("Unexpected character") ? 1 : 0;
        return "[Source: (String)%s; line: %d, column: %d]".formatted(shown, at.line(), at.column() + width);
    }
}
