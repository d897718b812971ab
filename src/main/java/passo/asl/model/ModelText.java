package passo.asl.model;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// Reads a service's model from its lines, whose words are parted by tabulators. First a line for each action: its name, the shape
/// of its request and that of its answer, either of which may be nothing, its errors. After an empty line a line for each shape, which is named by its number, from 0:
///
/// | line | shape |
/// |---|---|
/// | `{ name shape name shape …` | a structure; a required member's name ends with `!`, or with `?` where SDKs think of a value themselves |
/// | `[ shape` | a list |
/// | `: shape` | a map |
/// | `" min max value value …` | a string, its length and its values; a bound may be empty |
/// | `x min max`, `# min max` | bytes, a number |
///
/// Where a shape is referred to stands its number, or one letter for what has no constraint: `s`tring, `n`umber, `f`lag, `t`imestamp,
/// bytes (`x`), `d`ocument.
final class ModelText {

    private static final BigDecimal LEAST = BigDecimal.valueOf(-Double.MAX_VALUE);
    private static final BigDecimal MOST = BigDecimal.valueOf(Double.MAX_VALUE);
    private static final ApiShape.Number ANY_NUMBER = new ApiShape.Number(LEAST, MOST);

    private final Dialect dialect;

    private ModelText(Dialect dialect) {
        this.dialect = dialect;
    }

    static ServiceModel read(List<String> lines, Dialect dialect) {
        return new ModelText(dialect).read(lines);
    }

    private ServiceModel read(List<String> lines) {
        int end = lines.indexOf("");
        var requests = new HashMap<String, String>();
        var results = new HashMap<String, String>();
        for (String line : lines.subList(0, end)) {
            String[] words = line.split("\t", 4);
            if (!words[1].isEmpty()) requests.put(words[0], words[1]);
            if (!words[2].isEmpty()) results.put(words[0], words[2]);
        }
        var shapes = new HashMap<String, ApiShape>();
        for (String line : lines.subList(end + 1, lines.size())) shapes.put(Integer.toString(shapes.size()), shape(line.split("\t", -1)));
        return new ServiceModel(shapes, requests, results);
    }

    private ApiShape shape(String[] words) {
        return switch (words[0]) {
            case "{" -> structure(words);
            case "[" -> new ApiShape.ListOf(referred(words[1]));
            case ":" -> new ApiShape.MapOf(referred(words[1]));
            case "\"" -> new ApiShape.Text(Arrays.asList(words).subList(3, words.length), length(words[1], 0), length(words[2], Long.MAX_VALUE));
            case "x" -> blob(length(words[1], 0), length(words[2], Long.MAX_VALUE));
            case "#" -> new ApiShape.Number(words[1].isEmpty() ? LEAST : new BigDecimal(words[1]),
                    words[2].isEmpty() ? MOST : new BigDecimal(words[2]));
            case String other -> throw new IllegalArgumentException("Not a shape: " + other);
        };
    }

    private ApiShape structure(String[] words) {
        var members = LinkedHashMap.<String, ApiShape>newLinkedHashMap(words.length / 2);
        Set<String> required = new HashSet<>();
        for (int i = 1; i < words.length; i += 2) {
            char mark = words[i].charAt(words[i].length() - 1);
            String name = dialect.member(mark == '!' || mark == '?' ? words[i].substring(0, words[i].length() - 1) : words[i]);
            members.put(name, referred(words[i + 1]));
            // AWS: an optimized integration thinks of a token itself.
            if (mark == '!' || mark == '?' && dialect == Dialect.SDK) required.add(name);
        }
        return new ApiShape.Structure(members, required);
    }

    private ApiShape referred(String reference) {
        return switch (reference) {
            case "s" -> ApiShape.Text.ANY;
            case "n" -> ANY_NUMBER;
            case "f" -> new ApiShape.Flag();
            case "t" -> new ApiShape.Timestamp();
            case "x" -> blob(0, Long.MAX_VALUE);
            case "d" -> new ApiShape.Document();
            case String number -> new ApiShape.Reference(number);
        };
    }

    private ApiShape blob(long min, long max) {
        return dialect == Dialect.SDK ? new ApiShape.Blob(min, max) : new ApiShape.Document();
    }

    private static long length(String written, long otherwise) {
        return written.isEmpty() ? otherwise : Long.parseLong(written);
    }
}
