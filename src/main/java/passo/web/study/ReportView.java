package passo.web.study;

import java.util.List;
import passo.web.parts.Sentence;

/// What came of an exam. Printed by `study/report.jte`.
///
/// @param result how many were right, of how many
/// @param told in which time, and what was left open
/// @param missed what becomes of those that were missed; empty where none was
/// @param asked the questions, in their order
public record ReportView(String exam, String result, String told, String missed, List<Line> lines, List<Asked> asked) {

    /// @param told how many were right, and whether that is too little to say anything
    /// @param address where the topic is practised
    public record Line(String letter, String title, String told, boolean enough, String address) {}

    /// @param topic its title
    /// @param begins the stem's first sentences
    public record Asked(int number, String topic, Sentence begins, boolean flagged, QuestionView question) {}
}
