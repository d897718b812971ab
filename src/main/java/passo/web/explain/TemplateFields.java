package passo.web.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import passo.expression.Compiled;
import passo.expression.Expression;
import passo.expression.Intrinsic;
import passo.expression.Jsonata;
import passo.expression.Path;
import passo.expression.Scope;
import passo.json.Json;
import passo.web.parts.Sentence;

/// The fields of a template that are computed, one sentence each; the first ones of many. Made for one template, then dropped.
final class TemplateFields {

    private static final int MOST = 8;

    private final Expressions expressions;
    private final Json template;
    private final Optional<Scope> scope;
    private final List<Sentence> sentences = new ArrayList<>();
    private int left;

    TemplateFields(Expressions expressions, Json template, Optional<Scope> scope) {
        this.expressions = expressions;
        this.template = template;
        this.scope = scope;
    }

    List<Sentence> sentences() {
        collect("", template);
        if (left > 0) sentences.add(expressions.known().say(left == 1 ? "explained.fields.more.one" : "explained.fields.more", left));
        return List.copyOf(sentences);
    }

    private void collect(String name, Json json) {
        switch (json) {
            case Json.Obj obj -> obj.forEach((member, value) -> collect(name.isEmpty() ? member : name + "." + member, value));
            case Json.Arr arr -> {
                for (int i = 0; i < arr.size(); i++) collect(name + "[" + i + "]", arr.get(i));
            }
            case Json.Str(var text) -> compiled(name, text).ifPresent(expression -> add(name, expression));
            case Json.Num _, Json.Bool _, Json.Null _ -> {}
        }
    }

    private void add(String name, Expression expression) {
        String bare = name.endsWith(".$") ? name.substring(0, name.length() - 2) : name;
        if (sentences.size() == MOST) left++;
        else sentences.add(expressions.known().say("explained.field", Known.code(bare), expressions.here(expression, scope)));
    }

    private static Optional<Expression> compiled(String name, String text) {
        if (Jsonata.isDelimited(text)) return good(Jsonata.compileDelimited(text, name, Jsonata.STATES));
        if (!name.endsWith(".$")) return Optional.empty();
        return text.startsWith("$") ? good(Path.compile(text)) : good(Intrinsic.compile(text));
    }

    private static <T extends Expression> Optional<Expression> good(Compiled<T> compiled) {
        return compiled instanceof Compiled.Good<T>(var expression) ? Optional.of(expression) : Optional.empty();
    }
}
