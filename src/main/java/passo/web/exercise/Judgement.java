package passo.web.exercise;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import passo.asl.Definition;
import passo.engine.way.Ways;
import passo.json.Json;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.Rule;
import passo.lab.exercise.TestCase;
import passo.lab.grading.Finding;
import passo.lab.grading.TestResult;
import passo.lab.grading.Verdict;
import passo.web.Page;
import passo.web.exercise.ResultView.Row;
import passo.web.exercise.ResultView.Star;
import passo.web.lost.LostReport;
import passo.web.lost.LostView;
import passo.web.parts.JsonLines;
import passo.web.parts.Markdown;
import passo.web.parts.Places;
import passo.web.parts.ProblemView;
import passo.web.parts.Sentence;
import passo.web.parts.Texts;

/// Tells what became of an answer, in the words of a page. Made for one view, then dropped.
final class Judgement {

    private static final int DEEP = 5;
    private static final int BELOW = 3;

    private final Page page;
    private final Exercise exercise;
    private final boolean looks;
    private final Findings findings;

    /// @param looks may the runs of the tests be looked at?
    Judgement(Page page, Exercise exercise, boolean looks) {
        this.page = page;
        this.exercise = exercise;
        this.looks = looks;
        this.findings = new Findings(page);
    }

    /// Before anything was handed in: what the tests are called, and what those give that may be seen.
    ///
    /// @param problems of an answer that cannot be judged
    ResultView none(List<ProblemView> problems, List<Rule> mistakes) {
        String said = problems.isEmpty() ? "" : page.text("exercise.says.unread");
        return new ResultView(false, false, 0, "", problems, words(mistakes), exercise.tests().stream().sorted(Comparator.comparing(TestCase::hidden))
                .map(test -> row(test, "", false, List.of(), Optional.empty(), 0)).toList(), List.of(), stars(0), Optional.empty(), "", "", said);
    }

    /// @param onward the address of the next exercise; empty after the last
    /// @param twin the title of its twin; empty where it has none
    ResultView of(Verdict verdict, Work work, String onward, String twin) {
        var texts = new Texts(page);
        Definition definition = texts.definition(work.definition(), exercise.type());
        if (!verdict.diagnostics().isEmpty()) return none(texts.problems().stream().filter(problem -> problem.status().equals("fail")).toList(), verdict.mistakes());
        long passed = verdict.tests().stream().filter(TestResult::passed).count();
        String count = page.text("exercise.count", passed, verdict.tests().size());
        return new ResultView(true, verdict.passed(), verdict.stars(), count, List.of(), words(verdict.mistakes()),
                rows(verdict.tests(), new Places(definition)), words(verdict.broken()),
                stars(verdict.stars()), verdict.passed() ? Optional.of(after()) : Optional.empty(), verdict.passed() ? onward : "", verdict.passed() ? twin : "",
                verdict.passed() ? page.text("exercise.says.passed", verdict.tests().size()) : page.text("exercise.says.failed", count));
    }

    private List<Row> rows(List<TestResult> results, Places places) {
        var rows = new ArrayList<Row>();
        boolean shown = false;
        for (TestResult result : results) {
            boolean open = !shown && !result.passed();
            shown |= open;
            rows.add(row(result, places, open));
        }
        return rows;
    }

    /// Of a hidden test its class is told, and nothing that shows what it was given.
    private Row row(TestResult result, Places places, boolean open) {
        TestCase test = result.test();
        String status = result.passed() ? "ok" : "fail";
        if (test.hidden()) return row(test, status, open, List.of(), Optional.empty(), 0);
        return row(test, status, open, result.findings(), result.passed() ? Optional.empty() : lost(result, places), step(result));
    }

    private Row row(TestCase test, String status, boolean open, List<Finding> found, Optional<LostView> lost, int step) {
        return new Row(test.id(), sentence(test.name().in(language())), page.text("exercise.class." + test.kind().tag()), test.hidden(), status,
                status.isEmpty() ? "" : page.text("exercise.word." + status), open, found.stream().map(findings::tell).toList(), lost,
                test.hidden() || test.runs().isEmpty() ? Optional.empty() : Optional.of(given(test)),
                looks && !test.hidden() && !test.runs().isEmpty() && !status.isEmpty() ? page.to(TestSheets.path(exercise, test)) : "", step);
    }

    private static ResultView.Given given(TestCase test) {
        Json input = test.runs().size() == 1 ? test.runs().getFirst().input() : new Json.Arr(test.runs().stream().map(TestCase.Sample::input).toList());
        return new ResultView.Given(JsonLines.of(input, DEEP), JsonLines.of(test.expected(), DEEP));
    }

    private Optional<LostView> lost(TestResult result, Places places) {
        var trace = result.told().map(TestResult.Told::trace);
        return result.lost().filter(lost -> lost.loss().isPresent())
                .map(lost -> new LostReport(page, new Ways(trace.orElseThrow().start().machine(), trace.orElseThrow()), places, List.of()).view(lost));
    }

    /// The step that matters: where something was lost, else where the first finding points.
    static int step(TestResult result) {
        return result.lostAt().or(() -> result.findings().stream().map(Finding::step).filter(step -> step > 0).findFirst()).orElse(0);
    }

    private List<Star> stars(int stars) {
        var all = new ArrayList<Star>();
        all.add(new Star(1, page.text("exercise.star.1"), stars >= 1));
        all.add(new Star(2, page.text(exercise.structure().isEmpty() ? "exercise.star.2" : "exercise.star.structure"), stars >= 2));
        exercise.golf().ifPresent(golf -> all.add(new Star(3, page.text("exercise.star.3", golf), stars >= 3)));
        return all;
    }

    private Content after() {
        return Markdown.content(exercise.in(language()).after(), BELOW);
    }

    private static String sentence(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private List<Sentence> words(List<Rule> rules) {
        return rules.stream().map(rule -> Sentence.marked(rule.message().in(language()))).toList();
    }

    private String language() {
        return page.language().tag();
    }
}
