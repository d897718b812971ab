package passo.web.panel;

import java.util.List;
import java.util.Optional;
import passo.web.parts.Sentence;
import passo.web.school.ClassHead;

/// What a member did about one exercise. Printed by `panel/work.jte`.
///
/// @param back the address of the panel
/// @param all the address of all that the member did
/// @param told how far they are, in words
/// @param attempts the newest first
/// @param hints that were taken, in the order in which they were
/// @param shown the attempt that is looked at; empty where there is none
public record WorkView(ClassHead head, String back, String name, String all, Sentence title, String exercise, String told, List<Row> attempts, List<Hint> hints, Optional<AttemptView> shown) {

    /// An attempt.
    ///
    /// @param brought did it come in a file?
    /// @param here is it the one that is looked at?
    public record Row(int number, String address, String at, String iso, boolean passed, int stars, boolean brought, boolean here) {}

    public record Hint(String name, String at, String iso) {}
}
