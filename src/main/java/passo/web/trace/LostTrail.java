package passo.web.trace;

import java.util.ArrayList;
import java.util.List;
import passo.engine.Lost;
import passo.web.Page;
import passo.web.trace.LostView.Stone;

/// The presence of a field along the steps as a row of stones: the input, then a stone a step; beyond seven the middle is folded.
final class LostTrail {

    private static final int MOST = 7;
    private static final int LONGEST_NAME = 8;

    private LostTrail() {}

    static List<Stone> of(Page page, Lost lost) {
        var stones = new ArrayList<Stone>();
        boolean there = lost.trail().getFirst().before();
        stones.add(new Stone("", page.text("lost.input"), !there, false));
        for (var presence : lost.trail()) {
            boolean now = there && presence.after();
            stones.add(new Stone(String.valueOf(presence.step().number()), shortened(presence.step().state()), !now, there && !now));
            there = now;
        }
        return folded(stones);
    }

    private static List<Stone> folded(List<Stone> stones) {
        if (stones.size() <= MOST) return stones;
        var folded = new ArrayList<>(stones.subList(0, 2));
        folded.add(new Stone("", "…", stones.get(stones.size() - MOST + 3).gone(), false));
        folded.addAll(stones.subList(stones.size() - MOST + 3, stones.size()));
        return folded;
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 2) + "…";
    }
}
