package passo.web.lost;

import java.util.Optional;
import passo.engine.way.Fields;
import passo.engine.way.Lost;
import passo.engine.way.Sought;
import passo.engine.way.Ways;
import passo.web.parts.Places;
import passo.web.trace.Asked;
import passo.web.trace.Ran;
import passo.web.trace.View;

/// The tab *Where was it lost?*: any field of the run, and where it stopped existing. The text to find is its path; without one it is
/// the field for want of which the run failed.
public final class LostTab implements View {

    private static final int MOST_FIELDS = 400;

    @Override public String template() {
        return "lostTab.jte";
    }

    @Override public LostTabView of(Ran ran, Asked asked) {
        var ways = new Ways(ran.machine(), ran.trace());
        String text = asked.find().strip();
        Optional<Sought> sought = Sought.read(text);
        Optional<Lost> found = text.isEmpty() ? Lost.of(ways) : sought.map(one -> Lost.of(ways, one));
        var report = new LostReport(ran.page(), ways, new Places(ran.definition()), ran.problems());
        return new LostTabView(found.map(lost -> lost.sought().text()).orElse(text), !text.isEmpty() && sought.isEmpty(), Fields.of(ran.trace(), MOST_FIELDS),
                found.map(report::view));
    }
}
