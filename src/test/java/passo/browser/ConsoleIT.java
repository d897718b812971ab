package passo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// One's own machines, from the empty list to an alias that leads to two versions, by mouse and by keyboard.
class ConsoleIT extends BrowserTest {

    private static final String YAML = "StartAt: Greet\nStates:\n  Greet:\n    Type: Pass # says hello\n    End: true\n";

    @Test void aMachineIsMadeBlankFromAnExampleAndFromAFile() {
        Page page = browser.newcomer();
        page.navigate(server.address() + "/en/console");
        assertThat(page.locator(".empty h2")).hasText("No machine yet");
        page.getByText("New machine").click();
        make(page, "blank-one");
        page.navigate(server.address() + "/en/console/new");
        page.locator("[name=from][value=example]").check();
        page.locator("#create-example").selectOption("pedido-da-loja");
        make(page, "from-example");
        page.navigate(server.address() + "/en/console/new");
        page.locator("[name=from][value=text]").check();
        page.locator("#create-file").setInputFiles(new FilePayload("greet.asl.yaml", "application/yaml", YAML.getBytes(StandardCharsets.UTF_8)));
        make(page, "");

        assertThat(page.locator("h1")).hasText("greet");
        page.navigate(server.address() + "/en/console");
        assertThat(page.locator(".machines tbody th")).containsText(new String[] {"greet", "from-example", "blank-one"});
    }

    @Test void whatIsEditedBecomesARevisionThatIsComparedRestoredAndDownloaded() {
        Page page = browser.newcomer();
        start(page, "order-fulfilment");
        edit(page, YAML);
        page.locator("#keep").click();
        assertThat(page.locator("#save .told")).containsText("Adds the state Greet.");
        page.locator("#save-note").fill("Greets by name");
        page.getByText("Save as revision 2").click();
        assertThat(page.locator(".revisions li")).hasCount(2);
        page.locator("#revision-2").getByText("Changes").click();

        assertThat(page.locator("h1")).hasText("order-fulfilment · revision 1 → 2");
        assertThat(page.locator(".lines [data-kind=add]").first()).containsText("StartAt: Greet");
        page.getByLabel("Back to the machine").click();
        page.getByLabel("Restore revision 1").click();
        assertThat(page.locator("#revision-3")).containsText("Restores revision 1");
        Download file = page.waitForDownload(() -> page.getByLabel("Download revision 2").click());
        assertThat(file.suggestedFilename()).isEqualTo("order-fulfilment.asl.yaml");
    }

    @Test void aVersionIsPublishedAndAnAliasLeadsToIt() {
        Page page = browser.newcomer();
        start(page, "orders");
        page.locator("#publish-description").fill("First to production");
        page.getByText("Publish revision 1").click();
        page.locator("#settings-level").selectOption("ALL");
        page.getByText("Save the settings").click();
        page.getByText("Publish revision 2").click();
        page.locator("#alias-name").fill("live");
        page.locator("#alias-new-weight").fill("90");
        page.locator("#alias-new-other").selectOption("1");
        page.locator("#alias-new-other-weight").fill("5");
        page.getByText("Create alias").click();
        assertThat(page.locator("#alias-new-weight-wrong")).containsText("Together they are 95.");
        page.locator("#alias-new-other-weight").fill("10");
        page.getByText("Create alias").click();

        assertThat(page.locator("#aliases")).containsText("90 % version 2, 10 % version 1");
        page.getByLabel("Delete version 1").click();
        assertThat(page.locator("#versions")).containsText("Version to be deleted must not be referenced by an alias.");
        refusalsAreNoComplaint();
    }

    @Test void aMachineIsRemovedByAccidentAndComesBack() {
        Page page = browser.newcomer();
        start(page, "orders");
        page.getByText("Remove this machine").click();
        assertThat(page.locator(".toast.removed")).containsText("orders");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Undo")).click();

        assertThat(page.locator("h1")).hasText("orders");
        String address = page.url();
        Page other = browser.newcomer();
        other.navigate(address);
        assertThat(other.locator("h1")).hasText("Nothing here");
        refusalsAreNoComplaint();
    }

    @Test void theKeyboardIsEnough() {
        Page page = browser.newcomer();
        page.navigate(server.address() + "/en/console/new");
        page.keyboard().type("by-keyboard");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/machines/.*"));
        page.locator("#rename-name").focus();
        page.keyboard().press("Control+a");
        page.keyboard().type("renamed");
        page.keyboard().press("Enter");

        assertThat(page.locator("h1")).hasText("renamed");
        page.locator("#publish-description").focus();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#versions tbody tr")).hasCount(1);
    }

    @Test void thePlaygroundIsSavedAsAMachineWithoutAnyScript() {
        Page page = browser.newcomer(new NewContextOptions().setLocale("pt-BR").setJavaScriptEnabled(false));
        page.navigate(server.address() + "/pt-BR/examples/pedido-da-loja");
        page.locator("#keep").click();

        assertThat(page.locator("h1")).hasText("Pedido-da-loja");
        page.locator(".bar a[href$=edit]").click();
        page.locator("#keep").click();
        assertThat(page.locator("#revisions")).containsText("Primeira revisão");
    }

    /// In a browser of its own: what looks for barriers writes styles, of which the page complains.
    @Test void everybodyCanUseItOnAPhone() {
        try (var observed = TestBrowser.open()) {
            Page page = observed.newcomer(new NewContextOptions().setLocale("pt-BR").setViewportSize(390, 844));
            page.navigate(server.address() + "/pt-BR/console");
            assertThat(TestBrowser.barriers(page)).isEmpty();
            page.navigate(server.address() + "/pt-BR/console/new");
            assertThat(TestBrowser.barriers(page)).isEmpty();
            make(page, "pedidos");
            page.getByText("Publicar a revisão 1").click();
            page.locator("#alias-name").fill("producao");
            page.getByText("Criar alias").click();
            edit(page, YAML);
            page.locator("#keep").click();
            page.waitForURL(Pattern.compile(".*#save"));
            assertThat(TestBrowser.barriers(page)).isEmpty();
            assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isTrue();
            page.getByText("Ver as linhas").click();
            assertThat(page.locator(".lines").first()).isVisible();
            assertThat(TestBrowser.barriers(page)).isEmpty();
            assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isTrue();
            page.navigate(server.address() + "/pt-BR/console");
            assertThat(TestBrowser.barriers(page)).isEmpty();
        }
    }

    private static void start(Page page, String name) {
        page.navigate(server.address() + "/en/console/new");
        make(page, name);
    }

    private static void make(Page page, String name) {
        page.locator("#create-name").fill(name);
        page.locator(".create .next").click();
        page.waitForURL(Pattern.compile(".*/machines/.+"));
    }

    private static void edit(Page page, String definition) {
        page.locator(".bar a[href$=edit]").click();
        page.locator("body[data-ready=yes]").waitFor();
        if (page.locator("[data-slab=code]").isVisible()) page.locator("[data-slab=code]").click();
        page.locator("#panel-definition .cm-content").click();
        page.keyboard().press("Control+a");
        page.keyboard().insertText(definition);
    }

    /// The console of a browser complains of every answer that is no success.
    private static void refusalsAreNoComplaint() {
        browser.complaints().removeIf(complaint -> complaint.contains("the server responded with a status of 4"));
    }
}
