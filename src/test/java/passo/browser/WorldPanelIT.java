package passo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import passo.web.RunningServer;

/// The world in forms, as learners use them.
class WorldPanelIT extends BrowserTest {

    static final String READS = """
            {"StartAt": "Read", "States": {"Read": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject",
              "Parameters": {"Bucket": "bucket", "Key": "note.txt"}, "ResultSelector": {"read.$": "$.Body"}, "End": true}}}""";
    static final String CODE = "{\"lambda\": {\"price\": {\"code\": \"export const handler = async () => 1;\"}}}";
    static final String SOME = """
            {"dynamodb": {"Orders": {"partitionKey": {"name": "id", "type": "S"}, "items": [{"id": {"S": "a"}}]}}, "s3": {"in": {"a.txt": {"body": "x"}}},
             "roles": {"r": {"trust": {"Statement": []}, "policy": {"Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}}}},
             "lambda": {"f": {"replies": [{"return": 1, "after": "soon"}]}}, "sqs": {"q": {"messages": ["m"]}}}""";

    @Test void aBucketWithAnObjectIsAddedByFormAndRead() {
        Page page = open(READS, "{\"seed\": 1}");
        assertThat(page.locator("#world .note")).containsText("bucket");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("S3 bucket").setExact(true)).click();
        page.locator("#w%2Fs3%2Fbucket-add".replace("%", "\\%")).click();
        assertThat(page.locator(".entry input").first()).isFocused();
        page.keyboard().insertText("note.txt");
        page.keyboard().press("Enter");
        page.locator(".entry textarea").first().fill("good day");
        page.keyboard().press("Control+Enter");

        assertThat(page.locator("#panel-happened .json").last()).containsText("good day");
        assertThat(page.locator("#text-world")).hasValue(Pattern.compile("\"seed\": 1.*\"note.txt\": \\{ \"body\": \"good day\" }", Pattern.DOTALL));
    }

    @Test void aFileOfThisDeviceBecomesAnObject() {
        Page page = open(READS, "{\"s3\": {\"bucket\": {}}}");
        thing(page, "bucket").click();
        page.locator("#world-file").setInputFiles(new FilePayload("note.txt", "text/plain", "from a file".getBytes(StandardCharsets.UTF_8)));

        assertThat(page.locator(".entry textarea").first()).hasValue("from a file");
    }

    @Test void theCodeOfAFunctionIsEditedAndTested() {
        Page page = open(READS, CODE);
        thing(page, "price").click();
        page.locator(".field-editor .cm-content").click();
        page.keyboard().press("Control+a");
        page.keyboard().insertText("export const handler = async (event) => { console.log('asked'); return {price: event.weight * 2}; };");
        page.locator("#function-event").fill("{\"weight\": 21}");
        page.locator("#function-call").click();

        assertThat(page.locator("#called .badge").first()).hasText("Returned");
        assertThat(page.locator("#called .json").first()).containsText("42");
        assertThat(page.locator("#called .json").last()).containsText("asked");
    }

    @Test void whatTheDefinitionNeedsIsAddedAtOnceAndTakenBack() {
        Page page = open(READS, "");
        page.locator("#world-describe").click();
        assertThat(thing(page, "bucket")).isVisible();
        thing(page, "bucket").click();
        page.locator("#world .head button").click();
        assertThat(page.locator("#text-world")).hasValue(Pattern.compile("\\{\\s*}"));
        page.locator("#world-undo").click();

        assertThat(thing(page, "bucket")).isVisible();
    }

    @Test void aBadValueStaysAndIsExplained() {
        Page page = open(READS, "{\"lambda\": {\"f\": {\"replies\": [{\"return\": 1}]}}}");
        thing(page, "f").click();
        page.locator(".entry > summary").first().click();
        page.locator(".entry textarea").first().fill("{\"half\": ");
        page.locator(".entry .more > summary").click();
        page.locator(".entry .more input").first().fill("soon");
        page.keyboard().press("Tab");

        assertThat(page.locator(".entry [role=alert]", new Page.LocatorOptions().setHasText("A length of time belongs here"))).isVisible();
        page.locator(".entries > .row button").first().click();
        assertThat(page.locator(".entry textarea").first()).hasValue("{\"half\": ");
        assertThat(page.locator(".entry textarea").first()).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#text-world")).hasValue(Pattern.compile("\"return\": 1, \"after\": \"soon\""));
    }

    @Test void theFormsFollowTheText() {
        Page page = open(READS, "{}");
        page.locator("#world-as-json").check(new Locator.CheckOptions().setForce(true));
        page.locator("#panel-world .cm-content").click();
        page.keyboard().press("Control+a");
        page.keyboard().insertText("{\"sqs\": {\"parcels\": {\"messages\": []}}}");
        page.locator("#world-as-forms").check(new Locator.CheckOptions().setForce(true));

        assertThat(thing(page, "parcels")).isVisible();
    }

    @Test void whatARunChangedLeadsToItsStep() {
        Page page = browser.newcomer();
        page.navigate(server.address() + "/en/");
        page.locator("body[data-ready]").waitFor();

        assertThat(page.locator(".effects .badge")).hasText("added");
        page.locator(".effects summary").click();
        assertThat(page.locator(".effects .json")).containsText("A-100");
        page.locator(".effects a").press("Enter");
        assertThat(page.locator("#said")).hasText("Step 2, SaveOrder: succeeded.");
    }

    @Test void everythingCanBeDoneByKeyboardAlone() {
        Page page = open(READS, "{\"sqs\": {\"q\": {}}}");
        page.locator("#tab-world").focus();
        tabTo(page, "#world .kind a");
        page.keyboard().press("Enter");
        assertThat(page.locator("#world-back")).isFocused();
        tabTo(page, "#world .more summary");
        page.keyboard().press("Enter");
        tabTo(page, "#world .more [type=checkbox]");
        page.keyboard().press("Space");
        assertThat(page.locator("#text-world")).hasValue(Pattern.compile("\"q\": \\{ \"fifo\": true }"));
        assertThat(page.locator("#world .more [type=checkbox]").first()).isFocused();
        page.locator("#world-back").press("Enter");
        assertThat(thing(page, "q")).isFocused();
    }

    @Test void itCanBeReadWithoutScripts() {
        Page page = browser.newcomer(new NewContextOptions().setLocale("en").setJavaScriptEnabled(false));
        page.navigate(server.address() + "/en/examples/tres-lambdas");
        page.locator("#world .kind a").first().click();

        assertThat(page.locator("#world .entry summary").first()).isVisible();
        assertThat(page.locator("#text-world")).isVisible();
    }

    @Test void everyTextComesFromTheMessageFiles() {
        try (var marked = RunningServer.withMarkedTexts()) {
            Page page = browser.newcomer();
            for (var path : List.of("/en/examples/tres-lambdas", "/en/examples/tres-lambdas?world=/lambda/validar-pedido",
                    "/en/examples/tres-lambdas?world=/roles/papel-da-maquina", "/en/examples/validar-arquivo?world=/s3/entrada-da-aula")) {
                page.navigate(marked.address() + path);

                assertThat(TestBrowser.plainTexts(page)).as(path).isEmpty();
            }
            page.close();
        }
    }

    @Test void anAttributeOfAnItemIsAddedNamedAndTyped() {
        Page page = open(READS, SOME);
        thing(page, "Orders").click();
        page.locator(".entry > summary").click();
        page.locator(".entry button", new Page.LocatorOptions().setHasText("Attribute")).click();
        assertThat(page.locator(".attribute input").last()).isFocused();
        page.keyboard().insertText("total");
        page.keyboard().press("Tab");
        assertThat(page.locator(".attribute input").last()).isFocused();
        page.locator(".attribute select").last().selectOption("N");
        page.locator(".attribute textarea").last().fill("12");
        page.keyboard().press("Tab");

        assertThat(page.locator(".entry > summary")).containsText("id a · total 12");
        assertThat(page.locator("#text-world")).hasValue(Pattern.compile("\"total\": \\{ \"N\": \"12\" }"));
    }

    @Test void whatIsWrittenWhileAnAnswerIsAwaitedIsInTheWorldToo() {
        Page page = open(READS, SOME.replace("{\"S\": \"a\"}", "{\"S\": \"\"}"));
        thing(page, "Orders").click();
        page.locator(".entry > summary").click();
        var held = new ArrayDeque<Route>();
        page.route("**/world/**", held::add, new Page.RouteOptions().setTimes(1));
        page.locator(".attribute select").last().selectOption("N");
        page.waitForCondition(() -> !held.isEmpty());
        page.locator(".attribute textarea").last().fill("12");
        page.keyboard().press("Tab");
        held.remove().resume();

        assertThat(page.locator(".entry > summary")).containsText("id 12");
        assertThat(page.locator("#text-world")).hasValue(Pattern.compile("\"id\": \\{\"N\": \"12\"}"));
    }

    /// In a browser of its own: axe brings an inline style, of which the console complains.
    @Test void noFormHasABarrier() {
        try (var observed = TestBrowser.open()) {
            for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (var options : List.of(new NewContextOptions().setViewportSize(1440, 900), new NewContextOptions().setViewportSize(390, 844))) {
                    Page page = open(observed.newcomer(options.setLocale("en").setColorScheme(theme)), READS, SOME);
                    assertThat(TestBrowser.barriers(page)).as("list " + theme).isEmpty();
                    for (var name : List.of("f", "Orders", "r", "in")) {
                        thing(page, name).click();
                        page.locator("#world-back").waitFor();
                        page.evaluate("document.querySelectorAll('#world details').forEach(one => one.open = true)");
                        assertThat(TestBrowser.barriers(page)).as(name + " " + theme).isEmpty();
                        assertThat((Boolean) page.evaluate("document.querySelector('.world-forms').scrollWidth <= document.querySelector('.world-forms').clientWidth"))
                                .as(name + " fits").isTrue();
                        page.locator("#world-back").click();
                    }
                }
            }
        }
    }

    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < 40; i++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) return;
        }
        throw new AssertionError("The key Tab never comes to " + selector);
    }

    private static Locator thing(Page page, String name) {
        return page.locator("#world .kind a").filter(new Locator.FilterOptions().setHas(page.getByText(name, new Page.GetByTextOptions().setExact(true))));
    }

    private static Page open(String definition, String world) {
        return open(browser.newcomer(), definition, world);
    }

    /// The playground with a draft of these texts, at its world.
    private static Page open(Page page, String definition, String world) {
        page.navigate(server.address() + "/en/examples/ola");
        page.request().post(server.address() + "/drafts/ola", RequestOptions.create().setHeader("Origin", server.address()).setForm(
                FormData.create().set("type", "STANDARD").set("definition", definition).set("input", "{}").set("world", world)));
        page.navigate(server.address() + "/en/examples/ola");
        page.locator("body[data-ready]").waitFor();
        if (page.locator("[data-slab=code]").isVisible()) page.locator("[data-slab=code]").click();
        page.locator("#tab-world").click();
        return page;
    }
}
