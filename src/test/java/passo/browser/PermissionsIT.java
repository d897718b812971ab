package passo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/// What the roles of a run were used for, in its panel.
class PermissionsIT extends BrowserTest {

    private static final String ROLE = """
            {"lambda": {}, "dynamodb": {"orders": {"partitionKey": {"name": "id", "type": "S"}}}, "role": "machine", "roles": {"machine": {
              "trust": {"Statement": {"Effect": "Allow", "Principal": {"Service": "states.amazonaws.com"}, "Action": "sts:AssumeRole"}},
              "policy": {"Statement": {"Sid": "Tables", "Effect": "Allow", "Action": "dynamodb:Get*", "Resource": "*"}}}}}""";

    @Test void aRunWithoutRolesSaysTheSmallestPolicyThatWouldDo() {
        Page page = browser.newcomer();
        open(page, "/en/examples/pedido-da-loja");
        openTab(page, "permissions");
        page.locator("#panel-permissions summary").click();

        assertThat(page.locator("#panel-permissions")).containsText("no policy: everything is allowed");
        assertThat(page.locator("#panel-permissions pre")).containsText("\"Sid\": \"DynamodbPutItem\"");
    }

    /// In a browser of its own: what looks for barriers writes styles, of which the page complains.
    @Test void everybodyCanUseIt() {
        try (var observed = TestBrowser.open()) {
            Page page = observed.newcomer(new NewContextOptions().setLocale("pt-BR").setViewportSize(390, 844));
            open(page, "/pt-BR/examples/pedido-da-loja");
            page.evaluate("world => document.querySelector('[name=world]').value = world", ROLE);
            page.locator(".phone-dock button[type=submit]").click();
            openTab(page, "permissions");

            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
            assertThat(page.locator("#panel-permissions")).containsText("nenhuma declaração permite");
            assertThat(page.locator("#panel-permissions")).containsText("Tables: nada precisou de dynamodb:Get*.");
            assertThat(TestBrowser.barriers(page)).isEmpty();
        }
    }

    private static void open(Page page, String path) {
        page.navigate(server.address() + path);
        page.locator("body[data-ready=yes]").waitFor();
    }
}
