package passo.web.reference;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import passo.asl.Definition;
import passo.web.parts.Form;
import passo.web.parts.JsonLine;
import passo.web.parts.Sentence;

/// An example as it is printed: what it is made from, and what came of it where it was run.
///
/// @param id its name on the page
/// @param playground the address where it is opened with all there is to see of its run
/// @param input in colours; empty where there is nothing to give
/// @param inputText as it can be changed
public record SampleView(String id, Sentence title, String playground, Optional<Content> input, String inputText, Made made) {

    public sealed interface Made {

        /// @param definition in colours
        /// @param form what is sent
        /// @param world what the run finds, and `decisions` what was decided about it: empty where there is nothing to know
        record Machine(Content definition, Form form, List<JsonLine> world, List<JsonLine> decisions, Optional<RanView> ran) implements Made {

            public boolean express() {
                return form.type() == Definition.Type.EXPRESS;
            }
        }

        record Expressions(List<LineView> lines) implements Made {

            public long failed() {
                return lines.stream().filter(LineView::failed).count();
            }
        }
    }

    /// One expression.
    ///
    /// @param gives the value as JSON, or the error; empty where it was not evaluated
    /// @param because why it failed; empty where it did not, or nobody has asked yet
    public record LineView(String written, String gives, boolean failed, String because) {}

    /// The lines of a text, so that what it is written in has the room.
    public static int lines(String text) {
        return (int) Math.max(1, text.lines().count());
    }
}
