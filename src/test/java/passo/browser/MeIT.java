package passo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import passo.web.RunningServer;

/// What is kept of a learner: reached from another browser, taken home, deleted, brought back.
class MeIT extends BrowserTest {

    @Test void twoBrowsersShareTheirProgressByAPhrase() {
        Page laptop = browser.newcomer();
        note(laptop, "from the laptop");
        String phrase = phrase(laptop);
        Page phone = browser.newcomer(new NewContextOptions().setLocale("pt-BR").setViewportSize(390, 844));
        skip(phone);
        visit(phone, "/pt-BR/learn");
        phone.locator("#places summary").click();
        phone.locator("#places").getByText("Meus dados").click();
        phone.locator("#phrase").fill(phrase.toUpperCase().replace(" ", " - "));
        phone.getByText("Continuar de onde parei").click();

        assertThat(phone.locator("#me-said")).hasText("Pronto: este navegador continua de onde você parou.");
        assertThat(phone.locator(".things")).containsText("uma anotação");
        assertThat(visit(phone, "/pt-BR/learn/deliverable").locator("#note")).hasValue("from the laptop");
        phone.locator("#note").fill("from the phone");
        phone.waitForResponse("**/note", () -> phone.locator("#note").blur());
        assertThat(visit(laptop, "/en/learn/deliverable").locator("#note")).hasValue("from the phone");
    }

    @Test void whatWasBegunHereComesAlongWhereThatIsWished() {
        Page first = browser.newcomer();
        note(first, "the older one");
        String phrase = phrase(first);
        Page second = browser.newcomer();
        note(second, "the newer one");
        enter(second, phrase, true);
        assertThat(visit(first, "/en/learn/deliverable").locator("#note")).hasValue("the newer one");
        Page third = browser.newcomer();
        note(third, "of somebody else");
        enter(third, phrase, false);

        assertThat(visit(first, "/en/learn/deliverable").locator("#note")).hasValue("the newer one");
    }

    @Test void exportedAndDeletedAFileBringsAllBack() throws IOException {
        Page page = browser.newcomer();
        note(page, "to be kept");
        String phrase = phrase(page);
        visit(page, "/en/me");
        Download download = page.waitForDownload(() -> page.getByText("Download my data").click());
        byte[] file = Files.readAllBytes(download.path());
        assertThat(download.suggestedFilename()).matches("passo-\\d{4}-\\d\\d-\\d\\d\\.json");
        page.getByText("Delete my data").click();
        assertThat(page.locator(".things")).containsText("one note");
        page.locator("button", new Page.LocatorOptions().setHasText("Delete everything")).click();
        assertThat(page.locator("#me-said")).containsText("Everything is deleted.");
        assertThat(page.context().cookies().stream().map(cookie -> cookie.name)).doesNotContain("learner");
        assertThat(page.locator("main")).containsText("Nothing of yours is kept yet.");
        enter(page, phrase, false);
        assertThat(page.locator("#me-said")).containsText("No progress has this phrase.");
        bring(page, file);

        assertThat(page.locator("#me-said")).containsText("All that was in the file is here.");
        assertThat(visit(page, "/en/learn/deliverable").locator("#note")).hasValue("to be kept");
        assertThat(page.context().cookies().stream().filter(cookie -> cookie.name.equals("learner"))).allSatisfy(cookie -> {
            assertThat(cookie.httpOnly).isTrue();
            assertThat(cookie.sameSite.name()).isEqualTo("LAX");
        });
    }

    @Test void aPhraseThatLeadsNowhereIsRefusedKindly() {
        Page page = browser.newcomer();
        visit(page, "/pt-BR/me");
        enter(page, "praia areia", false);
        assertThat(page.locator("#me-said")).hasText("A frase tem 6 palavras; aqui há 2.");
        enter(page, "praia areia lua xyzzy vale vento", false);
        assertThat(page.locator("#me-said")).containsText("Esta palavra não está na nossa lista: xyzzy.");
        enter(page, "praia areia lua vale xyzzy plugh", false);
        assertThat(page.locator("#me-said")).hasText("Estas palavras não estão na nossa lista: xyzzy, plugh. Confira como elas foram anotadas.");
        enter(page, "praia areia lua ilha vale vento", false);

        assertThat(page.locator("#me-said")).containsText("Nenhum progresso tem esta frase.");
        assertThat(page.locator("#phrase")).hasValue("praia areia lua ilha vale vento");
        assertThat(page.locator("#phrase")).hasAttribute("aria-invalid", "true");
    }

    @Test void aFileThatIsNoneOfOursIsRefusedWithItsReason(@TempDir Path folder) throws IOException {
        Page page = visit(browser.newcomer(), "/en/me");
        bring(page, "{\"passo\": 1,\n oops".getBytes(StandardCharsets.UTF_8));
        assertThat(page.locator("#me-said")).hasText("The file is not whole JSON: reading stopped at line 2, column 2. Nothing was taken.");
        bring(page, "{\"StartAt\": \"A\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(page.locator("#me-said")).containsText("was not downloaded from My data");
        bring(page, "{\"passo\": 1, \"tables\": {\"plan\": [{\"path\": \"\", \"goal\": 9, \"skipped\": \"[]\"}]}}".getBytes(StandardCharsets.UTF_8));
        assertThat(page.locator("#me-said")).hasText("In the file, plan[0].goal has a value that it cannot have. Nothing was taken.");
        page.locator("#file").setInputFiles(Files.write(folder.resolve("large.json"), new byte[33 << 20]));
        page.locator("form:has(#file) button").click();
        assertThat(page.locator("#me-said")).hasText("The file has 33 MB and the limit is 32 MB. Nothing was taken.");
    }

    @Test void aNewPhraseReplacesTheOneBefore() {
        Page page = browser.newcomer();
        note(page, "mine");
        String before = phrase(page);
        visit(page, "/en/me").getByText("Make another phrase").click();
        assertThat(page.locator("#phrase-words li")).hasCount(6);
        Page other = visit(browser.newcomer(), "/en/me");
        enter(other, before, false);

        assertThat(other.locator("#me-said")).containsText("No progress has this phrase.");
        assertThat(visit(page, "/en/me/phrase").url()).endsWith("/en/me");
        assertThat(page.locator("#phrase-words")).hasCount(0);
    }

    @Test void theKeyboardIsEnough() {
        Page page = visit(browser.newcomer(), "/en/me");
        page.locator(".button.next").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#phrase-words li")).hasCount(6);
        String phrase = page.locator("#phrase-words").innerText();
        Page other = visit(browser.newcomer(), "/en/me");
        other.locator(".button.next").focus();
        other.keyboard().press("Tab");
        assertThat(other.locator("#phrase")).isFocused();
        other.keyboard().type(phrase.replaceAll("\\s+", " "));
        other.keyboard().press("Enter");

        assertThat(other.locator("#me-said")).containsText("Done:");
    }

    @Test void nothingNeedsScripts() throws IOException {
        Page page = browser.newcomer(new NewContextOptions().setLocale("pt-BR").setJavaScriptEnabled(false));
        visit(page, "/pt-BR/learn/deliverable").locator("#note").fill("sem scripts");
        page.getByText("Salvar minhas anotações").click();
        String phrase = phrase(page);
        visit(page, "/pt-BR/me");
        byte[] file = Files.readAllBytes(page.waitForDownload(() -> page.getByText("Baixar meus dados").click()).path());
        bring(page, file);
        assertThat(page.locator("#me-said")).containsText("Tudo o que estava no arquivo está aqui.");
        enter(page, phrase, true);
        assertThat(page.locator("#me-said")).containsText("Pronto");
        page.getByText("Apagar meus dados").click();
        page.locator("main form button").click();

        assertThat(page.locator("#me-said")).containsText("Tudo foi apagado.");
    }

    @Test void everyTextIsInTheMessageFiles() {
        try (var marked = RunningServer.withMarkedTexts(); var observed = TestBrowser.open()) {
            Page page = observed.newcomer();
            page.navigate(marked.address() + "/en/me");
            assertThat(TestBrowser.plainTexts(page)).isEmpty();
            page.locator(".button.next").click();
            assertThat(TestBrowser.plainTexts(page)).isEmpty();
            page.navigate(marked.address() + "/en/me/delete");
            assertThat(TestBrowser.plainTexts(page)).isEmpty();
        }
    }

    /// In a browser of its own: what looks for barriers writes styles, of which the page complains.
    @Test void everybodyCanUseIt() {
        try (var observed = TestBrowser.open()) {
            for (int width : new int[] {1440, 390}) {
                for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    Page page = observed.newcomer(new NewContextOptions().setLocale("pt-BR").setViewportSize(width, 844).setColorScheme(scheme));
                    note(page, "minhas");
                    visit(page, "/pt-BR/me");
                    isOpenToAll(page);
                    enter(page, "praia", false);
                    assertThat(page.locator("#me-said")).isVisible();
                    isOpenToAll(page);
                    visit(page, "/pt-BR/me").locator(".button.next").click();
                    assertThat(page.locator("#phrase-words li")).hasCount(6);
                    isOpenToAll(page);
                    visit(page, "/pt-BR/me/delete");
                    isOpenToAll(page);
                }
            }
        }
    }

    private static void isOpenToAll(Page page) {
        assertThat(TestBrowser.barriers(page)).isEmpty();
        assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isTrue();
        assertThat(page.locator(".button.next").count()).isLessThanOrEqualTo(1);
    }

    private static Page visit(Page page, String path) {
        page.navigate(server.address() + path);
        return page;
    }

    private static void note(Page page, String text) {
        visit(page, "/en/learn/deliverable").locator("#note").fill(text);
        page.waitForResponse("**/note", () -> page.locator("#note").blur());
    }

    /// Begins something else.
    private static void skip(Page page) {
        visit(page, "/pt-BR/learn");
        page.evaluate("fetch('/drafts/mine', {method: 'POST', body: new URLSearchParams({definition: '{}', input: '', world: '{}'})})");
    }

    private static String phrase(Page page) {
        visit(page, "/en/me").locator(".button.next").click();
        assertThat(page.locator("#phrase-words li")).hasCount(6);
        return String.join(" ", page.locator("#phrase-words li").allInnerTexts()).strip();
    }

    /// @param along where something was begun here
    private static void enter(Page page, String phrase, boolean along) {
        if (!page.url().contains("/me")) visit(page, "/en/me");
        page.locator("#phrase").fill(phrase);
        if (page.locator("[name=along]").count() > 0) page.locator("[name=along]").setChecked(along);
        page.locator("form:has(#phrase) button").click();
    }

    private static void bring(Page page, byte[] file) {
        page.locator("#file").setInputFiles(new FilePayload("passo.json", "application/json", file));
        page.locator("form:has(#file) button").click();
    }
}
