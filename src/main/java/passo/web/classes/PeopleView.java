package passo.web.classes;

import java.util.List;
import passo.school.Member;
import passo.web.Page;
import passo.web.school.ClassHead;

/// Who is in a class, and how others come into it. Printed by `classes/people.jte`.
///
/// @param told how many have joined, in words
/// @param form of the class's name and zone
/// @param said what came of the last form, in words; empty where none was sent
public record PeopleView(ClassHead head, Invitation invitation, List<Row> rows, String told, ClassForm form, String said) {

    /// @param joined when, in the class's zone; empty of one who has not yet
    public record Row(String name, String number, String email, boolean listed, String joined, String address) {}

    /// How many have joined, in words.
    static String told(Page page, List<Member> members) {
        long joined = members.stream().filter(Member::hasJoined).count();
        return page.text("classes.joined", joined, members.size());
    }
}
