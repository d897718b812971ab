package passo.web.executions;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import passo.asl.Definition;
import passo.aws.ExampleInput;
import passo.aws.Reading;
import passo.aws.World;
import passo.aws.messaging.Routing;
import passo.aws.messaging.ScheduleExpression;
import passo.aws.service.Span;
import passo.json.Json;
import passo.json.JsonText;
import passo.store.Alias;
import passo.store.Machine;
import passo.store.Revision;
import passo.store.Version;
import passo.web.Page;
import passo.web.parts.Form;
import passo.web.parts.Sentence;

/// The page from which executions of a machine are started: by hand, many at once, by an event, by a schedule.
public final class StartHandler {

    /// AWS, StartExecution: what may be a name.
    private static final Pattern NAME = Pattern.compile("[^\\s?*<>{}\\[\\]\"#%\\\\^|~`$&,;:/\\p{Cntrl}]{1,80}");
    private static final String ENTRY = """
            {
              "Source": "shop.orders",
              "DetailType": "Order Placed",
              "Detail": {"total": 17}
            }""";

    private final Desk desk;

    public StartHandler(Desk desk) {
        this.desk = desk;
    }

    public void open(Context ctx) {
        Machine machine = desk.machine(ctx);
        String by = Optional.ofNullable(ctx.queryParam("by")).filter(StartView.WAYS::contains).orElse("hand");
        show(ctx, machine, by, fields(ctx, machine), List.of(), List.of());
    }

    public void start(Context ctx) {
        desk.rate().take(ctx);
        Machine machine = desk.machine(ctx);
        switch (Form.field(ctx, "by", 20)) {
            case "many" -> many(ctx, machine);
            case "event" -> event(ctx, machine);
            case "rule" -> rule(ctx, machine);
            case "schedule" -> schedule(ctx, machine);
            case "unschedule" -> {
                Schedules schedules = Schedules.of(desk.monitors().of(machine).schedules());
                desk.monitors().saveSchedules(machine, schedules.without(Form.field(ctx, "schedule", 80)).json());
                to(ctx, machine, "start?by=schedule");
            }
            default -> hand(ctx, machine);
        }
    }

    private void hand(Context ctx, Machine machine) {
        Page page = desk.pages().of(ctx);
        StartView.Fields fields = fields(ctx, machine);
        Operations operations = desk.operations(ctx, machine);
        long seed = seed(fields.seed());
        Optional<Revision> revision = revision(machine, fields.qualifier(), seed);
        Optional<Sentence> problem = !NAME.matcher(fields.name()).matches() ? Optional.of(refused(page, "InvalidName", "Invalid Name: '" + fields.name() + "'"))
                : revision.isEmpty() ? Optional.of(Sentence.of(page, "start.noRevision")) : malformed(page, fields.input());
        if (problem.isPresent()) {
            show(ctx, machine, "hand", fields, List.of(problem.get()), List.of());
            return;
        }
        Operations.Outcome outcome = operations.start(List.of(new Operations.Ask(fields.name(), revision.get(), fields.qualifier(), fields.input(), "",
                operations.monitoring().clock(), seed, "HAND"))).getFirst();
        switch (outcome) {
            case Operations.Outcome.Done(var name) -> to(ctx, machine, "executions/" + encoded(name));
            case Operations.Outcome.Refused(var error, var message) -> show(ctx, machine, "hand", fields, List.of(refused(page, error, message)), List.of());
        }
    }

    private static Optional<Sentence> malformed(Page page, String input) {
        return JsonText.read(input.isBlank() ? "{}" : input) instanceof JsonText.Reading.Malformed(var message, var at)
                ? Optional.of(Sentence.of(page, "start.malformed", at.line(), message)) : Optional.empty();
    }

    static Sentence refused(Page page, String error, String message) {
        String key = "executions.refused." + error;
        return page.messages().has(key) ? Sentence.of(page, key, new Sentence.Part.Code(message))
                : Sentence.of(page, "executions.refused", new Sentence.Part.Code(error), message);
    }

    private void many(Context ctx, Machine machine) {
        Page page = desk.pages().of(ctx);
        StartView.Fields fields = fields(ctx, machine);
        int count = fields.count().matches("\\d{1,3}") ? Integer.parseInt(fields.count()) : 0;
        Optional<List<Json>> inputs = Inputs.of(fields.inputs(), count);
        if (inputs.isEmpty() || !NAME.matcher(fields.prefix() + "-0001").matches()) {
            show(ctx, machine, "many", fields, List.of(inputs.isEmpty() ? Sentence.of(page, "start.inputs")
                    : refused(page, "InvalidName", "Invalid Name: '" + fields.prefix() + "'")), List.of());
            return;
        }
        Operations operations = desk.operations(ctx, machine);
        Duration every = every(fields.every());
        int before = desk.executions().counts(machine.learner(), machine.id()).values().stream().mapToInt(Integer::intValue).sum();
        Instant first = operations.monitoring().clock();
        List<Operations.Ask> asks = new ArrayList<>();
        for (int i = 0; i < inputs.get().size(); i++) {
            long seed = seed(fields.seed()) + i;
            Revision revision = revision(machine, fields.qualifier(), seed).orElseThrow(NotFoundResponse::new);
            asks.add(new Operations.Ask("%s-%04d".formatted(fields.prefix(), before + i + 1), revision, fields.qualifier(), inputs.get().get(i).toString(), "",
                    first.plus(every.multipliedBy(i)), seed, "HAND"));
        }
        operations.start(asks);
        to(ctx, machine, "executions");
    }

    private static Duration every(String text) {
        return StartView.EVERY.contains(text) ? Span.of(text) : Duration.ofMinutes(1);
    }

    private void event(Context ctx, Machine machine) {
        Page page = desk.pages().of(ctx);
        StartView.Fields fields = fields(ctx, machine);
        Operations operations = desk.operations(ctx, machine);
        Revision revision = newest(machine);
        Instant now = operations.monitoring().clock();
        Optional<Routing> routing = routing(fields, Remake.object(revision.world()), now);
        if (routing.isEmpty()) {
            show(ctx, machine, "event", fields, List.of(Sentence.of(page, "start.noEvent")), List.of());
            return;
        }
        List<Operations.Ask> asks = routing.get().sent().stream().filter(sent -> sent.starts(machine.name())).map(sent -> new Operations.Ask(
                text(sent.body(), "Name"), revision, "", text(sent.body(), "Input"), worldWith(fields, revision), now.plus(sent.after()), seed(fields.seed()), "EVENT")).toList();
        if (asks.isEmpty()) {
            show(ctx, machine, "event", fields, List.of(), List.of(told(routing.get(), machine)));
            return;
        }
        Operations.Outcome outcome = operations.start(asks).getFirst();
        if (outcome instanceof Operations.Outcome.Done(var name)) to(ctx, machine, "executions/" + encoded(name));
        else if (outcome instanceof Operations.Outcome.Refused(var error, var message)) show(ctx, machine, "event", fields, List.of(refused(page, error, message)), List.of());
    }

    private static StartView.Event told(Routing routing, Machine machine) {
        return new StartView.Event(JsonText.pretty(routing.event()), routing.rules().stream().map(rule -> new StartView.Judged(rule.name(), rule.matches())).toList(),
                routing.sent().stream().map(sent -> sent.service() + ":" + sent.action()).distinct().toList(), JsonText.pretty(routing.missingRule(machine.name())));
    }

    private static Optional<Routing> routing(StartView.Fields fields, Json.Obj world, Instant now) {
        Json.Obj rules = world.get("events") instanceof Json.Obj events ? events : Json.Obj.EMPTY;
        String account = world.get("account") instanceof Json.Str(var own) ? own : "111122223333";
        long seed = now.toEpochMilli() ^ seed(fields.seed());
        if (fields.kind().equals("object")) {
            if (fields.bucket().isBlank() || fields.key().isBlank()) return Optional.empty();
            return Optional.of(Routing.ofObject(rules, account, fields.bucket(), fields.key(), fields.content().length(),
                    "%032x".formatted(fields.content().hashCode()), now, seed));
        }
        return JsonText.read(fields.entry()) instanceof JsonText.Reading.Value(Json.Obj entry, _) && entry.has("Source") && entry.has("DetailType")
                ? Optional.of(Routing.of(rules, account, entry, now, seed)) : Optional.empty();
    }

    /// The machine finds the object whose arrival starts it, where its world says what there is.
    private static String worldWith(StartView.Fields fields, Revision revision) {
        Json.Obj world = Remake.object(revision.world());
        if (!fields.kind().equals("object") || !(World.parse(world) instanceof Reading.Good<World>(var read)) || !read.orAutomatic().strict()) return "";
        Json.Obj s3 = world.get("s3") instanceof Json.Obj all ? all : Json.Obj.EMPTY;
        Json.Obj bucket = s3.get(fields.bucket()) instanceof Json.Obj objects ? objects : Json.Obj.EMPTY;
        return world.with("s3", s3.with(fields.bucket(), bucket.with(fields.key(), Json.Obj.of("body", Json.of(fields.content()))))).toString();
    }

    private static String text(Json.Obj body, String name) {
        return body.get(name) instanceof Json.Str(var text) ? text : "";
    }

    /// Adds the rule that was missing, as a new revision.
    private void rule(Context ctx, Machine machine) {
        Revision revision = newest(machine);
        Json.Obj world = Remake.object(revision.world());
        Json.Obj events = world.get("events") instanceof Json.Obj own ? own : Json.Obj.EMPTY;
        Json.Obj rules = events.get("rules") instanceof Json.Obj own ? own : Json.Obj.EMPTY;
        String name = Stream.iterate(1, i -> i + 1).map(i -> machine.name() + "-rule-" + i).filter(free -> !rules.has(free)).findFirst().orElseThrow();
        Json.Obj with = world.with("events", events.with("rules", rules.with(name, Remake.object(Form.field(ctx, "rule", 32 << 10)))));
        if (World.parse(with) instanceof Reading.Good<World>) {
            desk.revisions().save(machine.learner(), machine.id(), new Revision(0, revision.definition(), revision.input(), JsonText.pretty(with),
                    revision.logLevel(), revision.logData(), desk.pages().of(ctx).text("start.rule.note", name), Instant.now()));
        }
        show(ctx, machine, "event", fields(ctx, machine), List.of(), List.of());
    }

    private void schedule(Context ctx, Machine machine) {
        Page page = desk.pages().of(ctx);
        StartView.Fields fields = fields(ctx, machine);
        List<Sentence> problems = new ArrayList<>();
        if (!fields.schedule().matches("[0-9a-zA-Z-_.]{1,64}")) problems.add(Sentence.of(page, "start.schedule.name"));
        if (ScheduleExpression.of(fields.expression(), fields.zone()).isEmpty()) {
            problems.add(refused(page, "ValidationException", "Invalid Schedule Expression " + fields.expression() + "."));
        }
        if (!fields.sent().isBlank()) malformed(page, fields.sent()).ifPresent(problems::add);
        if (problems.isEmpty()) {
            Schedules schedules = Schedules.of(desk.monitors().of(machine).schedules());
            desk.monitors().saveSchedules(machine, schedules.with(new Schedules.Schedule(fields.schedule(), fields.expression(), fields.zone(), fields.sent().strip(),
                    desk.monitors().of(machine).clock())).json());
            to(ctx, machine, "start?by=schedule");
            return;
        }
        show(ctx, machine, "schedule", fields, problems, List.of());
    }

    private Revision newest(Machine machine) {
        return desk.revisions().newest(machine.learner(), machine.id()).orElseThrow();
    }

    /// What a version or an alias leads to; chance decides between the versions of an alias.
    private Optional<Revision> revision(Machine machine, String qualifier, long seed) {
        String learner = machine.learner();
        if (qualifier.isEmpty()) return desk.revisions().newest(learner, machine.id());
        int version = qualifier.matches("\\d{1,9}") ? Integer.parseInt(qualifier) : desk.aliases().find(learner, machine.id(), qualifier)
                .map(alias -> alias.version(new SplittableRandom(seed).nextInt(100))).orElse(0);
        return desk.versions().find(learner, machine.id(), version).flatMap(found -> desk.revisions().find(learner, machine.id(), found.revision()));
    }

    private static long seed(String text) {
        return text.matches("-?\\d{1,18}") ? Long.parseLong(text) : text.hashCode();
    }

    private StartView.Fields fields(Context ctx, Machine machine) {
        Revision revision = newest(machine);
        int executions = desk.executions().counts(machine.learner(), machine.id()).values().stream().mapToInt(Integer::intValue).sum();
        String seed = field(ctx, "seed", Integer.toString(executions + 1));
        String sample = revision.input().isBlank() ? Definition.parse(revision.definition(), Definition.Type.valueOf(machine.type())).machine()
                .map(one -> JsonText.pretty(ExampleInput.of(one))).orElse("{}") : revision.input();
        return new StartView.Fields(field(ctx, "name", Operations.name(seed(seed) ^ machine.id().hashCode())), field(ctx, "input", sample), seed, field(ctx, "qualifier", ""),
                field(ctx, "inputs", sample), field(ctx, "count", "30"), field(ctx, "every", "1m"), field(ctx, "prefix", machine.name().substring(0, Math.min(60, machine.name().length()))),
                field(ctx, "kind", "object"), field(ctx, "bucket", "incoming"), field(ctx, "key", "orders/order-1.json"), field(ctx, "content", "{\"total\": 17}"),
                field(ctx, "entry", ENTRY), field(ctx, "schedule", "every-hour"), field(ctx, "expression", "rate(1 hour)"), field(ctx, "zone", ""), field(ctx, "sent", ""));
    }

    private static String field(Context ctx, String name, String otherwise) {
        return ctx.formParam(name) == null ? otherwise : Form.field(ctx, name, 256 << 10);
    }

    private void show(Context ctx, Machine machine, String by, StartView.Fields fields, List<Sentence> refused, List<StartView.Event> event) {
        Page page = desk.pages().of(ctx);
        if (!refused.isEmpty()) ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
        var clock = desk.monitors().of(machine);
        var times = new Times(page, clock.clock());
        List<StartView.ScheduleRow> schedules = Schedules.of(clock.schedules()).all().stream().map(schedule -> new StartView.ScheduleRow(schedule.name(), schedule.expression(),
                schedule.read().flatMap(expression -> expression.due(schedule.since(), clock.clock(), Instant.MAX, 1).stream().findFirst()).map(times::exact).orElse("–"))).toList();
        desk.pages().show(ctx, "executions/start.jte", new StartView(machine.name(), page.to(base(machine)), by, machine.type().equals("EXPRESS"), times.exact(clock.clock()),
                refused, fields, choices(page, machine), event, schedules));
    }

    private List<StartView.Choice> choices(Page page, Machine machine) {
        String learner = machine.learner();
        Stream<StartView.Choice> newest = Stream.of(new StartView.Choice("", page.text("start.newest", newest(machine).number())));
        Stream<StartView.Choice> versions = desk.versions().list(learner, machine.id()).stream().map(Version::number)
                .map(number -> new StartView.Choice(Integer.toString(number), page.text("start.version", number)));
        Stream<StartView.Choice> aliases = desk.aliases().list(learner, machine.id()).stream().map(Alias::name)
                .map(name -> new StartView.Choice(name, page.text("start.alias", name)));
        return Stream.of(newest, versions, aliases).flatMap(all -> all).toList();
    }

    static String base(Machine machine) {
        return "/console/machines/" + machine.id();
    }

    static String encoded(String name) {
        return URLEncoder.encode(name, UTF_8).replace("+", "%20");
    }

    private void to(Context ctx, Machine machine, String path) {
        ctx.redirect(desk.pages().of(ctx).to(base(machine) + "/" + path), HttpStatus.SEE_OTHER);
    }
}
