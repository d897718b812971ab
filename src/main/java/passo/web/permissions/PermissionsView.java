package passo.web.permissions;

import java.util.List;
import passo.web.parts.JsonLine;
import passo.web.parts.Sentence;

/// What the roles of a run were used for. The fragment `permissions.jte` prints it.
public record PermissionsView(List<RoleView> roles) {

    /// @param restricted has it a policy?
    /// @param status `data-status`, which is also the name of the icon
    /// @param word the same in a word
    /// @param more how often it was used for something that has no row
    /// @param beyond what its policy allows and the run did not need
    /// @param smallest the smallest policy for this run
    public record RoleView(String name, boolean restricted, String status, String word, List<UseRow> uses, long more, List<Sentence> beyond,
            List<JsonLine> smallest) {}

    /// @param steps the numbers of the steps that needed it
    /// @param moment when it is needed; empty where that is when the state calls
    /// @param said who decided
    public record UseRow(String action, String resource, String steps, String moment, String status, String said) {}
}
