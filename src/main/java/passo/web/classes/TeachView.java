package passo.web.classes;

import java.util.List;

/// The classes of a teacher, and the form of a new one. Printed by `classes/teach.jte`.
///
/// @param isOwners is the teacher the one who runs this instance?
public record TeachView(List<Row> classes, ClassForm form, boolean isOwners) {

    /// @param address of its panel, or, while nobody is in it, of where one sees how to join
    /// @param people how many have joined, in words
    public record Row(String name, String address, String code, String people, String opened) {}
}
