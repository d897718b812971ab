package passo.expression.jsonata;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Utils;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `$contains`, `$match`, `$split` and `$replace` as JSONata 2.0.6 has them; the library forgets limits, groups and errors.
///
/// What a search reads and what a replacement writes are counted, so that neither runs or grows without end.
final class Matching {

    private static final int MOST_CHARACTERS_READ = 50_000_000;

    private Matching() {}

    static @Nullable Object contains(List<?> arguments) {
        return arguments.get(0) instanceof String text ? (Boolean) matcher("contains", text, arguments.get(1)).find() : null;
    }

    static @Nullable Object match(List<?> arguments) {
        if (!(arguments.get(0) instanceof String text)) return null;
        List<Object> matches = Utils.createSequence();
        for (MatchResult place : places("match", text, arguments.get(1), limit(arguments.get(2), "D3040"))) {
            Map<String, Object> match = new LinkedHashMap<>();
            match.put("match", place.group());
            match.put("index", place.start());
            match.put("groups", groups(place));
            matches.add(match);
        }
        return matches;
    }

    static @Nullable Object split(List<?> arguments) {
        if (!(arguments.get(0) instanceof String text)) return null;
        double limit = Math.floor(limit(arguments.get(2), "D3020"));
        if ("".equals(arguments.get(1))) return new ArrayList<>(text.chars().limit((long) limit).mapToObj(c -> String.valueOf((char) c)).toList());
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (MatchResult place : places("split", text, arguments.get(1), limit)) {
            pieces.add(text.substring(start, place.start()));
            start = place.end();
        }
        if (pieces.size() < limit) pieces.add(text.substring(start));
        return pieces;
    }

    static @Nullable Object replace(List<?> arguments) {
        if (!(arguments.get(0) instanceof String text)) return null;
        if ("".equals(arguments.get(1))) throw JsonataError.of("D3010");
        boolean plain = arguments.get(1) instanceof String;
        var replaced = new StringBuilder();
        int start = 0;
        for (MatchResult place : places("replace", text, arguments.get(1), limit(arguments.get(3), "D3011"))) {
            replaced.append(text, start, place.start());
            replaced.append(arguments.get(2) instanceof String by ? plain ? by : withGroups(by, place) : called(arguments.get(2), place));
            Builtins.atMost(replaced.length());
            start = place.end();
        }
        return replaced.append(text, start, text.length()).toString();
    }

    private static String called(@Nullable Object function, MatchResult place) {
        Map<String, Object> match = new LinkedHashMap<>();
        match.put("match", place.group());
        match.put("start", place.start());
        match.put("end", place.end());
        match.put("groups", groups(place));
        Object replaced = Builtins.apply(function, List.of(match));
        if (!(replaced instanceof String text)) throw JsonataError.of("D3012");
        return text;
    }

    /// A replacement in which `$1` is a group, `$0` all that matched and `$$` a dollar sign.
    private static String withGroups(String replacement, MatchResult place) {
        var text = new StringBuilder();
        for (int at = 0; at < replacement.length(); at++) {
            char c = replacement.charAt(at);
            char next = at + 1 < replacement.length() ? replacement.charAt(at + 1) : ' ';
            if (c != '$' || (next != '$' && (next < '0' || next > '9'))) text.append(c);
            else if (next == '$') text.append(replacement.charAt(++at));
            else {
                int digits = digits(replacement, at + 1, place.groupCount());
                int group = Integer.parseInt(replacement, at + 1, at + 1 + digits, 10);
                String found = group <= place.groupCount() ? place.group(group) : null;
                text.append(found == null ? "" : found);
                at += digits;
            }
        }
        return text.toString();
    }

    // Of the digits behind the sign as many belong to the group's number as still make the number of a group; at least one.
    private static int digits(String text, int start, int groups) {
        int end = start + 1;
        int group = text.charAt(start) - '0';
        while (group > 0 && end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            group = group * 10 + text.charAt(end) - '0';
            if (group > groups) break;
            end++;
        }
        return end - start;
    }

    private static List<@Nullable String> groups(MatchResult place) {
        List<@Nullable String> groups = new ArrayList<>();
        for (int i = 1; i <= place.groupCount(); i++) groups.add(place.group(i));
        return groups;
    }

    private static double limit(@Nullable Object limit, String code) {
        if (!(limit instanceof Number most)) return Integer.MAX_VALUE;
        if (most.doubleValue() < 0) throw JsonataError.of(code);
        return most.doubleValue();
    }

    private static List<MatchResult> places(String function, String text, @Nullable Object pattern, double limit) {
        List<MatchResult> places = new ArrayList<>();
        Matcher matcher = matcher(function, text, pattern);
        int at = 0;
        do {
            if (places.size() >= limit || !matcher.find(at)) break;
            // A search would go on where it is, for ever.
            boolean isEmpty = matcher.start() == matcher.end();
            if (isEmpty && (at > 0 || matcher.end() < text.length())) throw JsonataError.of("D1004");
            places.add(matcher.toMatchResult());
            at = matcher.end();
        } while (at < text.length());
        return places;
    }

    private static Matcher matcher(String function, String text, @Nullable Object pattern) {
        return switch (pattern) {
            case Pattern regex -> regex.matcher(new Counted(text, new int[1]));
            case String plain -> Pattern.compile(plain, Pattern.LITERAL).matcher(text);
            case null, default -> throw JsonataError.of("T1010", function);
        };
    }

    /// A text that counts how often a character is read.
    private record Counted(CharSequence text, int[] read) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++read[0] > MOST_CHARACTERS_READ) throw new JException("The regular expression takes too long", -1);
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
