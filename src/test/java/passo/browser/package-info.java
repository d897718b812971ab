/// The pages as people meet them: in a real browser, by mouse, by keyboard, by what a screen reader is told.
///
/// A test here is named `*IT` and runs in `mvn verify`. It starts a [passo.web.RunningServer] and a [passo.browser.TestBrowser].
package passo.browser;
