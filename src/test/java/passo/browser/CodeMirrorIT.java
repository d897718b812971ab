package passo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import passo.web.RunningServer;

/// The bundle that the build makes is whole: an editor opens, edits, and marks what is wrong, under our own policy.
class CodeMirrorIT {

    @Test void opensInAShadowRootAndMarksWhatIsWrong() {
        try (var server = RunningServer.start(); var browser = TestBrowser.open()) {
            var page = browser.newcomer();
            page.navigate(server.address() + "/health");

            page.evaluate("""
                    async () => {
                      await import("/static/vendor/codemirror.js");
                      const {EditorView, EditorState, json, linter, jsonParseLinter, lintGutter, keymap, defaultKeymap, foldGutter, autocompletion, search} = CodeMirror;
                      const root = document.body.appendChild(document.createElement("div")).attachShadow({mode: "open"});
                      const extensions = [json(), lintGutter(), linter(jsonParseLinter(), {delay: 1}), keymap.of(defaultKeymap), foldGutter(), autocompletion(), search()];
                      new EditorView({parent: root, root, state: EditorState.create({doc: '{"a": 1}', extensions})});
                    }""");
            page.locator(".cm-content").click();
            page.keyboard().press("End");
            page.keyboard().type(" x");

            page.locator(".cm-lint-marker-error").waitFor();
            assertThat(page.locator(".cm-line").textContent()).isEqualTo("{\"a\": 1} x");
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
