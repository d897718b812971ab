package passo.web.study;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import passo.lab.exercise.Curriculum;
import passo.study.Mock;
import passo.study.Question;
import passo.study.Questions;
import passo.study.Report;
import passo.web.Page;
import passo.web.parts.Sentence;
import passo.web.parts.Units;

/// Puts the pages of a mock exam together. Made for one request, then dropped.
record Sitting(Page page, Questions bank, Curriculum curriculum, Mock mock, Instant now) {

    private static final Practice ANY = new Practice("", "", false);
    private static final String ANSWERED = "done";

    /// The questions that are asked, but for those that the bank has lost since.
    List<Question> questions() {
        return mock.questions().stream().flatMap(id -> bank.find(id).stream()).toList();
    }

    boolean isOver() {
        return mock.isOver(now);
    }

    /// Rounded up: after so many it is over.
    long secondsLeft() {
        return Duration.between(now, mock.end()).toSeconds() + 1;
    }

    String address() {
        return page.to("/study/mocks/" + mock.id());
    }

    /// An exam's code, or that it asks of all.
    static String name(Page page, String exam) {
        return exam.isEmpty() ? page.text("study.mock.all") : exam;
    }

    MockView question(int number) {
        Question question = questions().get(number - 1);
        return new MockView(name(page, mock.exam()), page.text("study.step", number, questions().size()), address() + "/" + number,
                asking(question).asked(given(question)), mock.flagged().contains(question.id()), number, squares(number), counts(), time());
    }

    HandInView handIn() {
        List<SquareView> squares = squares(0);
        int open = squares.stream().filter(square -> !square.css().equals(ANSWERED)).mapToInt(SquareView::number).findFirst().orElse(0);
        return new HandInView(name(page, mock.exam()), address(), counts(), squares, open, time());
    }

    ReportView report() {
        Report report = Report.of(bank, mock);
        List<Question> questions = questions();
        long open = questions.stream().filter(question -> !mock.isAnswered(question)).count();
        String time = mock.finished().filter(mock.end()::equals).map(_ -> page.text("study.mock.up"))
                .orElseGet(() -> page.text("study.mock.took", units().duration(Duration.ofSeconds(Math.max(1, Duration.between(mock.started(), mock.finished().orElse(now)).toSeconds())))));
        boolean missed = report.right() + open < questions.size();
        return new ReportView(name(page, mock.exam()), page.text("study.mock.result", report.right(), questions.size()),
                open == 0 ? time : time + " " + page.text("study.mock.left", open), missed ? page.text("study.mock.missed") : "",
                report.lines().stream().map(this::line).toList(),
                IntStream.range(0, questions.size()).mapToObj(i -> asked(i + 1, questions.get(i))).toList());
    }

    private ReportView.Line line(Report.Line line) {
        return new ReportView.Line(line.topic().letter(), in(line.topic()), page.text(line.enough() ? "study.right" : "study.little", line.right(), line.asked()), line.enough(),
                page.to("/study/practice?" + new Practice(line.topic().letter(), "", false).query()));
    }

    private ReportView.Asked asked(int number, Question question) {
        return new ReportView.Asked(number, in(bank.topic(question.topic()).orElseThrow()), Sentence.marked(question.stem().in(page.language().tag()).lines().findFirst().orElse("")),
                mock.flagged().contains(question.id()), asking(question).explained(given(question)));
    }

    private List<SquareView> squares(int here) {
        List<Question> questions = questions();
        return IntStream.rangeClosed(1, questions.size()).mapToObj(number -> square(number, questions.get(number - 1), number == here)).toList();
    }

    private SquareView square(int number, Question question, boolean here) {
        String state = mock.isAnswered(question) ? ANSWERED : mock.answers().containsKey(question.id()) ? "half" : "open";
        boolean flagged = mock.flagged().contains(question.id());
        return new SquareView("square-" + number, number, state, flagged, here, page.text("study.mock.square." + state, number) + (flagged ? ", " + page.text("study.mock.square.flagged") : ""));
    }

    private String counts() {
        List<Question> questions = questions();
        long answered = questions.stream().filter(mock::isAnswered).count();
        return page.text("study.mock.counts", answered, questions.size() - answered, mock.flagged().size());
    }

    private TimeView time() {
        return new TimeView(secondsLeft(), units().duration(Duration.ofMinutes(Math.ceilDiv(secondsLeft(), 60))), address());
    }

    private Units units() {
        return new Units(page.language().locale());
    }

    private Given given(Question question) {
        return Given.of(question, mock.answers().getOrDefault(question.id(), List.of()));
    }

    private Asking asking(Question question) {
        return new Asking(page, bank, curriculum, question, ANY, Optional.empty(), (mock.id() + question.id()).hashCode() >>> 3);
    }

    private String in(Questions.Topic topic) {
        return topic.title().in(page.language().tag());
    }
}
