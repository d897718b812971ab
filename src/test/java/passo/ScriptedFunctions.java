package passo;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import passo.asl.Resource;
import passo.engine.Agenda;
import passo.engine.Call;
import passo.engine.Outcome;
import passo.engine.Reply;
import passo.engine.Services;
import passo.json.Json;

/// Functions that answer by the replies that a world gives them, in turn; the last repeats.
final class ScriptedFunctions implements Services {

    private final Json.Obj functions;
    private final Map<String, Integer> calls = new HashMap<>();

    private ScriptedFunctions(Json.Obj functions) {
        this.functions = functions;
    }

    static Services of(@Nullable Json world) {
        return new ScriptedFunctions(world instanceof Json.Obj obj && obj.get("lambda") instanceof Json.Obj lambda ? lambda : Json.Obj.EMPTY);
    }

    @Override
    public Reply invoke(Call call, Agenda agenda) {
        String arn = ((Resource.Function) call.resource()).arn();
        String name = arn.substring(arn.lastIndexOf(':') + 1);
        if (!(functions.get(name) instanceof Json.Obj function) || !(function.get("replies") instanceof Json.Arr replies)) {
            return new Reply.After(Duration.ZERO, new Outcome.Success(call.arguments()), true);
        }
        int number = calls.merge(name, 1, Integer::sum);
        Json.Obj reply = Json.Obj.EMPTY;
        for (Json next : replies) {
            reply = (Json.Obj) next;
            number -= reply.get("times") instanceof Json.Num(var times) ? times.intValue() : 1;
            if (number <= 0) break;
        }
        return new Reply.After(after(reply), outcome(reply), false);
    }

    private static Duration after(Json.Obj reply) {
        return reply.get("after") instanceof Json.Str(var text) ? Duration.parse("PT" + text.toUpperCase()) : Duration.ZERO;
    }

    private static Outcome outcome(Json.Obj reply) {
        if (!(reply.get("throw") instanceof Json.Obj thrown)) return new Outcome.Success(reply.get("return"));
        String type = ((Json.Str) thrown.get("error")).value();
        return new Outcome.Failure(type, String.valueOf(thrown.get("cause")));
    }
}
