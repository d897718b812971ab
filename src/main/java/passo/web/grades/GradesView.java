package passo.web.grades;

import java.util.List;
import passo.web.parts.Sentence;
import passo.web.school.ClassHead;

/// The grades of a class: a look at them, the files, and the token by which a program gets them. Printed by `grades/grades.jte`.
///
/// @param files their forms
/// @param unknown whom Moodle could not know, in words; empty where there is nobody
/// @param token just made, this once; empty at all other times
/// @param made when there is a token, when it was made; empty where there is none
/// @param request the address at which a program asks
public record GradesView(ClassHead head, List<Sentence> exercises, List<Row> rows, List<File> files, String unknown, String token, String made, String request) {

    /// @param points one for each of the exercises; empty where nothing was done
    public record Row(String name, List<String> points, String sum, String percent) {}

    public record File(String form, String title, String about) {}
}
