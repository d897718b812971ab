package passo.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import passo.engine.items.Csv;

/// What a class does in one lesson, in browsers and without, and its grades as its teacher's file has them.
final class Lesson {

    /// In the order of the path for a first class.
    static final List<String> EXERCISES = List.of("ola-estado", "leia-o-rastro", "pedido-sumiu", "lab-tres-lambdas");

    private static final String FIRST_ANSWER = Pupil.text("ola-estado/solutions/reference.asl.json");

    private Lesson() {}

    /// @param servers as the pupil of this number asks them
    static List<Pupil> pupils(int count, IntFunction<List<String>> servers, Runnable acknowledged) {
        return IntStream.range(0, count).mapToObj(number -> new Pupil("Pupil %02d".formatted(number), servers.apply(number), acknowledged)).toList();
    }

    /// All of them at once: they join, write, ask for a hint, and hand in what does not pass and what does. Every second one gets no further than that.
    static void learn(List<Pupil> pupils, String code) {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < pupils.size(); i++) {
                Pupil pupil = pupils.get(i);
                boolean further = i % 2 == 0;
                all.add(people.submit(() -> learn(pupil, code, further)));
            }
            for (Future<?> one : all) one.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void learn(Pupil pupil, String code, boolean further) {
        pupil.join(code);
        pupil.draft("ola-estado", "{\"StartAt\": \"%s\"}".formatted(pupil.name()));
        pupil.attempt("ola-estado", "wrong/texto-fixo.asl.json");
        pupil.hint("ola-estado");
        pupil.draft("ola-estado", FIRST_ANSWER.replace("\"StartAt\"", "\"Comment\": \"%s\", \"StartAt\"".formatted(pupil.name())));
        pupil.attempt("ola-estado", "solutions/reference.asl.json");
        pupil.attempt("leia-o-rastro", "wrong/um-passo-de-menos.answers.json");
        if (!further) return;
        pupil.attempt("leia-o-rastro", "solutions/reference.answers.json");
        pupil.hint("pedido-sumiu");
        pupil.hint("pedido-sumiu");
        pupil.attempt("pedido-sumiu", "wrong/so-o-primeiro.asl.json");
        pupil.attempt("pedido-sumiu", "solutions/reference.asl.json");
    }

    /// Joins a class in a browser.
    static void join(Page page, String server, String code, String name) {
        page.navigate(server + "/en/join/" + code.toLowerCase().replace("-", ""));
        page.locator("#name").fill(name);
        page.locator("form .button.next").click();
        page.waitForURL("**/join/" + code + "**");
    }

    /// Opens an exercise that a machine is written for.
    static void open(Page page, String server, String slug) {
        page.navigate(server + "/en/exercises/" + slug);
        page.locator("body[data-ready=yes]").waitFor();
    }

    static void write(Page page, String text) {
        page.locator("#panel-definition .cm-content").click();
        page.keyboard().press("Control+a");
        page.keyboard().insertText(text);
    }

    static void handIn(Page page, String answer) {
        write(page, Pupil.text(answer));
        page.keyboard().press("Control+Enter");
    }

    /// The rows of the long file by name and exercise, each cell by its column.
    static Map<String, Map<String, String>> grades(String file) {
        var rows = new Csv(file, ',');
        List<String> columns = rows.next();
        var grades = new LinkedHashMap<String, Map<String, String>>();
        while (rows.hasNext()) {
            List<String> cells = rows.next();
            var row = new LinkedHashMap<String, String>();
            for (int i = 0; i < columns.size(); i++) row.put(columns.get(i), cells.get(i));
            grades.put(row.get("name") + " " + row.get("exercise"), row);
        }
        return grades;
    }
}
