package passo.asl;

import java.util.List;
import java.util.Optional;
import passo.expression.ResultPath;
import passo.expression.Template;

/// A rule of a `Catch` field: which errors lead to which state, and with what. Specification, "Fallback states".
///
/// @param resultPath where the Error Output is put into the raw input (JSONPath); `ResultPath.ROOT` by default
/// @param output what is handed on instead of the Error Output (JSONata), where it is given
/// @param assign `Template.NOTHING` where there are none
public record Catcher(List<String> errorEquals, String next, ResultPath resultPath, Optional<Template> output, Template assign) {

    public Catcher {
        errorEquals = List.copyOf(errorEquals);
    }
}
