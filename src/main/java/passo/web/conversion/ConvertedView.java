package passo.web.conversion;

import java.util.ArrayList;
import java.util.List;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.asl.text.Diagnostic.Phrase;
import passo.convert.Comparison;
import passo.convert.JsonataConversion;
import passo.convert.Proof;
import passo.convert.Remark;
import passo.json.Notation;
import passo.web.Page;
import passo.web.parts.ProblemView;

/// What came of a conversion to JSONata, and how it compares: the fragment `converted.jte`.
///
/// @param status `data-status`, which is also the name of its icon
/// @param word the same in a word
/// @param said the same in a sentence
/// @param problems what stood in the way
/// @param states all states, of which one may be chosen
/// @param state the one that was chosen; empty for the whole machine
/// @param coverage what the runs came to, in sentences
/// @param text the new definition in the learner's notation; empty where nothing was converted
public record ConvertedView(String status, String word, String said, List<ProblemView> problems, List<String> states, String state,
        List<String> coverage, List<RemarkRow> notConverted, List<RemarkRow> differences, List<Change> changes, List<RunRow> runs, String text) {

    public record RemarkRow(String state, String why) {}

    public record Change(String state, String before, String after) {}

    /// @param what the input in words
    /// @param difference empty where there is none
    public record RunRow(String status, String what, String result, String difference) {}

    static ConvertedView refused(Page page, List<ProblemView> problems) {
        return new ConvertedView("fail", page.text("convert.word.refused"), page.text("convert.said.problems"),
                problems.stream().filter(problem -> problem.status().equals("fail")).toList(), List.of(), "", List.of(), List.of(), List.of(), List.of(),
                List.of(), "");
    }

    static ConvertedView of(Page page, Notation notation, StateMachine machine, String state, JsonataConversion conversion, Proof proof) {
        List<String> states = new ArrayList<>();
        machine.everyState().map(State::name).forEach(states::add);
        boolean isChanged = !conversion.changes().isEmpty();
        String told = isChanged ? proof.verdict().name() : conversion.remarks().isEmpty() ? "nothing" : "refused";
        long same = proof.comparisons().stream().filter(Comparison::isSame).count();
        return new ConvertedView(isChanged ? status(proof.verdict()) : "skip", page.text("convert.word." + told),
                page.text("convert.said." + told, same, proof.comparisons().size()), List.of(), states, state,
                isChanged ? coverage(page, proof) : List.of(),
                rows(page, conversion.refusals()), rows(page, conversion.differences()),
                conversion.changes().stream().filter(change -> !change.before().equals(change.after()))
                        .map(change -> new Change(change.state(), notation.write(change.before()), notation.write(change.after()))).toList(),
                isChanged ? proof.comparisons().stream().map(comparison -> run(page, comparison)).toList() : List.of(),
                isChanged ? notation.write(conversion.definition()) : "");
    }

    private static String status(Proof.Verdict verdict) {
        return switch (verdict) {
            case PROVEN -> "ok";
            case PROVEN_WHERE_IT_WORKS -> "retry";
            case DIFFERENT -> "fail";
            case UNPROVEN -> "skip";
        };
    }

    private static List<String> coverage(Page page, Proof proof) {
        List<String> sentences = new ArrayList<>();
        if (proof.allBranches() > 0) sentences.add(page.text("convert.coverage", proof.branches(), proof.allBranches()));
        if (!proof.unvisited().isEmpty()) sentences.add(page.text("convert.unvisited", String.join(", ", proof.unvisited())));
        return sentences;
    }

    private static List<RemarkRow> rows(Page page, List<Remark> remarks) {
        return remarks.stream().map(remark -> new RemarkRow(remark.state(), say(page, remark.phrase()))).toList();
    }

    private static RunRow run(Page page, Comparison comparison) {
        String status = switch (comparison.result()) {
            case SAME, SAME_BY_ANOTHER_NAME -> "ok";
            case GOES_ON -> "retry";
            case DIFFERENT -> "fail";
        };
        return new RunRow(status, say(page, comparison.what()), page.text("convert.result." + comparison.result()), say(page, comparison.difference()));
    }

    private static String say(Page page, Phrase phrase) {
        return phrase.key().isEmpty() ? "" : page.text(phrase.key(), phrase.arguments().toArray());
    }
}
