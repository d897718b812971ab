package passo.asl;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import passo.json.Json;
import passo.json.JsonText;
import passo.json.JsonText.Reading;
import passo.json.Location;
import passo.json.Positions;

/// A definition that was read: the machine, if it is one, and everything wrong with the text.
///
/// @param machine present exactly where no diagnostic is an error
/// @param diagnostics in the order of the text
/// @param positions where each value of the definition stands in its text
public record Definition(Optional<StateMachine> machine, List<Diagnostic> diagnostics, Positions positions) {

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
        String bare = text.startsWith("\uFEFF") ? " " + text.substring(1) : text;
        if (text.isEmpty()) return refused(Problem.empty());
        if (bare.isBlank()) return refused(Problem.notAnObject());
        if (!looksLikeJson(bare)) {
            Reading yaml = JsonText.readYaml(bare);
            if (yaml instanceof Reading.Value(Json.Obj json, Positions positions)) return of(json, positions, type, 0);
            if (yaml instanceof Reading.Malformed(String message, Location at)) return malformed(bare, message, at);
        }
        return switch (JsonText.read(bare)) {
            case Reading.Value(Json.Obj json, Positions positions) -> of(json, positions, type, 2);
            case Reading.Value _ -> refused(Problem.notAnObject());
            case Reading.Malformed(String message, Location at) -> malformed(bare, message, at);
        };
    }

    /// Reads a definition that came without text: everything stands at the beginning.
    public static Definition of(Json json, Type type) {
        return json instanceof Json.Obj ? of(json, Positions.NONE, type, 0) : refused(Problem.notAnObject());
    }

    /// Reads a state by itself, as the machine that it alone makes; where it leads is not asked. AWS, TestState.
    public static Definition ofState(String name, Json state, Type type) {
        Node root = Node.root(Json.Obj.of("StartAt", Json.of(name), "States", Json.Obj.of(name, state)), Positions.NONE);
        var problems = new Problems(0);
        return definition(new Parser(type, problems).machine(root), problems, Positions.NONE);
    }

    private static Definition of(Json json, Positions positions, Type type, int quotes) {
        var problems = new Problems(quotes);
        Node root = Node.root(json, positions);
        Optional<StateMachine> machine = new Parser(type, problems).machine(root);
        Validator.check(root, problems);
        return definition(machine, problems, positions);
    }

    private static Definition definition(Optional<StateMachine> machine, Problems problems, Positions positions) {
        return new Definition(machine.filter(_ -> !problems.hasErrors()), problems.diagnostics(), positions);
    }

    private static boolean looksLikeJson(String text) {
        return "{[\"".indexOf(text.strip().charAt(0)) >= 0;
    }

    private static Definition refused(Problem problem) {
        var problems = new Problems(0);
        problems.reportText("", Location.START, problem);
        return new Definition(Optional.empty(), problems.diagnostics(), Positions.NONE);
    }

    private static Definition malformed(String text, String message, Location at) {
        var problems = new Problems(0);
        problems.reportText(sourceLocation(text, message, at), at, malformedBecause(text, message, at));
        return new Definition(Optional.empty(), problems.diagnostics(), Positions.NONE);
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
