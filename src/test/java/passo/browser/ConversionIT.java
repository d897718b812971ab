package passo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// From JSONPath to JSONata, in the editor.
class ConversionIT extends BrowserTest {

    @Test void aMachineIsConvertedShownAndPutInTheEditor() {
        Page page = browser.newcomer();
        convert(page, "/examples/escolha");

        assertThat(page.locator("#convert .badge").first()).hasText(Pattern.compile("proven|the same where it works"));
        assertThat(page.locator("#convert .change").first()).containsText("{%");
        page.locator("#convert-put").click();
        assertThat(page.locator("#convert")).isHidden();
        assertThat(page.locator("#text-definition")).hasValue(Pattern.compile("\"QueryLanguage\": \"JSONata\""));
        assertThat(page.locator("#panel-happened .badge.loud")).hasText("Succeeded");
    }

    /// In a browser of its own: what looks for barriers writes styles, of which the page complains.
    @Test void everybodyCanUseIt() {
        try (var observed = TestBrowser.open()) {
            Page page = observed.newcomer();
            convert(page, "/examples/pedido-da-loja");
            page.locator("#convert details").last().locator("summary").click();

            assertThat(TestBrowser.barriers(page)).isEmpty();
        }
    }

    @Test void oneStateAloneCanBeChosen() {
        Page page = browser.newcomer();
        convert(page, "/examples/ola");
        page.locator("#convert-state").selectOption("Greet");
        page.locator("#convert-put").click();

        assertThat(page.locator("#text-definition")).hasValue(Pattern.compile("\"Type\": \"Pass\",\\s+\"QueryLanguage\": \"JSONata\""));
    }

    @Test void onAPhoneNothingIsCutOff() {
        Page page = browser.newcomer(new NewContextOptions().setLocale("pt-BR").setViewportSize(360, 740));
        page.navigate(server.address() + "/pt-BR/examples/escolha");
        page.locator("body[data-ready=yes]").waitFor();
        page.locator("[data-slab=code]").click();
        page.locator("#convert-open").click();
        page.locator("#convert-put").waitFor();

        assertThat((boolean) page.evaluate("() => { const d = document.getElementById('convert'); return d.scrollWidth <= d.clientWidth; }")).isTrue();
    }

    private static void convert(Page page, String path) {
        page.navigate(server.address() + "/en" + path);
        page.locator("body[data-ready=yes]").waitFor();
        page.locator("#convert-open").click();
        page.locator("#convert-put").waitFor();
    }
}
