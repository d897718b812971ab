package passo.aws.iam;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passo.json.Json;
import passo.json.Pointer;

/// The roles of a world, by name. A policy can be asked here without a run.
public record Roles(Map<String, Role> byName) {

    public static final Roles NONE = new Roles(Map.of());

    public Roles {
        byName = Map.copyOf(byName);
    }

    /// The roles that a world describes: `trust` and `policy`, of which each is a document, and `policy` may be several with names.
    ///
    /// @param complaints hears what cannot be read, which is left out
    public static Roles of(Json.Obj described, Complaints complaints) {
        var roles = new LinkedHashMap<String, Role>();
        described.forEach((name, role) -> {
            var heard = new PolicyText((at, key, arguments) -> complaints.about(Pointer.ROOT.child(name).under(at), key, arguments));
            if (role instanceof Json.Obj documents) roles.put(name, heard.role(name, documents));
        });
        return new Roles(roles);
    }

    /// The role of this name, or of an ARN that ends with it.
    public Optional<Role> find(String nameOrArn) {
        return Optional.ofNullable(byName.get(nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1)));
    }

    /// May the role do that? Policy simulation: nothing is run.
    ///
    /// @param context what is known of the request, by condition key
    /// @throws IllegalArgumentException if there is no such role
    public Verdict simulate(String role, String action, String resource, Map<String, List<String>> context) {
        return known(role).decide(Access.to(action, resource).with(context));
    }

    /// May a service, or the role of this ARN, assume the role?
    ///
    /// @throws IllegalArgumentException if there is no such role
    public boolean trusts(String role, String principal) {
        var kind = principal.startsWith("arn:") ? "AWS" : "Service";
        return known(role).trusts(new Statement.Principal(kind, principal), Access.to("sts:AssumeRole", "*"));
    }

    private Role known(String role) {
        return find(role).orElseThrow(() -> new IllegalArgumentException("No such role: " + role));
    }
}
