package passo.aws;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import passo.aws.service.Delivery;
import passo.aws.service.Origin;
import passo.aws.service.Request;
import passo.engine.Agenda;
import passo.engine.semantics.Outcome;
import passo.engine.Reply;
import passo.engine.StartExecution;
import passo.engine.Trace;
import passo.json.Json;

/// Makes the calls of services to each other, at their time.
///
/// @param services answer them; empty where none has such an action
record Deliveries(BiFunction<Request, Agenda, Optional<Reply>> services) implements Delivery {

    @Override
    public void deliver(Origin origin, Duration delay, String service, String action, Json.Obj body, Agenda agenda) {
        Runnable kept = agenda.promise(body);
        agenda.after(delay, () -> {
            Request request = Request.unseen(origin, service, action, body, agenda.now());
            Optional<Reply> reply = services.apply(request, agenda);
            if (reply.isPresent() && reply.get() instanceof Reply.Underway(var begin, _)) {
                begin.accept(new Nobody(origin, agenda, kept));
                return;
            }
            if (reply.isPresent() && reply.get() instanceof Reply.Start start) agenda.start(start.child(), origin.step(), _ -> {});
            kept.run();
        });
    }

    /// The caller of a call that nobody waits for.
    private record Nobody(Origin origin, Agenda agenda, Runnable kept) implements Reply.Caller {
        @Override
        public void done(Outcome outcome) {
            kept.run();
        }

        @Override
        public void start(StartExecution child, Consumer<Trace> whenEnded) {
            agenda.start(child, origin.step(), whenEnded);
        }
    }
}
