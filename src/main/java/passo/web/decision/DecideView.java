package passo.web.decision;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import passo.asl.Definition;
import passo.asl.State;
import passo.aws.automatic.AutomaticMock;
import passo.engine.Trace;
import passo.json.JsonText;
import passo.web.parts.Kind;
import passo.web.parts.Units;
import passo.web.trace.Asked;

/// What may be decided about a run from outside, and what was. Printed by `decide.jte` and `redrive.jte`.
///
/// @param decisions that were made, as JSON
/// @param waiting the tasks that wait for an answer
/// @param stop the id of the event at which the run can be stopped; 0 where it cannot
/// @param redrivable can the run go on from where it ended?
/// @param world that was written for a redrive which could not be read
/// @param last the decision that was made last, where one was
public record DecideView(String decisions, List<Waiting> waiting, int stop, boolean redrivable, String world, Optional<LastView> last) {

    public static final DecideView NOTHING = new DecideView("[]", List.of(), 0, false, "", Optional.empty());
    /// A decision takes its time.
    static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MOST_WAITING = 20;

    /// A task that waits.
    ///
    /// @param event the id of the event that waits
    /// @param execution whose event that is; empty for the run's own
    /// @param since on the run's clock
    /// @param after how long after that event an answer comes now
    /// @param output that the answer may have; `error`, `cause` likewise
    public record Waiting(int event, String execution, String state, Kind kind, String since, String after, String output, String error, String cause) {}

    public static DecideView of(Trace trace, Asked asked, Units units) {
        boolean standard = trace.start().type() == Definition.Type.STANDARD;
        List<Waiting> waiting = trace.executions()
                .flatMap(execution -> execution.waiting().stream().map(task -> waiting(trace, execution, task, asked.decision(), units)))
                .limit(MOST_WAITING).toList();
        return new DecideView(asked.decisions(), waiting, standard && trace.status() == Trace.Status.RUNNING ? trace.events().getLast().id() : 0,
                standard && trace.notRedrivable(trace.end().plus(PAUSE)).isEmpty(), asked.decision().map(DecisionForm::world).orElse(""), LastView.of(asked.decisions(), trace));
    }

    private static Waiting waiting(Trace run, Trace execution, Trace.Waiting task, Optional<DecisionForm> given, Units units) {
        String arn = execution == run ? "" : execution.start().executionArn();
        Optional<DecisionForm> refused = given.filter(form -> form.event() == task.eventId() && form.execution().equals(arn));
        return new Waiting(task.eventId(), arn, task.state(), Kind.of(execution.start().machine().find(task.state()).map(State::type).orElse("Task")),
                units.clock(Duration.between(run.start().at(), task.since())), Duration.between(task.since(), run.end()).plus(PAUSE).toString(),
                refused.map(DecisionForm::output).orElseGet(() -> JsonText.pretty(new AutomaticMock(execution.start().machine()).reply(task.state()))), refused.map(DecisionForm::error).orElse("Refused"),
                refused.map(DecisionForm::cause).orElse(""));
    }

    /// How long after an event, or after the end, a decision comes.
    public String pause() {
        return PAUSE.toString();
    }

    /// Was anything decided?
    public boolean decided() {
        return !decisions.equals("[]");
    }
}
