package passo.aws.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import passo.asl.catalogue.Resource;
import passo.aws.automatic.AutomaticMock;
import passo.aws.service.Request;
import passo.json.Json;

/// A job that was started. What it is depends on when one asks.
final class Job {

    private static final Duration LONGEST_PENDING = Duration.ofSeconds(15);
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)\\}");
    private static final Pattern OF_THE_END = Pattern.compile("End|Complet|Stop|Finish|Terminat");
    private static final Pattern OF_THE_BEGINNING = Pattern.compile("Start|Began|Begin|Ready");
    private static final Pattern OF_THE_LAST_CHANGE = Pattern.compile("Last|Updat|Modif");

    final Kind kind;
    final String id;
    final Plan plan;
    private final Request started;
    private final String account;
    private final Duration duration;
    private Optional<Instant> stopped = Optional.empty();

    /// @param started the request that started it
    Job(Kind kind, String id, Plan plan, Request started, String account) {
        this.kind = kind;
        this.id = id;
        this.plan = plan;
        this.started = started;
        this.account = account;
        duration = plan.after(kind);
    }

    Duration duration() {
        return duration;
    }

    /// Of which execution a state waits for it; nothing where none does.
    Optional<String> waiting() {
        return switch (started.resource().pattern()) {
            case SYNC, SYNC_2 -> Optional.of(started.call().executionArn());
            case REQUEST_RESPONSE, WAIT_FOR_TASK_TOKEN -> Optional.empty();
        };
    }

    boolean isCalled(String name) {
        return id.equals(name) || id.endsWith("/" + name);
    }

    /// Ends it before its time; in vain where it has ended.
    void stop(Instant now) {
        if (!phase(now).isEnd()) stopped = Optional.of(now);
    }

    Phase phase(Instant now) {
        if (stopped.isPresent()) return Phase.STOPPED;
        if (!now.isBefore(ended())) return plan.end();
        return now.isBefore(begun()) ? Phase.PENDING : Phase.RUNNING;
    }

    Instant ended() {
        return stopped.orElse(started.at().plus(duration));
    }

    private Instant begun() {
        Duration tenth = duration.dividedBy(10);
        return started.at().plus(tenth.compareTo(LONGEST_PENDING) < 0 ? tenth : LONGEST_PENDING);
    }

    /// A text of `kinds.yaml` or a value made of such, as it is for this job.
    ///
    /// @param sdk is it written for an SDK integration?
    Json fill(Json template, Instant now, boolean sdk) {
        return switch (template) {
            case Json.Obj obj -> {
                var filled = Json.Obj.builder();
                obj.forEach((name, value) -> filled.put(name, fill(value, now, sdk)));
                yield filled.build();
            }
            case Json.Arr arr -> new Json.Arr(arr.items().stream().map(item -> fill(item, now, sdk)).toList());
            case Json.Str(var text) -> switch (text) {
                case "{document}" -> description(now, sdk);
                case "{created}" -> Json.of(started.at().toEpochMilli());
                case "{started}" -> Json.of(begun().toEpochMilli());
                case "{ended}" -> Json.of(ended().toEpochMilli());
                default -> Json.of(PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(word(place.group(1)))));
            };
            case Json other -> other;
        };
    }

    private String word(String name) {
        return switch (name) {
            case "id" -> id;
            case "account" -> account;
            default -> word(started, name);
        };
    }

    /// What a request says, or the name in the ARN that it says.
    static String word(Request request, String name) {
        String text = request.text(name);
        return text.isEmpty() ? "default" : text.startsWith("arn:") ? text.substring(text.lastIndexOf('/') + 1) : text;
    }

    /// What AWS says of it, in the form in which the integration gives it.
    Json description(Instant now, boolean sdk) {
        Phase phase = phase(now);
        Json described = Json.Obj.EMPTY;
        if (!kind.asking().action().isEmpty()) {
            Resource.Service own = started.resource();
            var asking = new Resource.Service(own.arn(), sdk, sdk || own.sdk() ? kind.service() : own.service(), kind.asking().action(),
                    Resource.Pattern.REQUEST_RESPONSE);
            described = AutomaticMock.description(asking, kind.asking().document(), started.body(), member -> date(member, now, sdk));
        }
        described = overlaid(overlaid(described, fill(kind.described(), now, sdk)), fill(kind.phases().get(phase), now, sdk));
        return phase == plan.end() ? overlaid(described, plan.description()) : described;
    }

    /// The instant that a member of the description is about; nothing where it has not come.
    private Optional<Json> date(String member, Instant now, boolean sdk) {
        Phase phase = phase(now);
        Instant latest = phase.isEnd() ? ended() : phase == Phase.RUNNING ? begun() : started.at();
        Optional<Instant> at = OF_THE_LAST_CHANGE.matcher(member).find() ? Optional.of(latest)
                : OF_THE_END.matcher(member).find() ? Optional.of(ended()).filter(_ -> phase.isEnd())
                : OF_THE_BEGINNING.matcher(member).find() ? Optional.of(begun()).filter(_ -> phase != Phase.PENDING)
                : Optional.of(started.at());
        return at.map(instant -> sdk ? Json.of(instant.toString()) : Json.of(instant.toEpochMilli()));
    }

    /// The one with what the other has: objects and lists place by place, all else as the other says.
    private static Json overlaid(Json under, Json over) {
        if (under instanceof Json.Obj below && over instanceof Json.Obj above) {
            var both = Json.Obj.builder().putAll(below);
            above.forEach((name, value) -> both.put(name, below.has(name) ? overlaid(below.get(name), value) : value));
            return both.build();
        }
        if (!(under instanceof Json.Arr below && over instanceof Json.Arr above)) return over;
        List<Json> items = new ArrayList<>(below.items());
        for (int i = 0; i < above.size(); i++) {
            if (i < items.size()) items.set(i, overlaid(items.get(i), above.get(i)));
            else items.add(above.get(i));
        }
        return new Json.Arr(items);
    }
}
