package passo.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A browser of a test class, and everything its pages complained of. Not to be shared between threads.
final class TestBrowser implements AutoCloseable {

    private static final int TIMEOUT = 10_000;

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    private TestBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static TestBrowser open() {
        var chromium = Chromium.find();
        var playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new TestBrowser(playwright, playwright.chromium().launch(chromium
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"))));
    }

    /// A page of somebody who was never here before, in English, on a large screen.
    Page newcomer() {
        return newcomer(new NewContextOptions().setLocale("en").setViewportSize(1440, 900));
    }

    Page newcomer(NewContextOptions options) {
        var page = browser.newContext(options).newPage();
        page.setDefaultTimeout(TIMEOUT);
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) complaints.add(message.text());
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().matches("(http://localhost:|data:|blob:).*")) complaints.add("asks elsewhere: " + request.url());
        });
        return page;
    }

    /// What the console said, what scripts threw, and requests to other servers, of all pages so far.
    List<String> complaints() {
        return complaints;
    }

    /// What axe finds wrong with the page as it stands, a line a rule. (The "legacy" way lacks frames of other origins only,
    /// of which there are none, and is twice as quick.)
    static List<String> barriers(Page page) {
        return new AxeBuilder(page).setLegacyMode(true).analyze().getViolations().stream()
                .map(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().stream().map(node -> node.getTarget().toString()).toList())
                .toList();
    }

    /// On a page whose messages stand in ⟦brackets⟧: every text outside of them, in the page and in the attributes that are read
    /// aloud or shown; figures with their units are the same in every language. What is the learner's own or belongs to the States Language says so by `translate="no"`, and what comes
    /// from an exercise or example, in files of its own, by `data-content`.
    @SuppressWarnings("unchecked")
    static List<String> plainTexts(Page page) {
        return (List<String>) page.evaluate("""
                () => {
                  const spared = "script, style, template, [translate=no], [data-content]";
                  const unmarked = text => {
                    for (let rest = text; ; text = rest) if ((rest = text.replace(/⟦[^⟦⟧]*⟧/g, "")) === text) return rest.trim();
                  };
                  // A sentence goes around names and code.
                  const sentence = element => {
                    const words = element.cloneNode(true);
                    words.querySelectorAll(spared).forEach(name => name.remove());
                    return words.textContent;
                  };
                  const found = [...document.querySelectorAll("*")].filter(element => !element.closest(spared)).flatMap(element => [
                    ...element.matches(".sentence") ? [sentence(element)] : element.closest(".sentence") ? []
                      : [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data),
                    ...["aria-label", "aria-description", "aria-roledescription", "alt", "placeholder", "title"].map(name => element.getAttribute(name) ?? ""),
                  ]);
                  return found.map(unmarked).map(text => text.replace(/[\\d.,]+ (ms|min|KiB|[shdB])(?!\\p{L})/gu, "")).filter(text => /\\p{L}{2}/u.test(text));
                }""");
    }

    @Override public void close() {
        browser.close();
        playwright.close();
    }
}
