package passo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import passo.school.Assignment;
import passo.school.Classroom;
import passo.store.Attempt;
import passo.store.Attempts;
import passo.store.Classrooms;
import passo.store.Members;
import passo.store.Passes;
import passo.web.RunningServer;

/// The plan of a class and its grades.
class GradesIT extends BrowserTest {

    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

    private String cookie;
    private String code;

    @BeforeEach void openAClass() {
        cookie = server.teacher("marta " + UUID.randomUUID());
        code = openAClass(server, cookie);
    }

    @Test void aPlanIsPutTogetherAndSaved() {
        Page page = visit(teacher(server, cookie, desk("en")), "/plan");
        page.locator("[value='path:primeira-aula']").click();
        assertThat(page.locator(".plan-lines > li")).hasCount(4);
        page.locator("#find").fill("arquivo");
        page.locator("[value=find]").click();
        page.getByText("Is the file there?").click();
        page.locator("[value=add]").click();
        assertThat(page.locator(".plan-lines > li").last()).containsText("Is the file there?");
        page.locator("[name=marked]").nth(1).check();
        page.locator("#date").fill("2027-03-31");
        page.locator("[value=date]").click();
        assertThat(page.locator("[name=due]").nth(1)).hasValue("2027-03-31");
        assertThat(page.locator("[name=due]").first()).hasValue("");
        assertThat(new Classrooms(server.database()).plan(code)).isEmpty();
        page.locator("#plan .button.next").click();

        assertThat(page.locator("#plan [role=status]")).containsText("Saved.");
        assertThat(new Classrooms(server.database()).plan(code)).hasSize(5).contains(Assignment.until("leia-o-rastro", LocalDate.of(2027, 3, 31), SAO_PAULO));
    }

    @Test void theKeyboardIsEnough() {
        new Classrooms(server.database()).plan(code, List.of(new Assignment("ola-estado", Optional.empty()), new Assignment("leia-o-rastro", Optional.empty()), new Assignment("dois-ramos", Optional.empty())));
        Page page = visit(teacher(server, cookie, desk("en")), "/plan");
        page.locator("#up-dois-ramos").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".plan-lines > li").nth(1)).containsText("Two branches");
        assertThat(page.locator("#up-dois-ramos")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator(".plan-lines > li").first()).containsText("Two branches");
        assertThat(page.locator("#down-dois-ramos")).isFocused();
        page.locator("#find").focus();
        page.keyboard().press("Enter");

        assertThat(page.locator("#plan [role=status]")).containsText("Saved.");
        assertThat(new Classrooms(server.database()).plan(code)).extracting(Assignment::slug).containsExactly("dois-ramos", "ola-estado", "leia-o-rastro");
    }

    @Test void nothingNeedsScripts() throws IOException {
        Page page = visit(teacher(server, cookie, desk("pt-BR").setJavaScriptEnabled(false)), "pt-BR", "/plan");
        page.locator("[value='path:primeira-aula']").click();
        page.locator("[value='up:pedido-sumiu']").click();
        page.locator("[value='remove:ola-estado']").click();
        assertThat(page.locator(".slab-head .badge")).hasText("ainda não salvo");
        page.locator("#plan .button.next").click();
        assertThat(page.locator("#plan [role=status]")).containsText("Salvo.");
        visit(page, "pt-BR", "/grades");
        page.locator("[value=matrix]").check();
        String file = Files.readString(page.waitForDownload(() -> page.locator("main .button.next").click()).path());

        assertThat(file).startsWith("\uFEFFid;nome;matrícula;e-mail;O pedido que sumiu;Leia o rastro;");
    }

    @Test void aTokenIsShownOnce() {
        Page page = visit(teacher(server, cookie, desk("en")), "/grades");
        page.getByText("Make a token").click();
        String token = page.locator(".new-token").innerText();
        assertThat(server.get("/api/v1/classes/" + code + "/grades.csv", "Authorization", "Bearer " + token).statusCode()).isEqualTo(200);
        visit(page, "/grades");
        assertThat(page.locator(".new-token")).hasCount(0);
        page.getByText("Revoke it").click();

        assertThat(page.getByText("Make a token")).isVisible();
        assertThat(server.get("/api/v1/classes/" + code + "/grades.csv", "Authorization", "Bearer " + token).statusCode()).isEqualTo(401);
    }

    @Test void everyTextIsInTheMessageFiles() {
        try (var marked = RunningServer.withMarkedTexts(); var observed = TestBrowser.open()) {
            String teacher = marked.teacher("marta");
            String there = marked.address() + "/en/teach/classes/" + openAClass(marked, teacher);
            Page page = observed.newcomer();
            page.context().addCookies(List.of(new Cookie("teacher", teacher.substring("teacher=".length())).setUrl(marked.address())));
            page.navigate(there + "/plan");
            assertThat(TestBrowser.plainTexts(page)).isEmpty();
            page.locator("[value='path:primeira-aula']").click();
            page.locator(".plan-lines").waitFor();
            assertThat(TestBrowser.plainTexts(page)).isEmpty();
            page.navigate(there + "/grades");
            assertThat(TestBrowser.plainTexts(page)).isEmpty();
        }
    }

    /// In a browser of its own: what looks for barriers writes styles, of which the page complains.
    @Test void everybodyCanUseIt() {
        try (var observed = TestBrowser.open()) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                int width = scheme == ColorScheme.LIGHT ? 1440 : 390;
                Page page = observed.newcomer(new NewContextOptions().setLocale("pt-BR").setViewportSize(width, 844).setColorScheme(scheme));
                page.context().addCookies(List.of(new Cookie("teacher", cookie.substring("teacher=".length())).setUrl(server.address())));
                visit(page, "pt-BR", "/plan");
                isOpenToAll(page);
                page.locator("[value='path:primeira-aula']").click();
                page.locator("#date").fill("2027-03-31");
                page.locator("[value=date]").click();
                page.locator("#no-date").waitFor();
                page.locator(".choices summary").first().click();
                isOpenToAll(page);
                visit(page, "pt-BR", "/grades").locator("form[action$='/token'] button").click();
                page.locator(".new-token").waitFor();
                isOpenToAll(page);
            }
        }
    }

    private static void isOpenToAll(Page page) {
        assertThat(TestBrowser.barriers(page)).isEmpty();
        assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isTrue();
        assertThat(page.locator(".button.next").count()).isLessThanOrEqualTo(1);
    }

    private static NewContextOptions desk(String locale) {
        return new NewContextOptions().setLocale(locale).setViewportSize(1440, 900);
    }

    private static Page teacher(RunningServer server, String cookie, NewContextOptions options) {
        Page page = browser.newcomer(options);
        page.context().addCookies(List.of(new Cookie("teacher", cookie.substring("teacher=".length())).setUrl(server.address())));
        return page;
    }

    private Page visit(Page page, String path) {
        return visit(page, "en", path);
    }

    private Page visit(Page page, String language, String path) {
        page.navigate(server.address() + "/" + language + "/teach/classes/" + code + path);
        return page;
    }

    /// With somebody in it who has passed an exercise.
    private static String openAClass(RunningServer server, String cookie) {
        var classroom = new Classroom(Classroom.newCode(), new Passes(server.database()).teacher(Passes.Kind.SESSION, cookie.substring("teacher=".length()), Instant.now()).orElseThrow().id(), "Turma da noite", SAO_PAULO, Instant.now());
        new Classrooms(server.database()).open(classroom);
        new Members(server.database()).join(classroom.code(), "learner of " + classroom.code(), "Ana Conceição", Instant.now());
        new Attempts(server.database()).save(new Attempt(UUID.randomUUID().toString(), "learner of " + classroom.code(), "ola-estado", "hash", "{}", 3, "[]", Instant.now()));
        return classroom.code();
    }
}
