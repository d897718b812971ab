package passo.web.parts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import passo.json.Json;
import passo.web.parts.JsonLine.Token;

/// A JSON value as lines in colour, alone or as what became of another. Used for one list of lines, then dropped.
public final class JsonLines {

    private static final int MOST = 400;
    private static final int SHORT = 56;
    private static final int LONGEST_TEXT = 2_000;
    private static final String ADDED = "add";
    private static final String GONE = "gone";

    private final List<JsonLine> lines = new ArrayList<>();
    private final int deepest;

    private JsonLines(int deepest) {
        this.deepest = deepest;
    }

    /// @param deepest what stands deeper is folded
    public static List<JsonLine> of(Json json, int deepest) {
        var lines = new JsonLines(deepest);
        lines.value("", 0, List.of(), json, true);
        return List.copyOf(lines.lines);
    }

    /// The second value, and between its lines those of the first that are gone.
    public static List<JsonLine> difference(Json before, Json after, int deepest) {
        var lines = new JsonLines(deepest);
        lines.change(0, List.of(), before, after, true);
        return List.copyOf(lines.lines);
    }

    private void change(int depth, List<Token> name, Json before, Json after, boolean last) {
        if (before.equals(after)) {
            value("", depth, name, after, last);
        } else if (before instanceof Json.Obj old && after instanceof Json.Obj now && depth < deepest) {
            line("", depth, name, punctuation("{"), true);
            Set<String> names = new LinkedHashSet<>(old.names());
            names.addAll(now.names());
            int left = names.size();
            for (var member : names) member(depth + 1, member, old, now, --left == 0);
            line("", depth, List.of(), punctuation("}"), last);
        } else if (before instanceof Json.Arr old && after instanceof Json.Arr now && depth < deepest) {
            line("", depth, name, punctuation("["), true);
            int size = Math.max(old.size(), now.size());
            for (int i = 0; i < size; i++) item(depth + 1, i, old, now, i == size - 1);
            line("", depth, List.of(), punctuation("]"), last);
        } else {
            value(GONE, depth, name, before, false);
            value(ADDED, depth, name, after, last);
        }
    }

    private void member(int depth, String name, Json.Obj before, Json.Obj after, boolean last) {
        if (!after.has(name)) value(GONE, depth, key(name), before.get(name), last);
        else if (!before.has(name)) value(ADDED, depth, key(name), after.get(name), last);
        else change(depth, key(name), before.get(name), after.get(name), last);
    }

    private void item(int depth, int index, Json.Arr before, Json.Arr after, boolean last) {
        if (index >= after.size()) value(GONE, depth, List.of(), before.get(index), last);
        else if (index >= before.size()) value(ADDED, depth, List.of(), after.get(index), last);
        else change(depth, List.of(), before.get(index), after.get(index), last);
    }

    private void value(String mark, int depth, List<Token> name, Json json, boolean last) {
        switch (json) {
            case Json.Obj obj when opens(obj, obj.size(), depth) -> {
                line(mark, depth, name, punctuation("{"), true);
                for (int i = 0; i < obj.size(); i++) value(mark, depth + 1, key(obj.name(i)), obj.value(i), i == obj.size() - 1);
                line(mark, depth, List.of(), punctuation("}"), last);
            }
            case Json.Arr arr when opens(arr, arr.size(), depth) -> {
                line(mark, depth, name, punctuation("["), true);
                for (int i = 0; i < arr.size(); i++) value(mark, depth + 1, List.of(), arr.get(i), i == arr.size() - 1);
                line(mark, depth, List.of(), punctuation("]"), last);
            }
            case Json.Obj obj -> line(mark, depth, name, obj.isEmpty() ? punctuation("{}") : folded("{ … }", obj), last);
            case Json.Arr arr -> line(mark, depth, name, arr.size() == 0 ? punctuation("[]") : folded("[ … ]", arr), last);
            case Json.Str(var text) -> line(mark, depth, name, string(text), last);
            case Json.Num _, Json.Bool _, Json.Null _ -> line(mark, depth, name, List.of(new Token("cn", json.toString())), last);
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

    private void line(String mark, int depth, List<Token> name, List<Token> rest, boolean last) {
        if (lines.size() > MOST) return;
        if (lines.size() == MOST) {
            lines.add(new JsonLine("", punctuation("…")));
            return;
        }
        var tokens = new ArrayList<Token>();
        if (depth > 0) tokens.add(new Token("cp", "  ".repeat(depth)));
        tokens.addAll(name);
        tokens.addAll(rest);
        if (!last) tokens.add(new Token("cp", ","));
        lines.add(new JsonLine(mark, tokens));
    }

    private static List<Token> key(String name) {
        return List.of(new Token("ck", Json.of(name).toString()), new Token("cp", ": "));
    }

    private static List<Token> string(String text) {
        String shown = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
        return List.of(new Token(text.startsWith("$.") ? "cx" : "cs", Json.of(shown).toString()));
    }

    private static List<Token> punctuation(String text) {
        return List.of(new Token("cp", text));
    }
}
