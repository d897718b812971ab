package passo.web.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import passo.aws.World;
import passo.json.Json;
import passo.json.Pointer;
import passo.web.Page;
import passo.web.parts.JsonLines;

/// What there is in a world that a run may change, to be looked at. How functions and services answer is no part of it.
public final class Inventory {

    private static final int DEEP = 5;
    private static final int MOST = 100;
    private static final Set<String> ANSWERS = Set.of("lambda", "activities", "jobs", "services", "http", "connections", "roles", "mocks", "faults");

    private Inventory() {}

    public static List<InventoryView> of(Page page, Json.Obj world) {
        var parts = new ArrayList<InventoryView>();
        for (String part : World.SHAPE.members().keySet()) {
            if (ANSWERS.contains(part) || !(world.get(part) instanceof Json.Obj things) || things.isEmpty()) continue;
            parts.add(new InventoryView(page.messages().has("world.part." + part) ? page.text("world.part." + part) : part, Panel.icon(part),
                    things.names().stream().limit(MOST).map(name -> thing(page, world, Pointer.ROOT.child(part).child(name), things.get(name))).toList()));
        }
        return parts;
    }

    private static InventoryView.Thing thing(Page page, Json.Obj world, Pointer at, Json thing) {
        return new InventoryView.Thing(at.steps().getLast(), new Summary(page).of(thing, Values.shape(world, at)), JsonLines.of(thing, DEEP));
    }
}
