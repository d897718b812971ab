package passo.aws.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words and signs of an expression, taken one after the other; after the last, the empty text for ever.
final class Tokens {

    private static final Pattern TOKEN = Pattern.compile("[#:]\\w+|[A-Za-z]\\w*|\\d+|<>|<=|>=|\\S");
    private static final Token END = new Token("", Integer.MAX_VALUE, Integer.MAX_VALUE);

    private record Token(String text, int begin, int end) {}

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int next;

    Tokens(String text) {
        this.text = text;
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) tokens.add(new Token(matcher.group(), matcher.start(), matcher.end()));
    }

    String peek() {
        return at(next).text;
    }

    String peekAfter() {
        return at(next + 1).text;
    }

    String take() {
        String token = peek();
        next++;
        return token;
    }

    boolean accept(String token) {
        boolean is = peek().equals(token);
        if (is) next++;
        return is;
    }

    boolean acceptWord(String word) {
        boolean is = peek().equalsIgnoreCase(word);
        if (is) next++;
        return is;
    }

    boolean atEnd() {
        return next >= tokens.size();
    }

    /// What DynamoDB says of a token that cannot stand here: it shows the one before and the one after. Nothing is left to take then.
    String refuse() {
        int last = Math.min(next + 1, tokens.size() - 1);
        String near = text.substring(at(Math.max(next - 1, 0)).begin, tokens.get(last).end);
        String token = atEnd() ? "<EOF>" : peek();
        next = tokens.size();
        return "Syntax error; token: \"" + token + "\", near: \"" + near + "\"";
    }

    private Token at(int index) {
        return index < tokens.size() ? tokens.get(index) : END;
    }
}
