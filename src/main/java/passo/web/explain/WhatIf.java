package passo.web.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passo.asl.State;
import passo.engine.Step;
import passo.engine.choice.Alternative;
import passo.engine.choice.Choosing;
import passo.engine.choice.Clause;
import passo.engine.choice.Judged;
import passo.engine.choice.Judged.Truth;
import passo.engine.choice.References;
import passo.engine.choice.Wish;
import passo.expression.Path;
import passo.expression.Scope;
import passo.json.Json;
import passo.json.JsonText;
import passo.web.explain.ChoiceView.PlaceField;
import passo.web.explain.ChoiceView.RuleRow;
import passo.web.parts.Sentence;

/// A Choice of a run, asked what it decides with the values that it had or with others. Made for one question, then dropped.
final class WhatIf {

    private final Known known;
    private final State.Choice choice;
    private final Step step;
    private final Scope seen;
    private final Map<String, Path> places = new LinkedHashMap<>();

    /// @param known with a visit of the Choice
    WhatIf(Known known, State.Choice choice) {
        this.known = known;
        this.choice = choice;
        this.step = known.visit().orElseThrow().step();
        this.seen = known.effective().orElseThrow();
        choice.choices().forEach(rule -> References.of(Clause.of(rule.condition())).forEach(place -> places.putIfAbsent(place.source(), place)));
    }

    /// With the run's own values.
    ChoiceView asItWas() {
        return view(seen);
    }

    /// With others, by the path of their places; nothing where the text is empty.
    ChoiceView with(Map<String, String> values) {
        Scope changed = seen;
        for (Path place : places.values()) {
            String text = values.getOrDefault(place.source(), text(place, seen));
            if (!text.equals(text(place, seen))) changed = new Wish(place, read(text)).in(changed);
        }
        return view(changed);
    }

    /// With values that make a rule win, where there are such.
    ///
    /// @param rule its number, from 0; the number of rules for the default
    ChoiceView winning(int rule) {
        return view(Alternative.of(choice, seen, rule).map(Alternative::scope).orElse(seen));
    }

    /// What is no JSON is a text.
    private static Optional<Json> read(String text) {
        if (text.isBlank()) return Optional.empty();
        return Optional.of(JsonText.read(text) instanceof JsonText.Reading.Value(var json, _) ? json : Json.of(text.strip()));
    }

    private static String text(Path place, Scope scope) {
        return place.find(scope).map(Json::toString).orElse("");
    }

    private ChoiceView view(Scope scope) {
        Choosing choosing = Choosing.of(choice, scope);
        List<PlaceField> fields = places.values().stream().map(place -> new PlaceField(place.source(), Known.place(choice, place), text(place, scope),
                Optional.of(text(place, seen)).filter(was -> !was.equals(text(place, scope))))).toList();
        boolean tried = fields.stream().anyMatch(field -> field.was().isPresent());
        List<RuleRow> rules = new ArrayList<>();
        for (int i = 0; i < choice.choices().size(); i++) rules.add(rule(choosing, i));
        choice.otherwise().ifPresent(next -> rules.add(new RuleRow(0, known.say("choice.default", known.chip(next)), choosing.isOtherwise() ? "ok" : "skip", choosing.isOtherwise() ? "ok" : "skip",
                known.page().text(choosing.isOtherwise() ? "choice.won" : "choice.notAsked"), Optional.empty(), example(choosing, choice.choices().size()))));
        return new ChoiceView(step.number(), fields, tried, outcome(choosing, tried), choosing.fails(), rules);
    }

    private RuleRow rule(Choosing choosing, int number) {
        Judged judged = choosing.rules().get(number);
        boolean decides = choosing.decision() == number;
        boolean later = number > choosing.decision();
        String status = !decides ? "skip" : choosing.fails() ? "fail" : "ok";
        String word = decides ? choosing.fails() ? "failed" : "won" : !later ? "no" : judged.truth() == Truth.TRUE ? "wouldHold" : "wouldNot";
        return new RuleRow(number + 1, known.say("choice.rule", known.chip(choice.choices().get(number).next())), status, decides || later ? status : "close", known.page().text("choice." + word),
                Optional.of(new ChoiceWords(known, choice).row(judged)), example(choosing, number));
    }

    /// Only for a rule that does not win, and only measured by the run's own values.
    private Optional<Sentence> example(Choosing choosing, int number) {
        if (choosing.decision() == number && !choosing.fails()) return Optional.empty();
        return Alternative.of(choice, seen, number).filter(found -> !found.wishes().isEmpty()).map(new ChoiceWords(known, choice)::example);
    }

    private Sentence outcome(Choosing choosing, boolean tried) {
        if (choosing.fails()) return known.say(choosing.isOtherwise() ? "choice.outcome.none" : "choice.outcome.fails", choosing.decision() + 1);
        String next = choosing.isOtherwise() ? choice.otherwise().orElseThrow() : choice.choices().get(choosing.decision()).next();
        String key = "choice.outcome." + (choosing.isOtherwise() ? "default" : "rule") + (tried ? ".tried" : "");
        return known.say(key, known.chip(next), choosing.decision() + 1);
    }
}
