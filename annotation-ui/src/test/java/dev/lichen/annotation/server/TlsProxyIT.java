package dev.lichen.annotation.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.formats.Datasets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All the way through a real proxy that ends TLS and serves the app under a prefix, in a real browser. */
class TlsProxyIT {

    private static final String PREFIX = "/lichen";

    /** Items of the demonstration that everybody begins with; what is said of them is not exported. */
    private static final int TRAINING = 2;

    private static final String ITEM = "{\"prompt\":[{\"role\":\"user\",\"content\":\"brought through the proxy\"}],"
            + "\"answers\":[{\"content\":\"one\"},{\"content\":\"two\"}],\"tiers\":[1,2]}\n";

    @TempDir
    private Path folder;

    private final Set<String> requested = new ConcurrentSkipListSet<>();

    @Test
    void aPersonRegistersWorksAndLeavesWithoutSeeingWhatIsBehind()
            throws IOException, InterruptedException, GeneralSecurityException {
        try (Chromium chromium = new Chromium();
                AnnotationServer server = AnnotationServer.start(options(), new FewSettings());
                TlsProxy proxy = new TlsProxy(folder, server.address());
                BrowserContext window = chromium.windowThatTrustsAll(1440, 900)) {
            Page page = window.newPage();
            page.onRequest(request -> requested.add(request.url()));
            page.onWebSocket(socket -> requested.add(socket.url()));
            String code = server.setupAddress().orElseThrow().getQuery();
            register(page, proxy.outside(PREFIX + "/setup?" + code));
            assertCookies(window.cookies());
            signOut(page);
            signIn(page, proxy);
            rank(page, proxy);
            bringIn(page, proxy);
            takeOut(page, proxy);
            signOut(page);
            assertEquals(Set.of(), elsewhere(proxy.outside(PREFIX)));
        }
    }

    private ServerOptions options() {
        return new ServerOptions(folder, null, "127.0.0.1", 0, PREFIX, true, List.of(), folder.resolve("runs"));
    }

    private static void register(Page page, String address) {
        page.navigate(address);
        page.waitForSelector("input[type=password]");
        page.fill("input[autocomplete=name]", "Ada");
        page.fill("input[autocomplete=username]", "ada");
        page.fill("input[type=password]", RunningApp.PASSWORD);
        page.click(".form button.button");
        page.waitForSelector(".shell");
    }

    private static void signIn(Page page, TlsProxy proxy) {
        page.navigate(proxy.outside(PREFIX + "/login"));
        page.fill("input[name=username]", "ada");
        page.fill("input[name=password]", RunningApp.PASSWORD);
        page.click("button[type=submit]");
        page.waitForSelector(".shell");
        assertTrue(page.url().startsWith(proxy.outside(PREFIX + "/")), page.url());
    }

    private static void rank(Page page, TlsProxy proxy) {
        page.navigate(proxy.outside(PREFIX + "/work/demo"));
        page.waitForSelector(".answer");
        page.evaluate("() => { window.bench = () => document.querySelector('lichen-workbench'); }");
        for (int item = 0; item <= TRAINING; item++) {
            rankWhatIsOpen(page);
        }
    }

    /** Ranks in the order shown, and reads the feedback if there is any. */
    private static void rankWhatIsOpen(Page page) {
        String item = page.evaluate("() => bench().item.assignment").toString();
        int answers = (int) page.evaluate("() => bench().labels.length");
        for (int answer = 0; answer < answers; answer++) {
            page.keyboard().press(String.valueOf((char) ('a' + answer)));
        }
        page.keyboard().press("Enter");
        String another = "bench().item && bench().item.assignment !== item";
        page.waitForFunction("item => document.querySelector('.feedback') || (" + another + ")", item);
        if (page.querySelector(".feedback") != null) {
            page.keyboard().press("Enter");
        }
        page.waitForFunction("item => " + another, item);
    }

    private void bringIn(Page page, TlsProxy proxy) throws IOException {
        Path file = Files.writeString(folder.resolve("items.jsonl"), ITEM);
        page.navigate(proxy.outside(PREFIX + "/projects/demo"));
        page.setInputFiles("#upload-file", file);
        page.click("lichen-upload button");
        page.waitForSelector("lichen-upload [role=status] p");
        assertTrue(page.textContent("lichen-upload [role=status]").startsWith("1 items added"));
    }

    private static void takeOut(Page page, TlsProxy proxy) {
        page.navigate(proxy.outside(PREFIX + "/projects/demo/export"));
        Download file = page.waitForDownload(() -> page.click("main .panel .button"));
        assertEquals("demo-rankings.jsonl", file.suggestedFilename());
        List<Ranking> pairs = Datasets.readRankings(file.path()).records();
        assertFalse(pairs.isEmpty());
    }

    private static void signOut(Page page) {
        page.click("text=Sign out");
        page.waitForSelector("input[name=password]");
    }

    private static void assertCookies(List<Cookie> cookies) {
        assertFalse(cookies.isEmpty());
        for (Cookie cookie : cookies) {
            assertTrue(cookie.secure && cookie.httpOnly, cookie.name);
            assertEquals(SameSiteAttribute.LAX, cookie.sameSite, cookie.name);
            assertEquals(PREFIX, cookie.path, cookie.name);
        }
    }

    /** What the pages asked for that is not the app outside; the app opens no sockets. */
    private Set<String> elsewhere(String app) {
        return requested.stream()
                .filter(address -> !address.startsWith(app)
                        && !address.startsWith("data:")
                        && !address.startsWith("blob:" + app.substring(0, app.indexOf(PREFIX))))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
