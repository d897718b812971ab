package passo.web.classes;

import java.util.List;
import passo.web.parts.Sentence;

/// As whom a learner is in a class, and what it asks them to do. The latter is printed by `classes/asked.jte`.
///
/// @param classroom the name of the class
/// @param name as whom
/// @param address of the page about it
/// @param asked in the order in which it is to be done; nothing where the class has no plan
public record Place(String code, String classroom, String name, String address, List<Asked> asked) {

    private static final int NEXT = 5;

    /// An exercise.
    ///
    /// @param css what its square looks like
    /// @param due until when, in the class's zone; empty where there is no date
    /// @param state how far the learner is with it, in words
    public record Asked(String css, int stars, Sentence title, String address, String due, String state, boolean done) {}

    /// How much of it is done.
    public long done() {
        return asked.stream().filter(Asked::done).count();
    }

    /// What is to be done next.
    public List<Asked> next() {
        return asked.stream().filter(one -> !one.done()).limit(NEXT).toList();
    }
}
