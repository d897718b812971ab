package passo.web.console;

import java.util.List;
import java.util.Optional;
import passo.web.parts.Sentence;

/// A machine with everything about it. Printed by `console/machine.jte`.
///
/// @param address its own
/// @param type AWS's word
/// @param unsaved what is in the editor and in no revision
/// @param revisions the newest first
/// @param publishable is the newest revision not published yet?
/// @param roles to choose from
/// @param role the chosen one; empty for the one that AWS would make for it
/// @param loggable does its name suit CloudWatch?
/// @param entry the form that was refused, if one was
public record MachineView(String address, String name, String type, Times created, Optional<Unsaved> unsaved, List<RevisionRow> revisions,
        boolean publishable, List<VersionRow> versions, List<AliasRow> aliases, List<String> roles, String role, String level, boolean data,
        boolean loggable, Entry entry) {

    /// What would be saved as the next revision.
    ///
    /// @param added lines of the definition
    /// @param removed lines of the definition
    public record Unsaved(List<Sentence> changes, int added, int removed) {}

    /// @param version under which it is published; 0 where it is not
    /// @param compare the address of what changed in it; empty for the oldest
    public record RevisionRow(int number, String note, Times at, int version, String compare) {}

    /// @param aliases that lead to it
    public record VersionRow(int number, int revision, String description, Times at, List<String> aliases) {}

    /// @param other the second version; 0 where there is one only
    public record AliasRow(String name, String description, int version, int weight, int other, Times at) {

        public String form() {
            return "alias " + name;
        }
    }

    public boolean express() {
        return type.equals("Express");
    }

    public RevisionRow newest() {
        return revisions.getFirst();
    }
}
