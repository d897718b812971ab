package passo.aws.dynamodb;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/// What an update does: `SET a = :v REMOVE b ADD c :n DELETE d :set`. DynamoDB, "Update expressions".
final class UpdateParser extends Parser {

    private static final Set<String> SECTIONS = Set.of("SET", "REMOVE", "ADD", "DELETE");

    private final List<Clause> clauses = new ArrayList<>();
    private final Set<String> sections = new HashSet<>();

    UpdateParser(String field, String text, Placeholders placeholders) {
        super(field, text, placeholders, SECTIONS);
    }

    List<Clause> clauses() {
        do section();
        while (!tokens.atEnd());
        checkApart(clauses.stream().map(Clause::path).toList());
        return List.copyOf(clauses);
    }

    private void section() {
        String section = tokens.peek().toUpperCase(Locale.ROOT);
        if (!SECTIONS.contains(section)) {
            refuseToken();
            return;
        }
        tokens.take();
        if (!sections.add(section)) fault(Fault.SECTION, "The \"" + section + "\" section can only be used once in an update expression;");
        switch (section) {
            case "SET" -> each(this::set);
            case "REMOVE" -> each(() -> new Clause.Remove(path()));
            case "ADD" -> each(() -> new Clause.Add(path(), checked("ADD", value())));
            default -> each(() -> new Clause.Delete(path(), checked("DELETE", value())));
        }
    }

    private void each(Supplier<Clause> clause) {
        do clauses.add(clause.get());
        while (tokens.accept(","));
    }

    private Clause set() {
        Path path = path();
        expect("=");
        return new Clause.Set(path, sum());
    }

    private Operand sum() {
        if (tokens.accept("(")) {
            Operand inner = sum();
            expect(")");
            return inner;
        }
        Operand left = operand();
        if (tokens.accept("+")) return new Operand.Plus(typed("+", left, Value.Type.N), typed("+", operand(), Value.Type.N));
        if (tokens.accept("-")) return new Operand.Minus(typed("-", left, Value.Type.N), typed("-", operand(), Value.Type.N));
        return left;
    }

    private Operand operand() {
        if (atValue()) return new Operand.Constant(value());
        return tokens.peekAfter().equals("(") && tokens.peek().matches("[A-Za-z]\\w*") ? function() : new Operand.Attribute(path());
    }

    private Operand function() {
        String name = tokens.take();
        expect("(");
        var arguments = new ArrayList<Operand>();
        do arguments.add(operand());
        while (tokens.accept(","));
        expect(")");
        if (!name.equals("if_not_exists") && !name.equals("list_append")) {
            unknownFunction(name);
            return arguments.getFirst();
        }
        if (arguments.size() != 2) {
            wrongCount(name, arguments.size());
            return arguments.getFirst();
        }
        if (name.equals("list_append")) {
            return new Operand.ListAppend(typed(name, arguments.get(0), Value.Type.L), typed(name, arguments.get(1), Value.Type.L));
        }
        if (arguments.getFirst() instanceof Operand.Attribute(var path)) return new Operand.IfNotExists(path, arguments.get(1));
        fault(Fault.OPERAND, "Operator or function requires a document path; operator or function: " + name);
        return arguments.getFirst();
    }

    private Operand typed(String operator, Operand operand, Value.Type wanted) {
        typeOf(operand).filter(type -> type != wanted).ifPresent(type -> wrongType(operator, type));
        return operand;
    }

    /// ADD takes a number or a set, DELETE a set.
    private Value checked(String section, Value value) {
        boolean fits = value instanceof Value.SetOf || section.equals("ADD") && value instanceof Value.N;
        if (!fits) {
            fault(Fault.OPERAND, "Incorrect operand type for operator or function; operator: " + section + ", operand type: " + word(value.type()));
        }
        return value;
    }

    private static String word(Value.Type type) {
        return switch (type) {
            case S -> "STRING";
            case N -> "NUMBER";
            case B -> "BINARY";
            case BOOL -> "BOOLEAN";
            case L -> "LIST";
            case M -> "MAP";
            case NULL, SS, NS, BS -> type.name();
        };
    }
}
