package passo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import passo.web.RunningServer;

/// The reference: found from the map, read, and its examples run, changed and opened in the lab.
class ReferenceIT extends BrowserTest {

    static final List<String> PAGES = List.of("/learn/reference", "/learn/reference/choice", "/learn/reference/paths", "/learn/reference/states");

    @Test void aTopicIsFoundFromTheMapOrByAWord() {
        Page page = visit(browser.newcomer(), "/en/learn");
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Language reference")).click();
        page.locator("#q").fill("StringEquals");
        page.keyboard().press("Enter");
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Choice").setExact(true)).click();

        assertThat(page.locator("h1")).hasText("Choice");
        assertThat(page.locator(".doors a").first()).hasAttribute("href", "/en/exercises/escolha-simples");
        page.locator(".neighbours [rel=next]").click();
        assertThat(page.locator("h1")).hasText("Parallel");
        page.locator(".hero a").click();
        assertThat(page.locator("h1")).hasText("Language reference");
    }

    @Test void anExampleIsRunChangedAndRunAgainAndGoesOnInTheLab() {
        Page page = visit(browser.newcomer(), "/pt-BR/learn/reference/choice");
        Locator example = page.locator("#sem-default");
        example.getByText("Executar").click();
        assertThat(example.locator(".told")).containsText("States.Runtime");
        assertThat(page.locator("#said")).containsText("Falhou");

        example.getByText("Mudar").click();
        assertThat(example.locator(".cm-content").first()).isFocused();
        write(page, example.locator(".cm-content").last(), "{\"uf\": \"RJ\"}");
        example.getByText("Executar").click();
        assertThat(example.locator(".told")).containsText("Concluiu");
        assertThat(example.locator(".visits")).containsText("Van");

        example.getByText("Abrir no laboratório").click();
        assertThat(page).hasURL(Pattern.compile(".*/pt-BR/learn/reference/choice/sem-default"));
        assertThat(page.locator("#told")).containsText("Concluiu");
        page.locator(".bar > a").click();
        assertThat(page).hasURL(Pattern.compile(".*/pt-BR/learn/reference/choice#sem-default"));
    }

    @Test void whatWasChangedIsTakenBack() {
        Page page = visit(browser.newcomer(), "/en/learn/reference/choice");
        Locator example = page.locator("#sem-default");
        example.getByText("Change").click();
        write(page, example.locator(".cm-content").first(), "{");
        example.getByText("As it was").click();

        assertThat(example.locator(".shown").first()).isVisible();
        assertThat(example.locator(".field-editor")).hasCount(0);
        example.getByText("Open in the lab").click();
        assertThat(page.locator("#told")).containsText("Failed");
        assertThat(page.locator("#reset")).isHidden();
    }

    @Test void anExpressionGivesAnotherValue() {
        Page page = visit(browser.newcomer(), "/en/learn/reference/paths");
        Locator example = page.locator("#caminhos");
        assertThat(example.locator(".gives").first()).hasText("\"P-42\"");
        example.locator("[name=expression]").first().fill("$.pedido.itens[1].valor");
        example.getByText("Run").click();
        assertThat(example.locator(".gives").first()).hasText("40");
        assertThat(page.locator("#said")).hasText("Every expression gives a value.");

        example.locator("[name=expression]").first().fill("$.nada");
        example.locator("[name=expression]").first().press("Control+Enter");
        assertThat(example.locator(".gives").first()).containsText("States.Runtime");
        example.getByText("Open in the lab").click();
        assertThat(page.locator("#told")).containsText("Succeeded");
    }

    @Test void theKeyboardIsEnough() {
        Page page = visit(browser.newcomer(), "/en/learn/reference/choice");
        page.locator(".contents a").first().focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/choice#.+"));
        page.locator("#sem-default [type=submit]").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#sem-default .told")).containsText("States.Runtime");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#sem-default .cm-content").first()).isFocused();
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#said")).containsText("Failed");
        page.keyboard().press("Escape");
        page.keyboard().press("Tab");
        assertThat(page.locator("#sem-default .cm-content").last()).isFocused();
    }

    @Test void aRefusalIsSaidAndWhatStandsThereStays() {
        try (var busy = RunningServer.withRunsPerSecond(1); var refused = TestBrowser.open()) {
            Page page = refused.newcomer();
            page.navigate(busy.address() + "/en/learn/reference/choice");
            page.locator("#sem-default [type=submit]").click();
            assertThat(page.locator("#sem-default .told")).containsText("Failed");
            page.locator("#campo-ausente [type=submit]").click();

            assertThat(page.locator("#toast")).isVisible();
            assertThat(page.locator("#campo-ausente .told")).hasCount(0);
            assertThat(page.locator("#sem-default .told")).containsText("Failed");
        }
    }

    @Test void anExerciseLeadsToTheTopicThatItTrains() {
        Page page = visit(browser.newcomer(), "/en/exercises/escolha-simples");
        page.locator(".looked-up a").getByText("Choice").click();
        assertThat(page.locator("h1")).hasText("Choice");
    }

    @Test void withoutScriptsAFormDoesTheSame() {
        Page page = visit(browser.newcomer(new NewContextOptions().setLocale("en").setJavaScriptEnabled(false)), "/en/learn/reference/choice");
        page.locator("#sem-default [name=input]").fill("{\"uf\": \"SP\"}");
        page.locator("#sem-default [type=submit]").click();

        assertThat(page.locator("#sem-default .told")).containsText("Succeeded");
        assertThat(page.locator("#sem-default [name=input]")).hasValue("{\"uf\": \"SP\"}");
        assertThat(page.locator("#campo-ausente .told")).hasCount(0);
    }

    @Test void everyTextIsInTheMessageFiles() {
        try (var marked = RunningServer.withMarkedTexts(); var observed = TestBrowser.open()) {
            Page page = observed.newcomer();
            for (String path : List.of("/en/learn/reference", "/pt-BR/learn/reference/choice", "/en/learn/reference/paths")) {
                page.navigate(marked.address() + path);
                for (Locator run : page.locator(".example [type=submit]").all()) run.click();
                for (Locator ran : page.locator(".example:not(:has(.lines)) .ran").all()) assertThat(ran).not().isEmpty();
                assertThat(TestBrowser.plainTexts(page)).as(path).isEmpty();
            }
        }
    }

    /// In a browser of its own: what looks for barriers writes styles, of which the page complains.
    @Test void everybodyCanUseIt() {
        try (var observed = TestBrowser.open()) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : List.of(1440, 390)) {
                    Page page = observed.newcomer(new NewContextOptions().setLocale("pt-BR").setColorScheme(scheme).setViewportSize(width, 844));
                    for (String path : PAGES) {
                        visit(page, "/pt-BR" + path);
                        for (Locator run : page.locator(".example [type=submit]").all()) run.click();
                        for (Locator ran : page.locator(".example:not(:has(.lines)) .ran").all()) assertThat(ran).not().isEmpty();
                        for (Locator change : page.locator("[data-change]").all()) change.click();
                        assertThat(page.locator("[data-change]:visible")).hasCount(0);
                        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).as(path + " " + width).isEqualTo(true);
                        assertThat(TestBrowser.barriers(page)).as(path + " " + width + " " + scheme).isEmpty();
                    }
                }
            }
        }
    }

    private static Page visit(Page page, String path) {
        page.navigate(server.address() + path);
        return page;
    }

    private static void write(Page page, Locator editor, String text) {
        editor.click();
        page.keyboard().press("Control+a");
        page.keyboard().insertText(text);
    }
}
