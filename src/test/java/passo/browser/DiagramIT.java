package passo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/// The diagram as who looks at it uses it.
class DiagramIT extends BrowserTest {

    private static final String NESTED = """
            {"StartAt": "Prepare", "States": {
              "Prepare": {"Type": "Pass", "Next": "Both"},
              "Both": {"Type": "Parallel", "Next": "Done", "Branches": [
                {"StartAt": "Left", "States": {"Left": {"Type": "Pass", "End": true}}},
                {"StartAt": "Each", "States": {"Each": {"Type": "Map", "ItemsPath": "$.items", "End": true,
                  "ItemProcessor": {"StartAt": "One", "States": {"One": {"Type": "Pass", "End": true}}}}}}]},
              "Done": {"Type": "Succeed"}}}""";

    @Test void itIsMadeLargerAndSmallerAndMovedAndFitsAgain() {
        Page page = shop();
        double fitting = box(svg(page)).width;
        button(page, "Larger").click();
        button(page, "Larger").click();
        assertThat(box(svg(page)).width).isGreaterThan(fitting * 1.5);
        page.keyboard().press("-");
        page.keyboard().press("0");
        assertThat(box(svg(page)).width).isEqualTo(fitting);

        for (int i = 0; i < 6; i++) page.keyboard().press("+");
        BoundingBox before = box(node(page, "SaveOrder"));
        BoundingBox pane = box(page.locator("#panel-diagram"));
        page.mouse().move(pane.x + 60, pane.y + 60);
        page.mouse().down();
        page.mouse().move(pane.x + 20, pane.y + 40);
        page.mouse().up();
        BoundingBox after = box(node(page, "SaveOrder"));
        assertThat(after.x - before.x).isBetween(-41.0, -39.0);
        assertThat(after.y - before.y).isBetween(-21.0, -19.0);
    }

    @Test void aContainerFoldsAndItsHandleStaysUnderThePointer() {
        Page page = drawn(NESTED);
        BoundingBox handle = box(handle(page, "Both"));
        handle(page, "Both").click();

        assertThat(node(page, "Both")).containsText("Parallel · 2 branches · 3 states");
        assertThat(node(page, "Left")).hasCount(0);
        assertThat(box(handle(page, "Both")).x).isBetween(handle.x - 1, handle.x + 1);
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#told .badge.loud")).containsText("Failed");
        assertThat(node(page, "Left")).hasCount(0);
        handle(page, "Both").click();
        assertThat(node(page, "Left")).hasCount(1);
    }

    @Test void bracketsFoldWhatIsInFocusElseEverything() {
        Page page = drawn(NESTED);
        node(page, "One").focus();
        page.keyboard().press("[");

        assertThat(node(page, "One")).hasCount(0);
        assertThat(node(page, "Left")).hasCount(1);
        node(page, "Each").focus();
        page.keyboard().press("[");
        assertThat(node(page, "Both")).containsText("3 states");
        page.locator("#flow").focus();
        page.keyboard().press("]");
        assertThat(node(page, "One")).hasCount(1);
        handle(page, "Each").focus();
        page.keyboard().press("Enter");
        assertThat(node(page, "One")).hasCount(0);
        assertThat(handle(page, "Each")).isFocused();
    }

    @Test void theDrawingFollowsTheTextAndWhatOneLooksAtStaysWhereItIs() {
        Page page = drawn(NESTED);
        button(page, "Larger").click();
        page.locator("#panel-definition .cm-line").nth(1).click();
        page.keyboard().press("End");
        for (int i = 0; i < "Both\"},".length(); i++) page.keyboard().press("ArrowLeft");
        assertThat(node(page, "Prepare")).hasClass(Pattern.compile("pointed"));
        BoundingBox before = box(node(page, "Prepare").locator("> .kind"));
        page.keyboard().insertText("Extra\"},\n    \"Extra\": {\"Type\": \"Pass\", \"Next\": \"");

        assertThat(node(page, "Extra")).hasCount(1);
        page.locator("[data-newer]").waitFor();
        BoundingBox after = box(node(page, "Prepare").locator("> .kind"));
        assertThat(after.width - before.width).isBetween(-1.0, 1.0);
        assertThat(after.x - before.x).isBetween(-1.0, 1.0);
        assertThat(after.y - before.y).isBetween(-1.0, 1.0);
        page.keyboard().insertText("half");
        page.locator("[data-earlier]").waitFor();
        assertThat(node(page, "Extra")).hasCount(1);
        page.keyboard().press("Control+z");
        assertThat(page.locator("[data-earlier]")).isHidden();
    }

    @Test void aRunKeepsItsColoursWhereTheTextIsStillWhatRan() {
        Page page = shop();
        page.locator("#panel-definition .cm-line", new Page.LocatorOptions().setHasText("\"NumericGreaterThan\": 0")).click();
        page.keyboard().press("End");
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("ArrowLeft");
        page.keyboard().type("9");

        assertThat(node(page, "HasItems")).hasAttribute("data-status", "skip");
        assertThat(node(page, "SaveOrder")).hasAttribute("data-status", "ok");
        assertThat(page.locator("[data-newer]")).isVisible();
        page.keyboard().press("Backspace");
        assertThat(node(page, "HasItems")).hasAttribute("data-status", "ok");
        assertThat(page.locator("[data-newer]")).isHidden();
    }

    @Test void aStateLeadsToItsLinesAndItsLinesToTheState() {
        Page page = shop();
        node(page, "OrderRefused").focus();
        page.keyboard().press("e");

        assertThat(page.locator("#cursor")).containsText("line 37");
        assertThat(node(page, "OrderRefused")).hasClass(Pattern.compile("pointed"));
        page.keyboard().press("Control+Home");
        for (int i = 0; i < 6; i++) page.keyboard().press("ArrowDown");
        assertThat(node(page, "HasItems")).hasClass(Pattern.compile("pointed"));
        node(page, "SaveOrder").dblclick();
        assertThat(page.locator("#cursor")).containsText("line 16");
    }

    @Test void aSignLightsItsOtherEndsAndLeadsToThem() {
        Page page = drawn(handled(14));
        Locator arrival = page.locator(".sign", new Page.LocatorOptions().setHasText("6 states"));
        Locator departure = page.locator(".sign", new Page.LocatorOptions().setHasText("Handle")).first();
        departure.hover();

        assertThat(arrival).hasClass(Pattern.compile("lit"));
        departure.focus();
        page.keyboard().press("Enter");
        assertThat(arrival).isFocused();
        assertThat(page.locator(".sign.lit")).hasCount(7);
        page.keyboard().press("Enter");
        assertThat(departure).isFocused();
    }

    @Test void itIsSavedWithEverythingInIt() throws Exception {
        Page page = shop();
        String file = new String(saved(page, "Save as SVG"), StandardCharsets.UTF_8);
        Document svg = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().parse(new java.io.ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));

        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).contains("SaveOrder: then NotifyCustomer");
        assertThat(Pattern.compile("(href|src)=\"([^\"]*)\"|url\\(([^)]{0,40})").matcher(file).results().map(found -> found.group()))
                .allMatch(reference -> reference.startsWith("href=\"#") || reference.startsWith("url(data:font/woff2"));
        assertThat(file).doesNotContain("var(", "class=", "data-", "tabindex", "oklab", "light-dark");
        assertThat(saved(page, "Save as PNG")).asInstanceOf(InstanceOfAssertFactories.BYTE_ARRAY).startsWith(0x89, 'P', 'N', 'G').hasSizeGreaterThan(20_000);
    }

    @Test void onPaperItStandsAlone() {
        Page page = shop();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(svg(page)).isVisible();
        assertThat(page.locator("#code")).isHidden();
        assertThat(page.locator("#told")).isHidden();
        assertThat(page.locator("header.top")).isHidden();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    /// In a browser of its own: what looks for barriers writes styles, of which the page complains.
    @Test void everybodyCanUseIt() {
        try (var observed = TestBrowser.open()) {
            Page page = observed.newcomer(new NewContextOptions().setLocale("pt-BR").setViewportSize(1440, 900));
            open(page, "/pt-BR/examples/pedido-da-loja");
            write(page, NESTED);
            handle(page, "Each").click();
            assertThat(node(page, "One")).hasCount(0);
            assertThat(TestBrowser.barriers(page)).isEmpty();
            write(page, handled(14));
            page.locator(".sign").first().waitFor();
            page.locator(".canvas .menu summary").click();
            assertThat(TestBrowser.barriers(page)).isEmpty();
        }
    }

    private static Page shop() {
        return open(browser.newcomer(), "/en/examples/pedido-da-loja");
    }

    private static Page open(Page page, String path) {
        page.navigate(server.address() + path);
        page.locator("body[data-ready=yes]").waitFor();
        return page;
    }

    private static Page drawn(String definition) {
        Page page = shop();
        write(page, definition);
        return page;
    }

    /// And waits until it is drawn.
    private static void write(Page page, String definition) {
        page.locator("#panel-definition .cm-content").click();
        page.keyboard().press("Control+a");
        page.keyboard().insertText(definition);
        page.locator(".diagram .node[data-state='%s']".formatted(definition.replaceAll("(?s).*?\"StartAt\": \"(\\w+)\".*", "$1"))).waitFor();
    }

    private static byte[] saved(Page page, String item) throws IOException {
        page.locator(".canvas .menu summary").click();
        var download = page.waitForDownload(() -> button(page, item).click());
        try (InputStream file = download.createReadStream()) {
            return file.readAllBytes();
        }
    }

    /// A chain of tasks whose errors are all caught by one state.
    private static String handled(int tasks) {
        String chain = IntStream.rangeClosed(1, tasks).mapToObj(i -> """
                "S%d": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:f", %s,
                  "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Handle"}]}""".formatted(i, i == tasks ? "\"End\": true" : "\"Next\": \"S%d\"".formatted(i + 1)))
                .collect(Collectors.joining(", "));
        return "{\"StartAt\": \"S1\", \"States\": {" + chain + ", \"Handle\": {\"Type\": \"Fail\"}}}";
    }

    private static Locator svg(Page page) {
        return page.locator(".canvas > .diagram");
    }

    private static Locator node(Page page, String state) {
        return page.locator(".diagram .node[data-state='%s']".formatted(state));
    }

    private static Locator handle(Page page, String state) {
        return page.locator(".diagram .handle[data-fold='%s']".formatted(state));
    }

    private static Locator button(Page page, String name) {
        return page.locator("#panel-diagram button").and(page.locator("[aria-label='%1$s'], :text('%1$s')".formatted(name)));
    }

    private static BoundingBox box(Locator locator) {
        return locator.boundingBox();
    }
}
