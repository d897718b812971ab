package passo.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import passo.diagram.Replay.Item;
import passo.diagram.Replay.Items;
import passo.diagram.Replay.Visit;
import passo.engine.Step;

/// Reads what became of the items of every Map out of the visits of a run.
final class Iterations {

    /// Where a Map stands: its iterations have its frames and one of their own.
    private record Place(List<Step.Frame> frames, String state) {}

    private final Map<Place, NavigableMap<Integer, List<Item>>> maps = new HashMap<>();
    private final List<Visit> entered = new ArrayList<>();

    private Iterations() {}

    static List<Items> of(List<Visit> visits, List<Visit> inside) {
        var iterations = new Iterations();
        Stream.concat(visits.stream(), inside.stream()).forEach(iterations::add);
        return iterations.all();
    }

    private void add(Visit visit) {
        if (visit.kind().equals("Map")) enter(visit);
        if (visit.frames().isEmpty()) return;
        var frame = visit.frames().getLast();
        var visits = maps.get(new Place(visit.frames().subList(0, visit.frames().size() - 1), frame.state()));
        var map = visits == null ? null : visits.floorEntry(visit.entered());
        if (map == null) return;
        List<Item> items = map.getValue();
        while (items.size() <= frame.index()) items.add(new Item(Replay.END, Replay.END, Status.SKIP, 0));
        items.set(frame.index(), after(items.get(frame.index()), visit));
    }

    private void enter(Visit map) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < map.items(); i++) items.add(new Item(Replay.END, Replay.END, Status.SKIP, 0));
        maps.computeIfAbsent(new Place(map.frames(), map.state()), _ -> new TreeMap<>()).put(map.entered(), items);
        entered.add(map);
    }

    /// An iteration stands as its last visit does, or as tried again where something in it was.
    private static Item after(Item item, Visit visit) {
        boolean fine = visit.status() == Status.OK || visit.status() == Status.CAUGHT;
        boolean again = visit.tries() > 1 || item.status() == Status.RETRY;
        Status status = !fine ? visit.status() : again ? Status.RETRY : Status.OK;
        return new Item(Math.min(item.began(), visit.entered()), visit.left(), status, fine && item.step() > 0 ? item.step() : visit.step());
    }

    private List<Items> all() {
        return entered.stream().map(map -> new Items(map.state(), map.frames(), map.entered(),
                List.copyOf(maps.get(new Place(map.frames(), map.state())).get(map.entered())))).toList();
    }
}
