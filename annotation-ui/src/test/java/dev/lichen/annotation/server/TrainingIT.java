package dev.lichen.annotation.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.lichen.annotation.job.Job;
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

    private static final String OFFER = ".offer[data-command=reward]";

    /** Behaves towards its run folder as a stage does: measures, samples and reports, and waits between where it is told. */
    private static final String LICHEN = """
            command=$1
            while [ $# -gt 0 ]; do
                case $1 in
                    --run-dir | --to) dir=$2; shift ;;
                    epochs=*) epochs=${1#epochs=} ;;
                esac
                shift
            done
            mkdir -p "$dir/model"
            trap 'echo "{\\"state\\":\\"interrupted\\",\\"reason\\":\\"asked\\"}" > "$dir/run.json"; exit 0' TERM
            echo '{"state":"running"}' > "$dir/run.json"
            echo '{"step":1,"train/loss":0.7,"other":1}' > "$dir/metrics.jsonl"
            echo "$command step 1/2  train/loss 0.7  0.1 s a step, 0.1 s left"
            echo '{"step":1,"prompt":"hello","response":"first words","scores":{"score":0.25}}' > "$dir/samples.jsonl"
            while [ "$epochs" = 9 ] && [ ! -e "$dir/go" ]; do sleep 0.05; done
            echo '{"step":2,"train/loss":0.5,"other":2}' >> "$dir/metrics.jsonl"
            echo '{"step":2,"prompt":"hello","response":"better words","scores":{"score":0.5}}' >> "$dir/samples.jsonl"
            echo "all done"
            echo '{}' > "$dir/model/config.json"
            echo '<!doctype html><html lang="en"><title>t</title><h1>What was found</h1></html>' > "$dir/report.html"
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
    void aRewardModelIsTrainedOnWhatWasRankedAndItsRunIsWatched() throws IOException {
        try (BrowserContext window = chromium.window(1440, 3000)) {
            Page page = Chromium.signIn(window, app, "owner");
            rankOne(page);
            openForm(page);
            setting(page, "epochs", "9");
            page.waitForSelector(".differences code:has-text('epochs = 9')");
            assertEquals(List.of(), Chromium.violations(page));
            start(page);
            Path run = folder.resolve("runs/demo-reward");
            watchFirstStep(page);
            Files.createFile(run.resolve("go"));
            page.waitForSelector(".state[data-state=DONE]");
            watchEnd(page);
            assertEquals(
                    1,
                    Files.readAllLines(folder.resolve("runs/demo-reward-rankings.jsonl"))
                            .size());
            assertEquals(List.of(), Chromium.violations(page));
        }
    }

    @Test
    void settingsThatTheStageRefusesAreRefusedBeforeAnythingIsWritten() {
        try (BrowserContext window = chromium.window(1440, 900)) {
            Page page = Chromium.signIn(window, app, "owner");
            openForm(page);
            setting(page, "epochs", "-1");
            page.waitForSelector(OFFER + " .error:has-text('epochs must be positive, was -1')");
            field(page, "Name of the run").fill("refused");
            page.locator(OFFER + " .button").last().click();
            page.waitForSelector(OFFER + " .error:has-text('epochs must be positive, was -1')");
            assertTrue(page.querySelectorAll("[data-run=refused]").isEmpty());
            assertFalse(Files.exists(folder.resolve("runs/refused-rankings.jsonl")));
        }
    }

    @Test
    void aKilledRunSaysSoAndWhatDeletingTakesIsShownFirst() {
        try (BrowserContext window = chromium.window(1440, 900)) {
            Page page = Chromium.signIn(window, app, "owner");
            openForm(page);
            setting(page, "epochs", "9");
            field(page, "Name of the run").fill("killed");
            page.locator(OFFER + " .button").last().click();
            page.click("[data-run=killed] a");
            watchFirstStep(page);
            killed("killed");
            page.waitForSelector("[data-run=killed] .state[data-state=KILLED]");
            page.click("[data-run=killed] button:has-text('Delete')");
            page.waitForSelector("[data-run=killed] li:has-text('metrics.jsonl: 1 files')");
            page.click("[data-run=killed] button:has-text('Delete it')");
            page.waitForSelector(".offer[data-command=reward]");
            assertFalse(Files.exists(folder.resolve("runs/killed")));
        }
    }

    @Test
    void aLineShowsTheCurvesAndSamplesOfEachStageAsItComes() throws IOException {
        app.run("line");
        Path line = folder.resolve("runs/line");
        Path tuned = Files.createDirectories(line.resolve("sft"));
        Files.writeString(tuned.resolve("metrics.jsonl"), "{\"step\":1,\"train/loss\":0.9}\n");
        try (BrowserContext window = chromium.window(1440, 3000)) {
            Page page = Chromium.signIn(window, app, "owner");
            page.navigate(app.address("projects/demo/runs/line"));
            page.waitForSelector(".chart[data-metric='sft train/loss']:has-text('Fine-tuning · '):has-text('0.9')");
            Path policy = Files.createDirectories(line.resolve("ppo"));
            Files.writeString(policy.resolve("metrics.jsonl"), "{\"step\":1,\"objective/kl\":12}\n");
            Files.writeString(
                    policy.resolve("samples.jsonl"),
                    "{\"step\":4,\"prompt\":\"q\",\"response\":\"of the line\",\"scores\":{\"score\":0.5}}\n");
            page.waitForSelector(".chart[data-metric='sft train/loss'] ~ .chart[data-metric='ppo objective/kl']");
            page.waitForSelector(".watch li:has-text('PPO · ')");
            page.waitForSelector(".samples:has-text('of the line')");
            assertEquals("PPO · 4", page.textContent(".sample-steps output"));
            assertEquals(List.of(), Chromium.violations(page));
        }
    }

    private static void killed(String run) {
        Job job = app.services().jobs(List.of(), folder.resolve("runs")).list().stream()
                .filter(one -> one.request().name().equals(run))
                .findFirst()
                .orElseThrow();
        ProcessHandle.of(job.process().id()).orElseThrow().destroyForcibly();
    }

    private static void openForm(Page page) {
        page.navigate(app.address("projects/demo/training"));
        page.click(OFFER + " > summary");
    }

    private static void setting(Page page, String key, String value) {
        field(page, key).fill(value);
        field(page, key).blur();
    }

    private static Locator field(Page page, String label) {
        return page.locator(OFFER).getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    private static void start(Page page) {
        page.locator(OFFER + " .button").last().click();
        page.click("[data-run=demo-reward] a");
    }

    private static void watchFirstStep(Page page) {
        page.waitForSelector(".chart[data-metric='train/loss']:has-text('0.7')");
        page.waitForSelector(".samples:has-text('first words')");
        page.waitForSelector("lichen-run pre:has-text('step 1/2')");
        page.evaluate("() => document.querySelector('.chart .curve').dataset.seen = 'yes'");
    }

    /** The second step came to the curve that was there: it was not drawn anew. */
    private static void watchEnd(Page page) {
        page.waitForSelector(".chart[data-metric='train/loss']:has-text('0.5')");
        page.waitForSelector(".samples:has-text('better words')");
        assertEquals(3, page.evaluate("() => document.querySelector('.curve[data-seen=yes]').points.length"));
        assertEquals(
                "What was found",
                page.frameLocator("iframe.report").locator("h1").textContent());
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
