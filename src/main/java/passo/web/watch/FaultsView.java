package passo.web.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.engine.Trace;
import passo.engine.semantics.ErrorName;
import passo.lab.FaultMatrix;
import passo.web.Page;
import passo.web.parts.Kind;
import passo.web.parts.ProblemView;
import passo.web.parts.Sentence;

/// A fault matrix, for a page. The fragment `faults.jte` prints it.
///
/// @param problems why there is none
/// @param routes those that no error took come first
/// @param notes what else is to be known
public record FaultsView(List<ProblemView> problems, List<StateRows> states, int taken, List<RouteRow> routes, List<Sentence> notes) {

    /// One state and what became of each error of its calls.
    public record StateRows(String state, Kind kind, List<ErrorRow> errors) {}

    /// @param errors of which the same comes
    /// @param status `data-status`, which is also the name of the icon
    /// @param said what came of it
    public record ErrorRow(List<String> errors, String status, Sentence said) {}

    public record RouteRow(String field, String state, String errors, boolean taken) {}

    static FaultsView refused(List<ProblemView> problems) {
        return new FaultsView(problems, List.of(), 0, List.of(), List.of());
    }

    static FaultsView of(Page page, StateMachine machine, FaultMatrix matrix) {
        List<StateRows> states = matrix.rows().stream().map(FaultMatrix.Row::state).distinct().map(state -> new StateRows(state, kind(machine, state),
                rows(page, machine, matrix.rows().stream().filter(row -> row.state().equals(state)).toList()))).toList();
        List<RouteRow> routes = matrix.routes().stream().sorted((one, other) -> Boolean.compare(one.takenOn().isPresent(), other.takenOn().isPresent()))
                .map(route -> new RouteRow(route.catches() ? "Catch" : "Retry", route.state(), String.join(", ", route.errorEquals()), route.takenOn().isPresent()))
                .toList();
        List<Sentence> notes = new ArrayList<>();
        matrix.unvisited().forEach(state -> notes.add(Sentence.of(page, "faults.unvisited", chip(machine, state))));
        if (!matrix.complete()) notes.add(Sentence.of(page, "faults.incomplete"));
        return new FaultsView(List.of(), states, (int) routes.stream().filter(RouteRow::taken).count(), routes, notes);
    }

    private static List<ErrorRow> rows(Page page, StateMachine machine, List<FaultMatrix.Row> rows) {
        List<ErrorRow> said = new ArrayList<>();
        for (FaultMatrix.Row row : rows) {
            ErrorRow next = row(page, machine, row);
            int same = IntStream.range(0, said.size()).filter(i -> said.get(i).said().equals(next.said())).findFirst().orElse(-1);
            if (same < 0) said.add(next);
            else said.set(same, new ErrorRow(Stream.concat(said.get(same).errors().stream(), next.errors().stream()).toList(), next.status(), next.said()));
        }
        return said;
    }

    private static ErrorRow row(Page page, StateMachine machine, FaultMatrix.Row row) {
        boolean itself = row.failure().filter(failure -> failure.error().equals(row.error())).isPresent();
        Sentence.Part code = new Sentence.Part.Code(row.failure().map(failure -> failure.error()).orElse(""));
        String tries = row.retries() == 0 ? "" : page.text(row.retries() == 1 ? "faults.retry" : "faults.retries", row.retries()) + " ";
        if (row.caughtBy().isPresent()) {
            Sentence said = Sentence.of(page, "faults.caught", tries, chip(machine, row.next().orElse("")));
            return new ErrorRow(List.of(row.error()), row.status() == Trace.Status.SUCCEEDED ? "caught" : "warn", said);
        }
        if (row.status() == Trace.Status.SUCCEEDED && row.error().equals(ErrorName.TIMEOUT)) {
            return new ErrorRow(List.of(row.error()), "warn", Sentence.of(page, "faults.patient"));
        }
        return switch (row.status()) {
            case SUCCEEDED -> new ErrorRow(List.of(row.error()), "ok", Sentence.of(page, "faults.went", tries));
            case RUNNING -> new ErrorRow(List.of(row.error()), "wait", Sentence.of(page, "faults.waits", tries));
            case FAILED, TIMED_OUT, ABORTED -> new ErrorRow(List.of(row.error()), "fail",
                    Sentence.of(page, itself ? "faults.failedWithIt" : "faults.failed", tries, code));
        };
    }

    private static Sentence.Part chip(StateMachine machine, String state) {
        return new Sentence.Part.Chip(state, kind(machine, state));
    }

    private static Kind kind(StateMachine machine, String state) {
        return Kind.of(machine.find(state).map(State::type).orElse("Task"));
    }
}
