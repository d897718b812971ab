package passo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import passo.json.Json;
import passo.json.JsonText;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Exercise;

/// The checklist, as a learner ticks it off: a card of the map leads to what is missing, until nothing is.
final class ChecklistIT extends BrowserTest {

    private static final int ITEMS = 6;
    private static final int STEPS_AN_ITEM = 3;

    private static final Curriculum CURRICULUM = Curriculum.source(false).get();

    @Test void allSixItemsAreTickedOffFromTheMap() {
        Page page = browser.newcomer();
        page.navigate(server.address() + "/en/learn");
        for (int exercise = 0; exercise < ITEMS * STEPS_AN_ITEM && page.locator("a.check").count() > 0; exercise++) {
            page.locator("a.check").first().click();
            page.waitForURL("**/exercises/**");
            pass(page, CURRICULUM.find(page.url().replaceAll(".*/|[?#].*", "")).orElseThrow());
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Learn").setExact(true)).first().click();
            page.waitForURL("**/learn");
        }

        assertThat(page.locator(".check.full .cno").allTextContents()).containsExactly("C1", "C2", "C3", "C4", "C5", "C6");
    }

    private static void pass(Page page, Exercise exercise) {
        if (exercise.kind().isMachine()) handIn(page, exercise.reference());
        else answer(page, exercise);
    }

    private static void handIn(Page page, Json.Obj answer) {
        page.locator("body[data-ready]").waitFor();
        replace(page, "definition", ((Json.Str) answer.get("definition")).value());
        if (answer.has("roles")) {
            page.locator("#tab-asked").click();
            replace(page, "asked", JsonText.pretty(Json.Obj.of("roles", answer.get("roles"))));
        }
        if (answer.get("logging") instanceof Json.Obj logging) {
            page.locator("#tab-asked").click();
            page.locator("#level").selectOption(((Json.Str) logging.get("level")).value());
        }
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#tests[data-passed]")).isVisible();
    }

    private static void replace(Page page, String panel, String text) {
        page.locator("#panel-" + panel + " .cm-content").click();
        page.keyboard().press("Control+a");
        page.keyboard().insertText(text);
    }

    private static void answer(Page page, Exercise exercise) {
        if (exercise.kind() == Exercise.Kind.TESTS) {
            page.locator(".cm-content").click();
            page.keyboard().press("Control+a");
            page.keyboard().insertText(((Json.Str) exercise.reference().get("tests")).value());
        }
        for (var question : exercise.questions()) {
            String right = question.answer() instanceof Json.Str(var text) ? text : question.answer().toString();
            if (question.options().isEmpty()) page.locator("[name='answer." + question.id() + "']").fill(right);
            else page.locator("[name='answer." + question.id() + "'][value='" + right + "']").check();
        }
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#verdict .passed")).isVisible();
    }
}
