package passo.aws.states;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import passo.asl.Definition;
import passo.asl.StateMachine;
import passo.aws.service.Actions;
import passo.aws.service.Api;
import passo.aws.service.Request;
import passo.engine.StartExecution;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// The state machines that there are: those of the world, and the one that runs.
final class Machines {

    /// @param role the name of its role
    /// @param definition its text; empty for the one that runs, of which only the meaning is known here
    record Machine(String name, Definition.Type type, String account, StateMachine machine, String role,
            Optional<String> definition) {

        String arn() {
            return "arn:aws:states:" + StartExecution.REGION + ":" + account + ":stateMachine:" + name;
        }
    }

    private final StartExecution run;
    private final Errors errors;
    private Json.Obj described;
    private Map<String, StateMachine> read;

    Machines(Json.Obj described, Map<String, StateMachine> read, StartExecution run, Errors errors) {
        this.run = run;
        this.errors = errors;
        change(described, read);
    }

    void change(Json.Obj nowDescribed, Map<String, StateMachine> nowRead) {
        described = nowDescribed;
        read = nowRead;
    }

    void addTo(Actions actions) {
        actions.reads("listStateMachines", this::list, "InvalidToken")
                .with("describeStateMachine", Actions.Effect.READS,
                        (request, _) -> describe(request).map(outcome -> Api.STATES.reply(request, outcome, errors.ledger())),
                        "StateMachineDoesNotExist", "InvalidArn");
    }

    private Outcome list(Request request) {
        List<Machine> all = Stream.concat(Stream.of(run.machineName()), described.names().stream()).distinct().sorted()
                .flatMap(name -> named(name, run.account()).stream()).toList();
        return Page.of(request, "StateMachines", all, machine -> Json.Obj.builder().put("CreationDate", Executions.date(request, run.at()))
                .put("Name", machine.name).put("StateMachineArn", machine.arn()).put("Type", machine.type.name()).build(), errors);
    }

    /// Empty for the machine that runs, whose text is not known here.
    private Optional<Outcome> describe(Request request) {
        String arn = request.text("StateMachineArn");
        Optional<Machine> found = find(arn);
        if (found.isEmpty()) return Optional.of(errors.noMachine(request, arn));
        return found.get().definition().map(definition -> new Outcome.Success(Json.Obj.builder()
                .put("CreationDate", Executions.date(request, run.at())).put("Definition", definition)
                .put("LoggingConfiguration", Json.Obj.of("IncludeExecutionData", Json.FALSE, "Level", Json.of("OFF")))
                .put("Name", found.get().name).put("RoleArn", "arn:aws:iam::" + found.get().account + ":role/" + found.get().role)
                .put("StateMachineArn", found.get().arn()).put("Status", "ACTIVE")
                .put("TracingConfiguration", Json.Obj.of("Enabled", Json.FALSE)).put("Type", found.get().type.name()).build()));
    }

    /// The state machine that an ARN names, whichever version or alias.
    Optional<Machine> find(String arn) {
        String[] parts = arn.split(":");
        return parts.length > 6 ? named(parts[6], parts[4]) : Optional.empty();
    }

    private Optional<Machine> named(String name, String account) {
        StateMachine machine = read.get(name);
        if (machine != null && described.get(name) instanceof Json.Obj own) {
            return Optional.of(new Machine(name, type(own), text(own, "account", account), machine, text(own, "role", name + "-role"),
                    Optional.ofNullable(own.get("definition")).map(text -> text instanceof Json.Str(var source) ? source : text.toString())));
        }
        return name.equals(run.machineName()) ? Optional.of(new Machine(name, run.type(), run.account(), run.machine(), run.role(), Optional.empty()))
                : Optional.empty();
    }

    private static String text(Json.Obj obj, String name, String otherwise) {
        return obj.get(name) instanceof Json.Str(var text) ? text : otherwise;
    }

    private static Definition.Type type(Json.Obj described) {
        return Json.of("EXPRESS").equals(described.get("type")) ? Definition.Type.EXPRESS : Definition.Type.STANDARD;
    }
}
