package passo.web.classes;

import java.util.List;
import passo.web.school.ClassHead;

/// What a list would do to a class. Printed by `classes/preview.jte`.
///
/// @param text of the list, to be sent again when it is confirmed
/// @param told how many come, in sentences
public record PreviewView(ClassHead head, String text, List<String> told, List<Column> columns, List<Row> rows, List<Doubt> doubts) {

    /// @param title empty where the list has no header
    /// @param taken as what; empty where it is ignored
    public record Column(String title, String taken) {}

    /// @param status of its badge
    /// @param as whom it is in the class so far, where that is another name
    public record Row(int line, String name, String number, String email, String status, String kind, String as) {}

    public record Doubt(int line, String text) {}

    /// Is there anything to save?
    public boolean isUseful() {
        return !rows.isEmpty();
    }
}
