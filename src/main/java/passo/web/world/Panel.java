package passo.web.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import passo.asl.Definition;
import passo.aws.Missing;
import passo.aws.Problem;
import passo.aws.Reading;
import passo.aws.Shape;
import passo.aws.World;
import passo.json.Json;
import passo.json.JsonText;
import passo.json.Notation;
import passo.json.Pointer;
import passo.web.Page;
import passo.web.parts.Form;
import passo.web.parts.ProblemView;
import passo.web.parts.Texts;

/// Shows a world in forms. Made for one page, then dropped.
public final class Panel {

    private static final int MOST = 200;

    private final Asked asked;
    private final Page page;
    private final Json.Obj world;
    private final Map<Pointer, String> problems;
    private final Forms forms;

    private Panel(Asked asked, Json.Obj world, Map<Pointer, String> problems) {
        this.asked = asked;
        this.page = asked.page();
        this.world = world;
        this.problems = problems;
        this.forms = new Forms(page, asked, problems);
    }

    /// The world of a form, or one thing of it.
    ///
    /// @param open a JSON Pointer to the thing; where there is none, the whole is shown
    public static WorldView of(Page page, Form form, String open) {
        return of(page, form, Pointer.parse(open).orElse(Pointer.ROOT), Optional.empty(), "", Map.of());
    }

    static WorldView of(Page page, Form form, Pointer open, Optional<Pointer> focus, String removed, Map<String, String> unread) {
        var texts = new Texts(page);
        Optional<Json.Obj> world = texts.object("world", form.world());
        boolean isThere = world.isPresent() && open.find(world.get()).isPresent() && open.steps().size() > 0;
        var asked = new Asked(page, world.orElse(Json.Obj.EMPTY), isThere ? open : Pointer.ROOT, focus, unread(world.orElse(Json.Obj.EMPTY), unread));
        if (world.isEmpty()) return broken(asked, form, texts.problems());
        return new Panel(asked, world.get(), problems(page, world.get())).view(form, removed);
    }

    /// Of what stands in fields, that which is no value at all: everything else is in the world.
    private static Map<String, String> unread(Json world, Map<String, String> fields) {
        var unread = new HashMap<String, String>();
        fields.forEach((name, text) -> Pointer.parse(name).filter(at -> !at.steps().isEmpty()).ifPresent(at -> {
            Shape shape = Values.shape(world, at);
            if (Values.read(text, at, shape, Values.control(at, at.find(world).orElse(null), shape)) instanceof Values.Read.Malformed) unread.put(name, text);
        }));
        return unread;
    }

    private static WorldView broken(Asked asked, Form form, List<ProblemView> problems) {
        return new WorldView(form.world(), 0, asked.page().to("/world/show"), asked.page().to("/world/show"), "", "", problems, Optional.empty(), List.of(), List.of(),
                new Part.Members(List.of(), List.of()), Optional.empty());
    }

    /// What is wrong with a world, by its place.
    static Map<Pointer, String> problems(Page page, Json world) {
        var problems = new HashMap<Pointer, String>();
        if (World.parse(world) instanceof Reading.Bad<World>(var wrong)) {
            for (Problem problem : wrong) problems.putIfAbsent(problem.at(), page.text(problem.key(), problem.arguments().toArray()));
        }
        return problems;
    }

    private WorldView view(Form form, String removed) {
        var sections = new ArrayList<WorldView.Section>();
        var starters = new ArrayList<WorldView.Starter>();
        World.SHAPE.members().forEach((part, shape) -> {
            if (isScalar(shape)) return;
            WorldView.Section section = section(part, shape);
            if (section.rows().isEmpty()) starters.add(new WorldView.Starter(section.adds(), has("world.part." + part), section.icon(), asked.address("add", Pointer.ROOT.child(part))));
            else sections.add(section);
        });
        int resources = sections.stream().mapToInt(section -> section.rows().size() + section.hidden()).sum();
        return new WorldView(form.world(), resources, page.to("/world/show"), page.to("/world/show?open=" + Part.encoded(asked.open().toString())), asked.focus().map(Part::id).orElse(asked.open().steps().isEmpty() ? "" : "world-back"), removed, elsewhere(),
                needs(form), sections, starters, settings(), asked.open().steps().isEmpty() ? Optional.empty() : Optional.of(opened(asked.open())));
    }

    private static boolean isScalar(Shape shape) {
        return switch (shape) {
            case Shape.Flag _, Shape.Whole _, Shape.Number _, Shape.Share _, Shape.Text _, Shape.Word _ -> true;
            case Shape.Any _, Shape.Items _, Shape.Named _, Shape.Fields _, Shape.Either _ -> false;
        };
    }

    /// What is wrong with names that a world does not know: no field shows them.
    private List<ProblemView> elsewhere() {
        return problems.entrySet().stream().filter(problem -> problem.getKey().steps().size() <= 1
                        && (problem.getKey().steps().isEmpty() || !World.SHAPE.members().containsKey(problem.getKey().steps().getFirst())))
                .map(problem -> new ProblemView("world", 1, 1, 0, 0, "fail", "", problem.getValue(), "", "", "", Optional.empty())).toList();
    }

    private Part.Members settings() {
        return forms.members(Pointer.ROOT, only(world), new Shape.Fields(scalars(), List.of()));
    }

    private static SequencedMap<String, Shape> scalars() {
        var scalars = new LinkedHashMap<String, Shape>();
        World.SHAPE.members().forEach((name, shape) -> {
            if (isScalar(shape)) scalars.put(name, shape);
        });
        return scalars;
    }

    private static Json.Obj only(Json.Obj world) {
        var settings = Json.Obj.builder();
        scalars().keySet().stream().filter(world::has).forEach(name -> settings.put(name, world.get(name)));
        return settings.build();
    }

    private WorldView.Section section(String part, Shape shape) {
        Pointer at = Pointer.ROOT.child(part);
        Json json = world.get(part);
        boolean named = shape instanceof Shape.Named;
        List<WorldView.Row> rows = json == null ? List.of()
                : named && json instanceof Json.Obj all ? all.names().stream().limit(MOST).map(name -> row(at.child(name), name)).toList()
                : List.of(row(at, title(part)));
        return new WorldView.Section(part, title(part), icon(part), rows, named && json instanceof Json.Obj all ? Math.max(0, all.size() - MOST) : 0,
                named ? asked.address("add", at) : "", has("world.one." + part) ? page.text("world.one." + part) : title(part));
    }

    private WorldView.Row row(Pointer at, String name) {
        Json json = at.find(world).orElseThrow();
        return new WorldView.Row(Part.id(at), Part.encoded(at.toString()), name, new Summary(page).of(json, Values.shape(world, at)),
                page.to("/world/show?open=" + Part.encoded(at.toString())), forms.isWrong(at));
    }

    private String title(String part) {
        return has("world.part." + part) ? page.text("world.part." + part) : part;
    }

    private boolean has(String key) {
        return page.messages().has(key);
    }

    static String icon(String part) {
        return switch (part) {
            case "lambda" -> "svc-lambda";
            case "s3", "buckets" -> "svc-bucket";
            case "dynamodb" -> "svc-table";
            case "sqs" -> "svc-queue";
            case "sns" -> "svc-topic";
            case "events" -> "svc-event";
            case "stateMachines" -> "svc-nested";
            case "activities" -> "svc-person";
            case "jobs" -> "svc-batch";
            case "http" -> "svc-http";
            case "roles", "secrets" -> "svc-role";
            case "parameters" -> "list";
            case "services" -> "svc-model";
            case "alarms", "logs", "cloudwatch" -> "svc-log";
            case "mocks" -> "twin";
            case "faults" -> "warn";
            default -> "world";
        };
    }

    private Optional<WorldView.Needs> needs(Form form) {
        if (!(Notation.of(form.definition()).read(form.definition()) instanceof JsonText.Reading.Value(var json, _))) return Optional.empty();
        List<String> names = Definition.parse(form.definition(), form.type()).machine().stream()
                .flatMap(machine -> Missing.of(machine, json, world).values().stream()).flatMap(things -> things.names().stream()).toList();
        return names.isEmpty() ? Optional.empty()
                : Optional.of(new WorldView.Needs(names, world.isEmpty(), asked.address("describe", Pointer.ROOT)));
    }

    private WorldView.Opened opened(Pointer at) {
        Json json = at.find(world).orElseThrow();
        String part = at.steps().getFirst();
        boolean isNamed = at.steps().size() > 1 && Values.shape(world, at.parent()) instanceof Shape.Named;
        Stream<String> allows = part.equals("roles") && json instanceof Json.Obj role ? PolicyWords.of(page, role).stream() : Stream.empty();
        return new WorldView.Opened(Part.id(at), isNamed ? at.steps().getLast() : title(part), has("world.one." + part) ? page.text("world.one." + part) : title(part),
                icon(part), problems.getOrDefault(at, ""), page.to("/world/show?at=" + Part.encoded(at.toString())), isNamed ? asked.address("rename", at) : "", asked.address("remove", at),
                forms.members(at, json, Values.shape(world, at)), part.equals("lambda") && at.steps().size() == 2 ? asked.address("test", at) : "", allows.toList(),
                part.equals("s3") && at.steps().size() == 2 ? asked.address("add", at) : "");
    }
}
