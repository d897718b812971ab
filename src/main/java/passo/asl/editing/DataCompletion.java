package passo.asl.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import passo.asl.editing.Completion.Kind;
import passo.asl.editing.Sketch.Container;
import passo.asl.editing.Sketch.Spot;
import passo.expression.QueryLanguage;
import passo.json.Json;

/// What a path or an expression can name at the cursor: data that the state really had, variables, the Context Object, functions.
/// Only the word at the cursor is replaced.
final class DataCompletion {

    private static final List<String> INTRINSICS = List.of("Format", "StringToJson", "JsonToString", "Array", "ArrayPartition", "ArrayContains",
            "ArrayRange", "ArrayGetItem", "ArrayLength", "ArrayUnique", "Base64Encode", "Base64Decode", "Hash", "JsonMerge", "MathRandom",
            "MathAdd", "StringSplit", "UUID");

    /// JSONata's own but for `$eval`, which AWS refuses, then AWS's.
    private static final List<String> FUNCTIONS = List.of("""
            string length substring substringBefore substringAfter uppercase lowercase trim pad contains split join match replace
            base64encode base64decode encodeUrl encodeUrlComponent decodeUrl decodeUrlComponent
            number abs floor ceil round power sqrt formatNumber formatBase formatInteger parseInteger sum max min average
            boolean not exists count append sort reverse shuffle distinct zip keys lookup spread merge sift each error assert type
            map filter single reduce now millis fromMillis toMillis partition range hash random uuid parse""".split("\\s+"));

    static final List<String> CONTEXT = List.of("Execution.Id", "Execution.Input", "Execution.Name", "Execution.RoleArn",
            "Execution.StartTime", "Execution.RedriveCount", "State.EnteredTime", "State.Name", "State.RetryCount", "StateMachine.Id",
            "StateMachine.Name", "Task.Token", "Map.Item.Index", "Map.Item.Value", "Map.Item.Key", "Map.Item.Source");

    private static final Pattern WORD = Pattern.compile("[\\w$.\\[\\]*`']*$");
    private static final Pattern STEP = Pattern.compile("\\.?(\\w+|`[^`]+`)|\\['([^']+)'\\]|\\[(\\d+|\\*)\\]");
    private static final Pattern AWKWARD = Pattern.compile("[\"'`\\\\]");
    private static final Pattern SIMPLE = Pattern.compile("[A-Za-z_]\\w*");
    private static final Set<String> HAVE_RESULT = Set.of("Task", "Parallel", "Map");
    private static final Json CAUGHT = Json.Obj.of("Error", Json.of("…"), "Cause", Json.of("…"));

    private final Spot spot;
    private final String word;
    private final int from;
    private final int to;
    private final Optional<Container> state;
    /// The state's field that the cursor stands in, and those inside it.
    private final List<String> fields = new ArrayList<>();
    private final Optional<Sample> sample;
    private final List<Completion> found = new ArrayList<>();

    /// @param typed what stands before the cursor in the value
    DataCompletion(Spot spot, String typed, Map<String, Sample> samples) {
        this.spot = spot;
        Matcher matcher = WORD.matcher(typed);
        word = matcher.find() ? matcher.group() : "";
        to = spot.inString() || !typed.isEmpty() ? spot.from() + typed.length() : spot.to();
        from = to - word.length();
        fields.add(spot.field());
        Container here = spot.container();
        while (!Completion.isState(here) && here.owner().isPresent()) {
            if (here.isObject) fields.addFirst(here.field);
            here = here.owner().get();
        }
        state = Completion.isState(here) ? Optional.of(here) : Optional.empty();
        sample = state.flatMap(found -> Optional.ofNullable(samples.get(found.field)).or(() -> before(found, samples)));
    }

    /// Of a state that has not run yet: what a state that leads to it handed on.
    private static Optional<Sample> before(Container state, Map<String, Sample> samples) {
        return state.owner().stream().flatMap(states -> states.children.values().stream())
                .filter(other -> Stream.of("Next", "Default").anyMatch(field -> other.text(field).filter(state.field::equals).isPresent()))
                .flatMap(other -> Optional.ofNullable(samples.get(other.field)).stream())
                .flatMap(sample -> sample.output().map(output -> new Sample(output, Map.of(), sample.variables(), sample.context())).stream()).findFirst();
    }

    List<Completion> paths(boolean withFunctions) {
        if (word.startsWith("$$.")) members("$$", sample.<Json>map(Sample::context).orElse(null));
        else if (word.startsWith("$.") || word.startsWith("$[")) members("$", data());
        else if (word.startsWith("$") && word.contains(".")) variable();
        else {
            add("$", Kind.PATH, "path.input");
            if (data() instanceof Json.Obj obj) data("$", obj, false);
            variables();
            CONTEXT.forEach(path -> add("$$." + path, Kind.PATH, "path." + path));
            if (withFunctions) INTRINSICS.forEach(name -> add("States." + name + "()", Kind.FUNCTION, "function." + name));
        }
        return found;
    }

    /// The value that `$` is in this field.
    private @Nullable Json data() {
        if (sample.isEmpty()) return null;
        Sample had = sample.get();
        boolean works = state.flatMap(each -> each.text("Type")).filter(type -> HAVE_RESULT.contains(type) || type.equals("Pass")).isPresent();
        return switch (fields.getFirst()) {
            case "InputPath", "ResultPath" -> had.input();
            case "Catch" -> fields.contains("Assign") ? CAUGHT : had.input();
            case "ResultSelector" -> had.after("Result");
            case "Assign" -> works ? had.after("Result") : had.after("InputPath");
            case "OutputPath" -> had.after("ResultPath");
            default -> had.after("InputPath");
        };
    }

    List<Completion> jsonata() {
        boolean hasError = fields.getFirst().equals("Catch");
        boolean hasResult = !hasError && Set.of("Output", "Assign").contains(fields.getFirst())
                && state.flatMap(each -> each.text("Type")).filter(HAVE_RESULT::contains).isPresent();
        if (word.startsWith("$states.input")) members("$states.input", sample.map(Sample::input).orElse(null));
        else if (word.startsWith("$states.result")) members("$states.result", sample.map(had -> had.stages().get("Result")).orElse(null));
        else if (word.startsWith("$states.errorOutput")) members("$states.errorOutput", CAUGHT);
        else if (word.startsWith("$states.context.")) members("$states.context", sample.<Json>map(Sample::context).orElse(null));
        else if (word.contains(".") && !word.startsWith("$states.")) variable();
        if (!found.isEmpty()) return found;
        add("$states.input", Kind.PATH, "path.input");
        if (hasResult) add("$states.result", Kind.PATH, "path.result");
        if (hasError) add("$states.errorOutput", Kind.PATH, "path.errorOutput");
        variables();
        CONTEXT.forEach(path -> add("$states.context." + path, Kind.PATH, "path." + path));
        FUNCTIONS.forEach(name -> add("$" + name + "()", Kind.FUNCTION, "jsonata." + name));
        return found;
    }

    // Variables: those that the state had, and those that are assigned anywhere around.

    private void variables() {
        sample.ifPresent(had -> had.variables().forEach((name, value) -> data("$" + name, value)));
        Container root = spot.container();
        while (root.owner().isPresent()) root = root.owner().get();
        assigned(root).distinct().filter(name -> sample.filter(had -> had.variables().has(name)).isEmpty())
                .forEach(name -> add("$" + name, Kind.PATH, "path.variable"));
    }

    private static Stream<String> assigned(Container container) {
        Stream<String> here = container.field.equals("Assign") && container.isObject
                ? container.members.keySet().stream().map(name -> name.replaceAll("\\.\\$$", "")).filter(name -> SIMPLE.matcher(name).matches()) : Stream.empty();
        return Stream.concat(here, container.children.values().stream().flatMap(DataCompletion::assigned));
    }

    private void variable() {
        String name = word.substring(1, Math.max(1, word.indexOf('.')));
        members("$" + name, sample.map(had -> had.variables().get(name)).orElse(null));
    }

    // Members of data.

    /// The members of what the word names, up to its last point.
    private void members(String root, @Nullable Json value) {
        String path = word.substring(Math.min(root.length(), word.length()));
        int last = Math.max(path.lastIndexOf('.'), 0);
        Json here = value;
        Matcher step = STEP.matcher(path.substring(0, last));
        while (here != null && step.find()) here = step.group(3) != null ? first(here) : inside(here, step.group(1) != null ? step.group(1) : step.group(2));
        String base = root + path.substring(0, last);
        boolean jsonata = root.startsWith("$states") || Completion.language(spot.container()) == QueryLanguage.JSONATA;
        if (jsonata && here instanceof Json.Arr) here = first(here);
        if (here instanceof Json.Obj obj) data(base, obj, jsonata);
    }

    private static @Nullable Json inside(Json json, String name) {
        return json instanceof Json.Obj obj ? obj.get(name.replace("`", "")) : first(json) instanceof Json.Obj obj ? obj.get(name.replace("`", "")) : null;
    }

    private static @Nullable Json first(Json json) {
        return json instanceof Json.Arr arr && arr.size() > 0 ? arr.get(0) : null;
    }

    /// A name that would have to be quoted within quotes is not offered.
    private void data(String base, Json.Obj members, boolean jsonata) {
        members.forEach((name, value) -> {
            if (AWKWARD.matcher(name).find()) return;
            data(base + (SIMPLE.matcher(name).matches() ? "." + name : jsonata ? ".`" + name + "`" : "['" + name + "']"), value);
        });
    }

    private void data(String path, Json value) {
        String shown = value.toString();
        add(path, Kind.DATA, shown.length() <= 40 ? shown : shown.substring(0, 40) + "…");
    }

    private void add(String text, Kind kind, String detail) {
        boolean bare = !spot.inString() && from == to;
        found.add(new Completion(text, kind, bare ? spot.quote() + text + spot.quote() : text, detail, from, to));
    }
}
