package passo.web.exercise;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import passo.json.Json;
import passo.lab.grading.Finding;
import passo.lab.grading.Likeness;
import passo.web.Page;
import passo.web.exercise.ResultView.Difference;
import passo.web.exercise.ResultView.Found;
import passo.web.parts.JsonLine;
import passo.web.parts.JsonLines;
import passo.web.parts.Sentence;
import passo.web.parts.Units;

/// What a test found, in the words of a page.
public final class Findings {

    private static final int DEEP = 6;
    private static final int LONGEST_CAUSE = 160;

    private final Page page;
    private final Units units;

    public Findings(Page page) {
        this.page = page;
        this.units = new Units(page.language().locale());
    }

    public Found tell(Finding finding) {
        return switch (finding.kind()) {
            case OUTPUT -> compared("output", finding);
            case WORLD -> compared("world", finding);
            case EFFECTS -> effects(list(finding.expected()), list(finding.got()));
            case CALLS -> calls(finding);
            case STATUS -> plain(status(finding));
            case ROLES -> plain(roles(finding));
            case TOO_FAR -> plain(say("tooFar"));
            case ERROR -> plain(say("error", names(finding.expected()), code(finding.got())));
            case CAUSE -> plain(say("cause", code(finding.expected()), code(finding.got())));
            case FAILED_AT -> plain(text(finding.got()).isEmpty() ? say("failedAtNone", code(finding.expected())) : say("failedAt", code(finding.expected()), code(finding.got())));
            case VISITED -> plain(say("visited", names(finding.expected()), names(finding.got())));
            case IN_ORDER -> plain(say("inOrder", names(finding.expected()), names(finding.got())));
            case NEVER -> plain(say("never", code(finding.got())));
            case TRANSITIONS -> plain(say(finding.expected().equals(Json.of(1)) ? "transition" : "transitions", finding.expected(), finding.got()));
            case DURATION -> plain(say("duration", time(list(finding.expected()).getFirst()), time(list(finding.expected()).getLast()), time(finding.got())));
            case LOGS -> plain(say("logs", code(finding.expected()), finding.got()));
            case NOT_IN_LOGS -> plain(say("notInLogs", code(finding.expected()), code(finding.got())));
            case ALARMS -> plain(alarm((Json.Obj) finding.expected(), text(finding.got())));
            case ALLOWED -> plain(allowed(finding));
        };
    }

    /// A role is missing, something beside the machine cannot be read, or AWS would not make the machine with them.
    private Sentence roles(Finding finding) {
        return switch (finding.got()) {
            case Json.Str(var refused) -> say("roles", refused);
            case Json.Obj problem -> say("rolesUnread", code(problem.get("at")),
                    page.text(text(problem.get("key")), list(problem.get("arguments")).stream().map(Findings::text).toArray()));
            case Json _ -> say("rolesMissing", names(finding.expected()));
        };
    }

    private Found compared(String what, Finding finding) {
        List<JsonLine> whole = finding.kind() == Finding.Kind.OUTPUT ? JsonLines.of(finding.got(), DEEP) : List.of();
        return new Found(say(what), page.text("exercise.caption." + what), Differences.of(page, finding.mismatches()), whole);
    }

    private Sentence status(Finding finding) {
        var got = (Json.Obj) finding.got();
        String error = text(got.get("error"));
        if (error.isEmpty()) return say("status", names(finding.expected()), code(got.get("status")));
        String cause = text(got.get("cause"));
        return say("statusError", names(finding.expected()), code(got.get("status")), code(error),
                cause.length() <= LONGEST_CAUSE ? cause : cause.substring(0, LONGEST_CAUSE) + "…");
    }

    /// What a role is asked: who may assume it, or what it may do.
    private Sentence allowed(Finding finding) {
        var asked = (Json.Obj) finding.got();
        boolean wanted = finding.expected().equals(Json.TRUE);
        String principal = text(asked.get("principal"));
        if (!principal.isEmpty()) return say(wanted ? "trusts" : "trustsToo", code(asked.get("role")), code(principal));
        return say(wanted ? "allows" : "allowsToo", code(asked.get("role")), code(asked.get("action")), code(asked.get("resource")));
    }

    private Sentence alarm(Json.Obj expected, String state) {
        String name = expected.name(0);
        return state.isEmpty() ? say("alarmMissing", code(name)) : say("alarm", code(name), code(expected.get(name)), code(state));
    }

    private Found calls(Finding finding) {
        var got = (Json.Obj) finding.got();
        Sentence.Part name = code(got.get("name"));
        List<Json> requests = list(got.get("requests"));
        if (finding.mismatches().isEmpty()) return plain(say("calls", name, finding.expected(), requests.size()));
        return new Found(say("callsWith", name), page.text("exercise.caption.request"), Differences.of(page, finding.mismatches()), List.of());
    }

    /// What was to be left behind, beside what was: each once, what is on both sides left out.
    private Found effects(List<Json> expected, List<Json> got) {
        var left = new ArrayList<>(got);
        var rows = new ArrayList<Difference>();
        for (Json effect : expected) {
            Json same = left.stream().filter(one -> Likeness.subset(effect, one).isEmpty()).findFirst().orElse(null);
            if (same != null) {
                left.remove(same);
                continue;
            }
            Json alike = left.stream().filter(one -> name(one).equals(name(effect))).findFirst().orElse(null);
            if (alike == null) {
                rows.add(new Difference("del", name(effect), detail(effect), "", page.text("exercise.diff.missing")));
            } else {
                left.remove(alike);
                rows.addAll(Differences.of(page, Likeness.subset(detailOf(effect), detailOf(alike))).stream()
                        .map(row -> new Difference(row.css(), name(effect) + " · " + row.place(), row.expected(), row.got(), row.word())).toList());
            }
        }
        for (Json effect : left) rows.add(new Difference("add", name(effect), "", detail(effect), page.text("exercise.diff.extra")));
        String what = !rows.isEmpty() ? expected.isEmpty() ? "effectsNone" : "effects" : "effectsOrder";
        return new Found(say(what, expected.size(), got.size()), page.text("exercise.caption.effects"), List.copyOf(rows), List.of());
    }

    private static String name(Json effect) {
        return effect instanceof Json.Obj obj ? text(obj.get("kind")) + " " + text(obj.get("resource")) : effect.toString();
    }

    private static String detail(Json effect) {
        return Differences.shortly(detailOf(effect));
    }

    private static Json detailOf(Json effect) {
        return effect instanceof Json.Obj obj && obj.has("detail") ? obj.get("detail") : Json.Obj.EMPTY;
    }

    private Found plain(Sentence sentence) {
        return new Found(sentence, "", List.of(), List.of());
    }

    private Sentence say(String what, Object... arguments) {
        return Sentence.of(page, "exercise.found." + what, arguments);
    }

    private String time(Json duration) {
        return units.duration(Duration.parse(text(duration)));
    }

    private static Sentence.Part code(Json json) {
        return code(text(json));
    }

    private static Sentence.Part code(String text) {
        return new Sentence.Part.Code(text);
    }

    private static Sentence.Part names(Json list) {
        return code(list(list).stream().map(Findings::text).collect(Collectors.joining(", ")));
    }

    private static List<Json> list(Json json) {
        return json instanceof Json.Arr arr ? arr.items() : List.of();
    }

    private static String text(Json json) {
        return json instanceof Json.Str(var text) ? text : json == null ? "" : json.toString();
    }
}
