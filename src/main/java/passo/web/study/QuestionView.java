package passo.web.study;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import passo.web.parts.Sentence;

/// A question to practise, asked or explained. Printed by `study/question.jte`.
///
/// @param labels exams, topic and level
/// @param kind `single`, `multiple` or `ordering`
/// @param choose what is to be done, in words
/// @param seed of the order of its options
/// @param status `ok` or `fail`; `skip` where it is explained without an answer; empty where it is asked
/// @param verdict in words
/// @param complaint why what was sent is no answer; empty where nothing is wrong
/// @param checked the month
/// @param proofs addresses of the runs that show it
/// @param practice what is practised, as fields of the form
public record QuestionView(String title, String action, String labels, Content stem, String kind, String choose, List<OptionView> options, int seed, String status,
        String verdict, String complaint, List<Link> sources, String checked, List<LinkTo> exercises, List<String> proofs, Practising practice, String next) {

    /// @param mine was it chosen?
    /// @param status `ok` where it is right, `fail` where it was chosen and is not; empty otherwise, and while nobody has answered
    /// @param place that the learner gave it in an ordering; 0 for none
    public record OptionView(String id, Sentence text, boolean mine, String status, int place, Sentence why) {}

    public record Link(String address, String title) {}

    public record LinkTo(String address, Sentence title) {}

    /// @param trail how far a review is; empty where none is made
    public record Practising(String topic, String exam, boolean review, Optional<TrailView> trail) {}

    public boolean isExplained() {
        return !status.isEmpty();
    }

    /// Is it for the learner to say whether it was known?
    public boolean isToBeGraded() {
        return practice.review && status.equals("ok");
    }

    public boolean isOrdering() {
        return kind.equals("ordering");
    }
}
