package passo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import passo.lab.exercise.Curriculum;
import passo.store.Answers;
import passo.study.Answered;
import passo.study.Questions;
import passo.web.RunningServer;

/// The study for the exam: questions are practised by mouse, by keyboard, without scripts.
class StudyIT extends BrowserTest {

    static final List<String> PAGES = List.of("/study", "/study/questions/retry-com-teto", "/study/questions/retry-com-teto?option=quatorze", "/study/questions/retry-com-teto?review=on&option=onze", "/study/questions/ordem-dos-campos",
            "/study/questions/ordem-dos-campos?place.inputpath=1&place.parameters=2&place.chamada=3&place.resultselector=4&place.resultpath=6&place.outputpath=5");

    @Test void aQuestionIsExplainedAtOnceAndItsRunOpensInTheLab() {
        Page page = visit(browser.newcomer(), "/en");
        page.locator("nav.tabs").getByText("Exams").click();
        page.locator("#go-F").click();
        assertThat(page).hasURL(Pattern.compile(".*/en/study/questions/.*topic=F.*"));
        visit(page, "/en/study/questions/retry-com-teto?topic=F");
        page.locator("[name=option][value=quatorze]").check();
        page.locator(".button.next").click();

        assertThat(page.locator("#told")).hasText("Not yet");
        assertThat(page.locator(".option[data-status=ok]")).containsText("The waits double");
        assertThat(page.locator(".option.mine")).containsText("your answer");
        page.getByText("See it run in the lab").click();
        assertThat(page.locator("#told")).containsText("Succeeded");
        page.locator(".bar > a").click();
        visit(page, "/en/study");
        assertThat(page.locator("li:has(#topic-F)")).containsText("0 of 1 right: too little data");
    }

    @Test void whatWasMissedIsAskedAgainUntilItIsKnown() {
        Page page = visit(browser.newcomer(), "/en/study");
        assertThat(page.locator("[aria-labelledby=review]")).containsText("What you miss comes back here");
        answer(visit(page, "/en/study/questions/retry-com-teto"), "seis");
        String learner = page.context().cookies().stream().filter(cookie -> cookie.name.equals("learner")).findFirst().orElseThrow().value.replaceAll("\\..*", "");
        for (String missed : List.of("catch-perde-o-pedido", "states-all-na-frente")) {
            new Answers(server.database()).save(learner, new Answered(missed, false, false, Instant.now().minus(Duration.ofDays(2))));
        }

        visit(page, "/en/study").getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Review")).click();
        answer(page, right(page));
        page.keyboard().press("Tab");
        page.getByText("It was a guess").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".asked")).isVisible();
        answer(page, right(page));
        page.getByText("I knew it").click();
        assertThat(page.locator("[aria-labelledby=review]")).containsText("Nothing today. The next is due on");
        assertThat(new Answers(server.database()).of(learner)).extracting(Answered::right, Answered::known)
                .containsExactlyInAnyOrder(tuple(false, false), tuple(false, false), tuple(false, false), tuple(true, false), tuple(true, true));
    }

    private static void answer(Page page, String option) {
        page.locator("[name=option][value='" + option + "']").check();
        page.locator(".button.next").click();
        assertThat(page.locator("#told")).isVisible();
    }

    private static String right(Page page) {
        String id = page.url().replaceAll(".*/questions/|\\?.*", "");
        return Questions.source(true, Curriculum.source(true)).get().find(id).orElseThrow().right().getFirst();
    }

    @Test void theKeyboardIsEnough() {
        Page page = visit(browser.newcomer(), "/en/study/questions/retry-com-teto");
        page.locator("[name=option]").first().focus();
        while (!page.locator("[value=onze]").isChecked()) page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");

        assertThat(page.locator("#told")).hasText("Right");
        page.locator(".button.next").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".asked")).isVisible();
        assertThat(page).not().hasURL(Pattern.compile(".*retry-com-teto.*"));
    }

    @Test void withoutScriptsStepsArePutInOrder() {
        Page page = visit(browser.newcomer(new NewContextOptions().setLocale("pt-BR").setJavaScriptEnabled(false).setViewportSize(390, 844)), "/pt-BR/study/questions/ordem-dos-campos");
        List<String> steps = List.of("inputpath", "parameters", "chamada", "resultselector", "resultpath", "outputpath");
        for (String step : steps) page.locator("[name='place." + step + "']").selectOption("1");
        page.locator(".button.next").click();
        assertThat(page.locator("#told")).containsText("Nada foi salvo ainda.");

        for (String step : steps) page.locator("[name='place." + step + "']").selectOption(String.valueOf(steps.indexOf(step) + 1));
        page.locator(".button.next").click();
        assertThat(page.locator("#told")).hasText("Certo");
        assertThat(page.locator(".option[data-status=ok]")).hasCount(6);
    }

    @Test void everyTextIsInTheMessageFiles() {
        try (var marked = RunningServer.withMarkedTexts(); var observed = TestBrowser.open()) {
            Page page = observed.newcomer();
            for (String path : PAGES) {
                page.navigate(marked.address() + "/en" + path);
                assertThat(TestBrowser.plainTexts(page)).as(path).isEmpty();
            }
        }
    }

    /// In a browser of its own: what looks for barriers writes styles, of which the page complains.
    @Test void everybodyCanUseIt() {
        try (var observed = TestBrowser.open()) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : List.of(1440, 390)) {
                    Page page = observed.newcomer(new NewContextOptions().setLocale("pt-BR").setColorScheme(scheme).setViewportSize(width, 844));
                    for (String path : PAGES) {
                        visit(page, "/pt-BR" + path);
                        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).as(path + " " + width).isEqualTo(true);
                        assertThat(TestBrowser.barriers(page)).as(path + " " + width + " " + scheme).isEmpty();
                    }
                }
            }
        }
    }

    private static Page visit(Page page, String path) {
        page.navigate(server.address() + path);
        return page;
    }
}
