package passo.web.study;

import java.util.List;

/// What there is to practise. Printed by `study/home.jte`.
public record HomeView(int questions, Review review, List<Topic> topics, List<Exam> exams) {

    /// @param told how much is due today, or when the next is
    /// @param address where it begins; empty where nothing is due
    public record Review(String told, String address) {}

    /// @param told how many were answered right, or that there is too little to say
    /// @param enough is there?
    public record Topic(String letter, String title, String count, String told, boolean enough, String address) {}

    public record Exam(String code, String name, String count, String address) {}
}
