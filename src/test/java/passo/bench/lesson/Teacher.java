package passo.bench.lesson;

import java.io.IOException;
import java.util.Map;

/// Has the panel of a class open, which asks every other second whether something is new.
final class Teacher implements Person {

    private static final String CLASSES = "/en/teach/classes";
    private static final double POLL = 2;

    private final Browser browser;
    private final Pace pace;
    private final String phrase;
    private final String classroom;

    /// @param phrase of the owner, who teaches the class
    Teacher(String phrase, String classroom, Browser browser, Pace pace) {
        this.browser = browser;
        this.pace = pace;
        this.phrase = phrase;
        this.classroom = classroom;
    }

    /// Opens a class for a lesson.
    ///
    /// @return its code
    static String open(String phrase, Browser browser) throws IOException, InterruptedException {
        enter(phrase, browser);
        Html people = browser.submit(Ask.PANEL, CLASSES, Map.of("name", "A lesson", "zone", "America/Sao_Paulo"));
        return people.first("href=\"" + CLASSES + "/").orElseThrow(() -> new IllegalStateException("The phrase is not the owner's"))
                .attribute("href").replaceFirst(CLASSES + "/([^/?]+).*", "$1");
    }

    private static void enter(String phrase, Browser browser) throws IOException, InterruptedException {
        browser.submit(Ask.ENTER, "/en/admin/enter", Map.of("password", phrase));
    }

    @Override public void attend() throws IOException, InterruptedException {
        enter(phrase, browser);
        String poll = browser.open(Ask.PANEL, CLASSES + "/" + classroom).attribute("poll", "hx-get");
        while (!pace.isOver()) {
            pace.think(POLL);
            Html news = browser.look(Ask.LIVE, poll);
            if (!news.text().isEmpty()) poll = news.attribute("poll", "hx-get");
        }
    }
}
