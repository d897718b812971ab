package passo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the runs of a page have taken of a machine, and what would take the rest.
class CoverageIT extends BrowserTest {

    private static Page open(Page page, String path) {
        page.navigate(server.address() + path);
        page.locator("body[data-ready=yes]").waitFor();
        openTab(page, "coverage");
        page.locator("#panel-coverage .coverage").waitFor();
        return page;
    }

    @Test void anInputThatTakesWhatIsMissingIsPutInAndCounted() {
        Page page = open(browser.newcomer(), "/en/examples/escolha");
        assertThat(page.locator("#panel-coverage")).containsText("3 of 6 states");
        assertThat(page.locator("#panel-coverage .recipes > li")).hasCount(3);

        page.locator("#panel-coverage .recipes > li").nth(1).locator("button").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#panel-coverage")).containsText("2 runs of this definition are counted.");
        assertThat(page.locator("#panel-coverage")).containsText("4 of 6 states");
        assertThat(page.locator("[name=input]")).hasValue("{\n  \"expense\": \"travel\",\n  \"amount\": 500\n}");
        assertThat(page.locator("#panel-coverage .recipes > li")).hasCount(2);
    }

    @Test void aFaultTakesARetrierThatTheRunDidNotNeed() {
        Page page = open(browser.newcomer(), "/pt-BR/examples/tentar-e-capturar");
        assertThat(page.locator("#panel-coverage")).containsText("1 de 2 regras de Retry");

        page.locator("#panel-coverage .recipes > li").filter(new FilterOptions().setHasText("A primeira chamada")).locator("button").click();
        assertThat(page.locator("#panel-coverage")).containsText("2 execuções desta definição contam aqui.");
        assertThat(page.locator("#panel-coverage")).containsText("2 de 2 regras de Retry");
        assertThat(page.locator("[name=world]")).hasValue(Pattern.compile("\"faults\""));
    }

    @Test void theExecutionsOfAMachineAreCountedInTheConsole() {
        Page page = browser.newcomer();
        page.navigate(server.address() + "/en/console");
        Object machine = page.evaluate("""
                async () => {
                  const made = await fetch("/en/console/machines", {method: "POST", body: new URLSearchParams({name: "bands", from: "example", example: "escolha"})});
                  await fetch(made.url + "/start", {method: "POST", body: new URLSearchParams({by: "hand", input: '{"amount": 50}'})});
                  return made.url;
                }""");
        page.navigate(machine + "/coverage");
        assertThat(page.locator(".coverage")).containsText("One run of this definition is counted");
        assertThat(page.locator(".coverage")).containsText("3 of 6 states");

        page.locator(".recipes > li").filter(new FilterOptions().setHasText("to AskBoard")).locator("button").click();
        assertThat(page.locator("#panel-happened")).containsText("Succeeded");
        assertThat(page.locator("[name=input]")).hasValue(Pattern.compile("10001"));
    }

    /// In a browser of its own: what looks for barriers writes styles, of which the page complains.
    @Test void everybodyCanUseIt() {
        try (var observed = TestBrowser.open()) {
            Page page = observed.newcomer(new NewContextOptions().setLocale("pt-BR").setViewportSize(390, 844));
            page.navigate(server.address() + "/pt-BR/examples/escolha");
            page.locator("body[data-ready=yes]").waitFor();
            page.locator("[data-slab=flow]").click();
            openTab(page, "coverage");
            page.locator("#panel-coverage details summary").click();

            assertThat(page.locator("#panel-coverage table")).isVisible();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
            assertThat(TestBrowser.barriers(page)).isEmpty();
        }
    }
}
