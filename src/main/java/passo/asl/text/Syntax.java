package passo.asl.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import passo.asl.text.Diagnostic.Phrase;
import passo.asl.text.Fix.Edit;
import passo.json.Json;

/// A text that is nearly JSON: with comments, a comma too many, single quotes, or JSONata without quotes. All of that is
/// mended at once; where a `Comment` may stand, a comment becomes one. For one text.
public final class Syntax {

    /// What has a `Comment`: a machine, a rule of a list, and whatever stands in `States`.
    private static final Set<String> COMMENTED = Set.of("", "Branches", "ItemProcessor", "Iterator", "Choices", "Retry", "Catch");

    private enum Kind { OPEN, CLOSE, COMMA, COLON, STRING, SINGLE, JSONATA, COMMENT, WORD }

    private record Token(Kind kind, int start, int end) {}

    /// @param place which token opens it
    /// @param field of which it is the value or an item; empty for the whole
    private record Container(int place, String field, @Nullable Container around) {
        boolean takesComment() {
            boolean isState = around != null && around.field.equals("States");
            return isState || COMMENTED.contains(field);
        }
    }

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    /// The objects that have their `Comment`, by the place of their brace.
    private final Set<Integer> commented = new HashSet<>();
    private final List<Edit> edits = new ArrayList<>();

    private Syntax(String text) {
        this.text = text;
    }

    /// What mends the text, as far as it is of these kinds.
    public static Fix fix(String text) {
        var syntax = new Syntax(text);
        int at = 0;
        while (at < text.length()) at = syntax.read(at);
        syntax.findComments();
        syntax.mend();
        return new Fix(Phrase.of("fix.syntax"), syntax.edits);
    }

    // Tokens.

    /// Reads what begins at a place, and tells where it ends.
    private int read(int at) {
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) return at + 1;
        if (text.startsWith("{%", at)) return add(Kind.JSONATA, at, behind("%}", at + 2));
        if (text.startsWith("/*", at)) return add(Kind.COMMENT, at, behind("*/", at + 2));
        return switch (c) {
            case '{', '[' -> add(Kind.OPEN, at, at + 1);
            case '}', ']' -> add(Kind.CLOSE, at, at + 1);
            case ',' -> add(Kind.COMMA, at, at + 1);
            case ':' -> add(Kind.COLON, at, at + 1);
            case '"', '\'' -> add(c == '"' ? Kind.STRING : Kind.SINGLE, at, endOfString(c, at + 1));
            case '#', '/' -> add(Kind.COMMENT, at, endOfLine(at));
            default -> add(Kind.WORD, at, at + 1);
        };
    }

    private int add(Kind kind, int start, int end) {
        tokens.add(new Token(kind, start, end));
        return end;
    }

    private int behind(String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found + end.length();
    }

    private int endOfLine(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private int endOfString(char quote, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') at += text.charAt(at) == '\\' ? 2 : 1;
        return Math.min(text.length(), at + 1);
    }

    private String words(Token token) {
        return text.substring(token.start, token.end);
    }

    // Structure.

    private void findComments() {
        walk((place, container) -> {
            boolean isName = place + 1 < tokens.size() && tokens.get(place + 1).kind == Kind.COLON;
            if (isName && words(tokens.get(place)).equals("\"Comment\"")) commented.add(container.place);
        });
    }

    private interface Visitor {
        void visit(int place, Container container);
    }

    /// Shows each token with the container that it stands in.
    private void walk(Visitor visitor) {
        Deque<Container> open = new ArrayDeque<>();
        var outside = new Container(-1, " ", null);
        String name = "";
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Container here = open.isEmpty() ? outside : open.peek();
            visitor.visit(i, here);
            switch (token.kind) {
                case OPEN -> open.push(new Container(i, here == outside ? "" : isArray(here) ? here.field : name, here == outside ? null : here));
                case CLOSE -> open.poll();
                case COLON -> name = i == 0 ? "" : words(tokens.get(i - 1)).replaceAll("^.|.$", "");
                case COMMA, STRING, SINGLE, JSONATA, COMMENT, WORD -> {}
            }
        }
    }

    private boolean isArray(Container container) {
        return container.place >= 0 && text.charAt(tokens.get(container.place).start) == '[';
    }

    // Edits.

    private void mend() {
        walk((place, container) -> {
            Token token = tokens.get(place);
            switch (token.kind) {
                case SINGLE -> write(token, words(token).replaceAll("^.|.$", "").replace("\\'", "'"));
                case JSONATA -> write(token, words(token));
                case COMMA -> comma(place, container);
                case COMMENT -> comment(place, container);
                case OPEN, CLOSE, COLON, STRING, WORD -> {}
            }
        });
    }

    private void write(Token token, String words) {
        edits.add(new Edit(token.start, token.end, Json.of(words).toString()));
    }

    private void comma(int place, Container container) {
        boolean isLast = kind(after(place)) == Kind.CLOSE;
        boolean memberFollows = place + 1 < tokens.size() && tokens.get(place + 1).kind == Kind.COMMENT && becomesMember(place + 1, container);
        if (isLast && !memberFollows) edits.add(new Edit(tokens.get(place).start, tokens.get(place).end, ""));
    }

    /// Comments that follow one another are one; the first becomes the member.
    private void comment(int place, Container container) {
        if (!becomesMember(place, container)) {
            remove(tokens.get(place));
            return;
        }
        commented.add(container.place);
        String member = "\"Comment\": " + Json.of(said(place));
        boolean isLast = kind(after(place)) == Kind.CLOSE;
        edits.add(new Edit(tokens.get(place).start, tokens.get(place).end, isLast ? member : member + ","));
    }

    private boolean becomesMember(int place, Container container) {
        Kind before = kind(place - 1);
        return (before == Kind.OPEN || before == Kind.COMMA) && container.takesComment() && !isArray(container) && !commented.contains(container.place);
    }

    private String said(int place) {
        return IntStream.range(place, after(place)).mapToObj(i -> words(tokens.get(i)).replaceAll("^(//|#|/\\*)|\\*/$", "").strip())
                .collect(Collectors.joining(" "));
    }

    /// A comment that has a line to itself goes with the line.
    private void remove(Token comment) {
        int from = comment.start;
        while (from > 0 && " \t".indexOf(text.charAt(from - 1)) >= 0) from--;
        boolean wholeLine = (from == 0 || text.charAt(from - 1) == '\n') && comment.end < text.length() && text.charAt(comment.end) == '\n';
        edits.add(new Edit(from, wholeLine ? comment.end + 1 : comment.end, ""));
    }

    /// The next token that is no comment.
    private int after(int place) {
        int next = place + 1;
        while (kind(next) == Kind.COMMENT) next++;
        return next;
    }

    private @Nullable Kind kind(int place) {
        return place >= 0 && place < tokens.size() ? tokens.get(place).kind : null;
    }
}
