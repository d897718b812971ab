package passo.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import passo.json.Json;

/// Something of ours, changed by chance here and there.
final class Mutation {

    /// What breaks readers.
    private static final List<String> PIECES = List.of("\u0000", "\uFEFF", "\uD800", "\uDC00", "\uD83D\uDE00", "\n", "\t", " ", "\\", "\"", "'", "`", "/*",
            "*/", "1e400", "-1e-400", "-0", "9".repeat(400), "0x1F", ".5", "1.", "NaN", ".inf", "null", "true", "~", "[".repeat(300), "(".repeat(120), "{",
            "}", "[", "]", "(", ")", ",", ":", ": ", "- ", "&a ", "*a", "<<: ", "!!binary ", "!!set ", "%YAML 1.1\n", "---\n", "...\n", "|\n", ">-\n", "? ", "#",
            "$", "$$", "$.", "..", "[*]", "[-1]", "[1:2]", "[?(@.a)]", "@", "=~ /(a+)+/", "{%", "%}", "{}", "$states.input", "$states", "$eval(", "$pad(", "[1..",
            "..9999999]", "function($x){", "|", "~>", ":=", "?:", "??", "^(", "/(a*)*b/", "and", "in", "States.", "States.Format(", "$x", "%", "**", ";", "λ");

    private Mutation() {}

    /// One of the texts, cut, repeated and mixed with the others.
    static String of(List<String> texts, RandomGenerator chance) {
        var text = new StringBuilder(one(texts, chance));
        for (int changes = chance.nextInt(1 + chance.nextInt(8)); changes > 0; changes--) {
            int at = chance.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + chance.nextInt(12));
            switch (chance.nextInt(8)) {
                case 0, 1, 2 -> text.insert(at, one(PIECES, chance));
                case 3 -> text.replace(at, end, one(PIECES, chance));
                case 4 -> text.delete(at, end);
                case 5 -> text.insert(at, text.substring(at, end));
                case 6 -> text.replace(at, end, part(one(texts, chance), chance));
                default -> text.insert(at, (char) chance.nextInt(0x250));
            }
        }
        return text.toString();
    }

    private static String part(String text, RandomGenerator chance) {
        int start = chance.nextInt(text.length() + 1);
        return text.substring(start, start + chance.nextInt(text.length() + 1 - start));
    }

    static <T> T one(List<T> list, RandomGenerator chance) {
        return list.get(chance.nextInt(list.size()));
    }

    /// One of the definitions, in which single members are those of others, are missing, or are new; its transitions lead to states that there are.
    static Json definition(RandomGenerator chance) {
        Json definition = one(Corpus.VALID_DEFINITIONS, chance);
        for (int changes = chance.nextInt(6); changes > 0; changes--) definition = changed(definition, "", chance);
        return connected(definition, List.of("A"), chance);
    }

    /// Changes one place: at each level it is either here or further inside, but never a machine or its states as a whole.
    private static Json changed(Json value, String name, RandomGenerator chance) {
        if (value instanceof Json.Obj machine && machine.get("States") instanceof Json.Obj states && !states.isEmpty() && chance.nextInt(10) > 0) {
            int place = chance.nextInt(states.size());
            return machine.with("States", states.with(states.name(place), changed(states.value(place), "", chance)));
        }
        boolean here = chance.nextInt(5) == 0;
        if (name.equals("Type")) return value;
        return switch (value) {
            case Json.Obj obj when !here && !obj.isEmpty() -> {
                int place = chance.nextInt(obj.size());
                yield obj.with(obj.name(place), changed(obj.value(place), obj.name(place), chance));
            }
            case Json.Arr arr when !here && arr.size() > 0 -> {
                int place = chance.nextInt(arr.size());
                yield arr.with(place, changed(arr.get(place), name, chance));
            }
            case Json.Obj obj when !obj.isEmpty() && chance.nextInt(4) == 0 -> obj.without(obj.name(chance.nextInt(obj.size())));
            case Json.Obj obj when chance.nextInt(2) == 0 -> {
                String other = one(NAMES, chance);
                yield obj.with(other, one(Corpus.MEMBERS.get(other), chance));
            }
            case Json.Str(String text) when chance.nextInt(2) == 0 -> Json.of(of(List.of(text), chance));
            case Json.Obj _, Json.Arr _, Json.Str _, Json.Num _, Json.Bool _, Json.Null _ ->
                one(Corpus.MEMBERS.get(Corpus.MEMBERS.containsKey(name) && chance.nextInt(8) > 0 ? name : one(NAMES, chance)), chance);
        };
    }

    private static final List<String> NAMES = List.copyOf(new ArrayList<>(Corpus.MEMBERS.keySet()));

    private static Json connected(Json value, List<String> siblings, RandomGenerator chance) {
        return switch (value) {
            case Json.Obj obj -> {
                List<String> states = obj.get("States") instanceof Json.Obj inner && !inner.isEmpty() ? inner.names() : siblings;
                yield obj.withValues(place -> switch (obj.name(place)) {
                    case "StartAt" -> among(obj.value(place), states, chance);
                    case "Next", "Default" -> among(obj.value(place), siblings, chance);
                    default -> connected(obj.value(place), states, chance);
                });
            }
            case Json.Arr arr -> Json.collect(arr.items().stream().map(item -> connected(item, siblings, chance)).toList());
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> value;
        };
    }

    private static Json among(Json name, List<String> names, RandomGenerator chance) {
        return name instanceof Json.Str(String text) && names.contains(text) ? name : Json.of(one(names, chance));
    }
}
