package passo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/// A run, looked at without the editor beside it, and its events.
class TraceIT extends BrowserTest {

    @Test void theStepsTakeTheEditorsPlaceAndGiveItBack() {
        Page page = open("/en/examples/tentar-e-capturar");
        page.locator("#layout").click();

        assertThat(page.locator("#code")).isHidden();
        assertThat(page.locator("#steps")).isVisible();
        page.locator("#layout").click();
        assertThat(page.locator("#code")).isVisible();
    }

    @Test void theEventsAreAwsOwnAndCanBeFiltered() {
        Page page = open("/en/examples/tentar-e-capturar");
        openTab(page, "events");
        assertThat(page.locator("#panel-events tbody tr").first()).containsText("ExecutionStarted");

        page.locator("#events-text").fill("TaskFailed");

        assertThat(page.locator("#panel-events [role=status]")).containsText("3 of");
        assertThat(page.locator("#panel-events tbody tr")).hasCount(3);
        page.locator("#panel-events summary").first().click();
        assertThat(page.locator("#panel-events details pre, #panel-events details .json").first()).containsText("\"type\": \"TaskFailed\"");
    }

    @Test void anEventLeadsToItsStep() {
        Page page = open("/en/examples/tentar-e-capturar?step=1");
        openTab(page, "events");
        page.locator("#panel-events [data-goto=\"3\"]").first().click();

        assertThat(page.locator("#step-3")).hasAttribute("aria-current", "step");
    }

    @Test void aTabWithoutRoomIsReachedByTheKeyboard() {
        Page page = open("/en/examples/tentar-e-capturar");
        page.locator("#tab-diagram").focus();
        for (int i = 0; i < 20 && !"tab-permissions".equals(page.evaluate("document.activeElement.id")); i++) page.keyboard().press("ArrowRight");

        assertThat(page.locator("#tab-permissions")).isVisible();
        assertThat(page.locator("#panel-permissions")).containsText("smallest");
    }

    @Test void withoutScriptsAViewIsAPartOfThePage() {
        Page page = browser.newcomer(new NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(server.address() + "/en/examples/tentar-e-capturar?view=events");

        assertThat(page.locator("#panel-events tbody tr").first()).containsText("ExecutionStarted");
    }

    /// In a browser of its own: what looks for barriers writes styles, of which the page complains.
    @Test void everybodyCanUseIt() {
        try (var observed = TestBrowser.open()) {
            for (int width : new int[] {1440, 390}) {
                Page page = observed.newcomer(new NewContextOptions().setLocale("pt-BR").setColorScheme(ColorScheme.DARK).setViewportSize(width, 860));
                page.navigate(server.address() + "/pt-BR/examples/tentar-e-capturar");
                page.locator("body[data-ready=yes]").waitFor();
                if (width > 900) page.locator("#layout").click();
                openTab(page, "events");
                page.locator("#panel-events tbody tr").first().waitFor();

                assertThat(TestBrowser.barriers(page)).isEmpty();
                assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
            }
        }
    }

    private static Page open(String path) {
        Page page = browser.newcomer();
        page.navigate(server.address() + path);
        page.locator("body[data-ready=yes]").waitFor();
        return page;
    }
}
