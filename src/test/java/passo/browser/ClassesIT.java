package passo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import passo.school.Assignment;
import passo.store.Classrooms;
import passo.web.RunningServer;

/// A teacher opens a class and keeps its people; learners join it in browsers of their own.
class ClassesIT extends BrowserTest {

    static final String LIST = """
            Matrícula;Nome;Turma;E-mail
            20260017;Araci Conceição de Souza;3º B;araci@escola.example
            20260018;Ubiratã D'Ávila Neto;3º B;
            ;;3º B;sem-nome@escola.example
            """;

    static String marta;

    @BeforeAll static void signIn() {
        marta = pass(server);
    }

    @Test void twoLearnersJoinInBrowsersOfTheirOwnByCodeAndByLink() {
        Page teacher = teacher("pt-BR");
        String code = open(teacher, "pt-BR", "Turma da noite");
        assertThat(teacher.locator("h1")).hasText("Turma da noite");
        assertThat(teacher.locator(".qr")).hasAttribute("aria-label", "QR code do link para entrar");
        teacher.locator(".invite .next").click();
        assertThat(teacher.locator(".wall-code")).hasText(code);
        assertThat(teacher.locator(".count")).hasText("Ninguém entrou ainda");

        Page araci = learner("pt-BR");
        visit(araci, "/pt-BR/join");
        araci.locator("#code").fill("zzz-zzz");
        araci.locator("#name").fill("Araci");
        araci.locator(".next").click();
        assertThat(araci.locator("#code-wrong")).containsText("Nenhuma turma tem o código ZZZ-ZZZ.");
        assertThat(araci.locator("#name")).hasValue("Araci");
        araci.locator("#code").fill(code.toLowerCase().replace("-", ""));
        araci.locator(".next").click();
        assertThat(araci.locator("h1")).hasText("Boas-vindas, Araci");

        Page john = learner("en");
        john.navigate(server.address() + "/join/" + code);
        assertThat(john.locator("h1")).hasText("Turma da noite");
        john.locator("#name").fill("John");
        john.locator(".next").click();
        assertThat(john.locator("h1")).hasText("Welcome, John");
        assertThat(teacher.locator(".count")).hasText("Entraram 2 de 2");
        assertThat(visit(teacher, "/pt-BR/teach/classes/" + code + "/people").locator(".members tbody th")).hasText(new String[] {"Araci", "John"});
    }

    @Test void aListFromASpreadsheetIsLookedAtBeforeItIsSaved() {
        Page teacher = teacher("pt-BR");
        String code = open(teacher, "pt-BR", "3º B");
        join(learner("en"), code, "araci conceicao de souza");
        teacher.reload();
        teacher.locator(".members th a").click();
        assertThat(teacher.locator("#name")).hasValue("araci conceicao de souza");
        visit(teacher, "/pt-BR/teach/classes/" + code + "/people/roster").locator("#file")
                .setInputFiles(new FilePayload("turma.csv", "text/csv", LIST.getBytes(Charset.forName("windows-1252"))));
        teacher.locator("form .next").click();
        assertThat(teacher.locator(".members tbody tr")).hasText(new String[] {"2Araci Conceição de Souza20260017araci@escola.examplejá entrou até agora como araci conceicao de souza",
                "3Ubiratã D'Ávila Neto20260018nova"});
        assertThat(teacher.locator(".doubts li")).hasText("Linha 4Falta o nome. A linha fica de fora.");
        assertThat(teacher.locator("ol.plain li")).hasText(new String[] {"Matrícula Matrícula", "Nome Nome", "Turma ignorada", "E-mail E-mail"});
        assertThat(visit(learner("en"), "/en/join/" + code).locator("h1")).hasText("3º B");
        teacher.locator("form .next").click();

        assertThat(teacher.locator("[role=status]")).hasText("A lista está salva.");
        assertThat(teacher.locator(".members tbody tr")).hasCount(2);
        assertThat(teacher.locator(".slab-head .faint").first()).hasText("Entrou uma pessoa de 2");
        join(learner("pt-BR"), code, "20260018");
        teacher.reload();
        assertThat(teacher.locator(".slab-head .faint").first()).hasText("Entraram 2 de 2");
    }

    @Test void aTeacherWritesPeopleOtherwisePutsThemTogetherAndTakesThemOut() {
        Page teacher = teacher("en");
        String code = open(teacher, "en", "Morning");
        Page learner = learner("en");
        join(learner, code, "Cici");
        paste(teacher, code, "name\nAraci Lima\nUbiratã Neto");
        member(teacher, code, "Cici").locator("#other").selectOption(new SelectOption().setLabel("Araci Lima"));
        teacher.getByText("Put together").click();
        assertThat(teacher.locator(".members tbody th")).hasText(new String[] {"Araci Lima", "Ubiratã Neto"});
        assertThat(visit(learner, "/en/join/" + code).locator("h1")).hasText("You are here as Araci Lima");
        member(teacher, code, "Araci Lima").locator("#name").fill("Araci de Lima");
        teacher.getByText("Save").click();
        member(teacher, code, "Araci de Lima").getByText("Free the name").click();
        assertThat(teacher.locator("[role=status]")).containsText("The name is free again");
        assertThat(teacher.locator(".members tbody tr").first()).containsText("has not joined yet");
        member(teacher, code, "Ubiratã Neto").getByText("Remove…").click();
        teacher.locator("details .solid").click();
        assertThat(teacher.locator(".members tbody th")).hasText(new String[] {"Araci de Lima"});
    }

    @Test void aClassIsRenamedAndDeletedOnlyWhenThatIsSure() {
        Page teacher = teacher("en");
        String code = open(teacher, "en", "Old name");
        teacher.locator("#class-name").fill("New name");
        teacher.locator("#class-zone").selectOption("Europe/Lisbon");
        teacher.getByText("Save").click();
        assertThat(teacher.locator("h1")).hasText("New name");
        assertThat(teacher.locator("#class-zone")).hasValue("Europe/Lisbon");
        teacher.getByText("Delete the class").click();
        assertThat(teacher.locator("main")).containsText("What the learners did stays with them");
        teacher.getByText("Keep it").click();
        assertThat(teacher.locator("h1")).hasText("New name");
        teacher.getByText("Delete the class").click();
        teacher.getByText("Delete this class").click();
        assertThat(teacher.locator("h1")).hasText("My classes");
        assertThat(teacher.locator("main")).not().containsText("New name");
        assertThat(visit(learner("en"), "/en/join/" + code).locator("#code-wrong")).containsText("No class has the code " + code);
    }

    @Test void theBrowserSaysInWhichZoneAClassIs() {
        Page page = teacher(new NewContextOptions().setLocale("en").setTimezoneId("Asia/Tokyo"));

        assertThat(visit(page, "/en/teach").locator("#class-zone")).hasValue("Asia/Tokyo");
    }

    @Test void oneLeavesAndOnesDataSayInWhichClassesOneIs() {
        String code = open(teacher("en"), "en", "To leave");
        Page page = learner("en");
        join(page, code, "Araci");
        assertThat(visit(page, "/en/me").locator(".things").last()).hasText("To leave as Araci");
        assertThat(visit(page, "/en/me/delete").locator("main")).containsText("You also leave your classes:");
        visit(page, "/en/join").locator(".plain a").click();
        page.getByText("Leave this class").click();
        assertThat(page.locator("main")).not().containsText("To leave");
    }

    @Test void theKeyboardIsEnough() {
        Page teacher = teacher("en");
        visit(teacher, "/en/teach").locator("#class-name").focus();
        teacher.keyboard().type("By keyboard");
        teacher.keyboard().press("Enter");
        assertThat(teacher.locator("h1")).hasText("By keyboard");
        String code = teacher.locator(".big-code").innerText();
        Page page = visit(learner("en"), "/en/join");
        page.locator("#code").focus();
        page.keyboard().type(code);
        page.keyboard().press("Tab");
        page.keyboard().type("Araci");
        page.keyboard().press("Enter");

        assertThat(page.locator("h1")).hasText("Welcome, Araci");
    }

    @Test void withoutScriptsAClassIsOpenedAndJoined() {
        Page teacher = teacher(new NewContextOptions().setLocale("en").setJavaScriptEnabled(false));
        String code = open(teacher, "en", "Without scripts");
        paste(teacher, code, "Araci Lima");
        assertThat(teacher.locator(".members tbody th")).hasText("Araci Lima");
        Page page = browser.newcomer(new NewContextOptions().setLocale("en").setJavaScriptEnabled(false));
        join(page, code, "Araci Lima");

        assertThat(visit(teacher, "/en/teach/classes/" + code + "/people/project").locator(".count")).hasText("One of 1 has joined");
    }

    @Test void nothingStandsInAnybodysWay() {
        String code = open(teacher("pt-BR"), "pt-BR", "Sem barreiras");
        new Classrooms(server.database()).plan(code, List.of(new Assignment("ola-estado", Optional.of(Instant.EPOCH)), new Assignment("leia-o-rastro", Optional.empty())));
        for (int width : List.of(390, 1024, 1440)) {
            String name = "Nome bastante comprido para caber em uma linha " + width;
            var options = new NewContextOptions().setLocale("pt-BR").setViewportSize(width, 844).setColorScheme(width == 1440 ? ColorScheme.LIGHT : ColorScheme.DARK);
            Page teacher = teacher(options);
            Page learner = browser.newcomer(options);
            join(learner, code, name);
            for (String path : List.of("", "/classes/" + code + "/people", "/classes/" + code + "/people/project", "/classes/" + code + "/people/roster", "/classes/" + code + "/delete")) {
                clear(visit(teacher, "/pt-BR/teach" + path));
            }
            clear(member(teacher, "pt-BR", code, name));
            visit(teacher, "/pt-BR/teach/classes/" + code + "/people/roster").locator("#text").fill(LIST);
            teacher.locator("form .next").click();
            assertThat(teacher.locator("#told")).isVisible();
            clear(teacher);
            clear(learner);
            clear(visit(learner, "/pt-BR/join"));
            clear(visit(learner, "/pt-BR/learn"));
            clear(visit(browser.newcomer(options), "/pt-BR/join/" + code));
        }
    }

    @Test void everyTextIsOfTheMessages() {
        try (var marked = RunningServer.withMarkedTexts()) {
            Page page = browser.newcomer();
            page.context().addCookies(List.of(new Cookie("teacher", pass(marked)).setUrl(marked.address())));
            page.navigate(marked.address() + "/en/teach");
            assertThat(TestBrowser.plainTexts(page)).isEmpty();
            page.locator("#class-name").fill("Named");
            page.locator(".button.next").click();
            String people = page.url();
            page.navigate(people.replace("/people", "/people/roster"));
            assertThat(TestBrowser.plainTexts(page)).isEmpty();
            page.locator("#text").fill(LIST);
            page.locator("form .next").click();
            assertThat(TestBrowser.plainTexts(page)).isEmpty();
            page.locator("form .next").click();
            assertThat(TestBrowser.plainTexts(page)).isEmpty();
            page.locator(".members th a").first().click();
            assertThat(TestBrowser.plainTexts(page)).isEmpty();
            page.navigate(people + "/project");
            assertThat(TestBrowser.plainTexts(page)).isEmpty();
            page.navigate(marked.address() + "/join/" + page.locator(".wall-code").innerText());
            assertThat(TestBrowser.plainTexts(page)).isEmpty();
            page.locator("#name").fill("Araci");
            page.locator(".next").click();
            assertThat(TestBrowser.plainTexts(page)).isEmpty();
            page.close();
        }
    }

    private static void clear(Page page) {
        assertThat(TestBrowser.barriers(page)).as(page.url()).isEmpty();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")).as("no scrolling sideways on " + page.url()).isTrue();
        assertThat(page.locator(".button.next").count()).as("yellow buttons on " + page.url()).isLessThanOrEqualTo(1);
    }

    private static Page teacher(String language) {
        return teacher(new NewContextOptions().setLocale(language).setViewportSize(1440, 900));
    }

    private static String pass(RunningServer server) {
        return server.teacher("marta").substring("teacher=".length());
    }

    /// A browser in which a teacher of all these tests is signed in.
    private static Page teacher(NewContextOptions options) {
        Page page = browser.newcomer(options);
        page.context().addCookies(List.of(new Cookie("teacher", marta).setUrl(server.address())));
        return page;
    }

    private static Page learner(String language) {
        return browser.newcomer(new NewContextOptions().setLocale(language).setViewportSize(1440, 900));
    }

    /// @return the code
    private static String open(Page teacher, String language, String name) {
        visit(teacher, "/" + language + "/teach").locator("#class-name").fill(name);
        teacher.locator(".button.next").click();
        return teacher.locator(".big-code").innerText();
    }

    private static void join(Page learner, String code, String name) {
        learner.navigate(server.address() + "/join/" + code);
        learner.locator("#name").fill(name);
        learner.locator(".button.next").click();
        assertThat(learner).hasURL(Pattern.compile(".*joined=yes"));
    }

    private static void paste(Page teacher, String code, String text) {
        visit(teacher, "/en/teach/classes/" + code + "/people/roster").locator("#text").fill(text);
        teacher.locator("form .next").click();
        teacher.locator("form .next").click();
    }

    private static Page member(Page teacher, String code, String name) {
        return member(teacher, "en", code, name);
    }

    private static Page member(Page teacher, String language, String code, String name) {
        visit(teacher, "/" + language + "/teach/classes/" + code + "/people").locator(".members th a", new Page.LocatorOptions().setHasText(name)).first().click();
        return teacher;
    }

    private static Page visit(Page page, String path) {
        page.navigate(server.address() + path);
        return page;
    }
}
