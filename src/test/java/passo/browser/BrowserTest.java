package passo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import passo.web.RunningServer;

/// A server of its own for each class of browser tests, and a browser. Nothing may make the console complain or ask another server.
abstract class BrowserTest {

    static RunningServer server;
    static TestBrowser browser;

    @BeforeAll static void open() {
        server = RunningServer.start();
        browser = TestBrowser.open();
    }

    @AfterAll static void close() {
        browser.close();
        server.close();
    }

    /// Opens a tab, out of the menu where its row has no room for it.
    static void openTab(Page page, String name) {
        if (page.locator("#tab-" + name).isVisible()) {
            page.locator("#tab-" + name).click();
        } else {
            page.locator(".slab:has(#tab-" + name + ") .more-tabs summary").click();
            page.locator("[data-press=tab-" + name + "]").click();
        }
    }

    @AfterEach void nothingComplains() {
        assertThat(browser.complaints()).isEmpty();
    }
}
