package passo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Exercises whose answer is no machine: an output is predicted, and tests are written.
class AnswersIT extends BrowserTest {

    private static final Map<String, String> RIGHT = Map.of("entrada-do-passo-2", "saida-do-1", "onde-o-tipo-sumiu", "LerPedido",
            "onde-o-cliente-sumiu", "CalcularFrete", "duracao-da-espera", "30s", "entrada-do-passo-4", "tudo");

    @Test void aWrongPredictionIsAnsweredByItsOwnWordsAndARightOneToo() {
        Page page = phone("pt-BR");
        page.navigate(server.address() + "/pt-BR/exercises/leia-o-rastro");
        RIGHT.forEach((question, answer) -> option(page, question, answer).check());
        option(page, "entrada-do-passo-2", "saida-do-2").check();
        check(page);

        assertThat(page.locator("#verdict")).containsText("4 de 5 respostas estão certas.");
        assertThat(said(page, "entrada-do-passo-2")).containsText("Ainda não. Isto é a saída do passo 2, o que ele entrega adiante.");
        assertThat(said(page, "duracao-da-espera")).containsText("31,2 − 1,2");
        assertThat(page.getByText("2 execuções podem ser abertas quando as respostas estiverem certas.")).isVisible();
        assertThat(option(page, "duracao-da-espera", "30s")).isChecked();
        assertThat(page.navigate(server.address() + "/pt-BR/exercises/leia-o-rastro/runs/1").status()).isEqualTo(404);
        page.goBack();

        option(page, "entrada-do-passo-2", "saida-do-1").check();
        check(page);

        assertThat(page.locator("#verdict")).containsText("Passou.");
        assertThat(page.locator("#verdict")).containsText("O passo que fica vermelho é o que precisou do dado");
        assertThat(page.locator(".button.next")).hasCount(1);
        page.getByText("A primeira execução", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page).hasURL(server.address() + "/pt-BR/exercises/leia-o-rastro/runs/1");
        assertThat(page.locator(".canvas").first()).containsText("AvisarCliente");
        browser.complaints().removeIf(complaint -> complaint.contains("404"));
    }

    @Test void aKeyboardIsEnough() {
        Page page = browser.newcomer();
        page.navigate(server.address() + "/en/exercises/leia-o-rastro");
        for (var right : RIGHT.entrySet()) {
            Locator options = page.locator("input[name='answer." + right.getKey() + "']");
            options.first().focus();
            page.keyboard().press(String.valueOf(options.evaluateAll("(all, id) => all.findIndex(one => one.value === id) + 1", right.getValue())));
        }
        page.keyboard().press("Control+Enter");

        assertThat(page.locator("#verdict")).containsText("Passed.");
        assertThat(page.locator("#verdict")).isFocused();
        String next = page.locator("#next").getAttribute("href");
        page.keyboard().press("j");
        assertThat(page).hasURL(server.address() + next);
    }

    @Test void anEarlierAttemptIsLookedAtAgain() {
        Page page = browser.newcomer();
        page.navigate(server.address() + "/en/exercises/leia-o-rastro");
        option(page, "duracao-da-espera", "31.2s").check();
        check(page);
        option(page, "duracao-da-espera", "30s").check();
        check(page);
        assertThat(page.locator("#attempts summary")).hasText("Attempt 2");
        page.locator("#attempts summary").click();
        page.locator("#attempts a").last().click();

        assertThat(page.locator("#attempts summary")).hasText("Attempt 1");
        assertThat(option(page, "duracao-da-espera", "31.2s")).isChecked();
    }

    @Test void testsThatTellNothingApartAreToldWhatIsMissing() {
        Page page = browser.newcomer();
        page.navigate(server.address() + "/en/exercises/escreva-o-teste");
        page.locator("#check").click();

        assertThat(page.locator("#verdict")).containsText("2 of 7 machines are told apart.");
        assertThat(page.locator(".told-apart li").nth(1)).containsText("What is missing is a test of this kind: boundary.");

        write(page, """
                name: pays at the limit
                input: {pedido: R-1, valor: 500, conta: C-1}
                expect:
                  subset: {situacao: PAGO}
                  visited: [Pago]""");

        assertThat(page.locator(".told-apart li").nth(1)).containsText("Caught by “pays at the limit”. It sends a refund of exactly 500 to approval");
        assertThat(page.locator(".told-apart li").nth(3)).containsText("It does not pass “pays at the limit”.");
        assertThat(page.locator(".told-apart li").nth(3)).containsText("The run should come through Pago.");
    }

    @Test void testsThatCannotBeReadAreToldByLine() {
        Page page = browser.newcomer();
        page.navigate(server.address() + "/pt-BR/exercises/escreva-o-teste");
        write(page, """
                name: no limite é pago
                input: {valor: 500}
                expect:
                  stats: SUCCEEDED""");

        assertThat(page.locator(".faults")).containsText("Linha 4. Aqui não existe \"stats\". Seria \"status\"?");
    }

    @Test void nothingNeedsScripts() {
        Page page = browser.newcomer(new NewContextOptions().setLocale("en").setJavaScriptEnabled(false).setViewportSize(390, 844));
        page.navigate(server.address() + "/en/exercises/leia-o-rastro");
        option(page, "duracao-da-espera", "31.2s").check();
        check(page);
        assertThat(said(page, "duracao-da-espera")).containsText("Subtract the second at which it was entered.");

        page.navigate(server.address() + "/en/exercises/escreva-o-teste");
        page.locator("#tests-text").fill("name: one\ninput: {}\n");
        page.locator("#check").click();
        assertThat(page.locator(".faults")).containsText("Line 1. This test does not say what it expects.");
        assertThat(page.locator("#tests-text")).hasValue("name: one\ninput: {}\n");
    }

    /// In a browser of its own: what looks for barriers writes styles, of which the page complains.
    @Test void everybodyCanUseThem() {
        try (var observed = TestBrowser.open()) {
            Page page = observed.newcomer(new NewContextOptions().setLocale("pt-BR").setViewportSize(390, 844));
            page.navigate(server.address() + "/pt-BR/exercises/leia-o-rastro");
            option(page, "duracao-da-espera", "30s").check();
            option(page, "onde-o-tipo-sumiu", "EsperarPagamento").check();
            check(page);
            said(page, "duracao-da-espera").waitFor();
            assertThat(TestBrowser.barriers(page)).isEmpty();

            page.navigate(server.address() + "/pt-BR/exercises/escreva-o-teste");
            page.locator("#check").click();
            page.locator(".told-apart").waitFor();
            assertThat(TestBrowser.barriers(page)).isEmpty();
            assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        }
    }

    private static Page phone(String language) {
        return browser.newcomer(new NewContextOptions().setLocale(language).setViewportSize(390, 844));
    }

    private static Locator option(Page page, String question, String answer) {
        return page.locator("input[name='answer." + question + "'][value='" + answer + "']");
    }

    private static Locator said(Page page, String question) {
        return page.locator("[id='answer." + question + "-said']");
    }

    private static void check(Page page) {
        page.locator(".questions button[type=submit]").click();
    }

    private static void write(Page page, String tests) {
        page.locator(".field-editor .cm-content").click();
        page.keyboard().press("Control+a");
        page.keyboard().insertText(tests);
        page.locator("#check").click();
    }
}
