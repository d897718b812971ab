package passo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import passo.web.executions.Owner;

/// Executions of a machine of one's own, from their start to the answer that they wait for.
class ExecutionsIT extends BrowserTest {

    private static final NewContextOptions PHONE = new NewContextOptions().setLocale("pt-BR").setViewportSize(390, 844);

    @Test void thirtyAreStartedAndWatched() {
        var owner = Owner.on(server);
        Page page = many(owner);

        assertThat(page.locator(".metric .big").first()).hasText(Pattern.compile("30 started"));
        page.locator("#list .tabs a").filter(new FilterOptions().setHasText("Not succeeded")).click();
        assertThat(page.locator("#list tbody tr")).hasCount(10);
        page.locator("#list tbody tr a", new Page.LocatorOptions().setHasText("Log")).first().click();
        assertThat(page.locator("#log")).containsText("ExecutionFailed NothingToPay");
        assertThat(page.locator("#c6 [data-step=log] .stone")).hasClass(Pattern.compile("done"));
        page.locator("#log .next").click();
        assertThat(page.locator("#told .badge, #panel-happened .badge").first()).hasText("Failed");
        assertThat(page.locator("[aria-current=step]").first()).hasAttribute("aria-label", Pattern.compile("2,? Refuse, failed"));
    }

    @Test void theListIsSearchedAndTheLogFilteredByKeyboard() {
        Page page = many(Owner.on(server));

        page.locator("[name=find]").focus();
        page.keyboard().type("nothingtopay");
        page.keyboard().press("Enter");
        assertThat(page.locator("#list tbody tr")).hasCount(10);
        page.locator("[name=log]").focus();
        page.keyboard().type("{ $.type = \"ExecutionFailed\" }");
        page.keyboard().press("Enter");
        assertThat(page.locator("#log .log li").first()).containsText("ExecutionFailed NothingToPay");
        assertThat(page.locator("#log .log")).not().containsText("ExecutionStarted");
    }

    @Test void oneIsStartedByHandAnsweredAndAnotherRefused() {
        var owner = Owner.on(server);
        String id = owner.approval();
        Page page = visit(owner, "/en/console/machines/" + id + "/start");
        for (String name : List.of("first", "second")) {
            page.navigate(server.address() + "/en/console/machines/" + id + "/start");
            page.locator("#start-name").fill(name);
            page.locator("#start-input").fill("{\"total\": 200}");
            page.locator("main .next").click();
            assertThat(page.locator("h1")).hasText(name);
        }

        page.navigate(server.address() + "/en/console/inbox");
        assertThat(page.locator(".card")).hasCount(2);
        page.locator(".card").first().locator("button[value=success]").click();
        assertThat(page.locator(".card")).hasCount(1);
        page.locator(".card summary").click();
        page.locator(".card button[value=failure]").click();
        assertThat(page.locator("h2")).hasText("Nobody waits for you.");

        page.navigate(server.address() + "/en/console/machines/" + id + "/executions");
        assertThat(page.locator("#list tbody tr").nth(0)).containsText("Ask: Refused");
        assertThat(page.locator("#list tbody tr").nth(1)).containsText("Succeeded");
    }

    @Test void oneIsStoppedAndRedriven() {
        var owner = Owner.on(server);
        String id = owner.approval();
        Page page = visit(owner, "/en/console/machines/" + id + "/start");
        page.locator("#start-name").fill("ask");
        page.locator("#start-input").fill("{\"total\": 200}");
        page.locator("main .next").click();
        page.navigate(server.address() + "/en/console/machines/" + id + "/executions?open=ask");

        page.locator("#log button[value=stop]").click();
        assertThat(page.locator("#list tbody tr")).containsText("Aborted");
        page.locator("#log button[value=redrive]").click();
        assertThat(page.locator("#list tbody tr")).containsText("Waiting");
        page.locator("button[value='1h']").click();
        assertThat(page.locator("#list tbody tr")).containsText("States.Timeout");
    }

    @Test void anObjectThatArrivesAndAScheduleStartTheMachine() {
        var owner = Owner.on(server);
        String id = owner.approval();
        Page page = visit(owner, "/en/console/machines/" + id + "/start?by=event");
        page.locator("main .next").click();
        assertThat(page.locator("main")).containsText("no rule sent it to this machine");
        page.locator("#start-rule").fill("{\"pattern\": {\"source\": [\"aws.s3\"]}, \"targets\": [{\"stateMachine\": \"payments\", \"input\": {\"total\": 5}}]}");
        page.locator("main .solid").click();
        page.locator("main .next").click();
        assertThat(page.locator(".about")).containsText("started by an event");

        page.navigate(server.address() + "/en/console/machines/" + id + "/start?by=schedule");
        page.locator("#start-sent").fill("{\"total\": 3}");
        page.locator("main .next").click();
        assertThat(page.locator("main")).containsText("every-hour");
        page.navigate(server.address() + "/en/console/machines/" + id + "/executions");
        page.locator("button[value='1d']").click();
        assertThat(page.locator(".note")).containsText("Schedules started 24.");
    }

    /// In a browser of its own: what looks for barriers writes styles, of which the page complains.
    @Test void everybodyCanUseIt() {
        try (var observed = TestBrowser.open()) {
            var owner = Owner.on(server);
            String id = owner.approval();
            Page page = observed.newcomer();
            enter(page, owner);
            start(page, id);
            for (String path : List.of("/console/machines/" + id + "/executions?status=bad", "/console/machines/" + id + "/start?by=event", "/console/inbox")) {
                page.navigate(server.address() + "/en" + path);
                assertThat(TestBrowser.barriers(page)).as(path).isEmpty();
            }
        }
    }

    @Test void onAPhoneNothingIsCutOff() {
        var owner = Owner.on(server);
        String id = owner.approval();
        Page page = browser.newcomer(PHONE);
        enter(page, owner);
        start(page, id);
        for (String path : List.of("/console/machines/" + id + "/executions", "/console/machines/" + id + "/start?by=many", "/console/inbox")) {
            page.navigate(server.address() + "/pt-BR" + path);
            assertThat((boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")).as(path).isTrue();
        }
    }

    private static Page many(Owner owner) {
        String id = owner.approval();
        Page page = browser.newcomer();
        enter(page, owner);
        start(page, id);
        return page;
    }

    /// Ten of thirty have nothing to pay, ten wait.
    private static void start(Page page, String id) {
        page.navigate(server.address() + "/en/console/machines/" + id + "/start?by=many");
        page.locator("#start-inputs").fill("total\n17\n0\n200");
        page.locator("#start-count").fill("30");
        page.locator("main .next").click();
        page.locator("#list tbody tr").first().waitFor();
    }

    private static Page visit(Owner owner, String path) {
        Page page = browser.newcomer();
        enter(page, owner);
        page.navigate(server.address() + path);
        return page;
    }

    private static void enter(Page page, Owner owner) {
        String[] cookie = owner.cookie().split("=", 2);
        page.context().addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(server.address())));
    }
}
