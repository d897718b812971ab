package passo.engine.items;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import passo.asl.State;
import passo.engine.semantics.ErrorName;
import passo.engine.semantics.Outcome;
import passo.expression.QueryError;
import passo.expression.Scope;
import passo.json.Json;

/// What becomes of the results of a Map Run's child executions, as its `ResultWriter` wants it. AWS, "ResultWriter (Map)".
public sealed interface ResultWriting permits ResultArray, ResultFiles {

    /// What is told of a child: all about its execution, its output, or an output's items where it is an array.
    enum Transformation { NONE, COMPACT, FLATTEN }

    /// @param lines are the results JSON Lines, and no array?
    record Format(Transformation transformation, boolean lines) {

        /// AWS: where nothing is said, files describe the executions, and a state's result has their outputs alone.
        static Format of(Json.Obj config, Transformation otherwise) {
            Transformation transformation = config.get("Transformation") instanceof Json.Str(var name) ? Transformation.valueOf(name) : otherwise;
            return new Format(transformation, Json.of("JSONL").equals(config.get("OutputType")));
        }
    }

    /// The scope's input is the Map's effective input.
    ///
    /// @param written is told of each value whose text is kept
    static ResultWriting of(State.Map map, Scope scope, Consumer<Json> written) {
        Optional<State.ResultWriter> writer = map.distributed().flatMap(State.Distributed::writer);
        if (writer.flatMap(State.ResultWriter::resource).isPresent()) return new ResultFiles(writer.get(), scope, written);
        if (writer.filter(each -> each.config().isEmpty()).isPresent()) throw new QueryError(ErrorName.RUNTIME, "The ResultWriter field cannot be empty.");
        return new ResultArray(map, Format.of(writer.map(State.ResultWriter::config).orElse(Json.Obj.EMPTY), Transformation.COMPACT), written);
    }

    /// A child starts; they are numbered from 0.
    void expect();

    /// A child has ended.
    ///
    /// @param output empty where it did not succeed
    /// @param description tells all about it
    void add(int index, Optional<Json> output, Supplier<Json> description);

    /// A child is redriven: what was told of its end is void.
    void again(int index);

    /// Nothing more comes: gives the state's result, or tells why there is none.
    ///
    /// @param redrives how often the Map Run was redriven before
    /// @param pending gives the inputs that no child was started with
    /// @param put writes an object, as the `ResultWriter` asks for it
    Outcome end(String mapRunArn, int redrives, Supplier<List<Batches.Batch>> pending, Function<Json, Outcome> put);
}
