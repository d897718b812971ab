package passo.aws.cloudwatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import passo.aws.lambda.FunctionLog;
import passo.engine.Event;
import passo.engine.History;
import passo.engine.Trace;
import passo.json.Json;

/// A log group with what a run wrote to it, in the order of time.
public record LogGroup(String name, List<Entry> entries) {

    /// @param text makes the message, which can be long: JSON of a state machine, a line of a function
    public record Entry(Instant at, Supplier<String> text) {
        public String message() {
            return text.get();
        }
    }

    public LogGroup {
        entries = List.copyOf(entries);
    }

    /// The groups that a run wrote to: of its state machines, and of the functions that were called.
    public static List<LogGroup> of(Trace run, Logging logging, List<FunctionLog> functions) {
        Map<String, List<Entry>> groups = new LinkedHashMap<>();
        run.executions().forEach(execution -> {
            List<Entry> entries = records(execution, logging).toList();
            if (!entries.isEmpty()) groups.computeIfAbsent(ofMachine(execution.start().machineName()), _ -> new ArrayList<>()).addAll(entries);
        });
        for (FunctionLog log : functions) {
            var group = groups.computeIfAbsent("/aws/lambda/" + log.function(), _ -> new ArrayList<>());
            log.records().forEach(line -> group.add(new Entry(log.at(), () -> line)));
        }
        return groups.entrySet().stream().map(group -> new LogGroup(group.getKey(), group.getValue())).toList();
    }

    /// The group that AWS's console names for a state machine.
    public static String ofMachine(String machine) {
        // A distributed Map's children log where their machine does.
        return "/aws/vendedlogs/states/" + machine.split("/")[0] + "-Logs";
    }

    private static Stream<Entry> records(Trace execution, Logging logging) {
        return execution.events().stream().filter(event -> logging.level().writes(event.type()))
                .map(event -> new Entry(event.at(), () -> record(execution, event, logging.includeExecutionData()).toString()));
    }

    /// One event as Step Functions writes it to a log.
    public static Json.Obj record(Trace execution, Event event, boolean withData) {
        long redrives = execution.redrives().stream().filter(redrive -> !redrive.isAfter(event.at())).count();
        return Json.Obj.builder()
                .put("id", Integer.toString(event.id())).put("type", event.type().name()).put("details", details(event, withData))
                .put("redrive_count", Long.toString(redrives)).put("previous_event_id", Integer.toString(event.previousId()))
                .put("event_timestamp", Long.toString(event.at().toEpochMilli())).put("execution_arn", execution.start().executionArn())
                .build();
    }

    private static Json.Obj details(Event event, boolean withData) {
        var kept = Json.Obj.builder();
        History.details(event.detail()).forEach((name, value) -> {
            if (withData || !isData(name)) kept.put(name, value);
        });
        return kept.build();
    }

    private static boolean isData(String name) {
        return switch (name.replaceFirst("Details$", "")) {
            case "input", "output", "parameters", "assignedVariables" -> true;
            default -> false;
        };
    }
}
