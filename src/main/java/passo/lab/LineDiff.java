package passo.lab;

import java.util.ArrayList;
import java.util.List;

/// How one text became another, line by line: the shortest way, as Myers finds it ("An O(ND) Difference Algorithm"). Where that would
/// be long, everything between the equal beginning and the equal end is taken out and put in.
public final class LineDiff {

    /// Of either text.
    private static final int MOST_EDITS = 1_000;

    /// What became of a line.
    public enum Kind { SAME, REMOVED, ADDED }

    /// A line of either text.
    ///
    /// @param before its number in the first, counted from 1; 0 where it is not there
    /// @param after its number in the second
    public record Line(Kind kind, int before, int after, String text) {}

    private final List<String> before;
    private final List<String> after;
    private final List<Line> lines = new ArrayList<>();

    private LineDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /// All lines of both texts, in order.
    public static List<Line> of(String before, String after) {
        var diff = new LineDiff(before.lines().toList(), after.lines().toList());
        diff.compare();
        return diff.lines;
    }

    private void compare() {
        int start = 0;
        int shorter = Math.min(before.size(), after.size());
        while (start < shorter && before.get(start).equals(after.get(start))) start++;
        int end = 0;
        while (end < shorter - start && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) end++;

        for (int i = 0; i < start; i++) same(i, i);
        change(start, before.size() - end, after.size() - end);
        for (int i = end; i > 0; i--) same(before.size() - i, after.size() - i);
    }

    /// The part that differs: both texts from `start`, each to its own end.
    private void change(int start, int endBefore, int endAfter) {
        int n = endBefore - start;
        int m = endAfter - start;
        List<int[]> reached = reach(start, n, m);
        var path = new ArrayList<int[]>();
        if (reached.isEmpty()) {
            for (int i = m; i > 0; i--) path.add(new int[] {n, i - 1, 0, 1});
            for (int i = n; i > 0; i--) path.add(new int[] {i - 1, 0, 1, 0});
        } else {
            trace(reached, n, m, path);
        }
        for (int[] move : path.reversed()) {
            if (move[2] + move[3] == 2) same(start + move[0], start + move[1]);
            else if (move[2] == 1) lines.add(new Line(Kind.REMOVED, start + move[0] + 1, 0, before.get(start + move[0])));
            else lines.add(new Line(Kind.ADDED, 0, start + move[1] + 1, after.get(start + move[1])));
        }
    }

    /// How far one gets on each diagonal with 0, 1, 2 … edits, until the end is reached; nothing where that takes too many.
    private List<int[]> reach(int start, int n, int m) {
        var reached = new ArrayList<int[]>();
        int most = Math.min(n + m, MOST_EDITS);
        int[] furthest = new int[2 * most + 3];
        for (int edits = 0; edits <= most; edits++) {
            reached.add(furthest.clone());
            for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
                int at = most + 1 + diagonal;
                int x = goesDown(furthest, at, diagonal, edits) ? furthest[at + 1] : furthest[at - 1] + 1;
                while (x < n && x - diagonal < m && before.get(start + x).equals(after.get(start + x - diagonal))) x++;
                furthest[at] = x;
                if (x >= n && x - diagonal >= m) return reached;
            }
        }
        return List.of();
    }

    private static boolean goesDown(int[] furthest, int at, int diagonal, int edits) {
        return diagonal == -edits || diagonal != edits && furthest[at - 1] < furthest[at + 1];
    }

    /// The moves from the end back to the start: from where, and how far in each text.
    private static void trace(List<int[]> reached, int n, int m, List<int[]> path) {
        int x = n;
        int y = m;
        for (int edits = reached.size() - 1; edits >= 0; edits--) {
            int[] furthest = reached.get(edits);
            int diagonal = x - y;
            int at = (furthest.length - 1) / 2 + diagonal;
            boolean down = goesDown(furthest, at, diagonal, edits);
            int fromX = edits == 0 ? 0 : down ? furthest[at + 1] : furthest[at - 1];
            int fromY = edits == 0 ? 0 : fromX - (down ? diagonal + 1 : diagonal - 1);
            int beginX = edits == 0 || down ? fromX : fromX + 1;
            for (; x > beginX; x--, y--) path.add(new int[] {x - 1, y - 1, 1, 1});
            if (edits > 0) path.add(down ? new int[] {fromX, fromY, 0, 1} : new int[] {fromX, fromY, 1, 0});
            x = fromX;
            y = fromY;
        }
    }

    private void same(int inBefore, int inAfter) {
        lines.add(new Line(Kind.SAME, inBefore + 1, inAfter + 1, before.get(inBefore)));
    }
}
