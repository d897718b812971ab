package passo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/// A run as who watches it sees it: log, metrics, bill, and what becomes of every error.
class WatchIT extends BrowserTest {

    @Test void aQuieterLevelLeavesFewerLines() {
        Page page = browser.newcomer();
        watch(page, "/en/examples/pedido-da-loja");
        page.locator(".levels").getByText("FATAL").click();

        assertThat(page.locator(".lines li:visible")).hasCount(1);
        assertThat(page.locator(".lines li:visible")).containsText("ExecutionFailed");
        page.locator(".levels").getByText("OFF").click();
        assertThat(page.locator(".lines li:visible")).hasCount(0);
    }

    @Test void theBillIsBesideTheOtherTypes() {
        Page page = browser.newcomer();
        watch(page, "/pt-BR/examples/pedido-da-loja");

        assertThat(page.locator("#panel-watch")).containsText("3 transições × US$ 0,000025 = US$ 0,000075");
        assertThat(page.locator("#panel-watch")).containsText("1 requisição × US$ 0,000001");
    }

    @Test void everyErrorIsTriedAndTheRulesThatTookItAreTold() {
        Page page = browser.newcomer();
        watch(page, "/en/examples/pedido-da-loja");
        page.locator("#panel-watch").getByText("Make it fail").click();

        assertThat(page.locator("#faults")).containsText("The machine has no Retry and no Catch.");
        assertThat(page.locator("#faults table").first()).containsText("DynamoDB.ConditionalCheckFailedException");
        assertThat(page.locator("#faults table").first()).containsText("The execution fails with it.");
    }

    /// In a browser of its own: what looks for barriers writes styles, of which the page complains.
    @Test void everybodyCanUseIt() {
        try (var observed = TestBrowser.open()) {
            Page page = observed.newcomer(new NewContextOptions().setLocale("pt-BR").setViewportSize(390, 844));
            page.navigate(server.address() + "/pt-BR/examples/pedido-da-loja");
            page.locator("body[data-ready=yes]").waitFor();
            openTab(page, "watch");
            page.locator("#panel-watch").getByText("Provocar as falhas").click();
            page.locator("#faults table").first().waitFor();

            assertThat(TestBrowser.barriers(page)).isEmpty();
        }
    }

    private static void watch(Page page, String path) {
        page.navigate(server.address() + path);
        page.locator("body[data-ready=yes]").waitFor();
        openTab(page, "watch");
    }
}
