package passo.bench.lesson;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passo.json.Json;
import passo.study.Question;

/// Reads, writes, runs and hands in. Three times a minute the learner runs a machine in the playground and looks at the run; in between,
/// in turn, begins an exercise, hands in a wrong answer, and then a right one or the answer to a question.
final class Learner implements Person {

    private static final Duration BEAT = Duration.ofSeconds(20);
    private static final int LOOKS = 3;

    private final Material material;
    private final Optional<String> classroom;
    private final String name;
    private final String home;
    private final Browser browser;
    private final Pace pace;
    /// What stands in the playground, in a tab of its own.
    private Desk playground;
    private Desk exercise;
    private Material.Task task;

    /// @param classroom the code of the class that the learner joins; empty for none
    /// @param language of the pages, as in their addresses
    Learner(Material material, Optional<String> classroom, String name, String language, Browser browser, Pace pace) {
        this.material = material;
        this.classroom = classroom;
        this.name = name;
        this.home = "/" + language;
        this.browser = browser;
        this.pace = pace;
    }

    @Override public void attend() throws IOException, InterruptedException {
        if (classroom.isPresent()) browser.tell(Ask.JOIN, "/api/v1/classes/" + classroom.get() + "/members", Json.Obj.of("name", Json.of(name)));
        browser.open(Ask.MAP, home + "/learn");
        pace.think(4);
        for (long beat = System.nanoTime(), turn = 0; !pace.isOver(); turn++) {
            if (turn % 3 == 0) begin();
            else if (turn % 3 == 1) handIn(task.wrong());
            else if (pace.perhaps(0.5)) handIn(task.right());
            else answer(pace.any(material.questions()));
            run(turn);
            beat += BEAT.toNanos();
            pace.until(beat);
        }
    }

    private void begin() throws IOException, InterruptedException {
        if (pace.perhaps(0.3)) browser.open(Ask.MAP, home + "/learn");
        task = pace.any(material.tasks());
        exercise = Desk.exercise(browser.open(Ask.EXERCISE, home + "/exercises/" + task.slug()));
        pace.think(3);
        if (pace.perhaps(0.3)) browser.ask(Ask.HINT, exercise.html.attribute("bench", "action") + "/help", Map.of("rung", "1"));
        write(exercise, pace.any(task.wrong()));
    }

    private void handIn(List<String> answers) throws IOException, InterruptedException {
        write(exercise, pace.any(answers));
        Html judged = browser.ask(Ask.ATTEMPT, exercise.html.attribute("bench", "action"), exercise.fields);
        pace.think(2);
        List<Html.Tag> traces = judged.all("href=\"" + home + "/exercises/" + task.slug() + "/tests/");
        if (!traces.isEmpty() && pace.perhaps(0.5)) browser.open(Ask.PLAYGROUND, pace.any(traces).attribute("href"));
    }

    /// Every minute another example; each time one of its states has another name.
    private void run(long turn) throws IOException, InterruptedException {
        if (turn % 3 == 0) {
            playground = Desk.playground(browser.open(Ask.PLAYGROUND, home + "/examples/" + pace.any(material.examples())));
            pace.think(1);
        }
        String text = playground.fields.get("definition");
        String state = text.replaceFirst("(?s).*?\"StartAt\": *\"([^\"]+)\".*", "$1");
        write(playground, text.replace("\"" + state + "\"", "\"" + state.replaceFirst(" \\d+$", "") + " " + pace.below(1_000) + "\""));
        playground.ran.putAll(playground.fields);
        Html run = browser.ask(Ask.RUN, playground.html.attribute("bench", "action"), playground.fields);
        if (!run.attribute("run", "data-step").equals("0")) look(run);
    }

    private void look(Html run) throws IOException, InterruptedException {
        List<String> tabs = run.all("role=\"tabpanel\"").stream().map(tag -> tag.attribute("data-view")).filter(view -> !view.isEmpty()).toList();
        int steps = Integer.parseInt(run.attribute("run", "data-steps"));
        String action = run.attribute("run", "data-action");
        for (int i = 0; i < LOOKS; i++) {
            pace.think(1);
            int step = 1 + pace.below(steps);
            browser.ask(Ask.STEP, action + "?step=" + step + "&part=step", playground.ran);
            Map<String, String> fields = new HashMap<>(playground.ran);
            fields.put("action", action);
            if (i > 0) browser.ask(Ask.TAB, run.attribute("run", "data-views") + pace.any(tabs) + "?step=" + step, fields);
        }
    }

    /// Writes a text with a pause in the midst of a line, and asks what the editor asks meanwhile.
    private void write(Desk desk, String text) throws IOException, InterruptedException {
        int end = 1 + text.indexOf('\n', pace.below(Math.max(1, text.lastIndexOf('\n'))));
        String begun = text.substring(0, Math.max(1, end - 1 - pace.below(6))) + text.substring(end);
        pace.think(1);
        ask(desk, Ask.DIAGRAM, "data-diagram", begun);
        ask(desk, Ask.COMPLETIONS, "data-completions", begun);
        ask(desk, Ask.PROBLEMS, "data-problems", begun);
        pace.think(1);
        desk.fields.put("definition", text);
        ask(desk, Ask.DIAGRAM, "data-diagram", text);
        ask(desk, Ask.PROBLEMS, "data-problems", text);
        browser.ask(Ask.DRAFT, desk.html.attribute("main", "data-draft"), desk.fields);
        pace.think(0.5);
    }

    private void ask(Desk desk, Ask ask, String where, String text) throws IOException, InterruptedException {
        Map<String, String> fields = new HashMap<>(desk.ran);
        fields.putAll(Map.of("text", text, "where", "definition", "cursor", String.valueOf(pace.below(text.length())), "decisions", ""));
        String step = desk.html.attribute("run", "data-step");
        browser.ask(ask, desk.html.attribute("main", where) + (ask == Ask.DIAGRAM && !step.equals("0") ? "?step=" + step : ""), fields);
    }

    private void answer(Question question) throws IOException, InterruptedException {
        String address = home + "/study/questions/" + question.id();
        Html asked = browser.open(Ask.QUESTION, address);
        pace.think(3);
        Map<String, String> answer = new HashMap<>(Map.of("seed", asked.first("name=\"seed\"").map(tag -> tag.attribute("value")).orElse("")));
        List<String> options = question.options().stream().map(Question.Option::id).toList();
        if (question.kind() == Question.Kind.SINGLE) answer.put("option", pace.any(options));
        else for (int i = 0; i < options.size(); i++) answer.put("place." + options.get(i), String.valueOf(i + 1));
        browser.submit(Ask.ANSWER, address, answer);
    }

    /// A tab of the browser with a bench.
    ///
    /// @param fields what stands there
    /// @param ran what ran last
    private record Desk(Html html, Map<String, String> fields, Map<String, String> ran) {

        /// What stands in an exercise is what would be run.
        static Desk exercise(Html html) {
            Map<String, String> fields = html.bench();
            return new Desk(html, fields, fields);
        }

        static Desk playground(Html html) {
            return new Desk(html, html.bench(), html.bench());
        }
    }
}
