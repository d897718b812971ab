package passo.lab;

import java.util.List;
import java.util.Optional;
import passo.engine.choice.Wish;
import passo.expression.Path;
import passo.json.Json;

/// One thing that a run has otherwise than another: a value of its input, an answer of the world, something that goes wrong there.
public sealed interface Difference {

    /// @param place in the input
    /// @param value empty where nothing stands there
    record Input(List<Path.Step> place, Optional<Json> value) implements Difference {}

    /// What a state's call brings, instead of what it brought.
    ///
    /// @param call which of the state's calls, from 0
    /// @param brought the raw result that it had
    /// @param place in that result
    record Answer(String state, int call, Json brought, List<Path.Step> place, Optional<Json> value) implements Difference {

        /// The calls around this one bring what it had brought.
        private Json.Obj mocks(Json.Obj mocks) {
            Json.Obj response = member(member(mocks, "responses"), state);
            if (call > 0 && !response.has("0")) response = response.with("0", brings(brought));
            // A second difference in the same answer is put into the first.
            Json before = response.get(String.valueOf(call)) instanceof Json.Obj first && first.has("Return") ? first.get("Return") : brought;
            response = response.with(String.valueOf(call), brings(Wish.put(before, place, value)));
            if (!response.has(String.valueOf(call + 1))) response = response.with(String.valueOf(call + 1), brings(brought));
            return mocks.with("testCase", member(mocks, "testCase").with(state, Json.of(state)))
                    .with("responses", member(mocks, "responses").with(state, response));
        }

        private static Json.Obj brings(Json result) {
            return Json.Obj.of("Return", result);
        }
    }

    /// @param fault as a world's `faults` have them
    record Fault(String state, Json.Obj fault) implements Difference {}

    /// An input with the difference.
    default Json inInput(Json input) {
        return this instanceof Input(var place, var value) ? Wish.put(input, place, value) : input;
    }

    /// A world with the difference.
    default Json.Obj inWorld(Json.Obj world) {
        return switch (this) {
            case Input _ -> world;
            case Fault(var state, var fault) -> world.with("faults", member(world, "faults").with(state, Json.array(fault)));
            case Answer answer -> world.with("mocks", answer.mocks(member(world, "mocks")));
        };
    }

    private static Json.Obj member(Json.Obj obj, String name) {
        return obj.get(name) instanceof Json.Obj member ? member : Json.Obj.EMPTY;
    }
}
