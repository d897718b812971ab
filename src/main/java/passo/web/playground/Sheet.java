package passo.web.playground;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import passo.web.parts.Form;
import passo.web.parts.Sentence;

/// What the playground is opened on: an example, a shared workflow, a machine of one's own, an execution of it.
///
/// @param path its address, without the language
/// @param draft the name under which what the learner writes on it is kept
/// @param about what there is to know about it; empty where nothing is
/// @param original what stands there before the learner writes
/// @param decisions about its run, as JSON; empty where there are none
/// @param step at which it opens; empty for the one that says most
/// @param guided do the first three steps of a newcomer stand above it?
/// @param trace does it open to look at the run, without the editor beside it?
/// @param home where it belongs: the way back; empty for the playground itself
/// @param tries what to change on it, and what happens then
/// @param json where programs read it, without the language; empty where it is no link that people give each other
public record Sheet(String path, String draft, String title, String about, Form original, String decisions, OptionalInt step, boolean guided,
        boolean trace, Optional<Home> home, List<Sentence> tries, String json) {

    public Sheet {
        tries = List.copyOf(tries);
    }

    /// Nothing to try, and no link.
    public Sheet(String path, String draft, String title, String about, Form original, String decisions, OptionalInt step, boolean guided,
            boolean trace, Optional<Home> home) {
        this(path, draft, title, about, original, decisions, step, guided, trace, home, List.of(), "");
    }

    /// Was it opened by a link?
    public boolean isShared() {
        return !json.isEmpty();
    }

    /// Does it belong to an exercise? Then of what is kept on it the definition counts: input and world are the test's.
    public boolean isExercise() {
        return path.startsWith("/exercises/");
    }

    /// Is it a machine of the learner's own, which is saved as a revision?
    public boolean isMachine() {
        return path.matches("/console/machines/[^/]+/edit");
    }

    /// The part of Passo that it belongs to.
    public String place() {
        return path.startsWith("/console/") ? "console" : path.startsWith("/study/") ? "study" : isExercise() || path.startsWith("/learn/") ? "learn" : "lab";
    }

    /// @param address with the language
    public record Home(String address, String title) {}
}
