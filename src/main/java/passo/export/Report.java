package passo.export;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import passo.asl.Definition;
import passo.aws.billing.Bill;
import passo.engine.Trace;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.Words;
import passo.lab.grading.Answered;
import passo.lab.grading.Examined;
import passo.lab.grading.TestResult;
import passo.lab.grading.Verdict;

/// What came of an answer, without the runs that it was judged by.
public sealed interface Report {

    /// Of a machine; no rows where the text is none.
    record Tests(List<Row> rows) implements Report {}

    /// To questions.
    record Answers(List<Answered> answers) implements Report {}

    /// Of tests that the learner has written.
    ///
    /// @param told how many machines they tell apart
    record Machines(int told, int of) implements Report {}

    /// A test.
    ///
    /// @param kind the tag of its class
    /// @param run as it is told; none of a hidden test, nor where nothing ran
    record Row(String id, Words name, String kind, boolean hidden, boolean passed, Optional<Run> run) {}

    /// A run in figures.
    ///
    /// @param standard and `express`: what Step Functions charges for it, in dollars
    record Run(String status, Duration duration, int transitions, BigDecimal standard, BigDecimal express) {

        static Run of(Trace trace) {
            return new Run(trace.status().name(), Duration.between(trace.start().at(), trace.end()), trace.transitions(),
                    Bill.ofRun(trace, Definition.Type.STANDARD).total(), Bill.ofRun(trace, Definition.Type.EXPRESS).total());
        }
    }

    static Report of(Exercise exercise, Verdict verdict) {
        return switch (exercise.kind()) {
            case BUILD, FIX, HUNT, REFACTOR -> new Tests(verdict.tests().stream().map(Report::row).toList());
            case PREDICT, DECIDE -> new Answers(verdict.answers());
            case TESTS -> {
                List<Examined> machines = verdict.examination().machines();
                yield new Machines((int) machines.stream().filter(Examined::told).count(), machines.size());
            }
        };
    }

    private static Row row(TestResult result) {
        boolean hidden = result.test().hidden();
        return new Row(result.test().id(), result.test().name(), result.test().kind().tag(), hidden, result.passed(),
                hidden ? Optional.empty() : result.told().map(TestResult.Told::trace).map(Run::of));
    }

    /// How much of it is right.
    default int right() {
        return switch (this) {
            case Tests(var rows) -> (int) rows.stream().filter(Row::passed).count();
            case Answers(var answers) -> (int) answers.stream().filter(Answered::right).count();
            case Machines(var told, _) -> told;
        };
    }

    default int all() {
        return switch (this) {
            case Tests(var rows) -> rows.size();
            case Answers(var answers) -> answers.size();
            case Machines(_, var of) -> of;
        };
    }

    /// The run that the figures of the whole are taken from: that of the first test that has one to tell.
    default Optional<Run> run() {
        return switch (this) {
            case Tests(var rows) -> rows.stream().flatMap(row -> row.run().stream()).findFirst();
            case Answers _, Machines _ -> Optional.empty();
        };
    }
}
