package passo.engine;

import passo.engine.semantics.Outcome.Failure;
import passo.engine.semantics.Outcome.Success;
import passo.json.Json;

/// One child execution of a Map Run, through all its redrives. Written by `MapRun` alone.
final class MapRunChild {

    private static final Json.Obj INCLUDED = Json.Obj.of("Included", Json.TRUE);

    final int index;
    /// How many of the Map's items it works on.
    final int items;
    final Budget budget;
    Execution execution;
    Trace.Status status = Trace.Status.RUNNING;
    /// Is it one of the failures that are kept?
    boolean failureKept;

    MapRunChild(int index, int items, Budget budget) {
        this.index = index;
        this.items = items;
        this.budget = budget;
    }

    /// All about a child execution that has ended, as a `ResultWriter` tells it.
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
