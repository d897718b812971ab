package passo.web.lost;

import java.util.ArrayList;
import java.util.List;
import passo.engine.way.Lost;
import passo.web.Page;
import passo.web.lost.LostView.Stone;

/// The presence of a field along the steps as a row of stones: the input, then a stone a step; beyond seven
/// what is far from the crack is folded.
final class LostTrail {

    private static final int MOST = 7;
    private static final int WINDOW = 4;
    private static final int LONGEST_NAME = 8;

    private LostTrail() {}

    static List<Stone> of(Page page, Lost lost) {
        var stones = new ArrayList<Stone>();
        boolean there = lost.trail().getFirst().before();
        stones.add(new Stone("", page.text("lost.input"), "", !there, false));
        for (var presence : lost.trail()) {
            boolean now = presence.after();
            String name = presence.step().state();
            stones.add(new Stone(String.valueOf(presence.step().number()), shortened(name), name, !now, there && !now));
            there = now;
        }
        return folded(stones);
    }

    private static List<Stone> folded(List<Stone> stones) {
        if (stones.size() <= MOST) return stones;
        Stone crack = stones.stream().filter(Stone::broken).findFirst().orElse(stones.getLast());
        int from = Math.clamp(stones.indexOf(crack) - 2L, 2, stones.size() - WINDOW);
        int to = Math.min(stones.size(), from + WINDOW);
        var folded = new ArrayList<>(stones.subList(0, 2));
        if (from > 2) folded.add(dots(stones.get(from - 1)));
        folded.addAll(stones.subList(from, to));
        if (to < stones.size()) folded.add(dots(stones.getLast()));
        return folded;
    }

    private static Stone dots(Stone last) {
        return new Stone("", "…", "", last.gone(), false);
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 2) + "…";
    }
}
