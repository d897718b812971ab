package passo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.LocatorOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passo.lab.grading.Verdict;

/// A lesson from its beginning: the owner lets a teacher in, who opens a class; forty learners join, two of them in browsers; what they do is in the grades.
class ClassIT extends BrowserTest {

    private static final String PHRASE = "chuva na laje quente";
    private static final String PASSWORD = "correct horse battery";

    @Test void aTeacherAndFortyLearners() throws IOException {
        Page teacher = teacher(invitation());
        String code = open(teacher, "Turma da noite");
        plan(teacher);
        Page ana = browser.newcomer();
        Lesson.join(ana, server.address(), code, "Ana Conceição");
        Page rui = browser.newcomer();
        Lesson.join(rui, server.address(), code, "Rui");
        teacher.navigate(server.address() + "/en/teach/classes/" + code);
        assertThat(teacher.locator("#matrix tbody tr")).hasCount(2);
        teacher.evaluate("window.sameAsBefore = true");

        List<Pupil> pupils = Lesson.pupils(38, _ -> List.of(server.address()), () -> {});
        Lesson.learn(pupils, code);
        ana.locator(".class-asked a").first().click();
        ana.locator("body[data-ready=yes]").waitFor();
        Lesson.handIn(ana, "ola-estado/solutions/reference.asl.json");
        ana.locator("#passed").waitFor();
        Lesson.open(rui, server.address(), "ola-estado");
        Lesson.handIn(rui, "ola-estado/wrong/texto-fixo.asl.json");
        rui.locator("#tests .note .say").waitFor();
        assertThat(teacher.locator("#matrix tbody tr")).hasCount(40);
        assertThat(teacher.locator("#matrix a.stone[data-state=done]")).hasCount(1 + passed(pupils));
        assertThat(teacher.locator("#matrix tr", new LocatorOptions().setHasText("Rui")).locator("a.stone")).hasCount(1);
        assertThat((boolean) teacher.evaluate("window.sameAsBefore")).as("nothing was loaded anew").isTrue();

        Map<String, Map<String, String>> grades = Lesson.grades(download(teacher, code));
        assertThat(grades).hasSize(40 * Lesson.EXERCISES.size());
        assertThat(grades.get("Ana Conceição ola-estado")).containsEntry("grade", "100").containsEntry("tries", "1");
        assertThat(grades.get("Rui ola-estado")).containsEntry("tries", "1").containsEntry("hints", "0");
        for (Pupil pupil : pupils) for (String slug : Lesson.EXERCISES) assertThat(grades.get(pupil.name() + " " + slug)).containsAllEntriesOf(expected(pupil, slug));
    }

    private static Map<String, String> expected(Pupil pupil, String slug) {
        int stars = pupil.stars().getOrDefault(slug, 0);
        return Map.of("id", pupil.member(), "grade", stars >= Verdict.PASSING ? "100" : stars == 1 ? "50" : "0", "stars", String.valueOf(stars),
                "tries", String.valueOf(pupil.tries().getOrDefault(slug, 0)), "hints", String.valueOf(pupil.hints().getOrDefault(slug, 0)));
    }

    private static int passed(List<Pupil> pupils) {
        return (int) pupils.stream().flatMap(pupil -> pupil.stars().values().stream()).filter(stars -> stars >= Verdict.PASSING).count();
    }

    /// The owner's first visit.
    ///
    /// @return the link by which a teacher sets a password
    private static String invitation() {
        Page owner = browser.newcomer();
        owner.navigate(server.address() + "/en/admin");
        owner.locator("#password").fill(PHRASE);
        owner.locator("main .button.next").click();
        owner.locator("#name").fill("marta");
        owner.locator("form.add button").click();
        return owner.locator("#link").inputValue();
    }

    private static Page teacher(String invitation) {
        Page teacher = browser.newcomer();
        teacher.navigate(invitation);
        teacher.locator("#password").fill(PASSWORD);
        teacher.locator("main .button.next").click();
        teacher.waitForURL("**/teach");
        return teacher;
    }

    private static String open(Page teacher, String name) {
        teacher.locator("#class-name").fill(name);
        teacher.locator("#class-zone").selectOption("America/Sao_Paulo");
        teacher.locator("main .button.next").click();
        return teacher.locator(".big-code").innerText();
    }

    private static void plan(Page teacher) {
        teacher.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Plan").setExact(true)).click();
        teacher.locator("[value='path:primeira-aula']").click();
        assertThat(teacher.locator("[name=slug]")).hasCount(Lesson.EXERCISES.size());
        teacher.locator("#plan .button.next").click();
        assertThat(teacher.locator("#plan [role=status]")).containsText("Saved.");
    }

    private static String download(Page teacher, String code) throws IOException {
        teacher.navigate(server.address() + "/en/teach/classes/" + code + "/grades");
        return Files.readString(teacher.waitForDownload(() -> teacher.locator("main .button.next").click()).path());
    }
}
