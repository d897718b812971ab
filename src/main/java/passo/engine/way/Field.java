package passo.engine.way;

/// The stages of the data's way through a state, in their order, by AWS's names for the fields that act there.
public enum Field {
    /// The state's input, as it came.
    Input,
    InputPath,
    Parameters,
    Arguments,
    /// What a Choice asks of the data.
    Choices,
    /// What a Wait asks of the data.
    Until,
    /// How a Fail state fails.
    Error,
    ItemReader,
    ItemsPath,
    Items,
    ItemSelector,
    ItemBatcher,
    /// The result of the work: of a call, of branches, of iterations; at a Pass its `Result`.
    Result,
    ResultSelector,
    ResultPath,
    /// What a catcher made of the Error Output.
    Catch,
    Assign,
    OutputPath,
    Output,
    /// The state's output, as it leaves.
    End;

    /// Does it make what the state hands on? The others make what is sent, asked, kept in variables or given to iterations.
    public boolean isOnTheWay() {
        return switch (this) {
            case Input, InputPath, ResultPath, Catch, OutputPath, Output, End -> true;
            case Parameters, Arguments, Choices, Until, Error, ItemReader, ItemsPath, Items, ItemSelector, ItemBatcher, Result, ResultSelector, Assign -> false;
        };
    }
}
