package passo.asl.catalogue;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Finds what was meant by a misspelt name.
public final class Spelling {

    /// Of shorter names, too many differ in one letter.
    private static final int SURE = 6;

    private Spelling() {}

    /// The known name nearest to the written one, if it is near enough: a third of the letters may be wrong.
    /// Case counts for nothing, and among equally near names the first wins.
    public static Optional<String> nearest(String written, Iterable<String> known) {
        String best = null;
        int least = written.length() / 3 + 1;
        for (String name : known) {
            if (name.equals(written) || Math.abs(name.length() - written.length()) >= least) continue;
            int distance = distance(written.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance < least) {
                best = name;
                least = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /// Is it surely none of its own, but a known name whose case is wrong, or one letter of a long one?
    public static boolean isSlip(String written, Collection<String> known) {
        return !known.contains(written) && known.stream().anyMatch(name -> name.equalsIgnoreCase(written)
                || written.length() >= SURE && Math.abs(name.length() - written.length()) <= 1 && distance(written, name) == 1);
    }

    /// How many letters must be put in, taken out, changed, or exchanged with their neighbour (Damerau and Levenshtein).
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) cost[i][j] = cost(a, b, i, j, cost);
        }
        return cost[a.length()][b.length()];
    }

    private static int cost(String a, String b, int i, int j, int[][] cost) {
        if (i == 0 || j == 0) return i + j;
        int changed = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(cost[i - 1][j - 1] + changed, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
