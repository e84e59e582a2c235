package dev.lichen.annotation.server;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** An installed Chromium; it is never downloaded, and tests that need it are skipped where there is none. */
public final class Chromium implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    /** Pages of a machine that is busy with other builds take their time; a page that never comes fails all the same. */
    private static final int PATIENCE_MILLISECONDS = 120_000;

    private final Playwright playwright;
    private final Browser browser;

    /** Starts it, or skips the test. */
    public Chromium() {
        Optional<Path> program = installed();
        Assumptions.assumeTrue(program.isPresent(), "no Chromium on the path: set LICHEN_CHROMIUM to one");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program.orElseThrow())
                        .setArgs(List.of("--no-sandbox")));
    }

    /** Opens a window of its own, as another person would. */
    public BrowserContext window(int width, int height) {
        return window(width, height, "en-GB");
    }

    /** Opens a window of somebody who reads a language. */
    BrowserContext window(int width, int height, String language) {
        BrowserContext window = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, height).setLocale(language));
        window.setDefaultTimeout(PATIENCE_MILLISECONDS);
        return window;
    }

    /** Opens a window of somebody who trusts a certificate that nobody vouches for. */
    BrowserContext windowThatTrustsAll(int width, int height) {
        BrowserContext window = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("en-GB")
                .setIgnoreHTTPSErrors(true));
        window.setDefaultTimeout(PATIENCE_MILLISECONDS);
        return window;
    }

    /** Signs in and waits for the first page. */
    static Page signIn(BrowserContext window, RunningApp app, String login) {
        return signIn(window, app, login, RunningApp.PASSWORD);
    }

    /** Signs in with a password of one's own and waits for the first page. */
    static Page signIn(BrowserContext window, RunningApp app, String login, String password) {
        Page page = window.newPage();
        page.navigate(app.address("login"));
        page.fill("input[name=username]", login);
        page.fill("input[name=password]", password);
        page.click("button[type=submit]");
        page.waitForSelector(".shell");
        return page;
    }

    /** Returns what axe finds wrong with a page, by rule and element. */
    @SuppressWarnings("unchecked") // what a script returns
    public static List<String> violations(Page page) {
        page.evaluate(axe());
        return (List<String>) page.evaluate("async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa',"
                + " 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})).violations.flatMap(v => v.nodes.map(n =>"
                + " v.id + ': ' + n.target.join(' ') + ' ' + (n.any[0] ? n.any[0].message : '')))");
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> installed() {
        String named = System.getenv("LICHEN_CHROMIUM");
        Stream<Path> candidates = Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(Stream.ofNullable(named).map(Path::of), candidates)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String axe() {
        try (InputStream script = Chromium.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
