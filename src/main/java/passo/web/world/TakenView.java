package passo.web.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import passo.json.Json;
import passo.json.Pointer;
import passo.web.Page;

/// What came of one value: the fragment `world/taken.jte`.
///
/// @param world the text of the world, which has the value unless it could not be read
/// @param said what is now to be read on the page, by the id of where; empty where nothing is
public record TakenView(String world, List<Said> said) {

    public record Said(String id, String text) {}

    static TakenView refused(String world, String id, String why) {
        return new TakenView(world, List.of(new Said(id + "-why", why)));
    }

    /// What is wrong at the value and around it, and the lines that sum up the things around it.
    static TakenView of(Page page, String text, Json world, Pointer at) {
        Map<Pointer, String> problems = Panel.problems(page, world);
        var said = new ArrayList<Said>();
        for (Pointer place = at; !place.steps().isEmpty(); place = place.parent()) {
            Pointer here = place;
            said.add(new Said(Part.id(here) + "-why", problems.getOrDefault(here, "")));
            here.find(world).ifPresent(json -> said.add(new Said(Part.id(here) + "-sum", new Summary(page).of(json, Values.shape(world, here)))));
        }
        return new TakenView(text, said);
    }
}
