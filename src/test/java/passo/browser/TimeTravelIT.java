package passo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A run as who goes along its time sees it.
class TimeTravelIT extends BrowserTest {

    @Test void stepsAreGoneThroughByKeyboardAndPaintedAsTheServerDrawsThem() {
        Page page = visit("/en/examples/mapa?step=1");

        for (int step = 2; step <= 5; step++) {
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("#where")).hasText("step " + step + " of 5");
            Page drawn = browser.newcomer(new NewContextOptions().setJavaScriptEnabled(false));
            drawn.navigate(server.address() + "/en/examples/mapa?step=" + step);
            assertThat(standing(page)).isEqualTo(standing(drawn));
            drawn.context().close();
        }
        page.keyboard().press("Home");
        assertThat(page.locator("#said")).hasText("Step 1, PriceEachItem: running.");
        page.keyboard().press("End");
        assertThat(page.locator("#said")).hasText("Step 5, Done: succeeded.");
        assertThat(page).hasURL(Pattern.compile("step=5$"));
    }

    @Test void upAndDownLeadToAnotherBranchAndEnterOpensTheStep() {
        Page page = visit("/en/examples/paralelo?step=3");

        page.keyboard().press("ArrowUp");
        assertThat(page.locator("#where")).hasText("step 2 of 4");
        page.keyboard().press("Enter");
        assertThat(page.locator("#panel-data")).isFocused();
        assertThat(page.locator("#panel-data")).containsText("QuoteByRoad");
    }

    @Test void playsToTheEndAtASpeed() {
        Page page = visit("/en/examples/pedido-da-loja?step=1");

        for (int i = 0; i < 3; i++) page.locator("#speed").click();
        assertThat(page.locator("#speed")).hasText("×8");
        page.locator("#play").click();
        assertThat(page.locator("#said")).hasText("Step 3, NotifyCustomer: failed.");
        assertThat(page.locator("#play")).hasAttribute("aria-pressed", "false");
        page.locator("[data-move=first]").click();
        assertThat(page.locator("#said")).hasText("Step 1, HasItems: succeeded.");
        page.keyboard().press("Space");
        assertThat(page.locator("#play")).hasAttribute("aria-pressed", "true");
        page.keyboard().press("Space");
        assertThat(page.locator("#play")).hasAttribute("aria-pressed", "false");
    }

    @Test void withoutMotionItPlaysInJumps() {
        Page page = browser.newcomer(new NewContextOptions().setLocale("en").setReducedMotion(ReducedMotion.REDUCE));
        open(page, "/en/examples/pedido-da-loja?step=1");

        page.locator("#play").click();
        assertThat(page.locator("#where")).hasText("step 3 of 3");
        assertThat(page.locator(".token")).hasCount(0);
    }

    @Test void theTimeIsScrubbedAndABarLeadsToItsStep() {
        Page page = visit("/en/examples/tentar-e-capturar?step=4");

        page.locator("#scrub").fill("3000");
        assertThat(page.locator(".node[data-state=CheckStock]")).hasAttribute("data-status", "retry");
        assertThat(page.locator(".node[data-state=ChargeCard]")).hasAttribute("data-ahead", "");
        assertThat(page.locator("#said")).hasText("Step 1, CheckStock: retrying.");
        page.locator(".lanes .ev[data-goto='3'] > rect").first().click();
        assertThat(page.locator("#panel-data")).containsText("NotifyCustomer");
        assertThat(page.locator(".lanes .ev.here")).hasAttribute("data-goto", "3");
        assertThat(page.locator(".t-told")).containsText("Step 1, CheckStock, took longest");
    }

    @Test void anItemOfAMapIsChosenAndTheRestIsLeftOut() {
        Page page = visit("/en/examples/mapa");

        page.locator("#item").fill("2");
        page.locator("#item").press("Enter");
        assertThat(page.locator("#item-said")).hasText("Item 2 of 3: retrying.");
        assertThat(page.locator("#steps .steps li:visible")).hasCount(1);
        assertThat(page.locator(".node[data-state=PriceItem] .nbadge:not([display])")).hasText("succeeded");
        page.locator("#strip").press("ArrowRight");
        assertThat(page.locator("#item-said")).containsText("Item 3 of 3");
        assertThat(page.locator("#strip")).hasAttribute("aria-valuenow", "3");
        page.locator("[data-item=none]").click();
        assertThat(page.locator("#steps .steps li:visible")).hasCount(5);
    }

    /// In a browser of its own: what looks for barriers writes styles, of which the page complains.
    @Test void everybodyCanUseIt() {
        try (var observed = TestBrowser.open()) {
            Page page = observed.newcomer();
            open(page, "/en/examples/mapa");

            assertThat(TestBrowser.barriers(page)).isEmpty();
        }
    }

    private static String standing(Page page) {
        return page.locator(".diagram .node").all().stream().map(node -> node.getAttribute("aria-label") + " " + node.getAttribute("data-status")
                + " " + node.getAttribute("class")).toList().toString();
    }

    private static Page visit(String path) {
        Page page = browser.newcomer();
        open(page, path);
        return page;
    }

    private static void open(Page page, String path) {
        page.navigate(server.address() + path);
        page.locator("body[data-ready=yes]").waitFor();
    }
}
