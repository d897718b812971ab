package passo.web.classes;

import java.util.List;
import java.util.Map;
import passo.web.school.ClassHead;

/// Somebody of a class, as their teacher keeps them. Printed by `classes/member.jte`.
///
/// @param title under which they are known
/// @param joined when, in words; empty of one who has not yet
/// @param action the address of the forms
/// @param name as it was typed last
/// @param others who could be the same person
/// @param wrong what is wrong with the form, by the field it is wrong with
public record MemberView(ClassHead head, String title, boolean listed, String joined, String action, String name, String number, String email, List<Other> others, Map<String, String> wrong) {

    public record Other(String id, String name) {}

    public String complaint(String field) {
        return wrong.getOrDefault(field, "");
    }
}
