package passo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The data's way through a state, and where a field was lost.
class DataWayIT extends BrowserTest {

    @Test void eachStageShowsTheDataOnBothSidesOfIt() {
        Page page = visit(browser.newcomer(), "/en/examples/pedido-da-loja?step=2");

        assertThat(page.locator("#stage-ResultPath .counts")).containsText("3 fields gone");
        assertThat(page.locator(".sides .json").first().locator(".gone")).hasCount(3);
        assertThat(page.locator(".sides .json").last().locator(".add").first()).containsText("SdkHttpMetadata");
        page.locator("#stage-Parameters").click();
        assertThat(page.locator("#stage-Parameters")).hasAttribute("aria-current", "true");
        assertThat(page.locator(".sides h4")).containsText(new String[] {"Before Parameters", "After Parameters"});
    }

    @Test void aValueUnderThePointerTellsWhereItCameFromAndWhereItGoes() {
        Page page = visit(browser.newcomer(), "/en/examples/pedido-da-loja?step=2");
        page.locator(".sides .json [data-path='$.orderId']").hover();

        assertThat(page.locator("#whence")).containsText("$.orderId came with the input of the run.");
        assertThat(page.locator("#whence")).containsText("SaveOrder does not hand it on.");
        assertThat(page.locator("#stage-Parameters")).hasAttribute("data-lit", "to");
        assertThat(page.locator("#step-1")).hasAttribute("data-lit", "from");
        page.locator("#whence [data-stage=Parameters]").click();
        assertThat(page.locator("#stage-Parameters")).hasAttribute("aria-current", "true");
    }

    @Test void theLinesAreWalkedFoldedAndCopiedByKeyboard() {
        Page page = visit(browser.newcomer(), "/en/examples/pedido-da-loja?step=2");
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.locator(".sides .json").last().focus();
        page.keyboard().press("ArrowDown");

        assertThat(page.locator("#whence")).containsText("$.SdkHttpMetadata was made by DynamoDB, called by SaveOrder.");
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator(".sides .json").last().locator("[data-path^='$.SdkHttpMetadata.']:visible")).hasCount(0);
        page.keyboard().press("c");
        assertThat(page.locator(".copied")).hasCount(1);
        assertThat(page.evaluate("() => navigator.clipboard.readText()")).isEqualTo("$.SdkHttpMetadata");
        assertThat(page.locator("#run")).hasAttribute("data-step", "2");
    }

    @Test void anyFieldOfTheRunCanBeSought() {
        Page page = visit(browser.newcomer(), "/en/examples/pedido-da-loja?step=1");
        page.locator("#tab-lost").click();

        assertThat(page.locator("#panel-lost .lost")).containsText("$.orderId");
        assertThat(page.locator("#lost-fields option[value='$.customer']")).hasCount(1);
        page.locator("#lost-path").fill("$.customer");
        page.locator("#lost-path").press("Enter");
        assertThat(page.locator("#panel-lost .lost h3")).containsText("$.customer");
        assertThat(page.locator("#panel-lost .break")).containsText("SaveOr");
        page.locator("#panel-lost .button[data-stage=ResultPath]").click();
        assertThat(page.locator("#run")).hasAttribute("data-step", "2");
        assertThat(page.locator("#stage-ResultPath")).hasAttribute("aria-current", "true");
        page.locator("#tab-lost").click();
        page.locator("#lost-path").fill("$.never");
        page.locator("#lost-path").press("Enter");
        assertThat(page.locator("#panel-lost .lost")).containsText("No step before");
    }

    @Test void everyAttemptHasItsData() {
        Page page = visit(browser.newcomer(), "/en/examples/tentar-e-capturar?step=1");
        page.locator(".attempt summary").first().click();

        assertThat(page.locator(".attempt").first().locator(".viewer")).hasCount(2);
        assertThat(page.locator(".attempt").first().locator(".json").last()).containsText("Error");
    }

    @Test void onAPhoneATapTells() {
        Page page = visit(browser.newcomer(phone()), "/pt-BR/examples/pedido-da-loja?step=2");
        page.locator(".sides .json [data-path='$.cliente']").tap();

        assertThat(page.locator("#whence")).containsText("$.cliente veio na entrada da execução.");
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")).isTrue();
    }

    @Test void withoutScriptsALinkShowsAStageAndWhereItWasLost() {
        Page page = browser.newcomer(new NewContextOptions().setLocale("en").setJavaScriptEnabled(false));
        page.navigate(server.address() + "/en/examples/pedido-da-loja?step=2&stage=Parameters");

        assertThat(page.locator(".sides h4").first()).hasText("Before Parameters");
        page.navigate(server.address() + "/en/examples/pedido-da-loja?step=2&view=lost");
        assertThat(page.locator("#panel-lost .lost")).containsText("$.orderId");
    }

    /// In a browser of its own: what looks for barriers writes styles, of which the page complains.
    @Test void everybodyCanUseIt() {
        try (var observed = TestBrowser.open()) {
            for (var options : List.of(phone(), new NewContextOptions().setLocale("en").setViewportSize(1440, 900).setColorScheme(ColorScheme.DARK))) {
                Page page = visit(observed.newcomer(options), "/en/examples/tentar-e-capturar?step=1");
                page.locator(".sides .json [data-path]").first().click();
                page.locator("#whence .spots, #whence p:not(.faint)").first().waitFor();
                page.locator(".attempt summary").first().click();

                assertThat(TestBrowser.barriers(page)).isEmpty();
                page.locator("#tab-lost").evaluate("tab => tab.click()");
                page.locator("#lost-path").waitFor();
                assertThat(TestBrowser.barriers(page)).isEmpty();
            }
        }
    }

    private static NewContextOptions phone() {
        return new NewContextOptions().setLocale("en").setViewportSize(390, 844).setHasTouch(true).setIsMobile(true);
    }

    private static Page visit(Page page, String path) {
        page.navigate(server.address() + path);
        page.locator("body[data-ready=yes]").waitFor();
        if (page.locator("[data-tab=tab-data]").isVisible()) page.locator("[data-tab=tab-data]").click();
        else page.locator("#tab-data").click();
        assertThat(page.locator("#tab-data")).hasAttribute("aria-selected", Pattern.compile("true"));
        return page;
    }
}
