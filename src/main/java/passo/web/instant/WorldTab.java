package passo.web.instant;

import java.util.List;
import passo.aws.Cloud;
import passo.aws.service.Change;
import passo.engine.Step;
import passo.web.trace.Asked;
import passo.web.trace.Ran;
import passo.web.trace.View;
import passo.web.world.EffectView;
import passo.web.world.Effects;
import passo.web.world.Inventory;
import passo.web.world.InventoryView;

/// The tab *World*: what there is when a step is done, and what changed while it lasted.
public final class WorldTab implements View {

    /// @param changed while the step lasted, before and after
    /// @param parts what there is after it
    public record WorldView(int step, String state, List<EffectView> changed, List<InventoryView> parts) {}

    @Override public String template() {
        return "instant/world.jte";
    }

    @Override public WorldView of(Ran ran, Asked asked) {
        Step step = ran.step(asked.step());
        Cloud before = ran.cloudAt(step.enteredEvent() - 1);
        Cloud after = ran.cloudAt(ran.moment(step));
        List<Change> changes = after.changes().subList(before.changes().size(), after.changes().size());
        return new WorldView(step.number(), step.state(),
                new Effects(ran.page(), before.world(), after.world(), changes, number -> number == 0 ? "" : ran.trace().steps().get(number - 1).state()).all(),
                Inventory.of(ran.page(), after.world()));
    }
}
