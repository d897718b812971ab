package passo.asl.advice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import passo.asl.catalogue.Spelling;
import passo.asl.text.Fix;
import passo.asl.text.Looks;
import passo.asl.text.Node;
import passo.expression.Compiled;
import passo.expression.Path;
import passo.expression.QueryLanguage;
import passo.json.Json;

/// Looks at the texts of a state: those that were meant to be computed and are not, and those that cannot give what is asked.
record Words(Findings findings, QueryLanguage language, Set<String> variables) {

    private static final Set<String> NO_EXPRESSIONS = Set.of("Comment", "Result", "Branches", "ItemProcessor", "Iterator", "Label", "Next", "Default",
            "Type", "Resource", "QueryLanguage", "ErrorEquals", "ReaderConfig", "WriterConfig");
    private static final Set<String> TEMPLATES = Set.of("Parameters", "ResultSelector", "ItemSelector", "Assign", "BatchInput");

    /// A path in the middle of a sentence; in quotes it may be another language's.
    private static final Pattern PATH_INSIDE = Pattern.compile("(?<![\\w$'\"`])\\$\\.[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");
    private static final Pattern STATES_REFERENCE = Pattern.compile("\\$states\\.(input|result|context|errorOutput)\\b[\\w.]*");
    private static final Pattern VARIABLE = Pattern.compile("\\{%\\s*\\$([A-Za-z_]\\w*)(\\.\\w+)*\\s*%\\}");
    /// Some items of a list and nothing else: `$states.input.items[price > 5]`.
    private static final Pattern FILTER = Pattern.compile("\\{%\\s*(\\$[\\w.]+\\[[^\\[\\]]*[=<>][^\\[\\]]*\\])\\s*%\\}");

    /// All variables that a definition assigns anywhere.
    static Set<String> assigned(Node definition) {
        var names = new HashSet<String>();
        collect(definition, names);
        return names;
    }

    private static void collect(Node node, Set<String> names) {
        if (node.name().equals("Assign")) node.members().forEach(member -> names.add(member.name().replaceFirst("\\.\\$$", "")));
        node.children().forEach(child -> collect(child, names));
    }

    void look(Node state) {
        for (Node field : state.members()) {
            if (!NO_EXPRESSIONS.contains(field.name())) look(field, TEMPLATES.contains(field.name()));
        }
    }

    private void look(Node node, boolean isTemplate) {
        if (node.text().isPresent()) {
            if (language == QueryLanguage.JSONATA) query(node, node.text().get());
            else path(node, node.text().get(), isTemplate);
            return;
        }
        for (Node child : node.children()) {
            boolean skipped = !isTemplate && NO_EXPRESSIONS.contains(child.name());
            if (!skipped) look(child, isTemplate || TEMPLATES.contains(child.name()) || child.name().equals("Arguments") || child.name().equals("Output"));
        }
    }

    // JSONPath.

    private void path(Node node, String text, boolean isTemplate) {
        boolean isComputed = node.name().endsWith(".$") || !isTemplate && (node.name().endsWith("Path") || node.name().equals("Variable"));
        if (isComputed) {
            if (text.startsWith("$") && Path.compile(text) instanceof Compiled.Good<Path>(var path) && path.root() == Path.Root.VARIABLE) variable(node, path.variable());
        } else if (text.contains("{%") && text.contains("%}")) {
            findings.add(Matter.JSONATA_IN_JSONPATH, node);
        } else if (isTemplate && !Looks.likePathOrCall(text)) {
            Matcher inside = PATH_INSIDE.matcher(text);
            if (inside.find()) findings.add(Matter.PATH_WITHIN_TEXT, node, () -> formatted(node, text).stream().toList(), inside.group());
        }
    }

    /// The text as `States.Format` writes it.
    private Optional<Fix> formatted(Node node, String text) {
        if (node.name().isEmpty() || text.matches("(?s).*[{}'\\\\].*")) return Optional.empty();
        List<String> paths = new ArrayList<>();
        String pattern = PATH_INSIDE.matcher(text).replaceAll(found -> {
            paths.add(found.group());
            return "{}";
        });
        String call = "States.Format('" + pattern + "', " + String.join(", ", paths) + ")";
        return Optional.of(findings.rename(node, node.name() + ".$", call));
    }

    // JSONata.

    private void query(Node node, String text) {
        boolean isQuery = text.startsWith("{%") && text.endsWith("%}");
        if (isQuery) expression(node, text);
        else if (node.name().endsWith(".$") || Looks.likePathOrCall(text)) findings.add(Matter.JSONPATH_IN_JSONATA, node);
        else if (text.contains("{%") && text.contains("%}")) findings.add(Matter.JSONATA_WITHIN_TEXT, node);
        else if (STATES_REFERENCE.matcher(text).matches()) {
            findings.add(Matter.JSONATA_WITHOUT_SIGNS, node, () -> List.of(findings.write(node, Json.of("{% " + text + " %}"))));
        }
    }

    private void expression(Node node, String text) {
        Matcher reference = VARIABLE.matcher(text);
        if (reference.matches() && !reference.group(1).equals("states")) variable(node, reference.group(1));
        Matcher filter = FILTER.matcher(text);
        if (!filter.matches()) return;
        if (node.name().equals("Items")) {
            findings.add(Matter.FILTER_AS_ITEMS, node, () -> List.of(findings.write(node, Json.of("{% [" + filter.group(1) + "] %}"))), filter.group(1));
        } else if (node.name().equals("Condition")) {
            findings.add(Matter.FILTER_AS_CONDITION, node, () -> List.of(findings.write(node, Json.of("{% $exists(" + filter.group(1) + ") %}"))), filter.group(1));
        }
    }

    private void variable(Node node, String name) {
        if (variables.contains(name)) return;
        String known = Spelling.nearest(name, variables).orElse("");
        findings.add(Matter.VARIABLE_NEVER_SET, node, () -> known.isEmpty() ? List.of()
                : List.of(findings.write(node, Json.of(node.text().orElseThrow().replace("$" + name, "$" + known)))), name);
    }
}
