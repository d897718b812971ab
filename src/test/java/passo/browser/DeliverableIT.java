package passo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import passo.lab.exercise.Curriculum;
import passo.web.RunningServer;

/// Notes are kept, and what has passed becomes a Git repository.
class DeliverableIT extends BrowserTest {

    @TempDir Path folder;

    @Test void whatHasPassedBecomesARepository() throws IOException, InterruptedException {
        Page page = browser.newcomer();
        pass(page, "en", "ola-estado", "leia-o-rastro");
        visit(page, "/en/learn");
        page.getByText("Your deliverable, as a Git repository").click();
        page.locator("#title").fill("Steps I took");
        page.locator("#author").fill("Ana");
        page.locator("#note").pressSequentially("More to come.");

        assertThat(page.locator("#note-said")).hasText("saved");
        assertThat(page.locator("#readme h3")).hasText("Steps I took");
        assertThat(page.locator("#readme")).containsText("More to come.");
        assertThat(page.locator("#readme table").first()).containsText("1 of 3");
        Path repository = unzip(page.waitForDownload(() -> page.locator(".button.next").click()));
        assertThat(repository).hasFileName("step-functions-portfolio");
        assertThat(Files.readString(repository.resolve("README.md"))).startsWith("# Steps I took\n\nAna\n").endsWith("## My notes\n\nMore to come.\n");
        assertThat(Files.readString(repository.resolve("workflows/ola-estado/README.md"))).endsWith("## My notes\n\nolá-estado: one `Pass`\n");
        assertThat(repository.resolve("answers/leia-o-rastro/README.md")).content().contains("**Answer:**");
        git(repository, "init", "--quiet");
        git(repository, "add", "--all");
        git(repository, "-c", "user.name=Ana", "-c", "user.email=ana@example.com", "commit", "--quiet", "--message", "Steps");

        Page blank = browser.newcomer();
        blank.setContent("<img src='data:image/svg+xml;base64,%s'>".formatted(Base64.getEncoder().encodeToString(Files.readAllBytes(repository.resolve("workflows/ola-estado/diagram.svg")))));
        assertThat((int) blank.locator("img").evaluate("async image => { await image.decode(); return image.naturalWidth; }")).isGreaterThan(100);
    }

    @Test void whatGoesInIsChosen() throws IOException {
        Page page = browser.newcomer();
        pass(page, "pt-BR", "ola-estado", "cadeia-de-passos");
        visit(page, "/pt-BR/exercises/cadeia-de-passos");
        page.locator(".cm-content").click();
        page.keyboard().press("Control+a");
        page.keyboard().insertText("{\"StartAt\": \"Outra\"}");
        assertThat(page.locator("#saved")).containsText("salvo");
        visit(page, "/pt-BR/learn/deliverable");
        assertThat(page.locator("#readme")).containsText("2 máquinas de estado");
        page.locator("[name=piece][value=ola-estado]").uncheck();
        page.getByText("como está agora no editor").click();

        assertThat(page.locator("#readme")).containsText("Uma máquina de estado");
        assertThat(page.locator("#readme")).containsText("0 de 0");
        Path repository = unzip(page.waitForDownload(() -> page.locator(".button.next").click()));
        assertThat(repository.resolve("workflows/ola-estado")).doesNotExist();
        assertThat(Files.readString(repository.resolve("workflows/cadeia-de-passos/cadeia-de-passos.asl.json"))).isEqualTo("{\n  \"StartAt\": \"Outra\"\n}\n");
    }

    @Test void aNoteIsKeptEvenWhereThePageIsLeftAtOnce() {
        Page page = visit(browser.newcomer(), "/en/exercises/ola-estado");
        page.locator(".my-notes summary").click();
        page.locator("#note").pressSequentially("on the way out");
        visit(page, "/en/learn");
        visit(page, "/en/exercises/ola-estado");

        assertThat(page.locator("#note")).hasValue("on the way out");
        page.locator("#note").fill("é".repeat(20_001));
        assertThat(page.locator("#note-said")).hasText("There are 20,001 characters here, and 20,000 are kept at most. Until it is shorter, what was saved before stays saved.");
        assertThat(page.locator("#note")).hasAttribute("aria-invalid", "true");
        page.locator("#note").fill("short again");
        assertThat(page.locator("#note-said")).hasText("saved");
    }

    @Test void theKeyboardIsEnough() {
        Page page = browser.newcomer();
        pass(page, "en", "ola-estado");
        visit(page, "/en/learn/deliverable");
        page.locator("#title").focus();
        page.keyboard().type("By keys");
        page.keyboard().press("Tab");
        assertThat(page.locator("#author")).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.locator("#note")).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.locator("[name=piece]")).isFocused();
        page.keyboard().press("Space");
        assertThat(page.locator("[name=piece]")).not().isChecked();
        page.locator("#title").focus();

        assertThat(page.waitForDownload(() -> page.keyboard().press("Enter")).suggestedFilename()).isEqualTo("step-functions-portfolio.zip");
    }

    @Test void nothingNeedsScripts() throws IOException {
        Page page = browser.newcomer(new NewContextOptions().setLocale("pt-BR").setJavaScriptEnabled(false).setViewportSize(390, 844));
        visit(page, "/pt-BR/exercises/escreva-o-teste");
        page.locator(".my-notes summary").click();
        page.locator("#note").fill("os limites");
        page.getByText("Salvar minhas anotações").click();
        assertThat(page.locator("#note")).hasValue("os limites");
        page.locator("#tests-text").fill(String.valueOf(Curriculum.source(true).get().find("escreva-o-teste").orElseThrow().reference().get("tests")).replaceFirst("^\"", "")
                .replaceFirst("\"$", "").replace("\\n", "\n").replace("\\\"", "\""));
        page.locator("#check").click();
        visit(page, "/pt-BR/learn/deliverable");
        page.locator("#title").fill("Sem scripts");
        page.getByText("Mostrar o README assim").click();

        assertThat(page.locator("#readme h3")).hasText("Sem scripts");
        assertThat(page.locator("#title")).hasValue("Sem scripts");
        Path repository = unzip(page.waitForDownload(() -> page.locator(".button.next").click()));
        assertThat(repository).hasFileName("entrega-step-functions");
        assertThat(repository.resolve("answers/escreva-o-teste/tests.yaml")).exists();
        assertThat(Files.readString(repository.resolve("answers/escreva-o-teste/README.md"))).contains("Eles distinguem 7 de 7 máquinas").endsWith("os limites\n");
    }

    @Test void beforeAnythingHasPassedItSaysWhatWillBeThere() {
        Page page = visit(browser.newcomer(), "/en/learn/deliverable");

        assertThat(page.locator("#main")).containsText("Nothing has passed yet");
        assertThat(page.locator(".button.next")).hasAttribute("href", "/en/learn");
        assertThat(page.locator("#note")).isVisible();
    }

    @Test void everyTextIsInTheMessageFiles() {
        try (var marked = RunningServer.withMarkedTexts(); var observed = TestBrowser.open()) {
            Page page = observed.newcomer();
            page.navigate(marked.address() + "/en/learn/deliverable");
            assertThat(TestBrowser.plainTexts(page)).isEmpty();
            page.locator("#note").fill("mine");
            page.waitForResponse("**/note", () -> page.locator("#note").blur());
            attempt(page, "ola-estado");
            page.navigate(marked.address() + "/en/learn/deliverable");
            assertThat(page.locator("#readme h3")).isVisible();
            assertThat(TestBrowser.plainTexts(page)).isEmpty();
        }
    }

    /// In a browser of its own: what looks for barriers writes styles, of which the page complains.
    @Test void everybodyCanUseIt() {
        try (var observed = TestBrowser.open()) {
            for (int width : new int[] {1440, 390}) {
                for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    Page page = observed.newcomer(new NewContextOptions().setLocale("pt-BR").setViewportSize(width, 844).setColorScheme(scheme));
                    visit(page, "/pt-BR/learn/deliverable");
                    assertThat(TestBrowser.barriers(page)).isEmpty();
                    pass(page, "pt-BR", "ola-estado", "leia-o-rastro", "lab-tres-lambdas");
                    assertThat(TestBrowser.barriers(page)).isEmpty();
                    visit(page, "/pt-BR/learn/deliverable");
                    assertThat(page.locator("#readme h3")).isVisible();
                    assertThat(TestBrowser.barriers(page)).isEmpty();
                    assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isTrue();
                    assertThat(page.locator(".button.next")).hasCount(1);
                }
            }
        }
    }

    private static Page visit(Page page, String path) {
        page.navigate(server.address() + path);
        return page;
    }

    /// Notes something down about the first of these exercises, and passes them all.
    private static void pass(Page page, String language, String... slugs) {
        visit(page, "/" + language + "/exercises/" + slugs[0]);
        page.locator(".my-notes summary").click();
        page.locator("#note").fill("olá-estado: one `Pass`");
        page.waitForResponse("**/note", () -> page.locator("#note").blur());
        for (String slug : slugs) attempt(page, slug);
    }

    /// The reference solution, as a program sends it that has the learner's cookie.
    private static void attempt(Page page, String slug) {
        page.evaluate("([slug, body]) => fetch(`/api/v1/exercises/${slug}/attempts`, {method: 'POST', headers: {'Content-Type': 'application/json'}, body})",
                List.of(slug, Curriculum.source(true).get().find(slug).orElseThrow().reference().toString()));
    }

    private Path unzip(Download download) throws IOException {
        try (var zip = new ZipInputStream(Files.newInputStream(download.path()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, zip.readAllBytes());
            }
        }
        return folder.resolve(download.suggestedFilename().replace(".zip", ""));
    }

    private static void git(Path repository, String... arguments) throws IOException, InterruptedException {
        var command = new ProcessBuilder("git").directory(repository.toFile()).redirectErrorStream(true);
        command.command().addAll(List.of(arguments));
        Process process = command.start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
    }
}
