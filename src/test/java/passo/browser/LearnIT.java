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
import org.junit.jupiter.api.Test;
import passo.lab.exercise.Curriculum;
import passo.web.RunningServer;

/// The map, from the first visit on: by mouse, by keyboard, without scripts.
class LearnIT extends BrowserTest {

    @Test void aNewcomerSeesWhereToBegin() {
        Page page = visit(browser.newcomer(), "/en");
        page.locator("nav.tabs").getByText("Learn").click();

        assertThat(page.locator("h1")).hasText("Learn Step Functions by doing");
        assertThat(page.locator(".button.next")).hasCount(1);
        assertThat(page.locator(".button.next")).hasAttribute("href", "/en/exercises/ola-estado");
        assertThat(page.locator(".check.now .cno")).hasText("C1");
        assertThat(page.locator(".track details[open]")).hasCount(1);
        assertThat(page.locator(".track [aria-current=step]")).hasCount(1);
    }

    @Test void theChecklistMovesAfterAnAttempt() {
        Page page = visit(browser.newcomer(), "/en/learn");
        choose(page, "5 days a week");
        assertThat(page.locator(".slab-head:has(#week) summary")).containsText("goal: 5 days");
        attempt(page, "ola-estado");
        attempt(page, "cadeia-de-passos");
        page.reload();

        assertThat(page.locator(".check").first()).containsText("1 of 3 to go");
        assertThat(page.locator(".check").first().getByRole(AriaRole.IMG).first()).hasAttribute("aria-label", "Hello, state: passed, 3 stars");
        assertThat(page.locator(".track").first().locator(".trail .stone").first()).hasClass("stone twin");
        assertThat(page.locator("[aria-labelledby=alone]")).containsText("for tomorrow");
        assertThat(page.locator("[aria-labelledby=week]")).containsText("1 of 5 days.");
        attempt(page, "ola-estado-sozinho");
        page.reload();
        assertThat(page.locator(".check").first()).containsText("done");
        assertThat(page.locator(".track").first().locator(".trail .stone").first()).hasClass("stone done");
    }

    @Test void aPathShowsItsOwnExercises() {
        Page page = visit(browser.newcomer(), "/en/learn");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("A first class")).click();

        assertThat(page.locator("button[aria-pressed=true][value=primeira-aula]").first()).isVisible();
        assertThat(page.locator(".track .trail .stone")).hasCount(4);
        assertThat(page.locator(".track").first().locator(".trail .stone")).hasText(new String[] {"1", "3"});
    }

    @Test void whoKnowsTheBasicsSkipsAhead() {
        Page page = visit(browser.newcomer(), "/en/learn");
        page.getByText("I know the basics").click();
        page.locator("[name=end][value=end]").check();
        page.locator("[name=result][value=result]").check();
        page.locator("[name=path][value=text]").check();
        page.locator("[name=choice][value=ends]").check();
        page.locator(".button.next").click();
        assertThat(page.locator("h1")).containsText("2 of ");
        assertThat(page.locator(".told [type=checkbox]:checked")).hasCount(2);
        assertThat(page.locator(".told")).containsText("A Choice that finds no way out fails the run.");
        page.locator(".button.next").click();

        assertThat(page.locator(".track .badge")).hasCount(2);
        assertThat(page.locator(".track details[open]")).containsText("JSONata");
        assertThat(page.locator(".check").first()).containsText("3 of 3 to go");
        page.getByLabel("Do not skip First flow").click();
        assertThat(page.locator(".track .badge")).hasCount(1);
        assertThat(page.locator(".track details[open]")).containsText("First flow");
    }

    @Test void aNightOnCallTellsWhatIsResolved() {
        Page page = visit(browser.newcomer(), "/en/learn");
        attempt(page, "conta-do-mes");
        page.getByText("To the pager").click();

        Locator bill = page.locator(".incidents > li").filter(new Locator.FilterOptions().setHasText("The month's bill"));
        assertThat(bill).containsText("resolved after 1 try");
        assertThat(bill).containsText("Now20 transitions in the visible tests, 148 ms");
        assertThat(page.locator(".incidents .stone.done")).hasCount(1);
        page.locator(".button.next").click();
        assertThat(page).hasURL(server.address() + "/en/exercises/padrao-ou-expresso");
    }

    @Test void theKeyboardIsEnough() {
        Page page = visit(browser.newcomer(), "/pt-BR/learn");
        page.locator(".track:nth-child(2) summary").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".track:nth-child(2) .open")).isVisible();
        page.keyboard().press("Tab");
        assertThat(page.locator(".track:nth-child(2) .trail .stone").first()).isFocused();
        page.locator(".slab-head:has(#week) summary").focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertThat(page.locator(".slab-head:has(#week) summary")).containsText("meta: 1 dia");
        page.locator(".doors .next").focus();
        assertThat(page.locator(".doors .next")).isFocused();
    }

    @Test void everythingWorksWithoutScripts() {
        Page page = visit(browser.newcomer(new NewContextOptions().setLocale("pt-BR").setJavaScriptEnabled(false)), "/pt-BR/learn");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Rápido C1–C6")).click();
        page.getByText("Já sei o básico").click();
        page.locator("[name=end][value=end]").check();
        page.locator(".button.next").click();
        page.locator(".button.next").click();

        assertThat(page.locator("button[aria-pressed=true][value=rapido]").first()).isVisible();
        assertThat(page.locator(".track .badge")).hasText("você já sabe");
    }

    @Test void everyTextIsInTheMessageFiles() {
        try (var marked = RunningServer.withMarkedTexts(); var observed = TestBrowser.open()) {
            Page page = observed.newcomer();
            for (String path : List.of("/en/learn", "/pt-BR/learn", "/en/learn/on-call", "/en/learn/placement", "/en/learn/placement?end=end")) {
                page.navigate(marked.address() + path);
                assertThat(TestBrowser.plainTexts(page)).isEmpty();
            }
        }
    }

    /// In a browser of its own: what looks for barriers writes styles, of which the page complains.
    @Test void everybodyCanUseIt() {
        try (var observed = TestBrowser.open()) {
            for (int width : new int[] {1440, 390}) {
                for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    Page page = visit(observed.newcomer(new NewContextOptions().setLocale("pt-BR").setViewportSize(width, 844).setColorScheme(scheme)), "/pt-BR/learn");
                    attempt(page, "ola-estado");
                    for (String path : List.of("/learn", "/learn/on-call", "/learn/placement", "/learn/placement?end=end&choice=fails&path=text")) {
                        visit(page, "/pt-BR" + path);
                        assertThat(TestBrowser.barriers(page)).isEmpty();
                        assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isTrue();
                    }
                    page.locator(".told [type=checkbox]").first().check();
                    page.locator(".button.next").click();
                    page.locator(".track summary").last().click();
                    assertThat(TestBrowser.barriers(page)).isEmpty();
                }
            }
        }
    }

    private static Page visit(Page page, String path) {
        page.navigate(server.address() + path);
        return page;
    }

    private static void choose(Page page, String choice) {
        page.locator(".slab-head:has(#week) summary").click();
        page.getByText(choice).click();
    }

    /// The reference solution, as a program sends it that has the learner's cookie. Who has none yet chooses a goal first.
    private static void attempt(Page page, String slug) {
        if (page.context().cookies().stream().noneMatch(cookie -> cookie.name.equals("learner"))) choose(page, page.url().contains("/en/") ? "5 days a week" : "5 dias por semana");
        String solution = Curriculum.source(true).get().find(slug).orElseThrow().reference().toString();
        page.evaluate("([slug, body]) => fetch(`/api/v1/exercises/${slug}/attempts`, {method: 'POST', headers: {'Content-Type': 'application/json'}, body})",
                List.of(slug, solution));
    }
}
