package passo.web.exercise;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.stream.IntStream;
import passo.lab.exercise.Exercise;
import passo.lab.grading.Verdict;
import passo.store.Attempt;
import passo.web.Page;

/// A learner's attempts at an exercise, the newest first. Printed by `exercise/attempts.jte`.
///
/// @param shown the number of the one that is looked at
public record AttemptsView(List<Row> rows, int shown) {

    private static final int MOST = 50;

    /// @param at as people read it, and `iso` as a machine does
    public record Row(int number, String address, String at, String iso, int stars, boolean passed, String word) {}

    public static AttemptsView of(Page page, Exercise exercise, List<Attempt> attempts) {
        return new AttemptsView(IntStream.range(0, Math.min(MOST, attempts.size()))
                .mapToObj(i -> row(page, exercise, attempts.get(i), attempts.size() - i)).toList(), attempts.size());
    }

    /// While this one is looked at.
    public AttemptsView at(Attempt attempt) {
        return new AttemptsView(rows, rows.stream().filter(row -> row.address().endsWith("/" + attempt.id())).findFirst().map(Row::number).orElse(shown));
    }

    static Row row(Page page, Exercise exercise, Attempt attempt, int number) {
        boolean passed = attempt.stars() >= Verdict.PASSING;
        return new Row(number, HeadView.address(page, exercise.slug()) + "/attempts/" + attempt.id(), said(page, attempt.attemptedAt()),
                attempt.attemptedAt().toString(), attempt.stars(), passed, page.text(passed ? "exercise.word.ok" : "exercise.word.fail"));
    }

    private static String said(Page page, Instant instant) {
        var format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(page.language().locale());
        return format.format(instant.atOffset(ZoneOffset.UTC)) + " UTC";
    }
}
