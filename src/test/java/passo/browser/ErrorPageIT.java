package passo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import passo.web.RunningServer;

class ErrorPageIT {

    @Test void isOpenToEverybodyAndFitsThePhone() {
        try (var server = RunningServer.start(); var browser = TestBrowser.open()) {
            for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                var page = browser.newcomer(new NewContextOptions().setLocale("pt-BR").setViewportSize(390, 844).setColorScheme(theme));
                page.navigate(server.address() + "/nowhere");

                assertThat(TestBrowser.barriers(page)).isEmpty();
                assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).isEqualTo(0);
            }
        }
    }
}
