package passo.school;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import passo.json.Json;
import passo.lab.exercise.Exercise;
import passo.lab.grading.Answered;
import passo.lab.grading.Examined;
import passo.lab.grading.Finding;
import passo.lab.grading.Mismatch;
import passo.lab.grading.TestResult;
import passo.lab.grading.Verdict;

/// What is wrong with an answer, first of all. Answers that are wrong in the same way have equal faults. Immutable.
///
/// @param what as [#of] writes it
public record Fault(String what) {

    private static final int LENGTH = 6;

    /// The mistake that was recognised; else why the text is no machine, without the names in it; else what the first test that does not pass found, and where a field was lost;
    /// else the structure rule that does not hold; else the first answer that is not right, or the first machine that tests do not tell apart. Empty of an
    /// answer that is right.
    public static Optional<Fault> of(Exercise exercise, Verdict verdict) {
        if (verdict.passed()) return Optional.empty();
        if (!verdict.mistakes().isEmpty()) return fault("mistake", exercise.mistakes().indexOf(verdict.mistakes().getFirst()) + 1);
        if (!verdict.diagnostics().isEmpty()) return fault("diagnostic", verdict.diagnostics().getFirst().message().replaceAll("\"[^\"]*\"", "…"));
        return verdict.tests().stream().filter(result -> !result.passed()).findFirst().map(Fault::failed)
                .or(() -> verdict.broken().stream().findFirst().flatMap(rule -> fault("structure", exercise.structure().indexOf(rule) + 1)))
                .or(() -> verdict.answers().stream().filter(answer -> !answer.right()).findFirst().map(Fault::answered))
                .or(() -> untold(verdict.examination().machines()));
    }

    private static Optional<Fault> fault(String kind, Object about) {
        return Optional.of(new Fault(kind + " " + about));
    }

    private static Fault failed(TestResult result) {
        String lost = result.lost().filter(found -> found.loss().isPresent()).map(found -> " lost " + found.sought().text() + " at " + found.loss().get().stage()).orElse("");
        return new Fault("test " + result.test().id() + ": " + result.findings().stream().map(Fault::found).collect(Collectors.joining("; ")) + lost);
    }

    /// Where values were compared, place by place what came; else what came at all. The cause of a failure is words, in which names stand that everybody chose.
    private static String found(Finding finding) {
        if (!finding.mismatches().isEmpty()) return finding.kind() + " " + finding.mismatches().stream().map(Fault::place).collect(Collectors.joining(", "));
        return finding.kind() + " " + switch (finding.got()) {
            case Json.Obj failure when failure.has("error") -> failure.get("error");
            case Json got -> got;
        };
    }

    private static String place(Mismatch mismatch) {
        return mismatch.kind() + " " + mismatch.at() + mismatch.got().map(got -> " " + got).orElse("");
    }

    private static Fault answered(Answered answer) {
        return new Fault("question " + answer.question().id() + ": " + answer.given().map(Json::toString).orElse(""));
    }

    private static Optional<Fault> untold(List<Examined> machines) {
        return IntStream.range(0, machines.size()).filter(i -> !machines.get(i).told()).boxed().findFirst().flatMap(i -> fault("machine", i + 1));
    }

    /// Short, for an address.
    public String key() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8)), 0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
