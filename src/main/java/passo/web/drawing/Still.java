package passo.web.drawing;

import java.util.Optional;
import passo.asl.Definition;
import passo.diagram.Drawing;
import passo.diagram.Layout;
import passo.diagram.LayoutCache;
import passo.web.Page;

/// The picture of a machine, with nothing to press. Printed by `share/still.jte`.
public final class Still {

    private Still() {}

    /// Empty where the text is no machine, or where it cannot be laid out in time.
    ///
    /// @param title what it is called when it is read aloud
    public static Optional<Drawing> of(LayoutCache diagrams, Page page, Definition definition, String title) {
        return definition.machine().flatMap(machine -> diagrams.get(page.language().tag() + "\n" + definition.source().text(),
                () -> Layout.of(machine, page.messages()::get))).map(diagram -> Drawing.of(diagram, title, page.messages()::get));
    }
}
