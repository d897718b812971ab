package passo.expression.jsonata;

import java.util.ArrayList;
import java.util.List;

/// A place that a JSONata expression names: a variable and the names behind it, as in `$states.input.order.id`. Of what an
/// expression reads this is what its text says; what a function or a filter looks at besides is not known.
///
/// @param variable without its `$`
/// @param names up to the first thing behind it that is no name
/// @param whole is the expression this and nothing more?
public record Mention(String variable, List<String> names, boolean whole) {

    public Mention {
        names = List.copyOf(names);
    }

    /// Those of a text that the library takes, in its order. What is called as a function is none.
    public static List<Mention> in(String text) {
        var tokens = new Tokens(text);
        var mentions = new ArrayList<Mention>();
        tokens.advance(false);
        while (tokens.kind() != Tokens.Kind.END) {
            if (tokens.kind() == Tokens.Kind.VARIABLE) mention(tokens, mentions);
            else tokens.advance(isOperand(tokens));
        }
        return mentions;
    }

    private static void mention(Tokens tokens, List<Mention> mentions) {
        boolean first = tokens.start() == 0;
        String variable = tokens.value();
        var names = new ArrayList<String>();
        tokens.advance(true);
        while (tokens.is(".")) {
            tokens.advance(false);
            if (tokens.kind() != Tokens.Kind.NAME) break;
            names.add(tokens.value());
            tokens.advance(true);
        }
        boolean isCall = names.isEmpty() && tokens.is("(");
        if (!variable.isEmpty() && !variable.equals("$") && !isCall) mentions.add(new Mention(variable, names, first && tokens.kind() == Tokens.Kind.END));
    }

    private static boolean isOperand(Tokens tokens) {
        return !tokens.isOperator() || tokens.is(")") || tokens.is("]") || tokens.is("}");
    }
}
