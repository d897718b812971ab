package passo.engine;

import java.time.Instant;
import java.util.List;
import passo.json.Json;

/// All that happened in one Map Run. AWS, DescribeMapRun.
///
/// @param step the number of the Map state's visit, in the trace of the execution that it belongs to
/// @param end while the Map Run still runs, the instant that the trace was made
/// @param redrives how often it was redriven
/// @param items how the items fared, each as its child execution did
/// @param executions how the child executions fared
/// @param kept the traces of some of them, in the order of their start: of the first and of the first that failed
public record MapRunTrace(String arn, int step, Status status, Instant start, Instant end, int redrives, Counts items, Counts executions,
        List<Trace> kept) {

    /// AWS's words.
    public enum Status { RUNNING, SUCCEEDED, FAILED, ABORTED }

    /// @param pending not yet started, or never
    /// @param resultsWritten how many have their result in what the Map gives, or in the files of its `ResultWriter`
    /// @param failuresNotRedrivable of those that did not succeed, how many cannot be redriven
    /// @param pendingRedrive how many wait for their redrive
    public record Counts(int total, int pending, int running, int succeeded, int failed, int timedOut, int aborted, int resultsWritten,
            int failuresNotRedrivable, int pendingRedrive) {

        /// As DescribeMapRun says it.
        public Json.Obj json() {
            return Json.Obj.builder().put("total", total).put("pending", pending).put("running", running).put("succeeded", succeeded)
                    .put("failed", failed).put("timedOut", timedOut).put("aborted", aborted).put("resultsWritten", resultsWritten)
                    .put("failuresNotRedrivable", failuresNotRedrivable).put("pendingRedrive", pendingRedrive).build();
        }
    }
}
