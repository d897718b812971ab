package passo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import passo.json.Json;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Exercise;
import passo.school.Assignment;
import passo.school.Classroom;
import passo.school.Teacher;
import passo.store.Attempt;
import passo.store.Attempts;
import passo.store.Classrooms;
import passo.store.Members;
import passo.store.Teachers;
import passo.web.RunningServer;
import passo.web.panel.MadeUpClass;

/// The panel of a class: it moves while learners work in their own browsers, leads to what each did and to what many do wrong, by mouse and by keyboard.
class PanelIT extends BrowserTest {

    static final Exercise HELLO = Curriculum.source(false).get().find("ola-estado").orElseThrow();

    static String marta;
    static Teacher teacher;

    @BeforeAll static void becomeATeacher() {
        marta = server.teacher("marta");
        teacher = new Teachers(server.database()).named("marta").orElseThrow();
    }

    @Test void theMatrixMovesWhileTwoLearnersWork() {
        String code = classroom();
        Page panel = visit(teacher(browser), "/en/teach/classes/" + code);
        assertThat(panel.locator("#matrix")).containsText("Nobody has joined yet");
        panel.evaluate("document.body.dataset.same = 'yes'");
        Page ana = join(code, "Ana");
        Page bia = join(code, "Bia");
        assertThat(panel.locator("#matrix")).containsText("Bia");
        assertThat(panel.locator("#matrix a.stone")).hasCount(0);

        answer(ana, HELLO.wrong().get("texto-fixo").answer());
        answer(bia, HELLO.wrong().get("texto-fixo").answer());
        assertThat(cell(panel, "Ana")).hasAttribute("aria-label", Pattern.compile("Ana, Hello, state: now, 1 try"));
        assertThat(panel.locator(".cluster")).containsText("is a fixed text");
        cell(panel, "Ana").focus();
        answer(ana, HELLO.reference());
        assertThat(cell(panel, "Ana")).hasAttribute("data-state", "done");
        assertThat(cell(panel, "Ana")).isFocused();
        assertThat(panel.locator("#panel-said")).hasText("Ana, Hello, state: passed, 3 of 3 stars, 2 tries");
        assertThat(panel.locator("body")).hasAttribute("data-same", "yes");
    }

    @Test void whoStandsStillAppearsAndTheirCellOpensByKeyboard() {
        String code = classroom();
        Page panel = visit(teacher(browser), "/en/teach/classes/" + code);
        String caio = member(code, "Caio");
        attempt(caio, "sem-cifrao", Duration.ofMinutes(8));
        assertThat(panel.locator("#stuck")).containsText("Caio");
        assertThat(cell(panel, "Caio")).hasAttribute("data-state", "stuck");

        cell(panel, "Caio").focus();
        panel.keyboard().press("Enter");
        assertThat(panel).hasURL(Pattern.compile(".*/members/[^/]+/ola-estado"));
        assertThat(panel.locator("h1")).containsText("Caio · Hello, state");
        assertThat(panel.locator("#tests")).containsText("The key does not end in");
        panel.locator("#to-trace").focus();
        panel.keyboard().press("Enter");
        assertThat(panel.locator("#told")).containsText("Succeeded");
        panel.locator(".bar > a").first().click();
        panel.locator("a[href$='/members/" + id(code, "Caio") + "']").click();
        assertThat(panel.locator("h1")).hasText("Caio");
    }

    @Test void whatManyDoWrongIsProjectedWithoutNames() {
        String code = classroom();
        for (String name : List.of("Dora", "Eva", "Fábio")) attempt(member(code, name), "texto-fixo", Duration.ofMinutes(2));
        Page panel = visit(teacher(browser), "/pt-BR/teach/classes/" + code);
        panel.getByText("Projetar explicação").click();
        assertThat(panel.locator("h1")).containsText("é um texto fixo");
        assertThat(panel.locator("main")).not().containsText("Dora");
        panel.getByText("Ver respostas").click();
        assertThat(panel.locator(".sides section")).hasCount(1);
        assertThat(panel.locator(".sides")).containsText("3 pessoas");
    }

    @Test void hiddenNamesStayHiddenWhileThePanelMoves() {
        String code = classroom();
        String gil = member(code, "Gilberta");
        Page panel = visit(teacher(browser), "/pt-BR/teach/classes/" + code);
        panel.locator(".class-head a.button").first().click();
        assertThat(panel).hasURL(Pattern.compile(".*names=hidden"));
        attempt(gil, "texto-fixo", Duration.ofMinutes(1));
        assertThat(panel.locator("#matrix a.stone")).hasCount(1);
        assertThat(panel.content()).doesNotContain("Gilberta");
        panel.locator("#matrix a.stone").click();
        assertThat(panel.content()).doesNotContain("Gilberta");
        panel.locator(".bar > a").first().click();
        assertThat(panel).hasURL(Pattern.compile(".*names=hidden"));
    }

    @Test void aPanelThatReachesNobodySaysSoAndGoesOn() {
        String code = classroom();
        try (var away = TestBrowser.open()) {
            Page panel = visit(teacher(away), "/en/teach/classes/" + code);
            assertThat(panel.locator("#live-badge")).hasText("live");
            panel.context().setOffline(true);
            assertThat(panel.locator("#live-badge")).hasText("not reached, trying again");
            panel.context().setOffline(false);
            member(code, "Hugo");
            assertThat(panel.locator("#matrix")).containsText("Hugo");
            assertThat(panel.locator("#live-badge")).hasText("live");
        }
    }

    @Test void withoutScriptsThePanelIsReloaded() {
        String code = classroom();
        Page panel = visit(teacher(browser.newcomer(new NewContextOptions().setLocale("en").setJavaScriptEnabled(false))), "/en/teach/classes/" + code);
        member(code, "Iara");
        panel.locator(".class-head .unscripted").click();
        assertThat(panel.locator("#matrix")).containsText("Iara");
    }

    /// In a browser of its own: what looks for barriers writes styles, of which the page complains.
    @Test void everybodyCanUseIt() {
        String code = MadeUpClass.of(server.database(), teacher, "Turma", 22, MadeUpClass.plan(11));
        try (var observed = TestBrowser.open()) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                int width = scheme == ColorScheme.LIGHT ? 1440 : 390;
                Page page = teacher(observed.newcomer(new NewContextOptions().setLocale("pt-BR").setColorScheme(scheme).setViewportSize(width, 844)));
                for (String path : pages(page, code)) {
                    visit(page, path);
                    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).as(path + " " + width).isEqualTo(true);
                    assertThat(TestBrowser.barriers(page)).as(path + " " + width).isEmpty();
                }
            }
        }
    }

    @Test void everyTextIsInTheMessageFiles() {
        try (var marked = RunningServer.withMarkedTexts(); var observed = TestBrowser.open()) {
            String cookie = marked.teacher("marta");
            String code = MadeUpClass.of(marked.database(), new Teachers(marked.database()).named("marta").orElseThrow(), "Turma", 12, MadeUpClass.plan(5));
            Page page = as(observed.newcomer(), marked, cookie);
            page.navigate(marked.address() + "/en/teach/classes/" + code);
            for (String path : pages(page, code)) {
                page.navigate(marked.address() + path);
                assertThat(TestBrowser.plainTexts(page)).as(path).isEmpty();
            }
        }
    }

    /// The panel, and a page of each kind that it leads to.
    private static List<String> pages(Page page, String code) {
        String panel = "/pt-BR/teach/classes/" + code;
        if (page.url().equals("about:blank")) visit(page, panel);
        assertThat(page.locator(".cluster")).not().hasCount(0);
        return List.of(panel, panel + "?names=hidden&sort=need", page.locator("#matrix tbody th a").first().getAttribute("href"), page.locator("#matrix a.here").first().getAttribute("href"),
                page.locator(".cluster a.next").getAttribute("href"), page.locator(".cluster a.quiet").first().getAttribute("href"));
    }

    private static String classroom() {
        var classroom = new Classroom(Classroom.newCode(), teacher.id(), "Night", ZoneId.of("America/Sao_Paulo"), Instant.now());
        new Classrooms(server.database()).open(classroom);
        new Classrooms(server.database()).plan(classroom.code(), List.of(new Assignment(HELLO.slug(), Optional.empty())));
        return classroom.code();
    }

    private static Page teacher(TestBrowser of) {
        return teacher(of.newcomer());
    }

    private static Page teacher(Page page) {
        return as(page, server, marta);
    }

    private static Page as(Page page, RunningServer there, String cookie) {
        page.context().addCookies(List.of(new Cookie("teacher", cookie.substring("teacher=".length())).setUrl(there.address())));
        return page;
    }

    private static Page join(String code, String name) {
        Page page = visit(browser.newcomer(), "/en/join/" + code);
        page.locator("#name").fill(name);
        page.locator(".button.next").click();
        assertThat(page.locator("h1")).containsText(name);
        return page;
    }

    /// As the page of the exercise sends it.
    private static void answer(Page learner, Json.Obj answer) {
        var sent = learner.context().request().post(server.address() + "/api/v1/exercises/" + HELLO.slug() + "/attempts",
                RequestOptions.create().setHeader("Content-Type", "application/json").setHeader("Sec-Fetch-Site", "same-origin").setData(answer.toString()));
        assertThat(sent.ok()).isTrue();
    }

    private static String member(String code, String name) {
        return new Members(server.database()).join(code, UUID.randomUUID().toString(), name, Instant.now()).learner().orElseThrow();
    }

    private static String id(String code, String name) {
        return new Members(server.database()).of(code).stream().filter(member -> member.name().equals(name)).findFirst().orElseThrow().id();
    }

    private static void attempt(String learner, String wrong, Duration ago) {
        new Attempts(server.database()).save(new Attempt(UUID.randomUUID().toString(), learner, HELLO.slug(), HELLO.hash(), HELLO.wrong().get(wrong).answer().toString(), 0, "[]",
                Instant.now().minus(ago)));
    }

    private static Locator cell(Page panel, String name) {
        return panel.locator("#matrix tr:has(th:has-text('" + name + "')) a.stone");
    }

    private static Page visit(Page page, String path) {
        page.navigate(server.address() + path);
        return page;
    }
}
