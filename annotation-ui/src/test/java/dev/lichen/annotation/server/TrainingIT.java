package dev.lichen.annotation.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** From rankings to a job, in the page; a script stands in for {@code lichen}. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for lichen is a shell script")
class TrainingIT {

    /** Behaves towards its run folder as a stage does: measures twice and is done. */
    private static final String LICHEN = """
            while [ $# -gt 0 ]; do
                case $1 in --run-dir) dir=$2; shift ;; esac
                shift
            done
            mkdir -p "$dir"
            echo '{"step":1,"train/loss":0.7}' > "$dir/metrics.jsonl"
            echo '{"step":2,"train/loss":0.5}' >> "$dir/metrics.jsonl"
            echo "all done"
            echo '{"state":"done"}' > "$dir/run.json"
            """;

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static RunningApp app;

    @BeforeAll
    static void start() throws IOException {
        chromium = new Chromium();
        Path script = Files.writeString(folder.resolve("lichen.sh"), LICHEN);
        app = new RunningApp(folder, List.of("sh", script.toString()));
    }

    @AfterAll
    static void stop() {
        if (app != null) {
            app.close();
            chromium.close();
        }
    }

    @Test
    void aRewardModelIsTrainedOnWhatWasRanked() throws IOException {
        try (BrowserContext window = chromium.window(1440, 900)) {
            Page page = Chromium.signIn(window, app, "owner");
            rankOne(page);
            page.navigate(app.address("projects/demo/training"));
            page.waitForSelector(".panels");
            assertEquals(List.of(), Chromium.violations(page));
            page.click(".panels .panel:first-child .button");
            page.waitForSelector(".state[data-state=DONE]");
            page.waitForSelector(".sparkline");
            assertTrue(page.textContent(".curves").contains("0.5"), page.textContent(".curves"));
            assertEquals(
                    1,
                    Files.readAllLines(folder.resolve("runs/demo-reward-rankings.jsonl"))
                            .size());
            assertEquals(List.of(), Chromium.violations(page));
        }
    }

    private static void rankOne(Page page) {
        page.navigate(app.address("work/demo"));
        page.waitForSelector(".answer");
        page.keyboard().press("a");
        page.keyboard().press("b");
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        page.waitForFunction("() => document.querySelector('.pace')?.textContent.startsWith('1 ')");
    }
}
