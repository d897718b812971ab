package passo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import passo.web.RunningServer;

/// A workflow leaves the playground by a link and is opened by somebody else; and the gallery.
class ShareIT extends BrowserTest {

    static final Pattern LINK = Pattern.compile(".*/w/[0-9a-v]{24}");

    @Test void whatLooksPrivateIsPointedOutAndReplacedBeforeTheLinkIsMade() {
        Page page = open(browser.newcomer(), "/pt-BR/examples/ola");
        write(page, "{\"nome\": \"Eva\", \"cpf\": \"529.982.247-25\",\n \"email\": \"eva@correio.com.br\"}");

        page.locator("#share-open").click();
        assertThat(page.locator("#share")).containsText("2 dados parecem particulares.");
        assertThat(page.locator("#share .found li").first()).containsText("CPF Entrada, linha 1");
        assertThat(page.locator("#share-do")).hasText("Criar assim mesmo");
        page.locator("#share .found li button").first().click();
        assertThat(page.locator("#share")).containsText("Um dado parece particular.");
        assertThat(page.locator("#text-input")).hasValue("{\"nome\": \"Eva\", \"cpf\": \"111.444.777-35\",\n \"email\": \"eva@correio.com.br\"}");
        page.keyboard().press("Enter");
        assertThat(page.locator("#share")).containsText("Nada aqui parece chave");
        assertThat(page.locator("#share-do")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#link-url")).hasValue(LINK);
        page.keyboard().press("Escape");
        assertThat(page.locator("#share")).isHidden();
    }

    @Test void allThatLooksPrivateIsReplacedAtOnce() {
        Page page = open(browser.newcomer(), "/en/examples/ola");
        write(page, "{\"name\": \"Eva\", \"mail\": \"eva@correio.com.br\", \"phone\": \"+55 (11) 98765-4321\", \"cpf\": 52998224725}");

        page.locator("#share-open").click();
        page.locator("#share [value=all]").click();
        assertThat(page.locator("#share")).containsText("Nothing in it looks like a key");
        assertThat(page.locator("#text-input")).hasValue("{\"name\": \"Eva\", \"mail\": \"ana@example.com\", \"phone\": \"+55 11 90000-0000\", \"cpf\": 11144477735}");
    }

    @Test void aLinkOpensAtTheStepItWasMadeAtForSomebodyElse() {
        Page maker = open(browser.newcomer(), "/en/examples/pedido-da-loja");
        String url = share(maker, "Where is my order?");

        Page other = browser.newcomer();
        other.navigate(url);
        assertThat(other.locator("h1")).hasText("Where is my order?");
        assertThat(other.locator("#told")).containsText("Failed");
        assertThat(other.locator(".opened")).containsText("Opened from a link.");
        assertThat(other.locator("#run")).hasAttribute("data-step", "3");
        assertThat(other.locator("meta[property='og:title']")).hasAttribute("content", "Where is my order?");
        assertThat(other.locator("meta[name=robots]")).hasAttribute("content", "noindex");
    }

    @Test void whoRemixesEditsADraftAndTheLinkStaysWhatItWas() {
        String url = share(open(browser.newcomer(), "/en/examples/ola"), "Hello");

        Page other = browser.newcomer();
        other.navigate(url);
        other.locator("body[data-ready=yes]").waitFor();
        other.locator("#remix").click();
        assertThat(other.locator(".opened")).containsText("This is your own draft. The link has not changed.");
        write(other, "{\"name\": \"Rui\"}");
        assertThat(other.locator("#saved")).containsText("saved on this device");
        other.reload();
        assertThat(other.locator("#text-input")).hasValue("{\"name\": \"Rui\"}");
        Page third = browser.newcomer();
        third.navigate(url);
        assertThat(third.locator("#text-input")).not().hasValue("{\"name\": \"Rui\"}");
        other.locator("#reset").click();
        assertThat(other.locator(".opened")).containsText("Opened from a link.");
    }

    @Test void aLinkIsReadAsJson() {
        Page page = browser.newcomer();
        page.navigate(share(open(browser.newcomer(), "/en/examples/ola"), "Hello"));

        String json = page.locator(".opened a").getAttribute("href");
        assertThat(server.get(json).body()).contains("\"title\":\"Hello\"").contains("\"StartAt\\\"");
    }

    @Test void withoutScriptsALinkIsMadeOnAPageOfItsOwn() {
        Page page = browser.newcomer(new NewContextOptions().setLocale("en").setJavaScriptEnabled(false));
        page.navigate(server.address() + "/en/examples/ola");
        page.locator("#text-input").fill("{\"name\": \"Eva\", \"mail\": \"eva@correio.com.br\"}");
        page.locator("#share-open").click();

        assertThat(page.locator("main")).containsText("One thing looks private.");
        page.locator("[name=replace]").click();
        assertThat(page.locator("main")).containsText("Nothing in it looks like a key");
        page.locator("#share-name").fill("By hand");
        page.locator("#share-do").click();
        page.locator(".link-made a").click();
        assertThat(page.locator("h1")).hasText("By hand");
        assertThat(page.locator("#text-input")).hasValue(Pattern.compile(".*ana@example\\.com.*", Pattern.DOTALL));
        assertThat(page.locator("#told")).containsText("Succeeded");
    }

    @Test void whatCannotBeReadYetIsNotShared() {
        Page page = open(browser.newcomer(), "/en/examples/ola");
        write(page, "{\"name\": ");

        page.locator("#share-open").click();
        assertThat(page.locator("#share")).containsText("Input cannot be read yet: see line 1.");
        assertThat(page.locator("#share-do")).hasCount(0);
    }

    @Test void aLinkThatWasNeverMadeSaysSoAndShowsAWayOut() {
        var answer = server.get("/pt-BR/w/nothing");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("href=\"/pt-BR/\"");
    }

    @Test void theGalleryShowsWhatThereIsAndOpensIt() {
        Page page = open(browser.newcomer(), "/en/");
        page.locator("nav.tabs a", new Page.LocatorOptions().setHasText("Gallery")).click();

        assertThat(page.locator(".card")).hasCount(13);
        assertThat(page.locator("#viagem-com-saga")).containsText("Lambda");
        page.locator("#viagem-com-saga summary").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#viagem-com-saga .tries li")).hasCount(3);
        page.locator("#viagem-com-saga h3 a").click();
        assertThat(page.locator("h1")).hasText("A trip with a saga");
        assertThat(page.locator("#told")).containsText("TripNotBooked");
        page.locator("#tries summary").click();
        assertThat(page.locator("#tries li")).hasCount(3);
    }

    @Test void allOfItFitsAPhone() {
        Page page = browser.newcomer(phone());
        page.navigate(server.address() + "/pt-BR/gallery");
        assertFits(page);
        open(page, share(open(browser.newcomer(), "/en/examples/ola"), "Um título tão comprido que não cabe numa linha de telefone").substring(server.address().length()));
        assertThat(page.locator(".opened")).isVisible();
        assertFits(page);
        page.locator("#share-open").click();
        assertThat(page.locator("#share-do")).isVisible();
        assertFits(page);
    }

    /// In a browser of its own: what looks for barriers writes styles, of which the page complains.
    @Test void nothingStandsInAnybodysWay() {
        try (var own = TestBrowser.open()) {
            Page page = open(own.newcomer(phone()), "/pt-BR/gallery");
            page.locator("#aprovar-despesa summary").click();
            assertThat(TestBrowser.barriers(page)).as("gallery").isEmpty();
            open(page, "/pt-BR/examples/aprovar-despesa");
            page.locator("#tries summary").click();
            assertThat(TestBrowser.barriers(page)).as("what to try").isEmpty();
            Page wide = open(own.newcomer(), "/en/examples/ola");
            write(wide, "{\"mail\": \"eva@correio.com.br\"}");
            wide.locator("#share-open").click();
            assertThat(wide.locator("#share .found")).isVisible();
            assertThat(TestBrowser.barriers(wide)).as("dialog").isEmpty();
            wide.locator("#share-do").click();
            assertThat(wide.locator("#link-url")).isVisible();
            assertThat(TestBrowser.barriers(wide)).as("link").isEmpty();
            wide.navigate(wide.locator("#link-url").inputValue());
            assertThat(TestBrowser.barriers(wide)).as("shared").isEmpty();
        }
    }

    @Test void everyTextComesFromTheMessageFiles() {
        try (var marked = RunningServer.withMarkedTexts()) {
            Page page = browser.newcomer();
            page.navigate(marked.address() + "/en/gallery");
            assertThat(TestBrowser.plainTexts(page)).isEmpty();
            page.navigate(marked.address() + "/en/examples/viagem-com-saga");
            page.locator("body[data-ready=yes]").waitFor();
            write(page, "{\"mail\": \"eva@correio.com.br\"}");
            page.locator("#share-open").click();
            page.locator("#share .found").waitFor();
            assertThat(TestBrowser.plainTexts(page)).isEmpty();
            page.locator("#share-do").click();
            page.navigate(page.locator("#link-url").inputValue());
            assertThat(TestBrowser.plainTexts(page)).isEmpty();
            page.close();
        }
    }

    private static NewContextOptions phone() {
        return new NewContextOptions().setLocale("pt-BR").setViewportSize(390, 844).setColorScheme(ColorScheme.DARK).setHasTouch(true);
    }

    private static void assertFits(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    }

    private static Page open(Page page, String path) {
        page.navigate(server.address() + path);
        if (!path.endsWith("/gallery")) page.locator("body[data-ready=yes]").waitFor();
        return page;
    }

    /// The address of a link to what is on the page.
    private static String share(Page page, String title) {
        page.locator("#share-open").click();
        page.locator("#share-name").fill(title);
        page.locator("#share-do").click();
        return page.locator("#link-url").inputValue();
    }

    private static void write(Page page, String input) {
        page.locator("#tab-input").click();
        page.locator("#panel-input .cm-content").click();
        page.keyboard().press("ControlOrMeta+A");
        page.keyboard().insertText(input);
    }
}
