package passo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import passo.web.RunningServer;

/// The playground as its visitors meet it. Nothing here may make the console complain or ask another server.
class PlaygroundIT extends BrowserTest {

    static final String WAITING = """
            {"StartAt": "Ask", "States": {"Ask": {"Type": "Task", "Resource": "arn:aws:states:us-east-1:111122223333:activity:Approve", "End": true}}}""";
    static final String ACTIVITY = "{\"activities\": {\"Approve\": {}}}";

    @Test void aNewcomerMeetsAFailureThatIsAlreadyDrawn() {
        Page page = visit("/");

        assertThat(page.locator("#panel-happened .badge.loud")).hasText("Failed");
        assertThat(page.locator(".node[data-state=NotifyCustomer]")).hasAttribute("data-status", "fail");
        assertThat(page.locator(".lost")).containsText("It existed up to SaveOrder. There the answer of DynamoDB replaced the whole input.");
        assertThat(page.locator(".guide")).containsText("This workflow fails. Press Run and see where.");
        assertThat(page.locator(".lens[data-status=fail]").first()).containsText("$.orderId does not get here.");
    }

    @Test void runsAndStepsByKeyboardAlone() {
        Page page = visit("/");

        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".guide [aria-current=step]")).hasText("2See where the data was lost");
        page.keyboard().press("Home");
        assertThat(page.locator("#said")).hasText("Step 1, HasItems: succeeded.");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#said")).hasText("Step 2, SaveOrder: succeeded.");
        page.keyboard().press("End");
        assertThat(page.locator("#said")).hasText("Step 3, NotifyCustomer: failed.");
        page.keyboard().press("l");
        assertThat(page.locator("#said")).hasText("Step 2, SaveOrder: succeeded.");
        assertThat(page.locator(".node[data-state=NotifyCustomer]")).hasAttribute("data-ahead", "");
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        page.keyboard().press("Escape");
        page.keyboard().press("F6");
        page.keyboard().press("F6");
        assertThat(page.locator("#flow")).isFocused();
    }

    @Test void oneMendedLineTurnsTheRunGreen() {
        Page page = visit("/");

        write(page, "\"Next\": \"NotifyCustomer\"", "\"ResultPath\": \"$.saved\",");
        page.keyboard().press("Control+Enter");

        assertThat(page.locator("#panel-happened .badge.loud")).hasText("Succeeded");
        assertThat(page.locator(".guide")).containsText("It works.");
        assertThat(page.locator(".lost")).hasCount(0);
    }

    @Test void eachStageOfTheDatasWayCanBeOpened() {
        Page page = visit("/examples/pedido-da-loja?step=2");

        page.locator("#tab-data").click();
        assertThat(page.locator("#stage-ResultPath")).hasAttribute("aria-current", "true");
        assertThat(page.locator("#panel-data .json .gone").first()).containsText("orderId");
        page.locator("#stage-Parameters").click();
        assertThat(page.locator("#stage-Parameters")).hasAttribute("aria-current", "true");
        assertThat(page.locator("#panel-data .json").last()).containsText("TableName");
    }

    @Test void aStateIsTriedByItselfAsItStandsInTheEditor() {
        Page page = visit("/examples/pedido-da-loja?step=2");

        page.keyboard().press("t");
        assertThat(page.locator("#trial-input")).hasValue(Pattern.compile("\"orderId\": \"A-100\""));
        assertThat(page.locator("#tried")).containsText("It would go on to NotifyCustomer.");
        page.locator("[name=trial-answer][value=error]").check();
        page.locator("#trial button").click();
        assertThat(page.locator("#tried")).containsText("No retrier and no catcher takes it");
        write(page, "\"Next\": \"NotifyCustomer\"", "\"Retry\": [{\"ErrorEquals\": [\"States.ALL\"], \"IntervalSeconds\": 5}],");
        page.locator("#trial button").click();
        assertThat(page.locator("#tried")).containsText("Retrier 1 would try again after 5 s.");
        assertThat(page.locator("#tried")).isFocused();
    }

    @Test void aTaskThatWaitsIsAnsweredAndAFailedRunIsRedriven() {
        Page page = visit("/examples/ola");
        page.locator("#tab-world").click();
        page.locator("#world-as-json").check(new Locator.CheckOptions().setForce(true));
        replace(page, "world", ACTIVITY);
        page.locator("#tab-definition").click();
        replace(page, "definition", WAITING);
        page.keyboard().press("Control+Enter");

        assertThat(page.locator("#panel-happened .badge.loud")).hasText("Waiting");
        assertThat(page.locator(".decide h3")).containsText("waiting since 0 s");
        page.locator(".decide [value=failure]").press("Enter");
        assertThat(page.locator("#panel-happened .badge.loud")).hasText("Failed");
        assertThat(page.locator("#panel-happened")).isFocused();
        page.locator("[value=redrive]").press("Enter");
        assertThat(page.locator("#panel-happened .badge.loud")).hasText("Waiting");
        page.locator("[name=decision-output]").fill("{\"approved\": ");
        page.locator("[value=success]").press("Enter");
        assertThat(page.locator("#panel-happened")).containsText("Output of the answer, line 1");
        page.locator("[name=decision-output]").fill("{\"approved\": true}");
        page.locator("[value=success]").press("Enter");
        assertThat(page.locator("#panel-happened .badge.loud")).hasText("Succeeded");
        page.locator("#step-1").click();
        assertThat(page.locator("#panel-happened .json")).containsText("approved");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#panel-happened .badge.loud")).hasText("Waiting");
    }

    @Test void proposesWhatMayStandAtTheCursor() {
        Page page = visit("/");

        write(page, "\"Next\": \"NotifyCustomer\"", "");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Control+Space");
        page.locator(".cm-tooltip-autocomplete li", new Page.LocatorOptions().setHasText("ResultPath")).click();

        assertThat(page.locator("#panel-definition .cm-content")).containsText("\"ResultPath\": ");
    }

    @Test void proposesLessWithEachLetterThatIsTyped() {
        Page page = visit("/");

        write(page, "\"Next\": \"NotifyCustomer\"", "");
        page.keyboard().press("ArrowUp");
        page.keyboard().type("\"ResultP");
        assertThat(page.locator(".cm-tooltip-autocomplete .cm-completionLabel")).hasText("ResultPath");
        page.locator(".cm-tooltip-autocomplete li").click();

        assertThat(page.locator("#panel-definition .cm-content")).containsText("\"ResultPath\": ");
    }

    @Test void marksWhatIsWrongWhileOneTypes() {
        Page page = visit("/");

        write(page, "\"Next\": \"NotifyCustomer\"", "\"Nxt\": 1,");

        assertThat(page.locator(".cm-lint-marker-error").first()).isVisible();
        assertThat(page.locator("#problem-count")).not().hasText("No problem");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#panel-happened .badge.loud")).hasText("Not run");
        assertThat(page.locator("#panel-happened .note").first()).containsText("Nxt");
    }

    @Test void whatWasWrittenSurvivesAReloadUntilItIsReset() {
        Page page = visit("/examples/ola");

        page.locator("#tab-input").click();
        replace(page, "input", "{\"name\": \"Bia\"}");
        page.waitForResponse("**/drafts/ola", () -> {});
        page.reload();
        assertThat(page.locator("#panel-happened .json")).containsText("Hello, Bia.");
        page.locator("#reset").click();
        assertThat(page.locator("#panel-happened .json")).containsText("Hello, Ana.");
    }

    @Test void speaksTheLanguageOfTheBrowserAndTheOther() {
        Page page = browser.newcomer(new NewContextOptions().setLocale("pt-BR").setViewportSize(1440, 900));
        page.navigate(server.address() + "/");

        assertThat(page.locator("html")).hasAttribute("lang", "pt-BR");
        assertThat(page.locator("#panel-happened .badge.loud")).hasText("Falhou");
        page.locator("a[hreflang=en]").click();
        assertThat(page.locator("#panel-happened .badge.loud")).hasText("Failed");
    }

    @Test void isUsableOnAPhone() {
        Page page = browser.newcomer(phone(ColorScheme.LIGHT));
        page.navigate(server.address() + "/en/");

        assertThat(page.locator("#flow")).isVisible();
        assertThat(page.locator("#told")).isHidden();
        assertThat(page.locator(".peek")).containsText("$.orderId");
        page.locator(".phone-dock .next").tap();
        page.locator(".phone-tabs [data-tab=tab-data]").tap();
        assertThat(page.locator(".pipe")).isVisible();
        page.locator(".phone-dock [data-move=back]").tap();
        assertThat(page.locator("#said")).hasText("Step 2, SaveOrder: succeeded.");
        assertThat(page.locator(".pipe")).isVisible();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isTrue();
    }

    @Test void worksWithoutScripts() {
        Page page = browser.newcomer(new NewContextOptions().setLocale("en").setJavaScriptEnabled(false));
        page.navigate(server.address() + "/");

        page.locator("textarea[name=input]").fill("{\"orderId\": \"A-7\", \"customer\": \"Bia\", \"total\": 0}");
        page.locator(".bar .next").click();
        assertThat(page.locator(".say").first()).containsText("Ended at OrderRefused");
        page.locator("#step-1").click();
        assertThat(page.locator("#step-1")).hasAttribute("aria-current", "step");
        assertThat(page.locator("textarea[name=input]")).hasValue("{\"orderId\": \"A-7\", \"customer\": \"Bia\", \"total\": 0}");
        page.locator("#try").click();
        page.locator("#trial-input").fill("{\"total\": 5}");
        page.locator("#trial button").click();
        assertThat(page.locator("#tried")).containsText("It would go on to SaveOrder.");
    }

    /// In a browser of its own: axe brings an inline style, of which the console complains.
    @Test void noPageHasABarrier() {
        try (var observed = TestBrowser.open()) {
            for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (var options : List.of(desk(theme), phone(theme))) {
                    Page page = observed.newcomer(options);
                    for (var path : List.of("/en/", "/pt-BR/examples/mapa", "/en/examples/tentar-e-capturar?step=1&try")) {
                        page.navigate(server.address() + path);
                        page.locator("body[data-ready]").waitFor();

                        assertThat(TestBrowser.barriers(page)).as(path + " " + theme).isEmpty();
                    }
                    page.evaluate("document.getElementById('convert-open').click()");
                    page.locator("#converted .badge").waitFor();
                    assertThat(TestBrowser.barriers(page)).as("converter " + theme).isEmpty();
                    openWaiting(page);
                    assertThat(TestBrowser.barriers(page)).as("waiting " + theme).isEmpty();
                }
            }
        }
    }

    @Test void everyTextComesFromTheMessageFiles() {
        try (var marked = RunningServer.withMarkedTexts()) {
            Page page = browser.newcomer();
            for (var path : List.of("/en/", "/en/examples/tentar-e-capturar?step=1&try", "/en/examples/paralelo", "/en/nowhere")) {
                page.navigate(marked.address() + path);

                assertThat(TestBrowser.plainTexts(page)).as(path).isEmpty();
            }
            page.close();
            browser.complaints().removeIf(complaint -> complaint.contains("404"));
        }
    }

    private static Page visit(String path) {
        Page page = browser.newcomer();
        page.navigate(server.address() + "/en" + path);
        page.locator("body[data-ready]").waitFor();
        return page;
    }

    private static NewContextOptions desk(ColorScheme theme) {
        return new NewContextOptions().setLocale("en").setViewportSize(1440, 900).setColorScheme(theme);
    }

    private static NewContextOptions phone(ColorScheme theme) {
        return new NewContextOptions().setLocale("en").setViewportSize(390, 844).setHasTouch(true).setIsMobile(true).setColorScheme(theme);
    }

    /// A run that waits, as a draft, with the list of what happened in view.
    private static void openWaiting(Page page) {
        page.request().post(server.address() + "/drafts/ola", RequestOptions.create().setHeader("Origin", server.address()).setForm(
                FormData.create().set("type", "STANDARD").set("definition", WAITING).set("input", "{}").set("world", ACTIVITY)));
        page.navigate(server.address() + "/en/examples/ola");
        page.locator("body[data-ready]").waitFor();
        page.evaluate("[...document.querySelectorAll('[data-tab=tab-happened]')].forEach(tab => tab.click())");
        assertThat(page.locator(".decide").first()).isVisible();
    }

    private static Locator editor(Page page, String name) {
        return page.locator("#panel-" + name + " .cm-editor");
    }

    private static void replace(Page page, String name, String text) {
        editor(page, name).locator(".cm-content").click();
        page.keyboard().press("Control+a");
        page.keyboard().insertText(text);
    }

    /// Writes a line above the one that holds this text.
    private static void write(Page page, String before, String text) {
        editor(page, "definition").locator(".cm-line").filter(new FilterOptions().setHasText(before)).first().click();
        page.keyboard().press("Home");
        page.keyboard().press("Enter");
        page.keyboard().press("ArrowUp");
        page.keyboard().insertText(text);
        if (text.isEmpty()) page.keyboard().press("ArrowDown");
    }
}
