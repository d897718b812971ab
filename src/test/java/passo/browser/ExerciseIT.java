package passo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// An exercise, by mouse and by keyboard: what is asked, what the tests say, their runs in the trace, hints, and attempts.
class ExerciseIT extends BrowserTest {

    @Test void aNewcomerPassesTheFirstExercise() throws IOException {
        Page page = visit("/en/exercises/ola-estado");
        write(page, text("ola-estado/solutions/reference.asl.json"));
        page.keyboard().press("Control+Enter");

        assertThat(page.locator("#passed h3")).hasText("Passed, with everything there is to earn.");
        assertThat(page.locator("#attempts summary")).hasText("Attempt 1");
        page.locator("#onward").click();
        page.waitForURL("**/exercises/cadeia-de-passos");
        assertThat(page.locator(".trail.mini .done").first()).hasAttribute("aria-label", "Hello, state");
    }

    @Test void theMessagesLeadToTheAnswer() throws IOException {
        Page page = visit("/pt-BR/exercises/pedido-sumiu");
        page.keyboard().press("Control+Enter");

        assertThat(page.locator("details.test[open] .lost")).containsText("Onde se perdeu $.pedidoId");
        assertThat(page.locator("#to-trace")).hasText("Abrir no rastro, passo 1");
        write(page, text("pedido-sumiu/wrong/so-o-primeiro.asl.json"));
        page.keyboard().press("Control+s");

        assertThat(page.locator("#tests .note .say")).containsText("A mensagem saiu certa.");
        assertThat(page.locator("details.test[open] .diff tbody tr").first()).hasText(Pattern.compile("pedidoId\\s*\"P-100\"\\s*nada\\s*falta"));
        assertThat(page.locator("#to-trace")).hasText("Abrir no rastro, passo 2");
        write(page, text("pedido-sumiu/solutions/reference.asl.json"));
        page.keyboard().press("Control+Enter");

        assertThat(page.locator("#passed")).containsText("Passou, com tudo o que há para conquistar.");
        assertThat(page.locator("#attempts summary")).hasText("3ª tentativa");
        assertThat(page.locator(".compared tbody tr").first()).hasText(Pattern.compile("A sua2.*ms0,00005.*"));
    }

    @Test void whereTheShapeIsTheLessonItIsShownWithoutNames() {
        Page page = visit("/en/exercises/dois-ramos");

        assertThat(page.locator(".goal .still .shape")).hasCount(2);
        assertThat(page.locator(".goal .still text")).hasCount(0);
    }

    @Test void howTheMachineLogsIsChosenAndKept() throws IOException {
        Page page = visit("/en/exercises/logs-que-contam");
        write(page, text("logs-que-contam/solutions/reference.asl.json"));
        page.locator("#tab-asked").click();
        page.getByLabel("Log level").selectOption("ERROR");
        assertThat(page.locator("#saved")).containsText("saved");
        page.reload();
        page.locator("body[data-ready=yes]").waitFor();
        page.keyboard().press("Control+Enter");

        assertThat(page.locator("#passed")).isVisible();
        page.locator("#attempts summary").click();
        page.locator("#attempts a").first().click();
        assertThat(page.locator("[aria-labelledby=asked-title]")).containsText("\"level\": \"ERROR\"");
    }

    @Test void aHiddenTestThatWasFailedThreeTimesIsTakenByAnotherExample() throws IOException {
        Page page = visit("/en/exercises/pedido-sumiu");
        assertThat(page.navigate(server.address() + "/en/exercises/pedido-sumiu/tests/sem-cliente").status()).isEqualTo(404);
        browser.complaints().removeIf(complaint -> complaint.contains("the server responded with a status of 404"));
        page.goBack();
        page.locator("body[data-ready=yes]").waitFor();
        write(page, text("pedido-sumiu/wrong/cliente-inventado.asl.json"));
        for (int attempt = 1; attempt <= 3; attempt++) {
            page.keyboard().press("Control+Enter");
            assertThat(page.locator("#attempts summary")).hasText("Attempt " + attempt);
        }

        Locator test = page.locator("details.test").filter(new FilterOptions().setHasText("Here is another example of the same kind"));
        test.locator("summary").first().click();
        test.getByText("Open in the trace").click();
        page.waitForURL("**/examples/sem-cliente**");
        page.locator("body[data-ready=yes]").waitFor();
        assertThat(page.locator("#panel-happened .badge.loud")).hasText("Succeeded");
    }

    @Test void theFirstTestThatDoesNotPassIsReachedAndMendedByKeyboardAlone() throws IOException {
        Page page = visit("/en/exercises/pedido-sumiu");
        page.keyboard().press("F6");
        assertThat(page.locator("#statement")).isFocused();
        page.keyboard().press("F6");
        page.keyboard().press("Control+Enter");
        page.locator("#to-trace").waitFor();
        page.keyboard().press("F6");
        assertThat(page.locator("#tests")).isFocused();
        page.keyboard().press("l");
        page.waitForURL("**/tests/caminho-feliz");
        page.locator("body[data-ready=yes]").waitFor();

        assertThat(page.locator("#where")).hasText("step 1 of 2");
        page.locator(".lost button[data-edits]").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#saved")).containsText("saved on this device");
        assertThat(page.locator("#panel-happened .badge.loud")).hasText("Succeeded");
        page.locator(".bar > a").first().focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/exercises/pedido-sumiu");
        page.locator("body[data-ready=yes]").waitFor();
        assertThat(page.locator("#panel-definition .cm-content")).containsText("ResultPath");
    }

    @Test void aHintIsOnThePageOnlyOnceItWasAskedFor() {
        Page page = visit("/en/exercises/pedido-sumiu");
        assertThat(page.content()).doesNotContain("replaces the input", "ResultSelector");

        page.locator("#statement").focus();
        page.keyboard().press("h");
        assertThat(page.locator("#hint-1")).isFocused();
        page.keyboard().press("h");
        assertThat(page.locator("#hint-2")).containsText("A task's result replaces the input");
        page.reload();
        assertThat(page.locator("#hint-2")).containsText("A task's result replaces the input");
        page.locator("button[value='4']").click();
        assertThat(page.locator("#solution")).containsText("\"ResultPath\": null");
    }

    @Test void anAttemptIsLookedAtAgainByWhoMadeItAndNobodyElse() throws IOException {
        Page page = visit("/en/exercises/pedido-sumiu");
        write(page, text("pedido-sumiu/wrong/outputpath.asl.json"));
        page.keyboard().press("Control+Enter");
        page.locator("#to-trace").waitFor();
        write(page, text("pedido-sumiu/solutions/reference.asl.json"));
        page.keyboard().press("Control+Enter");
        page.locator("#passed").waitFor();
        page.locator("#attempts summary").click();
        page.locator("#attempts li").filter(new FilterOptions().setHasText("Attempt 1")).locator("a").click();

        assertThat(page.locator(".code-text")).containsText("OutputPath");
        assertThat(page.locator("details.test").first()).containsText("did not pass");
        Page other = browser.newcomer();
        assertThat(other.navigate(page.url()).status()).isEqualTo(404);
        browser.complaints().removeIf(complaint -> complaint.contains("the server responded with a status of 404"));
        page.locator(".button.next").click();
        page.locator("body[data-ready=yes]").waitFor();
        assertThat(page.locator("#panel-definition .cm-content")).containsText("OutputPath");
    }

    @Test void theNeighboursAreAKeyAway() {
        Page page = visit("/en/exercises/pedido-sumiu");
        page.keyboard().press("j");
        page.waitForURL("**/exercises/*");
        page.locator("body[data-ready=yes]").waitFor();
        page.keyboard().press("k");
        page.waitForURL("**/exercises/pedido-sumiu");
    }

    @Test void rolesAreAPartOfTheAnswer() {
        Page page = visit("/en/exercises/lab-tres-lambdas");
        page.locator("#tab-asked").click();

        assertThat(page.locator("#panel-asked .cm-content")).containsText("role-maquina");
    }

    @Test void theSolutionsAreRefusedBeforeThePass() throws IOException {
        Page page = visit("/en/exercises/pedido-sumiu");
        write(page, text("pedido-sumiu/wrong/outputpath.asl.json"));
        page.keyboard().press("Control+Enter");
        page.locator("#to-trace").waitFor();

        assertThat(page.content()).doesNotContain("/solutions");
        for (String path : new String[]{"/solutions", "/solutions/reference"}) {
            assertThat(page.navigate(server.address() + "/en/exercises/pedido-sumiu" + path).status()).isEqualTo(404);
        }
        browser.complaints().removeIf(complaint -> complaint.contains("the server responded with a status of 404"));
    }

    @Test void whoAskedForASolutionSeesItBesideTheOthers() {
        Page page = visit("/en/exercises/pedido-sumiu");
        page.locator("button[value='4']").click();
        page.getByText("This one beside the others").click();

        assertThat(page.locator(".compared tbody th")).hasText(new String[]{"Reference", "In JSONata"});
        assertThat(page.locator(".sides h2")).hasText(new String[]{"Reference", "In JSONata"});
    }

    @Test void afterThePassOnesOwnTextStandsBesideTheOneInTheOtherLanguageByKeyboardAlone() throws IOException {
        Page page = visit("/en/exercises/escolha-com-default");
        write(page, text("escolha-com-default/solutions/jsonata.asl.json"));
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#passed .golf")).hasText("In the visible tests yours makes 4 transitions. The third star asks for 5 at most: it is yours.");
        page.locator("#to-solutions").focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/solutions");

        assertThat(page.locator(".sides h2")).hasText(new String[]{"Yours", "Reference"});
        assertThat(page.locator(".sides .slab-head .badge")).hasText(new String[]{"JSONata", "JSONPath"});
        assertThat(page.locator(".sides .json").first().locator(".add").first()).containsText("QueryLanguage");
        page.locator("#both").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".sides h2")).hasText(new String[]{"Reference", "In JSONata"});
        page.locator(".sides .slab-head a").last().focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/solutions/jsonata");
        page.locator("body[data-ready=yes]").waitFor();
        assertThat(page.locator("#panel-definition .cm-content")).containsText("JSONata");
    }

    @Test void allOfItIsThereWithoutScripts() throws IOException {
        Page page = browser.newcomer(new NewContextOptions().setLocale("en").setJavaScriptEnabled(false));
        page.navigate(server.address() + "/en/exercises/pedido-sumiu");
        page.locator("#text-definition").fill(text("pedido-sumiu/wrong/so-o-primeiro.asl.json"));
        page.locator(".bar .next").click();

        assertThat(page.locator("#tests .note .say")).containsText("The message came out right.");
        page.locator("#next-hint").click();
        assertThat(page.locator("#hint-1")).containsText("Open step 2 in the trace");
        page.locator("#to-trace").click();
        assertThat(page.locator("#panel-happened")).containsText("Succeeded");
    }

    /// In a browser of its own: what looks for barriers writes styles, of which the page complains.
    @Test void everybodyCanUseIt() throws IOException {
        for (ColorScheme theme : new ColorScheme[]{ColorScheme.LIGHT, ColorScheme.DARK}) {
            try (var observed = TestBrowser.open()) {
                Page desk = observed.newcomer(new NewContextOptions().setLocale("en").setViewportSize(1440, 900).setColorScheme(theme));
                fail(desk, "/en/exercises/pedido-sumiu");
                desk.locator("#next-hint").click();
                desk.locator("#hint-1").waitFor();
                assertThat(TestBrowser.barriers(desk)).isEmpty();

                Page phone = observed.newcomer(new NewContextOptions().setLocale("pt-BR").setViewportSize(390, 844).setColorScheme(theme));
                fail(phone, "/pt-BR/exercises/pedido-sumiu");
                assertThat(TestBrowser.barriers(phone)).isEmpty();
                phone.locator("[data-slab=statement]").click();
                assertThat(TestBrowser.barriers(phone)).isEmpty();
                assertThat((Boolean) phone.evaluate("document.documentElement.scrollWidth <= innerWidth")).isTrue();
                phone.locator("#attempts summary").click();
                phone.locator("#attempts li a").first().click();
                assertThat(TestBrowser.barriers(phone)).isEmpty();

                phone.navigate(server.address() + "/pt-BR/exercises/pedido-sumiu");
                phone.locator("body[data-ready=yes]").waitFor();
                phone.locator("button[value='4']").click();
                phone.locator("#solution a").click();
                assertThat(TestBrowser.barriers(phone)).isEmpty();
                assertThat((Boolean) phone.evaluate("document.documentElement.scrollWidth <= innerWidth")).isTrue();
            }
        }
    }

    private static void fail(Page page, String path) throws IOException {
        page.navigate(server.address() + path);
        page.locator("body[data-ready=yes]").waitFor();
        write(page, text("pedido-sumiu/wrong/so-o-primeiro.asl.json"));
        page.keyboard().press("Control+Enter");
        page.locator("#tests .note .say").waitFor();
    }

    private static Page visit(String path) {
        Page page = browser.newcomer();
        page.navigate(server.address() + path);
        page.locator("body[data-ready=yes]").waitFor();
        return page;
    }

    /// Writes a text in the place of the definition.
    private static void write(Page page, String text) {
        if (page.locator("[data-slab=code]").isVisible()) page.locator("[data-slab=code]").click();
        page.locator("#panel-definition .cm-content").click();
        page.keyboard().press("Control+a");
        page.keyboard().insertText(text);
    }

    private static String text(String file) throws IOException {
        return Files.readString(Path.of("exercises", file));
    }
}
