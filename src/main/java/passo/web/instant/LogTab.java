package passo.web.instant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import passo.aws.lambda.FunctionLog;
import passo.engine.Event;
import passo.engine.Step;
import passo.web.parts.Units;
import passo.web.trace.Asked;
import passo.web.trace.Ran;
import passo.web.trace.View;

/// The tab *Log*: what the execution and the code of its functions wrote until a step was done.
public final class LogTab implements View {

    private static final int MOST = 300;

    /// @param hidden how many lines stand before those that are shown
    public record LogView(int step, String state, int hidden, List<Line> lines) {}

    /// @param at on the run's clock
    /// @param source the name of the function; empty for the execution
    /// @param state of the step that it belongs to; empty for none
    /// @param mine is it a line of the step that is looked at?
    public record Line(String at, String source, int step, String state, String text, boolean mine) {}

    private record Written(Instant at, String source, int step, String text) {}

    @Override public String template() {
        return "instant/log.jte";
    }

    @Override public LogView of(Ran ran, Asked asked) {
        Step step = ran.step(asked.step());
        int moment = ran.moment(step);
        Instant now = ran.trace().events().get(moment - 1).at();
        boolean all = moment == ran.trace().events().size();
        var written = new ArrayList<Written>();
        for (Event event : ran.trace().events().subList(0, moment)) written.add(new Written(event.at(), "", event.step(), event.type().name()));
        ran.cloud().logs().stream().filter(log -> all || !end(log).isAfter(now))
                .forEach(log -> log.lines().forEach(line -> written.add(new Written(end(log), log.function(), log.step(), line))));
        written.sort(Comparator.comparing(Written::at));
        var units = new Units(ran.page().language().locale());
        int hidden = Math.max(0, written.size() - MOST);
        return new LogView(step.number(), step.state(), hidden, written.subList(hidden, written.size()).stream()
                .map(line -> new Line(units.clock(ran.sinceStart(line.at())), line.source(), line.step(),
                        line.step() == 0 ? "" : ran.trace().steps().get(line.step() - 1).state(), line.text(), line.step() == step.number()))
                .toList());
    }

    private static Instant end(FunctionLog log) {
        return log.at().plus(log.took());
    }
}
