package passo.web.exercise;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import passo.asl.Definition;
import passo.engine.way.Ways;
import passo.json.Json;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.Rule;
import passo.lab.exercise.TestCase;
import passo.lab.grading.CounterExample;
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
public final class Judgement {

    private static final int DEEP = 5;
    private static final int BELOW = 3;

    private final Page page;
    private final Exercise exercise;
    private final Function<TestCase, String> traces;
    private final Findings findings;

    /// @param traces where the run of a test that may be seen is looked at, without the language; empty where it is not
    public Judgement(Page page, Exercise exercise, Function<TestCase, String> traces) {
        this.page = page;
        this.exercise = exercise;
        this.traces = traces;
        this.findings = new Findings(page);
    }

    /// Before anything was handed in: what the tests are called, and what those give that may be seen.
    ///
    /// @param problems of an answer that cannot be judged
    ResultView none(List<ProblemView> problems, List<Rule> mistakes) {
        String said = problems.isEmpty() ? "" : page.text("exercise.says.unread");
        return new ResultView(false, false, 0, "", problems, words(mistakes), exercise.tests().stream().sorted(Comparator.comparing(TestCase::hidden))
                .map(this::row).toList(), List.of(), stars(0), Optional.empty(), "", "", "", "", List.of(), said);
    }

    /// Of an answer that is looked at again: nothing stands beside it.
    public ResultView of(Verdict verdict, Work work) {
        return of(verdict, work, Beside.NOTHING);
    }

    ResultView of(Verdict verdict, Work work, Beside beside) {
        var texts = new Texts(page);
        Definition definition = texts.definition(work.definition(), exercise.type());
        if (!verdict.diagnostics().isEmpty()) return none(texts.problems().stream().filter(problem -> problem.status().equals("fail")).toList(), verdict.mistakes());
        var solutions = new Solutions(page, exercise);
        long passed = verdict.tests().stream().filter(TestResult::passed).count();
        String count = page.text("exercise.count", passed, verdict.tests().size());
        return new ResultView(true, verdict.passed(), verdict.stars(), count, List.of(), words(verdict.mistakes()),
                rows(verdict.tests(), new Places(definition), beside.example()), words(verdict.broken()),
                stars(verdict.stars()), verdict.passed() ? Optional.of(after()) : Optional.empty(), beside.onward(), beside.twin(), solutions.golf(beside.compared()),
                verdict.passed() ? Solutions.home(page, exercise) : "", solutions.of(beside.compared(), List.of()),
                verdict.passed() ? page.text("exercise.says.passed", verdict.tests().size()) : page.text("exercise.says.failed", count));
    }

    private List<Row> rows(List<TestResult> results, Places places, Optional<CounterExample> example) {
        var rows = new ArrayList<Row>();
        boolean shown = false;
        for (TestResult result : results) {
            boolean open = !shown && !result.passed();
            shown |= open;
            Optional<CounterExample> instead = example.filter(one -> one.test().id().equals(result.test().id()));
            rows.add(instead.isPresent() ? row(instead.get(), places, open) : row(result, places, open));
        }
        return rows;
    }

    /// Of a hidden test its class is told, and nothing that shows what it was given.
    private Row row(TestResult result, Places places, boolean open) {
        TestCase test = result.test();
        String status = result.passed() ? "ok" : "fail";
        if (test.hidden()) return row(test, status, hidden(status), open, List.of(), Optional.empty(), Optional.empty(), "", 0);
        return row(test, status, "", open, result.findings(), result.passed() ? Optional.empty() : lost(result, places), given(test),
                test.runs().isEmpty() ? "" : traces.apply(test), step(result));
    }

    /// In place of a hidden test: all of the example may be seen.
    private Row row(CounterExample example, Places places, boolean open) {
        TestResult result = example.machine();
        return row(example.test(), "fail", page.text("exercise.hidden.example"), open, result.findings(), lost(result, places), given(example.test()),
                example.test().runs().isEmpty() ? "" : CounterSheets.path(exercise, example.test()), step(result));
    }

    /// Before anything was handed in.
    private Row row(TestCase test) {
        return row(test, "", test.hidden() ? hidden("") : "", false, List.of(), Optional.empty(), test.hidden() ? Optional.empty() : given(test), "", 0);
    }

    private String hidden(String status) {
        return page.text(status.equals("fail") ? "exercise.hidden.fails" : "exercise.hidden.about");
    }

    private Row row(TestCase test, String status, String about, boolean open, List<Finding> found, Optional<LostView> lost, Optional<ResultView.Given> given,
            String trace, int step) {
        return new Row(test.id(), sentence(test.name().in(language())), page.text("exercise.class." + test.kind().tag()), test.hidden(), status,
                status.isEmpty() ? "" : page.text("exercise.word." + status), about, open, found.stream().map(findings::tell).toList(), lost, given,
                trace.isEmpty() ? "" : page.to(trace), step);
    }

    private static Optional<ResultView.Given> given(TestCase test) {
        if (test.runs().isEmpty()) return Optional.empty();
        Json input = test.runs().size() == 1 ? test.runs().getFirst().input() : new Json.Arr(test.runs().stream().map(TestCase.Sample::input).toList());
        return Optional.of(new ResultView.Given(JsonLines.of(input, DEEP), JsonLines.of(test.expected(), DEEP)));
    }

    private Optional<LostView> lost(TestResult result, Places places) {
        var trace = result.told().map(TestResult.Told::trace);
        return result.lost().filter(lost -> lost.loss().isPresent())
                .map(lost -> new LostReport(page, new Ways(trace.orElseThrow().start().machine(), trace.orElseThrow()), places, List.of()).view(lost));
    }

    /// The step that matters: where something was lost, else where the first finding points.
    public static int step(TestResult result) {
        return result.lostAt().or(() -> result.findings().stream().map(Finding::step).filter(step -> step > 0).findFirst()).orElse(0);
    }

    private List<Star> stars(int stars) {
        var all = new ArrayList<Star>();
        all.add(new Star(1, page.text("exercise.star.1"), stars >= 1));
        all.add(new Star(2, page.text(exercise.structure().isEmpty() ? "exercise.star.2" : "exercise.star.structure"), stars >= Verdict.PASSING));
        exercise.golf().ifPresent(golf -> all.add(new Star(3, page.text("exercise.star.3", golf), stars >= 3)));
        return all;
    }

    private Content after() {
        return Markdown.content(exercise.in(language()).after(), BELOW);
    }

    /// A name that begins with a word begins large; one of a thing of the learner's stays as it is written.
    private static String sentence(String name) {
        return !name.matches("\\p{Ll}+ .*") ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private List<Sentence> words(List<Rule> rules) {
        return rules.stream().map(rule -> Sentence.marked(rule.message().in(language()))).toList();
    }

    private String language() {
        return page.language().tag();
    }
}
