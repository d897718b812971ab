package passo.lab.exercise;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import passo.asl.Definition;
import passo.json.Json;

/// An exercise. Immutable.
///
/// @param slug its name in addresses and in the database, stable for ever
/// @param hash of all its files
/// @param track of the curriculum
/// @param level 1 to 4
/// @param checklist the items `C1` to `C6` that it counts for
/// @param teaches the fields that it is about
/// @param needs exercises that come before it
/// @param twin of which exercise it is the "now on your own"
/// @param type of the machine
/// @param statements by language
/// @param starter what stands in the editor at first; empty where nothing is to be written
/// @param asked what of the world is handed in beside the machine, each of [#PARTS] as it stands there at first; empty where nothing is
/// @param world in which its tests run
/// @param structure what must hold of the machine, where the statement says so
/// @param mistakes what has a message of its own
/// @param golf how many transitions the visible tests need at most for the third star
/// @param goal is the shape of the reference shown as the one to get to?
/// @param questions of a kind that asks
/// @param machines that it shows, or has tested
/// @param solutions answers that pass, by name, as they would be handed in; the reference first
/// @param titles of solutions that are neither the reference nor the same in the other language
/// @param wrong answers that do not pass, by name
public record Exercise(String slug, String hash, String track, Kind kind, int level, int minutes, List<String> checklist, String topic, List<String> exams,
        List<String> teaches, List<String> needs, Optional<String> twin, Definition.Type type, Map<String, Statement> statements,
        Optional<String> starter, Json.Obj asked, Json.Obj world, List<TestCase> tests, List<Rule> structure, List<Rule> mistakes, OptionalInt golf, boolean goal,
        List<Question> questions, Machines machines, Map<String, Json.Obj> solutions, Map<String, Words> titles,
        Map<String, Wrong> wrong) {

    /// The name of the solution that is the exercise's own.
    public static final String REFERENCE = "reference";
    /// What of a world may be asked for. It does not stand in the world of the exercise, then.
    public static final List<String> PARTS = List.of("roles", "alarms", "logging");

    /// What is asked for.
    public enum Kind {
        BUILD, FIX, HUNT, REFACTOR, PREDICT, DECIDE, TESTS;

        public String tag() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Is the answer a machine?
        public boolean isMachine() {
            return switch (this) {
                case BUILD, FIX, HUNT, REFACTOR -> true;
                case PREDICT, DECIDE, TESTS -> false;
            };
        }
    }

    /// The texts of a language, in Markdown.
    ///
    /// @param hints three
    /// @param after why it works
    public record Statement(String title, String text, List<String> hints, String after) {}

    /// What is asked where nothing is to be written.
    ///
    /// @param answer the right one: a text, a number, or any JSON
    /// @param options to choose from; empty where the answer is typed
    /// @param says of a wrong answer, what to tell
    public record Question(String id, Words text, Json answer, List<Option> options, List<Reply> says) {

        public record Option(String id, Words text) {}

        public record Reply(Json answer, Words text) {}
    }

    /// An answer that does not pass.
    ///
    /// @param answer as it would be handed in
    /// @param caughtBy the id of the test, `structure` and the rule's number from 1, or `diagnostic` and its code
    /// @param mistake the number, from 1, of the recognised mistake that must speak; 0 where none must
    public record Wrong(Json.Obj answer, String caughtBy, int mistake) {}

    public Statement in(String language) {
        return statements.get(language);
    }

    public Json.Obj reference() {
        return solutions.values().iterator().next();
    }

    /// What one begins with, as it would be handed in.
    public Json.Obj untouched() {
        var answer = Json.Obj.builder();
        starter.ifPresent(text -> answer.put(kind == Kind.TESTS ? "tests" : "definition", text));
        return answer.putAll(asked).build();
    }

    /// The names of the roles that are asked for.
    public List<String> asksForRoles() {
        return asked.has("roles") && reference().get("roles") instanceof Json.Obj roles ? List.copyOf(roles.names()) : List.of();
    }

    /// Of an answer or of a world, what is asked for beside the machine. What the exercise has of it itself is left out.
    public Json.Obj askedOf(Json.Obj from) {
        var part = Json.Obj.builder();
        asked.names().forEach(name -> {
            if (!(from.get(name) instanceof Json.Obj things)) return;
            var theirs = Json.Obj.builder();
            things.forEach((thing, json) -> {
                if (!(world.get(name) instanceof Json.Obj own && own.has(thing))) theirs.put(thing, json);
            });
            part.put(name, theirs.build());
        });
        return part.build();
    }

    /// The same exercise, whose tests expect what is written elsewhere.
    ///
    /// @param expected by the test's id
    public Exercise expecting(Map<String, Json.Obj> expected) {
        return with(tests.stream().map(test -> test.expecting(expected.getOrDefault(test.id(), test.expected()))).toList());
    }

    /// The same exercise with other tests.
    public Exercise with(List<TestCase> others) {
        return new Exercise(slug, hash, track, kind, level, minutes, checklist, topic, exams, teaches, needs, twin, type, statements, starter, asked, world,
                others, structure, mistakes, golf, goal, questions, machines, solutions, titles, wrong);
    }

    /// Another exercise: to build a machine that passes the tests, and nothing else.
    public Exercise testedBy(List<TestCase> others) {
        return new Exercise(slug, hash, track, Kind.BUILD, level, minutes, checklist, topic, exams, teaches, needs, twin, type, statements, starter, asked, world,
                others, List.of(), List.of(), OptionalInt.empty(), false, List.of(), machines, solutions, titles, wrong);
    }

    /// Is there function code to run? The tests of a learner may bring some.
    public boolean runsCode() {
        return kind == Kind.TESTS || tests.stream().anyMatch(test -> test.world().get("lambda") instanceof Json.Obj functions
                && functions.values().stream().anyMatch(function -> function instanceof Json.Obj described && described.has("code")));
    }
}
