package passo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the editor of the definition does for who writes.
class EditorIT extends BrowserTest {

    @Test void aCertainWayOutIsOneKeyAway() {
        Page page = visit("/examples/ola");
        write(page, """
                {"StartAt": "Greet", "States": {"Greet": {"Type": "Pass", "Nxt": "Done"}, "Done": {"Type": "Succeed"}}}""");

        assertThat(page.locator("#problem-count")).not().hasText("No problem");
        page.locator("#problem-count").click();
        page.locator(".cm-panel-lint .cm-diagnosticAction").filter(new FilterOptions().setHasText("Rename to Next")).click();
        assertThat(page.locator("#text-definition")).hasValue(Pattern.compile("\"Next\": \"Done\""));
        assertThat(page.locator("#problem-count")).hasText("No problem");
    }

    @Test void aWayOutBesideTheProblemMendsAndRunsAgain() {
        Page page = visit("/examples/ola");
        write(page, """
                {"StartAt": "Gret", "States": {"Greet": {"Type": "Pass", "End": true}}}""");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#panel-happened .badge.loud")).hasText("Not run");

        page.locator("#panel-happened [data-edits]").first().click();

        assertThat(page.locator("#panel-happened .badge.loud")).hasText("Succeeded");
    }

    @Test void aPathIsCompletedWithWhatTheRunReallyHad() {
        Page page = visit("/");
        line(page, "\"Variable\": \"$.total\"").click();
        page.keyboard().press("End");
        for (int i = 0; i < "total\",".length(); i++) page.keyboard().press("ArrowLeft");
        page.keyboard().type("cu");

        assertThat(page.locator(".cm-tooltip-autocomplete li")).hasText("$.customer\"Ana\"");
        page.locator(".cm-tooltip-autocomplete li").click();
        assertThat(line(page, "\"Variable\": \"$.customertotal\"")).isVisible();
    }

    @Test void aStateIsRenamedWhereverItIsMentioned() {
        Page page = visit("/");
        line(page, "\"Next\": \"NotifyCustomer\"").click();
        page.keyboard().press("End");
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("F2");

        assertThat(page.locator("#rename-name")).hasValue("NotifyCustomer");
        page.locator("#rename-name").fill("SaveOrder");
        page.keyboard().press("Enter");
        assertThat(page.locator("#rename-why")).containsText("There is already a state \"SaveOrder\".");
        page.locator("#rename-name").fill("Tell the customer");
        page.keyboard().press("Enter");
        assertThat(page.locator("#rename")).isHidden();
        assertThat(line(page, "\"Next\": \"Tell the customer\"")).isVisible();
        assertThat(line(page, "\"Tell the customer\": {")).isVisible();
        assertThat(page.locator("#panel-definition .cm-editor")).not().containsText("NotifyCustomer");
    }

    @Test void whatWasWrittenInYamlStaysYaml() {
        Page page = visit("/examples/ola");
        write(page, "# greet\nStartAt:   Greet\nStates:\n  Greet: {Type: Pass, End: true}\n  Other:\n    Type: Succeed\n");

        assertThat(page.locator("#notation")).hasText("As JSON");
        assertThat(page.locator(".cm-lint-marker-error")).hasCount(1);
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#panel-happened .note").first()).containsText("Definition, line 5");
        page.locator("#format").click();
        assertThat(page.locator("#lossy")).containsText("Comments in the text: 1.");
        page.locator("#lossy [value=no]").click();
        assertThat(page.locator("#text-definition")).hasValue(Pattern.compile("^# greet"));
        page.locator("#notation").click();
        page.locator("#lossy [value=yes]").click();
        assertThat(page.locator("#text-definition")).hasValue(Pattern.compile("^\\{\n  \"StartAt\": \"Greet\""));
        assertThat(page.locator("#notation")).hasText("As YAML");
    }

    private static Page visit(String path) {
        Page page = browser.newcomer();
        page.navigate(server.address() + "/en" + path);
        page.locator("body[data-ready]").waitFor();
        return page;
    }

    private static Locator line(Page page, String text) {
        return page.locator("#panel-definition .cm-line").filter(new FilterOptions().setHasText(text)).first();
    }

    /// Writes a text in the place of the definition.
    private static void write(Page page, String text) {
        page.locator("#panel-definition .cm-content").click();
        page.keyboard().press("Control+a");
        page.keyboard().insertText(text);
    }
}
