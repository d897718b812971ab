package passo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Locator.HoverOptions;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/// A state in plain sentences: in the panel of a step, and in the editor.
class ExplainIT extends BrowserTest {

    private static Page open(Page page, String path) {
        page.navigate(server.address() + path);
        page.locator("body[data-ready=yes]").waitFor();
        return page;
    }

    @Test void theStateOfAStepIsExplainedWithWhatBecameOfIt() {
        Page page = open(browser.newcomer(), "/en/examples/tentar-e-capturar?step=1");
        openTab(page, "explain");

        assertThat(page.locator("#panel-explain")).containsText("Calls the Lambda function check-stock and waits for its answer.");
        assertThat(page.locator("#panel-explain")).containsText("Tries up to 3 more times, after 2, 4 and 8 s, only when the service asks for calm (Lambda.TooManyRequestsException).");
        assertThat(page.locator("#panel-explain .in-run").first()).containsText("In this run it tried 2 more times");

        page.locator("#panel-explain [data-line]").filter(new FilterOptions().setHasText("Retry[0]")).click();
        assertThat(page.locator("#cursor")).containsText("line 15");
    }

    @Test void itFollowsTheStepByKeyboard() {
        Page page = open(browser.newcomer(), "/pt-BR/examples/tentar-e-capturar?step=1");
        openTab(page, "explain");
        page.locator("#panel-explain .explained").waitFor();
        page.locator("#panel-explain").focus();
        page.keyboard().press("ArrowRight");

        assertThat(page.locator("#panel-explain")).containsText("Nesta execução capturou CartaoRecusado");
        assertThat(page.locator("#panel-explain .note")).containsText("Um erro com nome próprio");
    }

    @Test void aChoiceSaysWhyAndAnswersWhatIf() {
        Page page = open(browser.newcomer(), "/en/examples/escolha?step=1");
        openTab(page, "explain");

        assertThat(page.locator("#choice")).containsText("Goes to AskManager: rule 3 is the first that holds.");
        assertThat(page.locator("#choice")).containsText("$.amount is 1250; 1250 ≤ 500 is false.");

        page.locator("#what-if input.input").fill("300");
        page.keyboard().press("Enter");
        assertThat(page.locator("#choice")).containsText("With these values it would go to ApproveAtOnce: rule 2 would be the first that holds.");
        assertThat(page.locator("#what-if")).containsText("in the run: 1250");

        page.locator("#what-if [value=run]").click();
        assertThat(page.locator("#choice")).containsText("Goes to AskManager");
        assertThat(page.locator("#choice")).isFocused();
        page.locator(".rules [value=\"3\"]").click();
        assertThat(page.locator("#choice")).containsText("With these values it would go to AskBoard: no rule would hold.");
        assertThat(page.locator("#what-if input.input")).hasValue("10001");
    }

    @Test void theEditorExplainsWhatStandsThere() {
        Page page = open(browser.newcomer(), "/en/examples/tentar-e-capturar");
        page.locator(".cm-line", new Page.LocatorOptions().setHasText("MaxAttempts")).first().click();
        page.keyboard().press("F1");

        assertThat(page.locator("#explained")).containsText("Tries up to 3 more times");
        page.keyboard().press("Escape");
        assertThat(page.locator("#explained")).isHidden();

        page.locator(".cm-line", new Page.LocatorOptions().setHasText("MaxAttempts")).first().hover(new HoverOptions().setPosition(60, 8));
        assertThat(page.locator(".explained-tip")).containsText("In this run it tried 2 more times");
    }

    /// In a browser of its own: what looks for barriers writes styles, of which the page complains.
    @Test void everybodyCanUseIt() {
        try (var observed = TestBrowser.open()) {
            Page page = open(observed.newcomer(new NewContextOptions().setLocale("pt-BR").setViewportSize(390, 844)), "/pt-BR/examples/escolha?step=1");
            page.locator("[data-slab=told]").first().click();
            openTab(page, "explain");
            page.locator("#what-if").waitFor();

            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
            assertThat(TestBrowser.barriers(page)).isEmpty();
        }
    }

    @Test void withoutScriptsItIsPrintedIntoThePage() {
        Page page = browser.newcomer(new NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(server.address() + "/en/examples/escolha?step=1&view=explain");

        assertThat(page.locator("#panel-explain")).containsText("Goes to AskManager: rule 3 is the first that holds.");
    }
}
