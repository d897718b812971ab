package passo.web.parts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import passo.json.Json;
import passo.web.parts.JsonLine.Token;

/// A JSON value as lines in colour, alone or as what became of another. Used for one list of lines, then dropped.
public final class JsonLines {

    private static final int MOST = 400;
    private static final int SHORT = 56;
    private static final int LONGEST_TEXT = 2_000;
    private static final String ADDED = "add";
    private static final String GONE = "gone";
    private static final String CHANGED = "mod";
    private static final Pattern SIMPLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final List<JsonLine> lines = new ArrayList<>();
    private final int deepest;
    private final int most;

    /// Where a line stands.
    private record At(int depth, String path, List<Token> name, boolean last) {

        static final At ROOT = new At(0, "$", List.of(), true);

        At member(String name, boolean last) {
            return new At(depth + 1, path + (SIMPLE.matcher(name).matches() ? "." + name : "['" + name + "']"), key(name), last);
        }

        At item(int index, boolean last) {
            return new At(depth + 1, path + "[" + index + "]", List.of(), last);
        }
    }

    private JsonLines(int deepest, int most) {
        this.deepest = deepest;
        this.most = most;
    }

    /// @param deepest what stands deeper is folded
    public static List<JsonLine> of(Json json, int deepest) {
        return of(json, deepest, MOST);
    }

    /// @param most so many lines and no more
    public static List<JsonLine> of(Json json, int deepest, int most) {
        var lines = new JsonLines(deepest, most);
        lines.value("", At.ROOT, json);
        return List.copyOf(lines.lines);
    }

    /// The second value, and between its lines those of the first that are gone.
    public static List<JsonLine> difference(Json before, Json after, int deepest) {
        var lines = new JsonLines(deepest, MOST);
        lines.change(At.ROOT, before, after);
        return List.copyOf(lines.lines);
    }

    /// One side of a difference: the lines of a value, and which of them the other does not have, or has otherwise.
    ///
    /// @param after is it what became of the other?
    public static List<JsonLine> side(Json json, Json other, boolean after, int deepest, int most) {
        var lines = new JsonLines(deepest, most);
        lines.side(At.ROOT, json, other, after ? ADDED : GONE);
        return List.copyOf(lines.lines);
    }

    private void side(At at, Json json, Json other, String alone) {
        if (json.equals(other)) {
            value("", at, json);
        } else if (json instanceof Json.Obj obj && other instanceof Json.Obj old && opens(obj, obj.size(), at.depth)) {
            line("", at, punctuation("{"), true);
            for (int i = 0; i < obj.size(); i++) {
                At member = at.member(obj.name(i), i == obj.size() - 1);
                if (old.has(obj.name(i))) side(member, obj.value(i), old.get(obj.name(i)), alone);
                else value(alone, member, obj.value(i));
            }
            close("", at, "}");
        } else if (json instanceof Json.Arr arr && other instanceof Json.Arr old && opens(arr, arr.size(), at.depth)) {
            line("", at, punctuation("["), true);
            for (int i = 0; i < arr.size(); i++) {
                At item = at.item(i, i == arr.size() - 1);
                if (i < old.size()) side(item, arr.get(i), old.get(i), alone);
                else value(alone, item, arr.get(i));
            }
            close("", at, "]");
        } else {
            value(at.depth == 0 ? alone : CHANGED, at, json);
        }
    }

    private void change(At at, Json before, Json after) {
        if (before.equals(after)) {
            value("", at, after);
        } else if (before instanceof Json.Obj old && after instanceof Json.Obj now && at.depth < deepest) {
            line("", at, punctuation("{"), true);
            Set<String> names = new LinkedHashSet<>(old.names());
            names.addAll(now.names());
            int left = names.size();
            for (var name : names) {
                At member = at.member(name, --left == 0);
                if (!now.has(name)) value(GONE, member, old.get(name));
                else if (!old.has(name)) value(ADDED, member, now.get(name));
                else change(member, old.get(name), now.get(name));
            }
            close("", at, "}");
        } else if (before instanceof Json.Arr old && after instanceof Json.Arr now && at.depth < deepest) {
            line("", at, punctuation("["), true);
            int size = Math.max(old.size(), now.size());
            for (int i = 0; i < size; i++) {
                At item = at.item(i, i == size - 1);
                if (i >= now.size()) value(GONE, item, old.get(i));
                else if (i >= old.size()) value(ADDED, item, now.get(i));
                else change(item, old.get(i), now.get(i));
            }
            close("", at, "]");
        } else {
            value(GONE, new At(at.depth, at.path, at.name, false), before);
            value(ADDED, at, after);
        }
    }

    private void value(String mark, At at, Json json) {
        switch (json) {
            case Json.Obj obj when opens(obj, obj.size(), at.depth) -> {
                line(mark, at, punctuation("{"), true);
                for (int i = 0; i < obj.size(); i++) value(mark, at.member(obj.name(i), i == obj.size() - 1), obj.value(i));
                close(mark, at, "}");
            }
            case Json.Arr arr when opens(arr, arr.size(), at.depth) -> {
                line(mark, at, punctuation("["), true);
                for (int i = 0; i < arr.size(); i++) value(mark, at.item(i, i == arr.size() - 1), arr.get(i));
                close(mark, at, "]");
            }
            case Json.Obj obj -> line(mark, at, obj.isEmpty() ? punctuation("{}") : folded("{ … }", obj), false);
            case Json.Arr arr -> line(mark, at, arr.size() == 0 ? punctuation("[]") : folded("[ … ]", arr), false);
            case Json.Str(var text) -> line(mark, at, string(text), false);
            case Json.Num _, Json.Bool _, Json.Null _ -> line(mark, at, List.of(new Token("cn", json.toString())), false);
        }
    }

    /// A short array stands in one line; so does what is empty or too deep.
    private boolean opens(Json json, int size, int depth) {
        return size > 0 && (depth == 0 || depth < deepest && !(json instanceof Json.Arr && json.depth() == 1 && json.bytes() <= SHORT));
    }

    private static List<Token> folded(String sign, Json json) {
        return json.bytes() <= SHORT && json.depth() == 1 ? inline(json) : punctuation(sign);
    }

    private static List<Token> inline(Json json) {
        var tokens = new ArrayList<Token>();
        switch (json) {
            case Json.Arr arr -> {
                tokens.add(new Token("cp", "["));
                for (int i = 0; i < arr.size(); i++) {
                    if (i > 0) tokens.add(new Token("cp", ", "));
                    tokens.addAll(inline(arr.get(i)));
                }
                tokens.add(new Token("cp", "]"));
            }
            case Json.Obj obj -> {
                tokens.add(new Token("cp", "{ "));
                for (int i = 0; i < obj.size(); i++) {
                    if (i > 0) tokens.add(new Token("cp", ", "));
                    tokens.addAll(key(obj.name(i)));
                    tokens.addAll(inline(obj.value(i)));
                }
                tokens.add(new Token("cp", " }"));
            }
            case Json.Str(var text) -> tokens.addAll(string(text));
            case Json.Num _, Json.Bool _, Json.Null _ -> tokens.add(new Token("cn", json.toString()));
        }
        return tokens;
    }

    private void line(String mark, At at, List<Token> rest, boolean opens) {
        var tokens = new ArrayList<>(at.name);
        tokens.addAll(rest);
        add(mark, at, at.path, opens, tokens, at.last || opens);
    }

    private void close(String mark, At at, String sign) {
        add(mark, at, "", false, punctuation(sign), at.last);
    }

    private void add(String mark, At at, String path, boolean opens, List<Token> rest, boolean last) {
        if (lines.size() > most) return;
        if (lines.size() == most) {
            lines.add(new JsonLine("", 0, "", false, punctuation("…")));
            return;
        }
        var tokens = new ArrayList<Token>();
        if (at.depth > 0) tokens.add(new Token("cp", "  ".repeat(at.depth)));
        tokens.addAll(rest);
        if (!last) tokens.add(new Token("cp", ","));
        lines.add(new JsonLine(mark, at.depth, path, opens, tokens));
    }

    private static List<Token> key(String name) {
        return List.of(new Token("ck", Json.of(name).toString()), new Token("cp", ": "));
    }

    private static List<Token> string(String text) {
        String shown = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
        return List.of(new Token(isExpression(text) ? "cx" : "cs", Json.of(shown).toString()));
    }

    private static boolean isExpression(String text) {
        return text.startsWith("$.") || text.startsWith("$$.") || text.startsWith("{%");
    }

    private static List<Token> punctuation(String text) {
        return List.of(new Token("cp", text));
    }
}
