package passo.web.playground;

import java.util.List;
import passo.asl.Definition;
import passo.web.parts.Form;
import passo.web.trace.RunView;
import passo.web.world.WorldView;

/// The playground with one workflow on it. Printed by `playground.jte`, which includes `run.jte`.
///
/// @param sheet what it was opened on
/// @param examples the menu
/// @param edited does the text differ from the sheet's?
/// @param world the world in forms
public record PlaygroundView(Sheet sheet, List<Choice> examples, Form form, boolean edited, WorldView world, GuideView guide, RunView run) {

    /// A way to another example.
    public record Choice(String address, String title, String about, boolean current) {}

    public boolean express() {
        return form.type() == Definition.Type.EXPRESS;
    }
}
