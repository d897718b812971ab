package passo.web.learn;

import java.util.List;
import java.util.Optional;
import passo.web.classes.Place;
import passo.web.parts.Sentence;

/// The map. Printed by `learn/map.jte`.
///
/// @param places in classes that ask for something
/// @param review what is due today; empty where nothing is
/// @param night how far the night on call is, where there is one
/// @param zone in which days begin
public record MapView(Hero hero, List<Card> cards, List<Choice> paths, List<Track> tracks, List<Place> places, Optional<Review> review, List<Alone> twins, Week week, Optional<String> night, String zone) {

    /// @param next the address of what comes next; empty where nothing does
    public record Hero(String title, Sentence text, String next, String button) {}

    /// An item of the checklist.
    ///
    /// @param address of what is missing first; empty where nothing is
    /// @param missing the names of what is missing
    public record Card(String id, String icon, String title, String address, boolean now, boolean done, List<Stone> stones, String count, String missing) {}

    /// A path that can be chosen.
    public record Choice(String id, String title, boolean chosen) {}

    /// @param items what it counts for
    public record Track(String id, String letter, String title, String items, boolean open, boolean skipped, boolean done, String count, List<Line> lines) {}

    /// An exercise, in its track.
    ///
    /// @param alone is it a twin? It has no square of its own in the row.
    public record Line(Stone stone, Sentence title, String address, String about, boolean alone) {}

    public record Review(String told, String minutes, String address) {}

    /// What can be done on one's own now.
    public record Alone(Sentence title, String address, String since, boolean due) {}

    public record Week(int goal, String told, List<Day> days) {}

    public record Day(Stone stone, String name) {}
}
