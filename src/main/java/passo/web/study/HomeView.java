package passo.web.study;

import java.util.List;

/// What there is to study. Printed by `study/home.jte`.
public record HomeView(int questions, Review review, List<Topic> topics, List<Exam> exams, Mocks mocks) {

    /// Is the review what comes next? An exam that goes on comes before it.
    public boolean isForReview() {
        return mocks.going.isEmpty() && !review.address.isEmpty();
    }

    /// Is there nothing but practice?
    public boolean isForPractice() {
        return mocks.going.isEmpty() && review.address.isEmpty();
    }

    /// @param told how much is due today, or when the next is
    /// @param minutes about how long it takes
    /// @param address where it begins; empty where nothing is due, as are the minutes
    public record Review(String told, String minutes, String address) {}

    /// @param told how many were answered right, or that there is too little to say
    /// @param enough is there?
    public record Topic(String letter, String title, String count, String told, boolean enough, String address) {}

    public record Exam(String code, String name, String count, String address) {}

    /// The mock exams.
    ///
    /// @param going the address of the one that goes on; empty where none does
    /// @param told how much time it has left
    public record Mocks(String action, List<Choice> choices, String going, String told, List<Taken> taken) {}

    /// An exam that can be begun.
    ///
    /// @param code empty for questions of all
    public record Choice(String code, String title, boolean first) {}

    public record Taken(String exam, String when, String result, String address) {}
}
