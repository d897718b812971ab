package passo.web.solutions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import passo.asl.Definition;
import passo.expression.QueryLanguage;
import passo.json.Json;
import passo.json.JsonText;
import passo.json.Notation;
import passo.lab.exercise.Exercise;
import passo.lab.grading.Measured;
import passo.lab.grading.Submission;
import passo.web.Page;
import passo.web.exercise.ResultView.Figures;
import passo.web.exercise.Solutions;
import passo.web.exercise.TestSheets;
import passo.web.parts.JsonLines;
import passo.web.solutions.SolutionsView.Side;

/// Puts the page of the solutions together. Made for one request, then dropped.
final class SolutionsPage {

    private static final int MOST_LINES = 1_000;

    private final Page page;
    private final Exercise exercise;
    private final Solutions solutions;
    private final boolean passed;
    private final SequencedMap<String, Text> texts = new LinkedHashMap<>();

    /// An answer as it is read.
    ///
    /// @param parts the machine, and what stands beside it, by what they are
    private record Text(String name, SequencedMap<String, Json> parts, Set<QueryLanguage> languages) {

        boolean speaks(QueryLanguage language) {
            return languages.equals(Set.of(language));
        }
    }

    /// @param answers one's own, where it is there, and then the solutions
    /// @param passed does one's own pass?
    SolutionsPage(Page page, Exercise exercise, SequencedMap<String, Json.Obj> answers, boolean passed) {
        this.page = page;
        this.exercise = exercise;
        this.solutions = new Solutions(page, exercise);
        this.passed = passed;
        answers.forEach((name, answer) -> text(name, answer).ifPresent(text -> texts.put(name, text)));
    }

    /// Nothing of what is no JSON and no YAML: it has no lines that could stand beside others.
    private Optional<Text> text(String name, Json.Obj answer) {
        String written = Submission.of(answer).definition().orElse("");
        if (!(Notation.of(written).read(written) instanceof JsonText.Reading.Value(var machine, _))) return Optional.empty();
        var parts = new LinkedHashMap<String, Json>();
        parts.put(page.text("bench.definition"), machine);
        Exercise.PARTS.stream().filter(exercise.asked()::has).filter(answer::has).forEach(part -> parts.put(page.text("exercise.part." + part), answer.get(part)));
        return Optional.of(new Text(name, parts, Definition.parse(written, exercise.type()).machine().stream()
                .flatMap(read -> read.everyState()).map(state -> state.common().language()).collect(Collectors.toSet())));
    }

    /// @param left and `right`: which of them are asked for; where they are not, one's own is, and the one that says most beside it
    SolutionsView view(List<Measured> measured, @Nullable String left, @Nullable String right) {
        Text one = Optional.ofNullable(left).map(texts::get).orElseGet(() -> texts.firstEntry().getValue());
        Optional<Text> other = Optional.ofNullable(right).map(texts::get).filter(text -> text != one).or(() -> offered(one));
        List<Measured> known = measured.stream().filter(each -> passed || !each.isOwn()).toList();
        List<Figures> figures = solutions.of(known, Stream.concat(Stream.of(one), other.stream()).map(Text::name).toList());
        var sides = new ArrayList<Side>();
        sides.add(side(one, other));
        other.ifPresent(text -> sides.add(side(text, Optional.of(one))));
        return new SolutionsView(exercise.in(page.language().tag()).title(), Solutions.home(page, exercise), passed ? solutions.golf(known) : "", figures, both(one, other), sides);
    }

    /// In the other language first, and none that is the same.
    private Optional<Text> offered(Text beside) {
        QueryLanguage other = beside.speaks(QueryLanguage.JSONATA) ? QueryLanguage.JSONPATH : QueryLanguage.JSONATA;
        List<Text> candidates = others().filter(text -> !text.parts.equals(beside.parts)).toList();
        return candidates.stream().filter(text -> text.speaks(other)).findFirst().or(() -> candidates.stream().findFirst());
    }

    private Stream<Text> others() {
        return texts.values().stream().filter(text -> !text.name.equals(Measured.OWN));
    }

    /// The address of one idea in both languages; empty where there are not both, or where they stand there.
    private String both(Text one, Optional<Text> other) {
        Optional<Text> path = others().filter(text -> text.speaks(QueryLanguage.JSONPATH)).findFirst();
        Optional<Text> jsonata = others().filter(text -> text.speaks(QueryLanguage.JSONATA)).findFirst();
        if (path.isEmpty() || jsonata.isEmpty() || path.get() == one && jsonata.equals(other)) return "";
        return Solutions.address(page, exercise, jsonata.get().name) + "&left=" + path.get().name;
    }

    private Side side(Text text, Optional<Text> other) {
        List<SolutionsView.Part> parts = text.parts.entrySet().stream().map(part -> new SolutionsView.Part(part.getKey(),
                other.map(beside -> beside.parts.get(part.getKey())).filter(beside -> isAlike(part.getValue(), beside))
                        .map(beside -> JsonLines.side(part.getValue(), beside, true, MOST_LINES, MOST_LINES))
                        .orElseGet(() -> JsonLines.of(part.getValue(), MOST_LINES, MOST_LINES)), JsonText.pretty(part.getValue()))).toList();
        String languages = text.languages.stream().sorted().map(QueryLanguage::toString).collect(Collectors.joining(" · "));
        return new Side(solutions.title(text.name), languages, parts, page.to(text.name.equals(Measured.OWN) ? own() : SolutionSheets.path(exercise, text.name)));
    }

    private String own() {
        return TestSheets.path(exercise, SolutionSheets.first(exercise));
    }

    /// Have they a state in common? Else there is nothing that marks could tell.
    private static boolean isAlike(Json one, Json other) {
        return one instanceof Json.Obj first && other instanceof Json.Obj second
                && (!(first.get("States") instanceof Json.Obj states) || second.get("States") instanceof Json.Obj others && others.names().stream().anyMatch(states::has));
    }
}
