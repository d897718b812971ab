package passo.aws.jobs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import passo.asl.catalogue.SdkCatalogue;
import passo.aws.service.Actions;
import passo.aws.service.Api;
import passo.aws.service.Ledger;
import passo.aws.service.Request;
import passo.aws.service.Script;
import passo.engine.Agenda;
import passo.engine.Call;
import passo.engine.Reply;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// The jobs of one run.
public final class Jobs {

    private static final Pattern CHANCE = Pattern.compile("\\{(hex|lower|upper|digits)(\\d+)\\}|\\{uuid\\}");
    private static final Map<String, String> LETTERS = Map.of("hex", "0123456789abcdef", "lower", "0123456789abcdefghijklmnopqrstuvwxyz",
            "upper", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", "digits", "0123456789");
    private static final Pattern MEMBER = Pattern.compile("\\{([A-Z]\\w*)\\}");

    private final String account;
    private final Ledger ledger;
    private final BiFunction<Call, Json, Json> filled;
    private final SequencedMap<String, Actions> services = new LinkedHashMap<>();
    private final List<Job> jobs = new ArrayList<>();
    private final Map<String, Script> scripts = new HashMap<>();
    private Json.Obj described;

    /// @param described what a world says of them, by the call that starts them
    /// @param filled an automatic answer with what the machine goes on to read
    public Jobs(Json.Obj described, String account, Ledger ledger, BiFunction<Call, Json, Json> filled) {
        this.account = account;
        this.ledger = ledger;
        this.filled = filled;
        change(described);
        Kind.all().stream().collect(Collectors.groupingBy(Kind::service, LinkedHashMap::new, Collectors.toList()))
                .forEach((service, kinds) -> services.put(service, actions(kinds)));
    }

    private Actions actions(List<Kind> kinds) {
        var actions = new Actions(Api.STATES, ledger);
        for (Kind kind : kinds) {
            actions.with(kind.action(), Actions.Effect.STARTS, (request, agenda) -> start(kind, request, agenda));
            if (!kind.asking().action().isEmpty()) actions.with(kind.asking().action(), Actions.Effect.READS, (request, agenda) -> ask(kind, request, agenda));
            if (!kind.stopping().action().isEmpty()) actions.with(kind.stopping().action(), Actions.Effect.DELETES, (request, agenda) -> stop(kind, request, agenda));
        }
        return actions;
    }

    /// What can be asked of them, by the name that the AWS SDK for Java 2 gives the service.
    public SequencedMap<String, Actions> services() {
        return services;
    }

    /// The world says something else of jobs that are started from now on.
    public void change(Json.Obj described) {
        this.described = described;
        scripts.clear();
        described.forEach((start, plans) -> Plan.script((Json.Obj) plans).ifPresent(script -> scripts.put(start, script)));
    }

    /// The answer to a request that is about jobs; empty where it is about none that is known.
    public Optional<Reply> answer(Request request, Agenda agenda) {
        return SdkCatalogue.called(request.resource()).flatMap(service -> Optional.ofNullable(services.get(service.name())))
                .flatMap(actions -> actions.answer(request, agenda));
    }

    /// An execution has ended. AWS: the job that one of its states still waits for is stopped.
    public void ended(String executionArn, Instant now) {
        jobs.stream().filter(job -> job.waiting().filter(executionArn::equals).isPresent()).forEach(job -> job.stop(now));
    }

    private Optional<Reply> start(Kind kind, Request request, Agenda agenda) {
        Plan plan = plan(kind, request);
        if (plan.thrown().isPresent()) return Optional.of(new Reply.After(Api.USUAL, plan.thrown().get(), false));
        var job = new Job(kind, id(kind, request), plan, request, account);
        jobs.add(job);
        Json answer = completed(job, request, job.fill(kind.answer(), agenda.now(), request.sdk()));
        ledger.changed(request, job.id, answer);
        Json shown = Api.shown(request, answer, ledger);
        boolean automatic = !plan.isScripted();
        return Optional.of(switch (request.resource().pattern()) {
            case REQUEST_RESPONSE -> new Reply.After(Api.USUAL, new Outcome.Success(shown), automatic);
            case WAIT_FOR_TASK_TOKEN -> new Reply.Waiting(Api.USUAL, shown, automatic);
            case SYNC, SYNC_2 -> new Reply.Job(Api.USUAL, shown, job.duration(), outcome(job, request), automatic);
        });
    }

    private Outcome outcome(Job job, Request request) {
        Json result = job.fill(job.kind.result(), job.ended(), request.sdk());
        return job.plan.end() == Phase.FAILED ? job.plan.failure(result) : new Outcome.Success(completed(job, request, result));
    }

    /// AWS tells more of a job than is told here; what nobody described has at least what is read of it.
    private Json completed(Job job, Request request, Json answer) {
        return job.plan.isScripted() ? answer : filled.apply(request.call(), answer);
    }

    private Plan plan(Kind kind, Request request) {
        String start = List.of(request.resource().service() + ":" + kind.action(), kind.service() + ":" + kind.action()).stream()
                .filter(described::has).findFirst().orElse("");
        Optional<Json.Obj> chosen = Optional.ofNullable(scripts.get(start))
                .flatMap(script -> script.answer(request.body(), request.call().attempt())).map(answer -> (Json.Obj) answer.value());
        return chosen.or(() -> described.get(start) instanceof Json.Obj plan ? Optional.of(plan) : Optional.empty()).map(Plan::new).orElse(Plan.NONE);
    }

    private String id(Kind kind, Request request) {
        String made = CHANCE.matcher(kind.id()).replaceAll(place -> place.group(1) == null ? ledger.uuid()
                : chance(LETTERS.get(place.group(1)), Integer.parseInt(place.group(2))));
        return MEMBER.matcher(made).replaceAll(place -> Matcher.quoteReplacement(Job.word(request, place.group(1)))).replace("{account}", account);
    }

    private String chance(String letters, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) text.append(letters.charAt((int) (ledger.number() % letters.length())));
        return text.toString();
    }

    /// Jobs of other kinds may be asked about in the same way.
    private Optional<Reply> ask(Kind kind, Request request, Agenda agenda) {
        Json asked = request.body().get(kind.asking().by());
        List<Job> found = found(kind, asked, kind.asking());
        if (found.isEmpty()) return Optional.empty();
        List<Json> descriptions = found.stream().map(job -> job.description(agenda.now(), request.sdk())).toList();
        String member = kind.asking().document();
        Json answer = member.isEmpty() ? descriptions.getFirst()
                : Json.Obj.of(member, asked instanceof Json.Arr ? new Json.Arr(descriptions) : descriptions.getFirst());
        Job first = found.getFirst();
        // While it is at work, what the machine would like to read must not hide how it stands.
        Json told = first.phase(agenda.now()).isEnd() ? completed(first, request, answer) : answer;
        return Optional.of(new Reply.After(Api.USUAL, new Outcome.Success(Api.shown(request, told, ledger)), !first.plan.isScripted()));
    }

    /// What the service answers to that, nobody needs to know.
    private Optional<Reply> stop(Kind kind, Request request, Agenda agenda) {
        found(kind, request.body().get(kind.stopping().by()), kind.stopping()).forEach(job -> job.stop(agenda.now()));
        return Optional.empty();
    }

    private List<Job> found(Kind kind, @Nullable Json asked, Kind.Asking asking) {
        List<Json> names = asked instanceof Json.Arr arr ? arr.items() : asked == null ? List.of() : List.of(asked);
        return names.stream().map(name -> name instanceof Json.Str(var text) ? latest(kind, text, asking) : null).filter(Objects::nonNull).toList();
    }

    private @Nullable Job latest(Kind kind, String name, Kind.Asking asking) {
        return jobs.reversed().stream().filter(job -> job.kind.service().equals(kind.service())
                && (job.kind.asking().equals(asking) || job.kind.stopping().equals(asking)) && job.isCalled(name)).findFirst().orElse(null);
    }
}
