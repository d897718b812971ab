package passo.web.answers;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import passo.json.Json;
import passo.json.JsonText;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.Machines.Suspect;
import passo.lab.grading.Answered;
import passo.lab.grading.Examination;
import passo.lab.grading.Examined;
import passo.lab.grading.TestResult;
import passo.lab.grading.Verdict;
import passo.web.Page;
import passo.web.exercise.AttemptsView;
import passo.web.exercise.Findings;
import passo.web.exercise.HeadView;
import passo.web.exercise.LadderView;
import passo.web.notebook.NoteView;
import passo.web.parts.JsonLines;
import passo.web.parts.Sentence;

/// Puts the views of an exercise together. Made for one page, then dropped.
record Parts(Page page, Exercise exercise, HeadView head, Content statement, LadderView ladder, Content after, boolean passed,
        AttemptsView attempts, NoteView note) {

    private static final int DEEP = 12;

    AnswersView answers(Optional<Verdict> verdict, RunsView runs) {
        List<Answered> answered = verdict.map(Verdict::answers).orElseGet(() -> exercise.questions().stream().map(Answered::not).toList());
        List<QuestionView> questions = IntStream.range(0, answered.size()).mapToObj(i -> QuestionView.of(page, i + 1, answered.get(i))).toList();
        return new AnswersView(head, action(), statement, ladder, after, runs, questions, passed, verdict.map(_ -> said(questions)).orElse(""), attempts, note);
    }

    private String said(List<QuestionView> questions) {
        long right = questions.stream().filter(question -> question.status().equals("ok")).count();
        return right == questions.size() ? page.text("answers.all") : page.text("answers.some", right, questions.size());
    }

    TestsView tests(Optional<Json.Obj> answer, Optional<Verdict> verdict) {
        String text = answer.map(given -> given.get("tests") instanceof Json.Str(var written) ? written : "").orElseGet(() -> exercise.starter().orElse(""));
        Examination examination = verdict.map(Verdict::examination).orElse(Examination.NONE);
        List<Suspect> suspects = exercise.machines().suspects();
        List<TestsView.MachineView> machines = IntStream.range(0, examination.machines().size()).mapToObj(i -> machine(i + 1, examination.machines().get(i))).toList();
        return new TestsView(head, action(), statement, ladder, after, text,
                IntStream.range(0, suspects.size()).filter(i -> suspects.get(i).shown()).mapToObj(i -> shown(i + 1, suspects.get(i))).toList(),
                examination.tests().faults().stream().map(fault -> new TestsView.FaultView(fault.line(), page.text(fault.key(), fault.arguments().toArray()))).toList(),
                machines, passed, verdict.map(Verdict::stars).orElse(0), verdict.map(_ -> said(examination)).orElse(""), attempts, note);
    }

    private String said(Examination examination) {
        if (!examination.tests().faults().isEmpty()) return page.text("answers.tests.unread");
        long told = examination.machines().stream().filter(Examined::told).count();
        return told == examination.machines().size() ? page.text("answers.tests.all", told) : page.text("answers.tests.some", told, examination.machines().size());
    }

    private TestsView.ShownView shown(int number, Suspect suspect) {
        return new TestsView.ShownView(title(number, suspect), JsonLines.of(JsonText.parse(suspect.definition()), DEEP));
    }

    private String title(int number, Suspect suspect) {
        return page.text(suspect.right() ? "answers.machine.right" : "answers.machine", number);
    }

    private TestsView.MachineView machine(int number, Examined machine) {
        Suspect suspect = machine.suspect();
        String word = page.text("answers.machine." + (suspect.right() ? "right." : "wrong.") + (machine.told() ? "told" : "not"));
        return new TestsView.MachineView(title(number, suspect), suspect.right(), machine.told() ? "ok" : "fail", word, said(machine),
                machine.told() ? List.of() : machine.failed().stream().flatMap(this::found).toList());
    }

    private Sentence said(Examined machine) {
        Suspect suspect = machine.suspect();
        Sentence about = Sentence.marked(suspect.about().in(page.language().tag()));
        Sentence test = machine.failed().map(failed -> Sentence.plain(failed.test().name().in(page.language().tag()))).orElse(Sentence.NONE);
        if (suspect.right()) return machine.told() ? about : Sentence.of(page, "answers.tests.asksMore", test, about);
        return machine.told() ? Sentence.of(page, "answers.tests.caught", test, about)
                : Sentence.of(page, "answers.tests.missed", page.text("exercise.class." + suspect.kind().tag()));
    }

    private Stream<Sentence> found(TestResult failed) {
        var findings = new Findings(page);
        return failed.findings().stream().map(finding -> findings.tell(finding).said());
    }

    private String action() {
        return HeadView.address(page, exercise.slug());
    }
}
