package passo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import passo.store.Attempt;
import passo.store.Attempts;

/// The notes line by line, and the links to what others have written.
class NotesIT extends BrowserTest {

    static final List<String> PAGES = List.of("/learn/notes", "/learn/resources");

    @Test void everyLinkLeadsSomewhere() {
        Page page = browser.newcomer();
        for (String language : List.of("/en", "/pt-BR")) {
            page.navigate(server.address() + language + "/learn/notes");
            for (Object address : (List<?>) page.locator("main a").evaluateAll("all => [...new Set(all.map(one => one.getAttribute('href')))]")) {
                String path = address.toString();
                if (path.startsWith("#")) assertThat(page.locator(path)).hasCount(1);
                else assertThat(server.get(path).statusCode()).as(path).isEqualTo(200);
            }
        }
    }

    @Test void aLineSaysWhatIsSoAndOpensItsMachineInTheLab() {
        Page page = browser.newcomer();
        page.navigate(server.address() + "/pt-BR/learn/notes");
        assertThat(page.locator("#retentativas .note")).containsText("Elas existem onde um Retry as pede.");
        assertThat(page.locator("#retentativas .listing")).containsText("\"ErrorEquals\": [\"Lambda.TooManyRequestsException\"]");

        page.locator("#retentativas .shown a").click();
        assertThat(page.locator("h1")).hasText("As retentativas são automáticas.");
        assertThat(page.locator("#told")).containsText("Concluiu");
        assertThat(page.locator("nav [aria-current=page]").first()).hasText("Aprender");
        page.locator(".bar > a").click();
        assertThat(page).hasURL(Pattern.compile(".*/pt-BR/learn/notes#retentativas"));
    }

    @Test void anExerciseSaysWhatTheLearnerHasDoneOfIt() {
        Page page = browser.newcomer();
        page.navigate(server.address() + "/en/learn/notes");
        assertThat(page.locator("#asl .doors li").first()).containsText("Hello, state exercise");
        page.evaluate("fetch('/drafts/ola', {method: 'POST', body: new URLSearchParams({definition: '{}', input: '{}', world: '{}'})})");
        String learner = page.context().cookies().stream().filter(cookie -> cookie.name.equals("learner")).findFirst().orElseThrow().value.split("\\.")[0];
        new Attempts(server.database()).save(new Attempt("one", learner, "ola-estado", "hash", "{}", 2, "", Instant.EPOCH));

        page.reload();
        assertThat(page.locator("#asl .doors li").first()).containsText("exercise, passed with 2 stars");
        assertThat(page.locator("#asl .doors .stone").first().locator("i")).hasCount(2);
    }

    @Test void theKeyboardGoesFromTheContentsToALineAndItsExercise() {
        Page page = browser.newcomer();
        page.navigate(server.address() + "/en/learn/notes");

        page.locator(".contents a").nth(3).focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*#dados"));
        page.keyboard().press("Tab");
        assertThat(page.locator("#entrada-e-saida h3 a")).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.locator("#entrada-e-saida .listing")).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.locator("#entrada-e-saida .shown a")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/en/exercises/pedido-sumiu"));
    }

    @Test void aLinkSaysWhereItLeadsAndWhenItWasChecked() {
        Page page = browser.newcomer();
        page.navigate(server.address() + "/pt-BR/learn/resources");

        assertThat(page.locator("#linguagem")).hasText("A linguagem");
        assertThat(page.locator(".links li", new Page.LocatorOptions().setHasText("a especificação"))).containsText(
                "states-language.net · em inglês · conferida em 22 de novembro de 2026, numa cópia guardada da página");
    }

    @Test void withoutScriptsThePagesSayTheSame() {
        Page page = browser.newcomer(new NewContextOptions().setLocale("en").setJavaScriptEnabled(false));

        page.navigate(server.address() + "/en/learn/notes");
        assertThat(page.locator(".noted").last()).isVisible();
        page.locator("#input .shown a").click();
        assertThat(page.locator("#told")).containsText("Succeeded");
        page.navigate(server.address() + "/en/learn/resources");
        assertThat(page.locator(".links li").last()).isVisible();
    }

    /// In a browser of its own: what looks for barriers writes styles, of which the page complains.
    @Test void everybodyCanReadThem() {
        try (var observed = TestBrowser.open()) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : List.of(1440, 390)) {
                    Page page = observed.newcomer(new NewContextOptions().setLocale("pt-BR").setColorScheme(scheme).setViewportSize(width, 844));
                    for (String path : PAGES) {
                        page.navigate(server.address() + "/pt-BR" + path);
                        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).as(path + " " + width).isEqualTo(true);
                        assertThat(TestBrowser.barriers(page)).as(path + " " + width + " " + scheme).isEmpty();
                    }
                }
            }
        }
    }
}
