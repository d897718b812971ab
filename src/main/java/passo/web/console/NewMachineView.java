package passo.web.console;

import java.util.List;
import passo.asl.Definition;
import passo.web.parts.Form;

/// The form that makes a machine. Printed by `console/create.jte`.
///
/// @param from what it is made from, `blank`, `example` or `text`
/// @param example the slug of the one chosen
/// @param form the text, where it is made from one
public record NewMachineView(String from, String example, Form form, List<Choice> examples, Entry entry) {

    /// @param type AWS's word for it
    public record Choice(String slug, String title, String about, String type) {}

    public boolean express() {
        return form.type() == Definition.Type.EXPRESS;
    }
}
