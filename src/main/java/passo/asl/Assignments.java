package passo.asl;

import java.util.Optional;
import passo.asl.text.Node;
import passo.expression.Template;
import passo.json.Json;

/// Reads `Assign`, and looks at the names of the variables. Specification, "Workflow variables".
record Assignments(Fields fields) {

    private static final int LONGEST_NAME = 80;

    Optional<Template> assign() {
        Optional<Node> assign = fields.get("Assign");
        assign.ifPresent(node -> node.members().forEach(this::check));
        assign.filter(node -> !(node.json() instanceof Json.Obj)).ifPresent(node -> fields.report(node, Problem.expected("OBJECT")));
        return fields.template("Assign");
    }

    /// The variable that a member of `Assign` sets.
    static String variable(String member) {
        return member.endsWith(".$") ? member.substring(0, member.length() - 2) : member;
    }

    private void check(Node member) {
        String name = variable(member.name());
        if (name.equals("states")) fields.report(member, Problem.reservedVariable(name));
        else if (!isIdentifier(name)) fields.report(member, Problem.variableName(name));
        else if (name.codePointCount(0, name.length()) > LONGEST_NAME) fields.report(member, Problem.longVariableName(name));
    }

    private static boolean isIdentifier(String name) {
        return !name.isEmpty() && (Character.isUnicodeIdentifierStart(name.codePointAt(0)) || name.startsWith("_"))
                && name.codePoints().allMatch(Character::isUnicodeIdentifierPart);
    }
}
