package passo.web.exercise;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import passo.asl.Definition;
import passo.diagram.Drawing;
import passo.diagram.LayoutCache;
import passo.json.Json;
import passo.json.JsonText;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.TestCase;
import passo.lab.grading.CounterExample;
import passo.lab.grading.Measured;
import passo.lab.grading.Verdict;
import passo.lab.reference.Reference;
import passo.store.Attempt;
import passo.web.Page;
import passo.web.drawing.Canvas;
import passo.web.drawing.Still;
import passo.web.notebook.NoteView;
import passo.web.parts.JsonLines;
import passo.web.parts.Markdown;
import passo.web.parts.ProblemView;

/// Puts the page of an exercise together. Made for one request, then dropped.
record ExercisePage(Page page, Curriculum curriculum, Reference reference, Exercise exercise, LayoutCache diagrams) {

    private static final int DEEP = 8;
    private static final int BELOW = 2;

    ExerciseView view(Work work, boolean edited, Map<String, Integer> stars, List<Attempt> attempts, int taken, ResultView result, NoteView note) {
        String input = exercise.tests().stream().filter(test -> !test.hidden()).flatMap(test -> test.runs().stream()).findFirst()
                .map(TestCase.Sample::input).map(Json::toString).orElse("{}");
        return new ExerciseView(head(stars), HeadView.address(page, exercise.slug()), Work.draftName(exercise),
                Markdown.content(exercise.in(page.language().tag()).text(), BELOW), goal(), ladder(taken, ExerciseHandler.isPassed(attempts)), work, edited,
                Work.named(page, exercise), Work.isForm(exercise), exercise.type() == Definition.Type.EXPRESS, input, JsonText.pretty(exercise.world()),
                JsonLines.of(exercise.world(), DEEP), new Canvas(diagrams, page, Definition.parse(work.definition(), exercise.type()), "").plain(), result,
                AttemptsView.of(page, exercise, attempts), note);
    }

    /// The shape of the reference, without its names.
    private Optional<Drawing> goal() {
        return exercise.goal() ? Still.of(diagrams, page, Definition.parse(Work.of(exercise, exercise.reference()).definition(), exercise.type()), "")
                : Optional.empty();
    }

    private HeadView head(Map<String, Integer> stars) {
        return HeadView.of(page, curriculum, reference, exercise, stars);
    }

    LadderView ladder(int taken, boolean passed) {
        return LadderView.of(page, exercise, taken, passed);
    }

    ResultView result(Verdict verdict, Work work, Optional<CounterExample> example, List<Measured> compared) {
        var beside = new Beside(verdict.passed() ? head(Map.of()).next() : "",
                verdict.passed() ? curriculum.twinOf(exercise).map(twin -> twin.in(page.language().tag()).title()).orElse("") : "", example, compared);
        return new Judgement(page, exercise, test -> TestSheets.path(exercise, test)).of(verdict, work, beside);
    }

    /// The same of an attempt that is only looked at: its runs are not the draft's.
    ResultView again(Verdict verdict, Work work) {
        return new Judgement(page, exercise, _ -> "").of(verdict, work);
    }

    ResultView unjudged(List<ProblemView> problems) {
        return new Judgement(page, exercise, test -> TestSheets.path(exercise, test)).none(problems, List.of());
    }
}
