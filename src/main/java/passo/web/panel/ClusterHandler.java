package passo.web.panel;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import passo.json.Json;
import passo.json.JsonText;
import passo.lab.exercise.Exercise;
import passo.lab.grading.Verdict;
import passo.school.Classroom;
import passo.school.Cluster;
import passo.store.Attempt;
import passo.web.Page;
import passo.web.Pages;
import passo.web.Teaching;
import passo.web.exercise.Exercises;
import passo.web.exercise.ResultView;
import passo.web.exercise.Work;
import passo.web.parts.Markdown;
import passo.web.parts.Sentence;
import passo.web.school.ClassHead;

/// Answers that are wrong in the same way: what is wrong with them, for a wall, and their texts. No name stands on either page.
public final class ClusterHandler {

    private static final int BELOW = 2;
    private static final int MOST = 12;

    private final Teaching teaching;
    private final Watched watched;
    private final Faults faults;
    private final Exercises exercises;
    private final Pages pages;

    public ClusterHandler(Teaching teaching, Watched watched, Faults faults, Exercises exercises, Pages pages) {
        this.teaching = teaching;
        this.watched = watched;
        this.faults = faults;
        this.exercises = exercises;
        this.pages = pages;
    }

    /// What is asked for.
    private record Asked(Page page, Look look, String panel, Exercise exercise, Cluster cluster) {

        String address() {
            return panel + "/answers/" + exercise.slug() + "/" + cluster.fault().key();
        }

        Sentence title() {
            return Boards.title(page, exercise);
        }

        String told() {
            return page.text("panel.people", cluster.deeds().size());
        }
    }

    /// What is wrong with them.
    public void wall(Context ctx) {
        Asked asked = asked(ctx);
        Page page = asked.page();
        Attempt attempt = asked.cluster().deeds().stream().flatMap(deed -> faults.latest(deed).stream()).findFirst().orElseThrow(NotFoundResponse::new);
        Optional<ResultView.Row> failed = asked.exercise().kind().isMachine() ? failed(ctx, asked, attempt) : Optional.empty();
        Sentence words = words(asked);
        List<Sentence> found = failed.stream().flatMap(row -> row.findings().stream()).map(ResultView.Found::said).filter(said -> !said.equals(words)).toList();
        pages.show(ctx, "panel/wall.jte", new WallView(asked.look().at(asked.panel()), asked.look().at(asked.address() + "/texts"), asked.title(), asked.told(), words,
                failed.map(ResultView.Row::name).orElse(""), found, failed.stream().flatMap(row -> row.findings().stream()).flatMap(one -> one.differences().stream()).toList(),
                failed.flatMap(ResultView.Row::lost), Markdown.content(asked.exercise().in(page.language().tag()).hints().getFirst(), BELOW)));
    }

    private Optional<ResultView.Row> failed(Context ctx, Asked asked, Attempt attempt) {
        Verdict verdict = exercises.judge(ctx, asked.exercise(), Attempted.answer(attempt));
        return Wrong.failed(new Wrong(asked.page(), asked.exercise()).result(verdict, attempt)).filter(row -> !row.hidden());
    }

    /// The answers themselves; those that are the same to the letter once.
    public void texts(Context ctx) {
        Asked asked = asked(ctx);
        Map<Work, Long> works = asked.cluster().deeds().stream().flatMap(deed -> faults.latest(deed).stream())
                .collect(Collectors.groupingBy(attempt -> work(asked.exercise(), attempt), LinkedHashMap::new, Collectors.counting()));
        List<Map.Entry<Work, Long>> shown = works.entrySet().stream().sorted(Map.Entry.<Work, Long>comparingByValue().reversed()).limit(MOST).toList();
        pages.show(ctx, "panel/texts.jte", new TextsView(asked.look().at(asked.address()), asked.look().at(asked.panel()), asked.title(), asked.told(), words(asked),
                IntStream.range(0, shown.size()).mapToObj(i -> new TextsView.Text(i + 1, asked.page().text("panel.people", shown.get(i).getValue()), shown.get(i).getKey().definition(),
                        shown.get(i).getKey().world())).toList()));
    }

    private static Work work(Exercise exercise, Attempt attempt) {
        Json.Obj answer = Attempted.answer(attempt);
        return switch (exercise.kind()) {
            case BUILD, FIX, HUNT, REFACTOR -> Work.of(exercise, answer);
            case PREDICT, DECIDE -> new Work(JsonText.pretty(answer.has("answers") ? answer.get("answers") : answer), "");
            case TESTS -> new Work(answer.get("tests") instanceof Json.Str(var text) ? text : "", "");
        };
    }

    private Sentence words(Asked asked) {
        return faults.known(asked.page(), asked.cluster().deeds().getFirst()).orElseThrow().words();
    }

    private Asked asked(Context ctx) {
        Classroom classroom = teaching.classroom(ctx);
        var look = Look.of(ctx);
        Page page = pages.of(ctx);
        Exercise exercise = exercises.find(ctx);
        Cluster cluster = Cluster.of(faults.of(ctx, page, watched.deeds().of(classroom.code()), List.of(exercise.slug())).faults()).stream()
                .filter(one -> one.fault().key().equals(ctx.pathParam("key"))).findFirst().orElseThrow(NotFoundResponse::new);
        return new Asked(page, look, ClassHead.of(page, classroom, "").address(), exercise, cluster);
    }
}
