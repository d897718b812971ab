package passo.web.answers;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import passo.lab.exercise.Machines.Suspect;
import passo.lab.grading.Answered;
import passo.lab.grading.Examination;
import passo.lab.grading.Examined;
import passo.lab.grading.TestResult;
import passo.web.Page;
import passo.web.exercise.Findings;
import passo.web.parts.Sentence;

/// Tells what came of answers that are no machine, in the words of a page.
public record Told(Page page) {

    public List<QuestionView> questions(List<Answered> answered) {
        return IntStream.range(0, answered.size()).mapToObj(i -> QuestionView.of(page, i + 1, answered.get(i))).toList();
    }

    /// All of it, in a sentence.
    public String said(List<QuestionView> questions) {
        long right = questions.stream().filter(question -> question.status().equals("ok")).count();
        return right == questions.size() ? page.text("answers.all") : page.text("answers.some", right, questions.size());
    }

    /// Why tests cannot be read.
    public List<TestsView.FaultView> faults(Examination examination) {
        return examination.tests().faults().stream().map(fault -> new TestsView.FaultView(fault.line(), page.text(fault.key(), fault.arguments().toArray()))).toList();
    }

    public List<TestsView.MachineView> machines(Examination examination) {
        return IntStream.range(0, examination.machines().size()).mapToObj(i -> machine(i + 1, examination.machines().get(i))).toList();
    }

    /// All of it, in a sentence.
    public String said(Examination examination) {
        if (!examination.tests().faults().isEmpty()) return page.text("answers.tests.unread");
        long told = examination.machines().stream().filter(Examined::told).count();
        return told == examination.machines().size() ? page.text("answers.tests.all", told) : page.text("answers.tests.some", told, examination.machines().size());
    }

    String title(int number, Suspect suspect) {
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
}
