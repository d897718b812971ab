package passo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import passo.web.RunningServer;

/// Whoever runs the instance says who teaches, and they come in.
class TeachIT extends BrowserTest {

    private static final String PHRASE = "chuva na laje quente";
    private static final String PASSWORD = "correct horse battery";

    /// What is looked at on each page of a walk.
    private interface Stop {
        void at(Page page);
    }

    @Test void theOwnerInvitesATeacherWhoComesIn() {
        try (var own = RunningServer.start()) {
            Page owner = browser.newcomer();
            owner.navigate(own.address() + "/en/admin");
            owner.locator("#password").fill(PHRASE);
            owner.getByText("Show", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(owner.locator("#password")).hasAttribute("type", "text");
            owner.locator("main .button.next").click();
            assertThat(owner.locator("h1")).hasText("Administration");
            owner.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            String link = invite(owner, "Marta");
            owner.locator("[data-copy]").click();
            assertThat(owner.locator("[data-copy] span")).hasText("Copied");
            assertThat(owner.evaluate("navigator.clipboard.readText()")).isEqualTo(link);
            Page marta = browser.newcomer(new NewContextOptions().setLocale("pt-BR").setViewportSize(390, 844));
            accept(marta, link);
            assertThat(marta).hasURL(own.address() + "/pt-BR/teach");
            owner.reload();
            assertThat(owner.locator(".people")).containsText("signs in with a password · no class");
            marta.locator("#places summary").click();
            marta.locator("#places").getByText("Sair").click();
            assertThat(marta.locator("main [role=status]")).containsText("Você saiu.");
            marta.goBack();
            assertThat(marta.locator("h1")).hasText("Entrar para ensinar");
            signIn(marta, "marta");
            assertThat(marta).hasURL(own.address() + "/pt-BR/teach");
            marta.navigate(own.address() + "/pt-BR/teach/password");
            marta.locator("#places summary").click();

            assertThat(marta.locator("#places .me")).hasText("marta");
        }
    }

    @Test void whoIsLedToTheDoorGoesOnFromThere() {
        String link = invited("lucia");
        Page lucia = browser.newcomer();
        accept(lucia, link);
        Page elsewhere = visit(browser.newcomer(), "/en/teach/password");
        assertThat(elsewhere.locator("h1")).hasText("Sign in to teach");
        elsewhere.locator("#name").fill("lucia");
        elsewhere.locator("#password").fill("not the password");
        elsewhere.keyboard().press("Enter");
        assertThat(elsewhere.locator("#amiss")).hasText("Name and password do not go together.");
        signIn(elsewhere, "lucia");
        assertThat(elsewhere.locator("h1")).hasText("Change the password");
        elsewhere.locator("#old").fill(PASSWORD);
        elsewhere.locator("#password").fill("another horse altogether");
        elsewhere.locator("main .button.next").click();
        assertThat(elsewhere.locator("main [role=status]")).containsText("Only this browser is still signed in.");

        assertThat(visit(lucia, "/en/teach").locator("h1")).hasText("Sign in to teach");
    }

    @Test void aTeacherIsRemovedOnceItIsSaidWhatGoes() {
        invited("eva");
        Page owner = owner();
        owner.getByLabel("Remove eva").click();
        assertThat(owner.locator("main")).containsText("They have no class.");
        owner.getByText("Keep").click();
        owner.getByLabel("Remove eva").click();
        owner.locator("main form button").click();

        assertThat(owner.locator("main [role=status]")).hasText("The teacher was removed.");
        assertThat(owner.getByLabel("Remove eva")).hasCount(0);
    }

    @Test void theKeyboardAloneWillDo() {
        invited("ana");
        Page page = visit(browser.newcomer(), "/en/admin");
        page.locator("#password").focus();
        page.keyboard().type(PHRASE);
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Administration");
        page.getByLabel("New link for ana").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".link-new")).containsText("A link for ana");
        page.locator("#link").focus();
        page.keyboard().press("Tab");
        assertThat(page.locator("[data-copy]")).isFocused();
        page.locator(".top > .me").focus();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertThat(page.locator("main [role=status]")).containsText("You are signed out.");
    }

    @Test void nothingNeedsScripts() {
        String link = invited("rui");
        Page page = browser.newcomer(new NewContextOptions().setLocale("pt-BR").setJavaScriptEnabled(false));
        page.navigate(link);
        assertThat(page.locator("[data-show]")).isHidden();
        page.locator("#password").fill(PASSWORD);
        page.locator("main .button.next").click();
        assertThat(page).hasURL(server.address() + "/pt-BR/teach");
        page.locator(".top > form").getByText("Sair").click();
        signIn(page, "rui");

        assertThat(visit(page, "/pt-BR/teach").locator(".top > .me")).hasText("rui");
    }

    @Test void everyTextIsInTheMessageFiles() {
        try (var marked = RunningServer.withMarkedTexts(); var observed = TestBrowser.open()) {
            Page page = observed.newcomer();
            walk(page, marked.address() + "/en", "zoe", at -> assertThat(TestBrowser.plainTexts(at)).isEmpty());
        }
    }

    /// In a browser of its own: what looks for barriers writes styles, of which the page complains.
    @Test void everybodyCanUseIt() {
        try (var observed = TestBrowser.open()) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                int width = scheme == ColorScheme.LIGHT ? 1440 : 390;
                try (var own = RunningServer.start()) {
                    Page page = observed.newcomer(new NewContextOptions().setLocale("pt-BR").setViewportSize(width, 844).setColorScheme(scheme));
                    walk(page, own.address() + "/pt-BR", "um.nome.bem.comprido.de.docente@escola.example", TeachIT::isOpenToAll);
                }
            }
        }
    }

    /// By every page, on a server without an owner.
    private static void walk(Page page, String address, String name, Stop stop) {
        page.navigate(address + "/admin");
        stop.at(page);
        page.locator("#password").fill("aaaaaaaaaaaaaa");
        page.locator("main .button.next").click();
        assertThat(page.locator("#amiss")).isVisible();
        stop.at(page);
        page.locator("#password").fill(PHRASE);
        page.locator("main .button.next").click();
        assertThat(page.locator("form.add")).isVisible();
        stop.at(page);
        page.locator("#name").fill(name);
        page.locator("form.add button").click();
        String link = page.locator("#link").inputValue();
        assertThat(page.locator("h1")).isVisible();
        stop.at(page);
        page.navigate(address + "/teach/password");
        stop.at(page);
        page.navigate(address + "/admin");
        page.locator(".people a").click();
        assertThat(page.locator("form[action$=remove]")).isVisible();
        stop.at(page);
        page.navigate(link);
        stop.at(page);
        page.context().clearCookies();
        page.navigate(address + "/admin");
        stop.at(page);
        page.navigate(address + "/teach/sign-in?left");
        stop.at(page);
    }

    private static void isOpenToAll(Page page) {
        assertThat(TestBrowser.barriers(page)).isEmpty();
        assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isTrue();
        assertThat(page.locator(".button.next").count()).isLessThanOrEqualTo(1);
    }

    private static Page visit(Page page, String path) {
        page.navigate(server.address() + path);
        return page;
    }

    /// On the owner's page.
    private static Page owner() {
        Page owner = visit(browser.newcomer(), "/en/admin");
        owner.locator("#password").fill(PHRASE);
        owner.locator("main .button.next").click();
        assertThat(owner.locator("h1")).hasText("Administration");
        return owner;
    }

    private static String invited(String name) {
        return invite(owner(), name);
    }

    private static String invite(Page owner, String name) {
        owner.locator("#name").fill(name);
        owner.locator("form.add button").click();
        return owner.locator("#link").inputValue();
    }

    private static void accept(Page page, String link) {
        page.navigate(link);
        page.locator("#password").fill(PASSWORD);
        page.locator("main .button.next").click();
    }

    private static void signIn(Page page, String name) {
        page.locator("#name").fill(name);
        page.locator("#password").fill(PASSWORD);
        page.locator("main .button.next").click();
    }
}
