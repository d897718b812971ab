package passo.web.grades;

import java.util.List;
import passo.web.parts.Sentence;
import passo.web.school.ClassHead;

/// The plan of a class, as its teacher changes it. Printed by `grades/plan.jte`.
///
/// @param zone of the class
/// @param told how many exercises and how long they take, in words
/// @param wrong what is wrong with the whole; empty where nothing is
/// @param item of the checklist, and `level`: of what is offered; empty for all
public record PlanView(ClassHead head, String zone, List<Row> rows, String told, String wrong, List<Preset> paths, List<Offer> tracks, String item, String level) {

    /// @param date as the field has it
    /// @param wrong what is wrong with the date; empty where nothing is
    public record Row(String slug, Sentence title, String plain, String about, String date, String wrong, boolean first, boolean last) {}

    /// Several exercises that are added at once.
    public record Preset(String id, String title, String about) {}

    /// @param exercises of the track that are not in the plan
    public record Offer(String id, String letter, String title, List<Offered> exercises) {}

    /// @param alone is it a twin?
    public record Offered(String slug, Sentence title, String about, boolean alone) {}
}
