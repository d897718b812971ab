package passo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;

/// A run changed at a step, beside the run that was before; and what there was at an instant.
class ChangeIT extends BrowserTest {

    @Test void anotherInputMakesASecondRunThatCanBeTakenBack() {
        Page page = visit("/en/examples/pedido-da-loja?step=1");

        open(page, "data");
        page.locator("#change-here").click();
        page.locator("#change-input").fill("{\"orderId\": \"A-1\", \"total\": 0}");
        page.locator("#panel-change").getByText("Run on with this input").click();
        assertThat(page.locator("#runs")).containsText("Run 2");
        assertThat(page.locator("#runs")).containsText("another input at step 1");
        assertThat(page.locator(".node[data-state=OrderRefused]")).hasAttribute("data-status", "fail");

        page.locator("[data-runs=other]").click();
        assertThat(page.locator("#runs-number")).hasText("Run 1");
        assertThat(page.locator(".node[data-state=SaveOrder]")).hasAttribute("data-status", "ok");
        page.locator("[data-runs=other]").click();
        assertThat(page.locator("#runs-number")).hasText("Run 2");
        page.locator("[data-runs=back]").click();
        assertThat(page.locator("#runs")).isHidden();
        assertThat(page.locator(".node[data-state=SaveOrder]")).hasAttribute("data-status", "ok");
    }

    @Test void aReplyThatIsAnErrorIsCaught() {
        Page page = visit("/en/examples/tentar-e-capturar?step=1");

        open(page, "change");
        page.locator("#change-reply [value=fail]").check();
        page.locator("#change-attempt").selectOption("1");
        page.locator("#change-error").fill("OutOfStock");
        page.locator("#change-reply").getByText("Run on with this reply").click();

        assertThat(page.locator("#runs-what")).hasText("another reply at step 1");
        assertThat(page.locator("#panel-change [aria-invalid]")).hasCount(0);
        assertThat(page.locator(".node[data-state=CheckStock]")).hasAttribute("data-status", "fail");
        page.locator("[data-runs=compare]").click();
        assertThat(page.locator("#panel-compare .say")).containsText("The runs part at step 1, CheckStock: output, error, next state");
        assertThat(page.locator("#panel-compare li.gone")).hasCount(3);
        page.locator("#panel-compare li.gone [data-runs]").last().click();
        assertThat(page.locator("#runs-number")).hasText("Run 1");
        assertThat(page.locator("#said")).hasText("Step 4, OrderCancelled: failed.");
    }

    @Test void whatCannotBeReadIsSaidAtItsField() {
        Page page = visit("/en/examples/tentar-e-capturar?step=2");

        open(page, "change");
        page.locator("#change-input").fill("{oops");
        page.locator("#panel-change").getByText("Run on with this input").click();

        assertThat(page.locator("#change-input")).hasValue("{oops");
        assertThat(page.locator("#change-input")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#change-input")).isFocused();
        assertThat(page.locator("#change-input-why")).not().isEmpty();
        assertThat(page.locator("#runs")).isHidden();
    }

    @Test void anotherDefinitionIsASecondRunToo() {
        Page page = visit("/en/examples/ola");

        page.locator("#tab-input").click();
        Locator input = page.locator("#panel-input .cm-content");
        input.click();
        page.keyboard().press("Control+a");
        page.keyboard().insertText("{\"name\": \"Bia\"}");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#runs-what")).hasText("another input");
        page.locator("[data-runs=compare]").click();
        assertThat(page.locator("#panel-compare .json .add").first()).containsText("Bia");
        page.locator("[data-runs=back]").click();

        assertThat(page.locator("#runs")).isHidden();
        assertThat(input).not().containsText("Bia");
    }

    @Test void aLostFieldIsKeptAtOnce() {
        Page page = visit("/en/examples/pedido-da-loja");

        page.locator("#panel-happened .lost").getByText("Keep both and run on").click();
        assertThat(page.locator("#runs-what")).hasText("another definition");
        assertThat(page.locator("#panel-definition .cm-content")).containsText("\"ResultPath\": \"$.result\"");
        page.locator("[data-runs=compare]").click();
        assertThat(page.locator("#panel-compare .say")).containsText("The runs part at step 2, SaveOrder: output.");
        page.locator("[data-runs=back]").click();
        assertThat(page.locator("#panel-definition .cm-content")).not().containsText("\"ResultPath\": \"$.result\"");
        assertThat(page.locator(".node[data-state=NotifyCustomer]")).hasAttribute("data-status", "fail");
    }

    @Test void aRunIsComparedWithThatOfAnotherInput() {
        Page page = visit("/pt-BR/examples/pedido-da-loja");

        open(page, "compare");
        page.locator("#compare-input").fill("{\"total\": 0}");
        page.locator("#compare-form").getByText("Executar ao lado desta").click();

        assertThat(page.locator("#panel-compare .say")).containsText("As execuções se separam no passo 1, TemItens: entrada");
        assertThat(page.locator("#panel-compare li.add")).hasCount(2);
    }

    @Test void theWorldTheVariablesAndTheLogAreThoseOfTheStep() {
        Page page = visit("/en/examples/pedido-da-loja?step=2");

        open(page, "then");
        assertThat(page.locator("#panel-then .effect.add")).containsText("orderId");
        assertThat(page.locator("#panel-then .instant")).containsText("Items: 1");
        page.locator("#step-1").click();
        assertThat(page.locator("#panel-then")).containsText("Nothing in the world.");
        assertThat(page.locator("#panel-then .instant")).containsText("Items: 0");
        open(page, "log");
        assertThat(page.locator("#panel-log li").last()).containsText("ChoiceStateExited");
        assertThat(page.locator("#panel-log .mine")).hasCount(2);
        open(page, "variables");
        assertThat(page.locator("#panel-variables")).containsText("No variable is in scope at this step.");
    }

    @Test void aVariableSaysWhoAssignedItAndMayBeAnother() {
        Page page = visit("/en/examples/vendas-de-ontem?step=2");

        open(page, "variables");
        assertThat(page.locator("#panel-variables li").last()).containsText("by step 1");
        open(page, "change");
        Locator form = page.locator("#panel-change form", new Page.LocatorOptions().setHasText("$rawFiles"));
        form.locator("textarea").fill("0");
        form.getByText("Run on with this value").click();
        assertThat(page.locator(".node[data-state=NoRawFile]")).hasAttribute("data-status", "fail");
        open(page, "variables");
        assertThat(page.locator("#panel-variables li", new Page.LocatorOptions().setHasText("$rawFiles"))).containsText("changed by hand at step 2");
    }

    @Test void allOfItWorksByKeyboard() {
        Page page = visit("/en/examples/tentar-e-capturar?step=2");

        page.keyboard().press("c");
        assertThat(page.locator("#tab-change")).isFocused();
        page.locator("#change-input").waitFor();
        for (int i = 0; i < 4 && page.locator("#change-input:focus").count() == 0; i++) page.keyboard().press("Tab");
        assertThat(page.locator("#change-input")).isFocused();
        page.keyboard().press("Control+a");
        page.keyboard().insertText("{\"stock\": {\"available\": false}}");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#runs-number")).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.locator("[data-runs=other]")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#runs-number")).hasText("Run 1");
        assertThat(page.locator("[data-runs=other]")).isFocused();
    }

    @Test void withoutScriptsAChangeIsAFormAndTheRunBeforeALink() {
        Page page = browser.newcomer(new NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(server.address() + "/en/examples/pedido-da-loja?step=1&view=change");

        page.locator("#change-input").fill("{\"orderId\": \"A-1\", \"total\": 0}");
        page.locator("#panel-change").getByText("Run on with this input").click();
        assertThat(page.locator("#runs")).containsText("another input at step 1");
        assertThat(page.locator(".node[data-state=OrderRefused]")).hasAttribute("data-status", "fail");
        page.locator("[data-runs=compare]").click();
        assertThat(page.locator("#panel-compare .say")).containsText("The runs part at step 1, HasItems: input");
        page.locator("[data-runs=back]").click();
        assertThat(page.locator("#runs")).isHidden();
        assertThat(page.locator(".node[data-state=SaveOrder]")).hasAttribute("data-status", "ok");
    }

    /// In a browser of its own: what looks for barriers writes styles, of which the page complains.
    @Test void everybodyCanUseIt() {
        try (var observed = TestBrowser.open()) {
            for (int width : new int[] {390, 1440}) {
                Page page = observed.newcomer(new NewContextOptions().setLocale("pt-BR").setViewportSize(width, 844));
                page.navigate(server.address() + "/pt-BR/examples/tentar-e-capturar?step=2&decisions=%5B%7B%22change%22:%7B%22eventId%22:2,%22pointer%22:%22%22,%22value%22:1%7D%7D%5D");
                page.locator("body[data-ready=yes]").waitFor();
                for (String tab : new String[] {"change", "variables", "compare", "then", "log"}) {
                    open(page, tab);
                    page.locator("#panel-" + tab + " h2").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
                    assertThat(TestBrowser.barriers(page)).as(tab + " at " + width).isEmpty();
                }
            }
        }
    }

    /// Opens a tab, be it in the row or in the list of those that had no room there.
    private static void open(Page page, String tab) {
        page.locator("#tab-" + tab).dispatchEvent("click");
    }

    private static Page visit(String path) {
        Page page = browser.newcomer();
        page.navigate(server.address() + path);
        page.locator("body[data-ready=yes]").waitFor();
        return page;
    }
}
