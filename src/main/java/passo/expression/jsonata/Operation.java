package passo.expression.jsonata;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What a JSONata expression does last, with the texts of what it does it to: `$a > 1 and $b` is `and` of `$a > 1` and `$b`.
///
/// @param operator `and`, `or`, `not`, a comparison's sign or `in`; empty where the expression does anything else
/// @param operands as they are written; none where there is no operator
public record Operation(String operator, List<String> operands) {

    private static final Operation OTHER = new Operation("", List.of());
    private static final Set<String> WORDS = Set.of("and", "or", "in");
    private static final Set<String> COMPARISONS = Set.of("=", "!=", "<", "<=", ">", ">=", "in");
    /// What binds less than `or`.
    private static final Set<String> LOOSER = Set.of("?", ":", ":=", ";", "~>");

    /// An operator that stands in no bracket.
    private record Place(String operator, int start, int end) {}

    public Operation {
        operands = List.copyOf(operands);
    }

    /// Reads a text that the library takes.
    public static Operation of(String text) {
        String bare = text.strip();
        List<Place> places = places(bare);
        if (places.stream().anyMatch(place -> LOOSER.contains(place.operator))) return OTHER;
        if (places.stream().anyMatch(place -> place.operator.equals("or"))) return split(bare, "or", places);
        if (places.stream().anyMatch(place -> place.operator.equals("and"))) return split(bare, "and", places);
        List<Place> comparisons = places.stream().filter(place -> COMPARISONS.contains(place.operator)).toList();
        if (comparisons.size() == 1) return split(bare, comparisons.getFirst().operator, comparisons);
        if (!comparisons.isEmpty()) return OTHER;
        if (isWrapped(bare, "(")) return of(bare.substring(1, bare.length() - 1));
        return isWrapped(bare, "$not(") ? new Operation("not", List.of(bare.substring("$not(".length(), bare.length() - 1).strip())) : OTHER;
    }

    private static Operation split(String text, String operator, List<Place> places) {
        List<String> operands = new ArrayList<>();
        int from = 0;
        for (Place place : places) {
            if (!place.operator.equals(operator)) continue;
            operands.add(text.substring(from, place.start).strip());
            from = place.end;
        }
        operands.add(text.substring(from).strip());
        return new Operation(operator, operands);
    }

    private static List<Place> places(String text) {
        var tokens = new Tokens(text);
        List<Place> places = new ArrayList<>();
        int depth = 0;
        boolean afterOperand = false;
        for (tokens.advance(false); tokens.kind() != Tokens.Kind.END; tokens.advance(afterOperand)) {
            String sign = tokens.isOperator() ? tokens.value() : "";
            boolean names = WORDS.contains(sign) && !afterOperand;
            if ("([{".contains(sign) && !sign.isEmpty()) depth++;
            if (")]}".contains(sign) && !sign.isEmpty()) depth--;
            if (depth == 0 && !sign.isEmpty() && !names) places.add(new Place(sign, tokens.start(), tokens.start() + sign.length()));
            afterOperand = names || sign.isEmpty() || ")]}".contains(sign) || !afterOperand && "*%".contains(sign);
        }
        return places;
    }

    /// Does the text begin so, and does the bracket that is open then close at its end?
    private static boolean isWrapped(String text, String opening) {
        if (!text.startsWith(opening) || !text.endsWith(")")) return false;
        var tokens = new Tokens(text);
        int depth = 0;
        boolean afterOperand = false;
        for (tokens.advance(false); tokens.kind() != Tokens.Kind.END; tokens.advance(afterOperand)) {
            if (tokens.is("(") || tokens.is("[") || tokens.is("{")) depth++;
            if (tokens.is(")") || tokens.is("]") || tokens.is("}")) depth--;
            if (depth == 0 && tokens.is(")")) return tokens.start() == text.length() - 1;
            if (depth == 1 && tokens.is(";")) return false;
            afterOperand = !tokens.isOperator() || tokens.is(")") || tokens.is("]") || tokens.is("}");
        }
        return false;
    }
}
