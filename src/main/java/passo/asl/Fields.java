package passo.asl;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import passo.asl.text.Node;
import passo.expression.Expression;
import passo.expression.QueryLanguage;
import passo.expression.ResultPath;
import passo.expression.Template;
import passo.json.Json;

/// One object of a definition while it is read: which fields it has, each checked when it is asked for.
///
/// @param expressions the language and the problems of the state that this object belongs to
record Fields(Node node, Shape shape, Expressions expressions) {

    static final long LONGEST = 99_999_999;

    /// The object's fields, after a look at which it has and lacks; nothing where it is no object.
    static Optional<Fields> of(Node node, Shape shape, Expressions expressions) {
        if (!(node.json() instanceof Json.Obj)) {
            expressions.problems().report(node, Problem.expected("OBJECT"));
            return Optional.empty();
        }
        var fields = new Fields(node, shape, expressions);
        fields.reportStrangers();
        fields.reportMissing();
        return Optional.of(fields);
    }

    private void reportStrangers() {
        for (Node member : node.members()) {
            if (shape.field(member.name(), language()).isPresent()) continue;
            if (shape.knows(member.name())) report(member.name(), Problem.otherLanguage(member.name(), language()));
            else report(member.name(), unsupported(member.name()));
        }
    }

    private Problem unsupported(String name) {
        List<String> free = shape.fields().stream().filter(field -> field.speaks(language()) && !has(field.name()))
                .map(Shape.Field::name).toList();
        Problem problem = Problem.unsupported(name).didYouMean(name, free);
        if (problem.hasHint()) return problem;
        if (name.startsWith("_") || name.startsWith("/") || name.startsWith("#")) return problem.hint("hint.comment").repair(comment());
        boolean leads = name.equals("End") || name.equals("Next");
        if (leads && (shape == Shape.FAIL || shape == Shape.SUCCEED)) return problem.hint("hint.terminal").repair(new Repair.Remove());
        return leads && shape == Shape.CHOICE ? problem.hint("hint.choiceNext").repair(new Repair.Remove()) : problem;
    }

    private Repair comment() {
        return has("Comment") || !shape.knows("Comment") ? new Repair.Remove() : new Repair.Rename("Comment");
    }

    private void reportMissing() {
        List<String> missing = shape.fields().stream().filter(field -> field.required() && !has(field.name()))
                .map(Shape.Field::name).toList();
        if (!missing.isEmpty()) report(node, Problem.required(missing));
    }

    QueryLanguage language() {
        return expressions.language();
    }

    boolean has(String name) {
        return node.get(name).isPresent();
    }

    /// The field, where it is there and the object may have it.
    Optional<Node> get(String name) {
        return shape.field(name, language()).flatMap(_ -> node.get(name));
    }

    /// The fields of an object that stands in a field.
    Optional<Fields> inner(String name, Shape inner) {
        return get(name).flatMap(value -> of(value, inner, expressions));
    }

    /// The fields of each object of some that stand in an array.
    List<Fields> inner(List<Node> items, Shape inner) {
        return items.stream().flatMap(item -> of(item, inner, expressions).stream()).toList();
    }

    /// What stands in a field is wrong.
    void reportValue(String field, Problem problem) {
        report(get(field).orElse(node), problem);
    }

    void report(Node where, Problem problem) {
        expressions.problems().report(where, problem);
    }

    /// That there is this field is wrong.
    void report(String field, Problem problem) {
        expressions.problems().report(node, field, problem);
    }

    // Plain values.

    Optional<String> string(String name) {
        Optional<Node> field = get(name);
        field.filter(value -> value.text().isEmpty()).ifPresent(value -> report(value, Problem.expected("STRING")));
        return field.flatMap(Node::text);
    }

    boolean flag(String name) {
        Optional<Node> field = get(name);
        field.filter(value -> !(value.json() instanceof Json.Bool)).ifPresent(value -> report(value, Problem.expected("BOOLEAN").unquoted(value)));
        return field.isPresent() && field.get().json().equals(Json.TRUE);
    }

    /// A text that must be one of those that the field can have.
    Optional<String> oneOf(String name) {
        List<String> values = shape.values(name);
        Optional<String> text = string(name);
        text.filter(value -> !values.contains(value)).ifPresent(value ->
                reportValue(name, Problem.notOneOf(values).didYouMean(value, values)));
        return text.filter(values::contains);
    }

    /// The items of an array; none where the field is absent or no array.
    List<Node> items(String name) {
        Optional<Node> field = get(name);
        field.filter(value -> !(value.json() instanceof Json.Arr)).ifPresent(value -> report(value, Problem.expected("ARRAY")));
        return field.map(Node::items).orElse(List.of());
    }

    /// As `items`, where an empty array is wrong.
    List<Node> someItems(String name) {
        List<Node> items = items(name);
        if (items.isEmpty() && get(name).filter(value -> value.json() instanceof Json.Arr).isPresent()) {
            reportValue(name, Problem.emptyValue());
        }
        return items;
    }

    long integer(String name, long minimum, long maximum, long otherwise) {
        return number(name, true, minimum, maximum).map(BigDecimal::longValue).orElse(otherwise);
    }

    double decimal(String name, long minimum, double otherwise) {
        return number(name, false, minimum, Long.MAX_VALUE).map(BigDecimal::doubleValue).orElse(otherwise);
    }

    private Optional<BigDecimal> number(String name, boolean whole, long minimum, long maximum) {
        return get(name).flatMap(value -> number(value, whole, minimum, maximum));
    }

    private Optional<BigDecimal> number(Node value, boolean whole, long minimum, long maximum) {
        if (!(value.json() instanceof Json.Num num) || whole && !num.isInteger()) {
            report(value, (whole ? Problem.expectedInteger() : Problem.expected("NUMBER")).unquoted(value));
            return Optional.empty();
        }
        // AWS prints the limits as it counts: `100`, but `100.0` for a percentage (measured by others on ToleratedFailurePercentage).
        String decimals = whole ? "" : ".0";
        if (num.value().compareTo(BigDecimal.valueOf(minimum)) < 0) report(value, Problem.belowMinimum(minimum + decimals));
        else if (num.value().compareTo(BigDecimal.valueOf(maximum)) > 0) report(value, Problem.aboveMaximum(maximum + decimals));
        else return Optional.of(num.value());
        return Optional.empty();
    }

    // Values that are expressions.

    /// A number, or an expression of one: JSONata in the field itself, or a path in its twin that ends in `Path`.
    Optional<Expression> quantity(String name, boolean whole, long minimum, long maximum) {
        atMostOne(List.of(name, name + "Path"));
        Optional<Node> path = get(name + "Path");
        if (path.isPresent()) return path.map(expressions::quantityPath);
        return get(name).map(value -> expressions.query(value).orElseGet(() -> {
            number(value, whole, minimum, maximum);
            return expressions.value(value);
        }));
    }

    Optional<Template> template(String name) {
        return get(name).map(expressions::template);
    }

    /// The template of `Parameters` in JSONPath, of `Arguments` in JSONata. AWS takes any value, though the specification wants an object:
    /// the maintainers of its own language service had to let arrays pass.
    Optional<Template> request() {
        return template("Parameters").or(() -> template("Arguments"));
    }

    ResultPath resultPath() {
        return get("ResultPath").map(expressions::resultPath).orElse(ResultPath.ROOT);
    }

    // Fields that exclude each other.

    void atMostOne(List<String> names) {
        if (names.stream().filter(name -> get(name).isPresent()).count() > 1) report(node, Problem.tooMany(names));
    }

    void exactlyOne(List<String> names) {
        atMostOne(names);
        if (names.stream().noneMatch(this::has)) report(node, Problem.noneOf(names));
    }

    void atLeastOne(List<String> names) {
        if (names.stream().noneMatch(this::has)) report(node, Problem.lacksAll(names));
    }
}
