package passo.web.answers;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import passo.json.Json;
import passo.json.JsonText;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.Machines.Suspect;
import passo.lab.grading.Answered;
import passo.lab.grading.Examination;
import passo.lab.grading.Verdict;
import passo.web.Page;
import passo.web.exercise.AttemptsView;
import passo.web.exercise.HeadView;
import passo.web.exercise.LadderView;
import passo.web.notebook.NoteView;
import passo.web.parts.JsonLines;

/// Puts the views of an exercise together. Made for one page, then dropped.
record Parts(Page page, Exercise exercise, HeadView head, Content statement, LadderView ladder, Content after, boolean passed,
        AttemptsView attempts, NoteView note) {

    private static final int DEEP = 12;

    AnswersView answers(Optional<Verdict> verdict, RunsView runs) {
        List<Answered> answered = verdict.map(Verdict::answers).orElseGet(() -> exercise.questions().stream().map(Answered::not).toList());
        List<QuestionView> questions = told().questions(answered);
        return new AnswersView(head, action(), statement, ladder, after, runs, questions, passed, verdict.map(_ -> told().said(questions)).orElse(""), attempts, note);
    }

    TestsView tests(Optional<Json.Obj> answer, Optional<Verdict> verdict) {
        String text = answer.map(given -> given.get("tests") instanceof Json.Str(var written) ? written : "").orElseGet(() -> exercise.starter().orElse(""));
        Examination examination = verdict.map(Verdict::examination).orElse(Examination.NONE);
        List<Suspect> suspects = exercise.machines().suspects();
        return new TestsView(head, action(), statement, ladder, after, text,
                IntStream.range(0, suspects.size()).filter(i -> suspects.get(i).shown()).mapToObj(i -> shown(i + 1, suspects.get(i))).toList(),
                told().faults(examination), told().machines(examination), passed, verdict.map(Verdict::stars).orElse(0), verdict.map(_ -> told().said(examination)).orElse(""), attempts, note);
    }

    private TestsView.ShownView shown(int number, Suspect suspect) {
        return new TestsView.ShownView(told().title(number, suspect), JsonLines.of(JsonText.parse(suspect.definition()), DEEP));
    }

    private Told told() {
        return new Told(page);
    }

    private String action() {
        return HeadView.address(page, exercise.slug());
    }
}
