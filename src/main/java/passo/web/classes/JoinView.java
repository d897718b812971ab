package passo.web.classes;

import java.util.List;
import java.util.Map;

/// The classes that a learner is in, and how they come into one more. Printed by `classes/join.jte`.
///
/// @param classroom the name of the class that the address names; empty where it names none
/// @param action where the form is sent to
/// @param wrong what is wrong with the form, by the field it is wrong with
public record JoinView(List<Place> places, String classroom, String action, String code, String name, Map<String, String> wrong) {

    public String complaint(String field) {
        return wrong.getOrDefault(field, "");
    }

    /// Does the address name a class?
    public boolean isInvited() {
        return !classroom.isEmpty();
    }
}
