package passo.browser;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Finds the Chromium of this machine, or fetches one: by Playwright's own download, else by the system's package manager
/// where that is allowed. Only then the browser tests are skipped, and never under `CI=true`.
final class Chromium {

    private static final List<String> COMMANDS = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe", "msedge.exe");
    private static final List<String> ELSEWHERE = List.of(
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
            "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe");

    private Chromium() {}

    /// How to launch it; without an executable it is the one that Playwright has downloaded.
    static LaunchOptions find() {
        return installed()
                .or(() -> downloads() ? Optional.of(new LaunchOptions()) : Optional.empty())
                .or(() -> comesAsPackage() ? installed() : Optional.empty())
                .orElseGet(Chromium::missing);
    }

    private static Optional<LaunchOptions> installed() {
        return Stream.concat(
                        Stream.of(System.getenv("PATH").split(File.pathSeparator))
                                .flatMap(folder -> COMMANDS.stream().map(command -> Path.of(folder, command))),
                        ELSEWHERE.stream().map(Path::of))
                .filter(Files::isExecutable)
                .findFirst()
                .map(executable -> new LaunchOptions().setExecutablePath(executable));
    }

    /// In a process of its own, because Playwright's command line ends the Java machine it runs in.
    private static boolean downloads() {
        return runs(ProcessHandle.current().info().command().orElse("java"),
                "-cp", System.getProperty("java.class.path"), "com.microsoft.playwright.CLI", "install", "chromium");
    }

    private static boolean comesAsPackage() {
        return System.getProperty("user.name").equals("root") && runs("apt-get", "update") && runs("apt-get", "install", "-y", "chromium");
    }

    private static boolean runs(String... command) {
        try {
            var process = new ProcessBuilder(command).inheritIO().start();
            var ended = process.waitFor(10, TimeUnit.MINUTES);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static LaunchOptions missing() {
        var message = "NO BROWSER TESTS: no Chromium was found and none could be fetched. Install Chromium or Chrome.";
        if ("true".equals(System.getenv("CI"))) return fail(message);
        System.err.println(message);
        return abort(message);
    }
}
