package passo.store;

import java.util.List;

/// A table with what is a learner's.
///
/// @param name as in the database
/// @param owner the column that says whose a row is: `learner`, or `machine` where a machine of theirs owns it
/// @param key the columns that tell a row from the owner's others
/// @param later the column by which the later of two rows is known; empty where the one that is there stays
record Table(String name, String owner, List<String> key, String later) {

    /// What is kept of a learner, in an order in which rows can be inserted. It goes into a file and comes back from it.
    static final List<Table> KEPT = List.of(
            new Table("machine", "learner", List.of("id"), ""),
            new Table("revision", "machine", List.of("machine", "number"), ""),
            new Table("version", "machine", List.of("machine", "number"), ""),
            new Table("alias", "machine", List.of("machine", "name"), "updated_at"),
            new Table("execution", "machine", List.of("machine", "name"), ""),
            new Table("monitoring", "machine", List.of("machine"), "clock"),
            new Table("draft", "learner", List.of("name"), "updated_at"),
            new Table("attempt", "learner", List.of("id"), ""),
            new Table("help", "learner", List.of("slug", "rung"), ""),
            new Table("plan", "learner", List.of(), ""),
            new Table("notebook", "learner", List.of("about"), "written_at"),
            new Table("answer", "learner", List.of("id"), ""),
            new Table("mock", "learner", List.of("id"), "finished_at"));

    /// What is about a learner and stays here: it is deleted with the rest, and stands in no file.
    static final List<String> STAYING = List.of("recovery");

    /// As whom a learner is in classes: it goes where they go, is deleted with the rest, and stands in no file. See [Members].
    static final String PLACES = "member";

    boolean isOfMachine() {
        return owner.equals("machine");
    }

    /// Has it ids that are one of their kind among all learners?
    boolean hasId() {
        return key.equals(List.of("id"));
    }

    /// Whose rows are meant, as a condition on `:learner`.
    String owned() {
        return isOfMachine() ? "machine in (select id from machine where learner = :learner)" : "learner = :learner";
    }
}
