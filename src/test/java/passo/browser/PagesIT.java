package passo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import passo.web.RunningServer;

/// What holds for every page.
class PagesIT {

    static final List<String> ADDRESSES = List.of("/", "/nowhere");

    static RunningServer server;
    static TestBrowser browser;

    @BeforeAll static void start() {
        server = RunningServer.start();
        browser = TestBrowser.open();
    }

    @AfterAll static void stop() {
        if (browser != null) browser.close();
        server.close();
    }

    @ParameterizedTest @FieldSource("ADDRESSES")
    void isOpenToEverybodyOnEveryScreen(String address) {
        assertThat(screens()).allSatisfy(screen -> {
            var page = browser.newcomer(screen.get());
            page.navigate(server.address() + address);

            assertThat(TestBrowser.barriers(page)).isEmpty();
        });
    }

    @ParameterizedTest @FieldSource("ADDRESSES")
    void fitsThePhone(String address) {
        var page = browser.newcomer(phone());
        page.navigate(server.address() + address);

        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).isEqualTo(0);
    }

    @ParameterizedTest @FieldSource("ADDRESSES")
    void everyTextComesFromTheMessageFiles(String address) {
        try (var marked = RunningServer.withMarkedTexts()) {
            var page = browser.newcomer();
            page.navigate(marked.address() + address);

            assertThat(TestBrowser.plainTexts(page)).isEmpty();
        }
    }

    @ParameterizedTest @FieldSource("ADDRESSES")
    void aTextFromElsewhereWouldBeFound(String address) {
        var page = browser.newcomer();
        page.navigate(server.address() + address);

        assertThat(TestBrowser.plainTexts(page)).isNotEmpty();
    }

    @ParameterizedTest @FieldSource("ADDRESSES")
    void isInTheLanguageOfTheBrowser(String address) {
        var page = browser.newcomer(new NewContextOptions().setLocale("pt-BR"));
        page.navigate(server.address() + address);

        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("pt-BR");
    }

    private static Stream<Supplier<NewContextOptions>> screens() {
        return Stream.of(ColorScheme.LIGHT, ColorScheme.DARK).flatMap(scheme -> Stream.of(
                () -> new NewContextOptions().setLocale("en").setViewportSize(1440, 900).setColorScheme(scheme),
                () -> phone().setColorScheme(scheme)));
    }

    private static NewContextOptions phone() {
        return new NewContextOptions().setLocale("en").setViewportSize(390, 844).setDeviceScaleFactor(3).setHasTouch(true);
    }
}
