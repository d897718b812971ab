package passo.web.explain;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passo.asl.State;
import passo.engine.Step;
import passo.web.parts.Form;
import passo.web.trace.Asked;
import passo.web.trace.Looking;
import passo.web.trace.Ran;

/// Answers what a Choice of a run would decide with other values: the fragment `choice.jte`. Takes the playground's form and, beside it,
/// a value for each place (`place`, `value`) or `winning`: the number of a rule that is to win, or `run` for the run's own values.
public final class WhatIfHandler {

    private final Looking looking;

    public WhatIfHandler(Looking looking) {
        this.looking = looking;
    }

    public void handle(Context ctx) {
        Asked asked = Asked.of(ctx);
        Optional<WhatIf> question = looking.ran(ctx, asked).flatMap(ran -> question(ran, asked));
        if (question.isEmpty()) ctx.status(204);
        else looking.pages().show(ctx, "choice.jte", answer(ctx, question.get()));
    }

    private static Optional<WhatIf> question(Ran ran, Asked asked) {
        Step step = ran.step(asked.step());
        return ran.machine().find(step.state()).filter(State.Choice.class::isInstance).map(State.Choice.class::cast)
                .map(choice -> new WhatIf(Known.of(ran.page(), ran.definition(), Optional.of(new Known.Visit(ran.trace(), step))), choice));
    }

    private static ChoiceView answer(Context ctx, WhatIf question) {
        String winning = Form.field(ctx, "winning", 6);
        if (winning.equals("run")) return question.asItWas();
        if (winning.matches("\\d{1,5}")) return question.winning(Integer.parseInt(winning));
        List<String> places = ctx.formParams("place");
        List<String> values = ctx.formParams("value");
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(places.size(), values.size()); i++) given.put(places.get(i), values.get(i));
        return question.with(given);
    }
}
