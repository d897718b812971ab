package passo.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import passo.asl.State;
import passo.engine.semantics.Outcome;
import passo.engine.semantics.Outcome.Failure;
import passo.engine.semantics.Outcome.Success;
import passo.expression.Scope;
import passo.json.Json;

/// What becomes of the results of a Map Run's child executions, as its `ResultWriter` wants it. AWS, "ResultWriter (Map)".
sealed interface ResultWriting permits ResultArray, ResultFiles {

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
    static ResultWriting of(State.Map map, Scope scope, Budget budget) {
        Optional<State.ResultWriter> writer = map.distributed().flatMap(State.Distributed::writer);
        if (writer.flatMap(State.ResultWriter::resource).isPresent()) return new ResultFiles(writer.get(), scope, budget);
        return new ResultArray(map, Format.of(writer.map(State.ResultWriter::config).orElse(Json.Obj.EMPTY), Transformation.COMPACT), budget);
    }

    /// A child starts; they are numbered from 0.
    void expect();

    /// A child has ended.
    void add(int index, Trace child);

    /// A child is redriven: what was told of its end is void.
    void again(int index);

    /// Nothing more comes: gives the state's result, or tells why there is none.
    ///
    /// @param redrives how often the Map Run was redriven before
    /// @param pending gives the inputs that no child was started with
    /// @param service writes an object, as the `ResultWriter` asks for it
    Outcome end(String mapRunArn, int redrives, Supplier<List<Batches.Batch>> pending, Function<Json, Reply> service);

    Json.Obj INCLUDED = Json.Obj.of("Included", Json.TRUE);

    /// All about a child execution, as AWS lays it out.
    static Json.Obj description(Trace child) {
        StartExecution start = child.start();
        var json = Json.Obj.builder();
        if (child.outcome().orElseThrow() instanceof Failure failure) {
            if (!failure.cause().isEmpty()) json.put("Cause", failure.cause());
            if (!failure.error().isEmpty()) json.put("Error", failure.told());
        }
        json.put("ExecutionArn", start.executionArn()).put("Input", start.input().toString()).put("InputDetails", INCLUDED)
                .put("Name", start.name());
        if (child.outcome().orElseThrow() instanceof Success(var output)) {
            json.put("Output", output.toString()).put("OutputDetails", INCLUDED).put("RedriveCount", child.redrives().size())
                    .put("RedriveStatus", "NOT_REDRIVABLE").put("RedriveStatusReason", "Execution is SUCCEEDED and cannot be redriven");
        } else {
            json.put("RedriveCount", child.redrives().size()).put("RedriveStatus", "REDRIVABLE_BY_MAP_RUN");
        }
        return json.put("StartDate", ContextObject.text(start.at())).put("StateMachineArn", start.machineArn())
                .put("Status", child.status().name()).put("StopDate", ContextObject.text(child.end())).build();
    }
}
