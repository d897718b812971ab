package passo.lab.reference;

import java.util.List;
import java.util.stream.IntStream;
import passo.json.Json;
import passo.json.JsonText;

/// Machines around expressions, so that these can be evaluated: a `Pass` state whose whole output is the expression's value.
public final class Written {

    private Written() {}

    /// The text of a machine that gives the value of one expression.
    public static String definition(String written) {
        return JsonText.pretty(machine("Value", written));
    }

    /// The text of a machine that gives the values of several, as a list: each stands in a branch of its own, with the same input.
    public static String definition(List<String> written) {
        if (written.size() == 1) return definition(written.getFirst());
        Json branches = new Json.Arr(IntStream.range(0, written.size()).<Json>mapToObj(i -> machine("Value" + (i + 1), written.get(i))).toList());
        return JsonText.pretty(machine("Values", Json.Obj.builder().put("Type", "Parallel").put("Branches", branches).put("End", true).build()));
    }

    private static Json.Obj machine(String name, String written) {
        return machine(name, written.strip().startsWith("{%")
                ? Json.Obj.builder().put("Type", "Pass").put("QueryLanguage", "JSONata").put("Output", written).put("End", true).build()
                : Json.Obj.builder().put("Type", "Pass").put("Parameters", Json.Obj.of("value.$", Json.of(written))).put("OutputPath", "$.value").put("End", true).build());
    }

    private static Json.Obj machine(String name, Json.Obj state) {
        return Json.Obj.builder().put("StartAt", name).put("States", Json.Obj.of(name, state)).build();
    }
}
