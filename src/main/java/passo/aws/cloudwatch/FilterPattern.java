package passo.aws.cloudwatch;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import passo.json.Json;
import passo.json.JsonText;

/// Which lines of a log are meant. AWS, "Filter pattern syntax for metric filters, subscription filters, and filter log events": words, and
/// conditions on members of a line that is JSON.
public sealed interface FilterPattern {

    /// Every one of the words stands in the line, or where there are optional ones alone, any; and none of those that must not.
    record Words(List<String> all, List<String> any, List<String> none) implements FilterPattern {

        private static final Pattern WORD = Pattern.compile("\\s*([?-]?)(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s\"]+))");

        private static Optional<Words> read(String text) {
            List<String> all = new ArrayList<>();
            List<String> any = new ArrayList<>();
            List<String> none = new ArrayList<>();
            Matcher word = WORD.matcher(text);
            int end = 0;
            for (; word.find() && word.start() == end; end = word.end()) {
                String term = word.group(2) == null ? word.group(3) : word.group(2).replaceAll("\\\\(.)", "$1");
                (word.group(1).equals("?") ? any : word.group(1).equals("-") ? none : all).add(term);
            }
            return end < text.length() ? Optional.empty() : Optional.of(new Words(all, any, none));
        }
    }

    record Both(FilterPattern one, FilterPattern other) implements FilterPattern {}

    record Either(FilterPattern one, FilterPattern other) implements FilterPattern {}

    /// @param path the names from the line's value inwards
    /// @param operator `=`, `!=`, `<`, `<=`, `>`, `>=`
    /// @param value a text in which `*` stands for anything, or a number
    record Compares(List<String> path, String operator, Json value) implements FilterPattern {}

    /// @param is of what kind the member is to be: `NULL`, `TRUE`, `FALSE`, or `EXISTS` for none
    record Is(List<String> path, String is) implements FilterPattern {}

    /// Reads a pattern; nothing where it is none.
    static Optional<FilterPattern> of(String text) {
        String pattern = text.strip();
        if (!pattern.startsWith("{")) return Words.read(pattern).map(FilterPattern.class::cast);
        return pattern.endsWith("}") ? new Reader(pattern.substring(1, pattern.length() - 1)).read() : Optional.empty();
    }

    default boolean matches(String line) {
        return switch (this) {
            case Words(var all, var any, var none) -> all.stream().allMatch(line::contains) && none.stream().noneMatch(line::contains)
                    && (any.isEmpty() || !all.isEmpty() || any.stream().anyMatch(line::contains));
            case FilterPattern condition -> JsonText.read(line) instanceof JsonText.Reading.Value(var json, _) && condition.holds(json);
        };
    }

    private boolean holds(Json json) {
        return switch (this) {
            case Words _ -> false;
            case Both(var one, var other) -> one.holds(json) && other.holds(json);
            case Either(var one, var other) -> one.holds(json) || other.holds(json);
            case Is(var path, var is) -> switch (is) {
                case "EXISTS" -> find(json, path).isEmpty();
                case "NULL" -> find(json, path).filter(Json.NULL::equals).isPresent();
                case String truth -> find(json, path).filter(Json.of(truth.equals("TRUE"))::equals).isPresent();
            };
            case Compares(var path, var operator, var value) -> find(json, path).filter(found -> compares(found, operator, value)).isPresent();
        };
    }

    private static Optional<Json> find(Json json, List<String> path) {
        Optional<Json> found = Optional.of(json);
        for (String name : path) found = found.flatMap(inner -> inner instanceof Json.Obj obj ? Optional.ofNullable(obj.get(name)) : Optional.empty());
        return found;
    }

    private static boolean compares(Json found, String operator, Json value) {
        if (value instanceof Json.Str(var text)) {
            String shown = found instanceof Json.Str(var own) ? own : found.toString();
            boolean same = Pattern.compile(Pattern.quote(text).replace("*", "\\E.*\\Q"), Pattern.DOTALL).matcher(shown).matches();
            return operator.equals("=") && same || operator.equals("!=") && !same;
        }
        if (!(number(found) instanceof BigDecimal number && value instanceof Json.Num(var wanted))) return operator.equals("!=");
        int order = number.compareTo(wanted);
        return switch (operator) {
            case "=" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    /// AWS writes the numbers of a log line as texts.
    private static @Nullable BigDecimal number(Json json) {
        if (json instanceof Json.Num(var number)) return number;
        return json instanceof Json.Str(var text) && text.matches("-?\\d{1,20}(\\.\\d{1,20})?") ? new BigDecimal(text) : null;
    }

    /// Reads conditions: `&&` binds more than `||`.
    final class Reader {

        private static final Pattern TOKEN = Pattern.compile(
                "\\s*(?:(&&|\\|\\||[()]|!=|<=|>=|[=<>])|\\$\\.([\\w.\\-]+)|\"((?:[^\"\\\\]|\\\\.)*)\"|([\\w.*:/\\-]+))");

        private final List<Matcher> tokens = new ArrayList<>();
        private int next;
        private boolean wrong;

        private Reader(String text) {
            Matcher token = TOKEN.matcher(text);
            int end = 0;
            while (token.find() && token.start() == end) {
                Matcher one = TOKEN.matcher(token.group());
                wrong |= !one.matches();
                tokens.add(one);
                end = token.end();
            }
            wrong |= !text.substring(end).isBlank();
        }

        private Optional<FilterPattern> read() {
            FilterPattern pattern = wrong ? null : either();
            return wrong || next < tokens.size() ? Optional.empty() : Optional.of(pattern);
        }

        private FilterPattern either() {
            FilterPattern pattern = both();
            while (takes("||")) pattern = new Either(pattern, both());
            return pattern;
        }

        private FilterPattern both() {
            FilterPattern pattern = one();
            while (takes("&&")) pattern = new Both(pattern, one());
            return pattern;
        }

        private FilterPattern one() {
            if (takes("(")) {
                FilterPattern inner = either();
                wrong |= !takes(")");
                return inner;
            }
            List<String> path = List.of(group(2).split("\\."));
            String operator = next < tokens.size() ? tokens.get(next).group().strip() : "";
            if (operator.equals("IS") || operator.equals("NOT")) {
                next++;
                String is = group(4);
                wrong |= !(operator.equals("IS") ? List.of("NULL", "TRUE", "FALSE") : List.of("EXISTS")).contains(is);
                return new Is(path, is);
            }
            wrong |= !operator.matches("!?=|[<>]=?");
            next++;
            return new Compares(path, operator, value(operator));
        }

        private Json value(String operator) {
            if (next < tokens.size() && tokens.get(next).group(3) != null) return Json.of(group(3).replaceAll("\\\\(.)", "$1"));
            String plain = group(4);
            if (plain.matches("-?\\d{1,20}(\\.\\d{1,20})?")) return new Json.Num(new BigDecimal(plain));
            wrong |= !operator.matches("!?=");
            return Json.of(plain);
        }

        private boolean takes(String sign) {
            boolean there = next < tokens.size() && sign.equals(tokens.get(next).group(1));
            if (there) next++;
            return there;
        }

        private String group(int group) {
            String text = next < tokens.size() ? tokens.get(next++).group(group) : null;
            wrong |= text == null;
            return text == null ? "" : text;
        }
    }
}
