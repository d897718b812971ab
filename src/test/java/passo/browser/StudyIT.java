package passo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import passo.lab.exercise.Curriculum;
import passo.store.Answers;
import passo.store.Mocks;
import passo.study.Answered;
import passo.study.Mock;
import passo.study.Question;
import passo.study.Questions;
import passo.web.RunningServer;

/// The study for the exam: questions are practised, what was missed is reviewed, and a mock exam is taken; by mouse, by touch, by keyboard, without scripts.
class StudyIT extends BrowserTest {

    static final Questions BANK = Questions.source(true, Curriculum.source(true)).get();
    static final HasTextOptions A_WHILE = new HasTextOptions().setTimeout(20_000);
    static final NewContextOptions PHONE = new NewContextOptions().setLocale("en").setViewportSize(390, 844);
    static final List<String> PAGES = List.of("/study", "/learn", "/study/predictions/ordem-das-regras", "/study/questions/retry-com-teto", "/study/questions/retry-com-teto?option=quatorze", "/study/questions/retry-com-teto?review=on&option=onze", "/study/questions/ordem-dos-campos",
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
        String learner = learner(server, page);
        for (String missed : List.of("catch-perde-o-pedido", "states-all-na-frente")) missed(server, page, missed);

        visit(page, "/en/study").getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Review")).click();
        answer(page, right(page));
        page.keyboard().press("Tab");
        page.getByText("It was a guess").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".asked")).isVisible();
        answer(page, right(page));
        page.getByText("I knew it").click();
        assertThat(page.locator("[aria-labelledby=review]")).containsText("Done for today: 2 were asked again. The next is due on");
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
        return BANK.find(id).orElseThrow().right().getFirst();
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

    @Test void aPredictionThatFailedLeadsToItsExercise() {
        Page page = visit(browser.newcomer(PHONE), "/en/exercises/ordem-das-regras");
        page.locator("[name='answer.ouro-calmo'][value=fila]").check();
        page.locator(".button.next").click();
        assertThat(page.locator("#verdict")).isVisible();
        assertThat(new Answers(server.database()).of(learner(server, page))).extracting(Answered::question, Answered::known)
                .containsExactly(tuple(Answered.prediction("ordem-das-regras"), false));

        missed(server, page, Answered.prediction("ordem-dos-filtros"));
        visit(page, "/en/learn").getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Review").setExact(true)).click();
        assertThat(page.locator("h1")).hasText("The order of the filters");
        page.locator(".button.next").click();
        assertThat(page).hasURL(Pattern.compile(".*/exercises/ordem-dos-filtros"));
        page.goBack();
        page.getByText("Not sure yet").click();
        assertThat(page.locator("[aria-labelledby=review]")).containsText("Done for today: one was asked again.");
    }

    @Test void anExamOnAPhoneLosesNothingByAReload() {
        Page page = visit(browser.newcomer(PHONE.setHasTouch(true)), "/en/study");
        page.getByText("Begin").tap();
        assertThat(page.locator("#square-1 [aria-current=step]")).isVisible();
        visit(page, "/en/study").getByText("Continue").tap();
        page.locator(".button.next").tap();
        page.locator("label.option").nth(1).tap();
        assertThat(page.locator("#saved")).hasText("saved");
        page.locator(".flag").tap();
        assertThat(page.locator("#counts")).containsText("1 flagged");
        List<String> given = given(page);

        page.reload();
        assertThat(given(page)).isEqualTo(given).isNotEmpty();
        assertThat(page.locator("[name=flag]")).isChecked();
        page.locator("#square-20 .stone").tap();
        assertThat(page.locator("h1")).hasText("Question 20 of 20");
        page.locator(".button.next").tap();
        assertThat(page.locator("h1")).hasText("Hand in the exam?");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Hand in")).tap();
        assertThat(page.locator("h1")).hasText(Pattern.compile("[01] of 20 right"));
        page.locator("#question-1 summary").tap();
        assertThat(page.locator("#question-1 .option[data-status=ok]").first()).isVisible();
        page.goBack();
        assertThat(page.locator("h1")).hasText(Pattern.compile("[01] of 20 right"));
    }

    /// What is chosen on the page, of whatever kind its question is.
    @SuppressWarnings("unchecked")
    private static List<String> given(Page page) {
        return (List<String>) page.evaluate("[...document.querySelectorAll('.option :checked')].map(one => one.parentElement.name + one.value)");
    }

    @Test void anExamIsTakenByTheKeyboard() {
        Page page = browser.newcomer();
        String exam = sitting(server, page, Duration.ZERO, List.of("retry-com-teto", "catch-perde-o-pedido"));
        visit(page, exam + "/1").locator("[name=option]").first().focus();
        page.keyboard().press("Space");
        while (!page.locator("[value=onze]").isChecked()) page.keyboard().press("ArrowDown");
        assertThat(page.locator("#counts")).containsText("1 answered");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Question 2 of 2");
        page.locator("[name=flag]").focus();
        page.keyboard().press("Space");
        assertThat(page.locator("#square-2 .stone")).hasAttribute("aria-label", "Question 2, not answered, flagged");
        page.locator(".button.next").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#square-1 .stone")).hasAttribute("aria-label", "Question 1, answered");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Hand in")).focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("1 of 2 right");
    }

    @Test void withoutScriptsEveryButtonSaves() {
        Page page = browser.newcomer(new NewContextOptions().setLocale("pt-BR").setJavaScriptEnabled(false).setViewportSize(390, 844));
        String exam = sitting(server, page, Duration.ZERO, List.of("retry-com-teto", "ordem-dos-campos", "catch-perde-o-pedido")).replace("/en/", "/pt-BR/");
        visit(page, exam + "/1").locator("[value=onze]").check();
        page.locator("#square-2 .stone").click();
        page.locator("[name='place.parameters']").selectOption("1");
        page.locator("[name='place.inputpath']").selectOption("1");
        page.locator("[name=go][value='1']").first().click();
        assertThat(page.locator("[value=onze]")).isChecked();
        page.locator("#square-2 .stone").click();
        assertThat(page.locator("[name='place.parameters']")).hasValue("1");
        page.getByText("Conferir e entregar").click();
        assertThat(page.locator("main")).containsText("1 respondida · 2 em aberto · 0 marcadas");
        page.getByText("Entregar", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("h1")).hasText("1 de 3 certas");
    }

    @Test void whenTheTimeIsUpThePageGoesToTheReport() {
        Page page = browser.newcomer();
        visit(page, sitting(server, page, Duration.ofMinutes(35).minusSeconds(8)) + "/1");
        assertThat(page.locator("#time-left")).hasText(Pattern.compile("5:0\\d"));
        assertThat(page.locator("#time-told")).hasText("5 minutes left.", A_WHILE);
        visit(page, sitting(server, page, Duration.ofMinutes(39).minusSeconds(8)) + "/2");
        assertThat(page.locator("#time-told")).hasText("1 minute left.", A_WHILE);
        visit(page, sitting(server, page, Duration.ofMinutes(40).minusSeconds(8)) + "/3");
        page.locator("label.option").first().click();
        assertThat(page.locator("#time-told")).hasText("The time is up. Here comes the report.", A_WHILE);
        assertThat(page.locator("h1")).hasText(Pattern.compile("[01] of 20 right"));
        assertThat(page.locator("main")).containsText("The time was up.");
    }

    @Test void whatCouldNotBeSavedIsSaid() {
        try (var own = TestBrowser.open()) {
            Page page = own.newcomer();
            visit(page, sitting(server, page, Duration.ZERO) + "/1");
            page.route("**/mocks/**", route -> route.abort());
            page.locator("[name=flag]").check();
            assertThat(page.locator("#unsaved")).containsText("The last change was not saved");
            page.unroute("**/mocks/**");
            page.locator("[name=flag]").uncheck();
            assertThat(page.locator("#unsaved")).isHidden();
        }
    }

    /// An exam of whoever the page is of, begun so long ago.
    ///
    /// @return its address
    private static String sitting(RunningServer server, Page page, Duration ago) {
        return sitting(server, page, ago, BANK.all().stream().limit(20).map(Question::id).toList());
    }

    private static String sitting(RunningServer server, Page page, Duration ago, List<String> questions) {
        var mock = new Mock("mock-" + System.nanoTime(), "DVA-C02", questions, Map.of(), Set.of(), Instant.now().minus(ago), Optional.empty());
        new Mocks(server.database()).begin(learner(server, page), mock);
        return "/en/study/mocks/" + mock.id();
    }

    private static void missed(RunningServer server, Page page, String question) {
        new Answers(server.database()).save(learner(server, page), new Answered(question, false, false, Instant.now().minus(Duration.ofDays(2))));
    }

    /// Whose page it is; who has no cookie yet gets one.
    private static String learner(RunningServer server, Page page) {
        if (page.context().cookies().stream().noneMatch(cookie -> cookie.name.equals("learner"))) {
            page.request().post(server.address() + "/drafts/new", RequestOptions.create().setForm(FormData.create().set("definition", "")));
        }
        return page.context().cookies().stream().filter(cookie -> cookie.name.equals("learner")).findFirst().orElseThrow().value.replaceAll("\\..*", "");
    }

    @Test void everyTextIsInTheMessageFiles() {
        try (var marked = RunningServer.withMarkedTexts(); var observed = TestBrowser.open()) {
            Page page = observed.newcomer();
            onEachPage(marked, page, "en", path -> assertThat(TestBrowser.plainTexts(page)).as(path).isEmpty());
        }
    }

    /// In a browser of its own: what looks for barriers writes styles, of which the page complains.
    @Test void everybodyCanUseIt() {
        try (var observed = TestBrowser.open()) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                int width = scheme == ColorScheme.LIGHT ? 1440 : 390;
                Page page = observed.newcomer(new NewContextOptions().setLocale("pt-BR").setColorScheme(scheme).setViewportSize(width, 844));
                onEachPage(server, page, "pt-BR", path -> {
                    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).as(path + " " + width).isEqualTo(true);
                    assertThat(TestBrowser.barriers(page)).as(path + " " + width + " " + scheme).isEmpty();
                });
            }
        }
    }

    private static void onEachPage(RunningServer server, Page page, String language, Consumer<String> look) {
        missed(server, page, Answered.prediction("ordem-das-regras"));
        String exam = sitting(server, page, Duration.ZERO, List.of("retry-com-teto", "ordem-dos-campos", "catch-perde-o-pedido"));
        new Mocks(server.database()).change(learner(server, page), exam.replaceAll(".*/", ""), mock -> mock.answer("retry-com-teto", List.of("seis"), mock.started())
                .answer("ordem-dos-campos", List.of("inputpath@1"), mock.started()).flag("retry-com-teto", true, mock.started()));
        String path = exam.substring("/en".length());
        Stream.concat(PAGES.stream(), Stream.of(path + "/1", path + "/2", path)).forEach(one -> {
            page.navigate(server.address() + "/" + language + one);
            look.accept(one);
        });
        page.locator("main form button").click();
        page.locator("#question-1 summary").click();
        page.locator("#question-2 summary").click();
        look.accept("the report");
        page.navigate(server.address() + "/" + language + "/study");
        look.accept("after an exam");
    }

    private static Page visit(Page page, String path) {
        page.navigate(server.address() + path);
        return page;
    }
}
