package passo.asl;

import java.util.Optional;
import passo.expression.Expression;
import passo.expression.ResultPath;
import passo.expression.Template;

/// How data passes through a state. Specification, "Input and Output Processing".
public sealed interface DataFlow {

    /// raw input → `InputPath` → `Parameters` → the work → `ResultSelector` → `ResultPath` → `OutputPath`.
    ///
    /// @param inputPath `Path.ROOT` by default; the literal `{}` for `null`
    /// @param parameters where there are any
    /// @param resultSelector where there is one
    /// @param resultPath `ResultPath.ROOT` by default
    /// @param outputPath as `inputPath`
    record JsonPath(Expression inputPath, Optional<Template> parameters, Optional<Template> resultSelector, ResultPath resultPath,
            Expression outputPath) implements DataFlow {}

    /// input → `Arguments` → the work → `Output`.
    ///
    /// @param arguments where there are any; the state's input otherwise
    /// @param output where there is one; the result or the input otherwise
    record Jsonata(Optional<Template> arguments, Optional<Template> output) implements DataFlow {}

    /// What a task writes to be sent: its `Parameters`, its `Arguments`. Where there is none, it sends its input.
    default Optional<Template> request() {
        return switch (this) {
            case JsonPath path -> path.parameters;
            case Jsonata(var arguments, _) -> arguments;
        };
    }
}
