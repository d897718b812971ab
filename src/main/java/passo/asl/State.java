package passo.asl;

import java.util.List;
import java.util.Optional;
import passo.asl.catalogue.Resource;
import passo.expression.Expression;
import passo.expression.QueryLanguage;
import passo.expression.Template;
import passo.json.Json;

/// A state of one of the eight kinds. Specification, "States".
///
/// Every component is there: the parser writes the specification's defaults. Always written with its outer name, since
/// `State.Map` is not `java.util.Map`.
public sealed interface State {

    /// What all kinds have.
    Common common();

    default String name() {
        return common().name();
    }

    /// The kind as the definition's `Type` writes it.
    default String type() {
        return getClass().getSimpleName();
    }

    /// @param comment empty where there is none
    /// @param flow how data passes through the state
    /// @param assign the variables that it sets; `Template.NOTHING` where there are none
    record Common(String name, String comment, QueryLanguage language, DataFlow flow, Template assign) {}

    /// Where a state leads.
    sealed interface Next {
        record To(String state) implements Next {}

        record End() implements Next {}
    }

    /// A state that does work which can fail: errors may be retried and caught. Specification, "Errors".
    sealed interface Recoverable extends State {
        List<Retrier> retry();

        List<Catcher> catchers();

        Next next();
    }

    /// @param result the fixed result (`Result`), where there is one; JSONPath only
    record Pass(Common common, Optional<Expression> result, Next next) implements State {}

    /// @param timeout seconds: a number, or an expression of one; 99999999 by default
    /// @param heartbeat likewise, where there is one
    /// @param credentials an object with `RoleArn`; `Template.NOTHING` where there is none
    record Task(Common common, Resource resource, Expression timeout, Optional<Expression> heartbeat, Template credentials,
            List<Retrier> retry, List<Catcher> catchers, Next next) implements Recoverable {}

    /// @param otherwise the state of `Default`, where there is one
    record Choice(Common common, List<ChoiceRule> choices, Optional<String> otherwise) implements State {}

    record Wait(Common common, Until until, Next next) implements State {
        /// What ends the wait.
        public sealed interface Until {
            /// @param field `Seconds` or `SecondsPath`
            record Seconds(String field, Expression seconds) implements Until {}

            /// @param field `Timestamp` or `TimestampPath`
            record Timestamp(String field, Expression timestamp) implements Until {}
        }
    }

    record Succeed(Common common) implements State {}

    /// @param error the error's name, where it is given (`Error` or `ErrorPath`)
    /// @param cause likewise (`Cause` or `CausePath`)
    record Fail(Common common, Optional<Expression> error, Optional<Expression> cause) implements State {}

    record Parallel(Common common, List<StateMachine> branches, List<Retrier> retry, List<Catcher> catchers, Next next)
            implements Recoverable {}

    /// @param items `ItemsPath` or `Items`: an array, or an object whose members are the items; by default the input
    /// @param itemSelector makes an iteration's input; `Template.NOTHING` where the item itself is the input
    /// @param maxConcurrency a number, or an expression of one; 0 for no limit
    /// @param distributed where the processor's mode is `DISTRIBUTED`
    record Map(Common common, Expression items, Template itemSelector, StateMachine processor, Expression maxConcurrency,
            Optional<Distributed> distributed, List<Retrier> retry, List<Catcher> catchers, Next next) implements Recoverable {}

    /// The fields that only a distributed Map has. AWS, "Using Map state in Distributed mode".
    ///
    /// @param express do the child executions run as Express workflows?
    /// @param label empty where the definition gives none
    /// @param toleratedFailureCount a number, or an expression of one
    /// @param toleratedFailurePercentage likewise, 0 to 100
    record Distributed(boolean express, String label, Expression toleratedFailureCount, Expression toleratedFailurePercentage,
            Optional<ItemReader> reader, Optional<ItemBatcher> batcher, Optional<ResultWriter> writer) {}

    /// @param parameters `Parameters` or `Arguments`: bucket, key or prefix
    /// @param config `ReaderConfig` as it stands
    /// @param maxItems its `MaxItems` or `MaxItemsPath`, where it is given
    record ItemReader(Resource resource, Template parameters, Json.Obj config, Optional<Expression> maxItems) {}

    /// @param batchInput `Template.NOTHING` where there is none
    record ItemBatcher(Template batchInput, Optional<Expression> maxItemsPerBatch, Optional<Expression> maxInputBytesPerBatch) {}

    /// @param config `WriterConfig` as it stands
    record ResultWriter(Optional<Resource> resource, Template parameters, Json.Obj config) {}
}
