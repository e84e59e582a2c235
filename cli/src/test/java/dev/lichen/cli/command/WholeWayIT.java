package dev.lichen.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.lichen.annotation.server.Chromium;
import dev.lichen.datasets.formats.Datasets;
import dev.lichen.training.RunRecord;
import dev.lichen.training.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way in the page, on a tiny model: a file comes in, three people rank, the board shows it, a reward model is
 * trained by {@code lichen reward}, PPO by {@code lichen ppo}, the report is read in place, the rankings go out. On the way
 * the app and a job are killed.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher of the test is a shell script")
class WholeWayIT {

    private static final String ITEM = """
            {"prompt":[{"role":"user","content":"count to %1$d"}],"answers":[{"content":"one %1$d"},\
            {"content":"one, two %1$d"},{"content":"one, two, three %1$d"}],"tiers":[1,1,1],"language":"en"}
            """;

    private static final int ITEMS = 6;
    private static final int PEOPLE = 3;
    private static final int CONTEXT = 160;
    private static final double LONGEST_WAIT = 180_000;
    private static final long POLL_MILLISECONDS = 50;
    private static final String PASSWORD = "a long password";

    @TempDir
    private Path folder;

    private Chromium chromium;
    private AnnotateProcess app;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        chromium = new Chromium();
        TinyModelFolder.write(folder.resolve("models/tiny"), 1, CONTEXT);
        app = AnnotateProcess.start(folder);
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (app != null) {
            app.stop();
            chromium.close();
        }
    }

    @Test
    void fromAFileToAReportAndBack() throws IOException, InterruptedException {
        try (BrowserContext window = chromium.window(1440, 1000)) {
            Page page = open(window);
            register(page, app.setup(), "lead");
            makeProject(page);
            importItems(page);
            int people = 0;
            for (String link : invitations(page)) {
                rankAll(link, "person" + ++people);
            }
            seeQuality(page);
            trainRewardModel(page);
            killAppAndJob(page);
            improvePolicy(page);
            readReport(page);
            takeAway(page);
        }
    }

    private Page open(BrowserContext window) {
        Page page = window.newPage();
        page.setDefaultTimeout(LONGEST_WAIT);
        return page;
    }

    private static void register(Page page, String address, String login) {
        page.navigate(address);
        page.getByLabel("Your name").fill(login);
        page.getByLabel("Login").fill(login);
        page.getByLabel("Password").fill(PASSWORD);
        page.click("button:has-text('Make the account')");
        page.waitForSelector(".shell");
    }

    private void signIn(Page page) throws IOException {
        page.navigate(app.address("login"));
        page.fill("input[name=username]", "lead");
        page.fill("input[name=password]", PASSWORD);
        page.click("button[type=submit]");
        page.waitForSelector(".shell");
    }

    private void makeProject(Page page) {
        page.click("summary:has-text('New project')");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Counting");
        page.getByLabel("Short name").fill("counting");
        page.click("button:has-text('Make it')");
        page.waitForSelector("lichen-upload");
    }

    private void importItems(Page page) throws IOException {
        String lines = IntStream.range(0, ITEMS).mapToObj(ITEM::formatted).collect(Collectors.joining());
        Path good = Files.writeString(folder.resolve("items.jsonl"), lines);
        Path bad = Files.writeString(folder.resolve("bad.jsonl"), lines + "{\"prompt\":3}\n");
        upload(page, bad);
        page.waitForSelector("lichen-upload .error:has-text('bad.jsonl:" + (ITEMS + 1) + "')");
        upload(page, good);
        page.waitForSelector("lichen-upload:has-text('" + ITEMS + " items added')");
        upload(page, good);
        page.waitForSelector("lichen-upload .error:has-text('Duplicate import')");
    }

    private static void upload(Page page, Path file) {
        page.setInputFiles("#upload-file", file);
        page.click("lichen-upload button");
    }

    private List<String> invitations(Page page) throws IOException {
        page.navigate(app.address("projects/counting/people"));
        List<String> links = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            page.click("button:has-text('Make a link')");
            String last = links.isEmpty() ? "" : links.getLast();
            page.waitForFunction("last => (document.querySelector('.panel code')?.textContent ?? last) !== last", last);
            links.add(page.textContent(".panel code"));
        }
        return links;
    }

    /** Prefers longer answers, by keyboard, in whatever order they are shown. */
    private void rankAll(String invitation, String login) throws IOException {
        try (BrowserContext window = chromium.window(1200, 900)) {
            Page page = open(window);
            register(page, invitation, login);
            page.navigate(app.address("work/counting"));
            for (int item = 0; item < ITEMS; item++) {
                page.waitForSelector(".answer");
                Object shown = page.evaluate("() => document.querySelector('lichen-workbench').item.assignment");
                Map<String, Integer> lengths = page.locator(".answer").all().stream()
                        .collect(Collectors.toMap(
                                answer -> answer.getAttribute("data-label"),
                                answer -> answer.locator(".text").textContent().length()));
                lengths.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .forEach(answer -> page.keyboard().press(answer.getKey().toLowerCase(Locale.ROOT)));
                page.keyboard().press("Enter");
                page.waitForFunction(
                        "shown => document.querySelector('section.instead') ||"
                                + " (document.querySelector('lichen-workbench').item ?? {assignment: shown}).assignment"
                                + " !== shown",
                        shown);
            }
            page.waitForSelector("section.instead");
        }
    }

    private void seeQuality(Page page) throws IOException {
        page.navigate(app.address("projects/counting/quality"));
        page.waitForSelector("tr:has-text('Krippendorff')");
        page.waitForSelector("tr:has-text('the longer answer won'):has-text('100.0 %')");
    }

    private void trainRewardModel(Page page) throws IOException {
        openForm(page, "[data-command=reward]");
        set(
                page,
                "[data-command=reward]",
                Map.of("model", "models/tiny", "epochs", "2", "batch.size", "4", "data.maximumTokens", "96"));
        page.waitForSelector("[data-command=reward] [role=status]:has-text('" + ITEMS * PEOPLE + " rankings')");
        begin(page, "[data-command=reward]");
        page.waitForSelector("[data-run=counting-reward] .state[data-state=DONE]");
        page.click("[data-run=counting-reward] a");
        page.waitForSelector(".chart[data-metric='train/accuracy'] .values strong");
        page.waitForSelector("main:has-text('" + ITEMS * PEOPLE + " judgements by " + PEOPLE + " people')");
    }

    /** A long job outlives its app; killed, it says so; it goes on, stops and is deleted when asked. */
    private void killAppAndJob(Page page) throws IOException, InterruptedException {
        openForm(page, "[data-command=ppo]");
        set(page, "[data-command=ppo]", tinyPolicy("100000", "endless"));
        begin(page, "[data-command=ppo]");
        page.click("[data-run=endless] a");
        page.waitForSelector(".chart[data-metric='objective/kl'] .values strong");
        app.kill();
        awaitStepAfter(steps()); // the job goes on without the app
        app = AnnotateProcess.start(folder);
        signIn(page);
        page.navigate(app.address("projects/counting/runs/endless"));
        page.waitForSelector(".state[data-state=RUNNING]");
        kill(RunRecord.read(folder.resolve("runs/endless")).process());
        page.waitForSelector(".state[data-state=KILLED]");
        page.click("button:has-text('Resume')");
        page.waitForSelector(".state[data-state=RUNNING]");
        awaitStepAfter(steps());
        page.click("button:has-text('Stop')");
        page.waitForSelector(".state[data-state=STOPPED]");
        assertEquals(
                RunState.INTERRUPTED,
                RunRecord.read(folder.resolve("runs/endless")).state());
        page.click("button:has-text('Delete')");
        page.waitForSelector("li:has-text('checkpoints')");
        page.click("button:has-text('Delete it')");
        page.waitForSelector(".offer[data-command=reward]");
        assertFalse(Files.exists(folder.resolve("runs/endless")));
    }

    private void improvePolicy(Page page) throws IOException {
        openForm(page, "[data-command=ppo]");
        set(page, "[data-command=ppo]", tinyPolicy("3", "counting-ppo"));
        begin(page, "[data-command=ppo]");
        page.waitForSelector("[data-run=counting-ppo] .state[data-state=DONE]");
        page.click("[data-run=counting-ppo] a");
        page.waitForSelector(".chart[data-metric='objective/scores'] .values strong");
        page.waitForSelector(".samples .response");
        page.getByLabel("counting-reward").check();
        page.waitForSelector(".legend:has-text('counting-reward')");
        assertEquals(List.of(), Chromium.violations(page));
    }

    private void readReport(Page page) {
        page.click(".offer[data-offer='run.compare'] > summary");
        set(
                page,
                "[data-offer='run.compare']",
                Map.of(
                        "maximumNewTokens", "8",
                        "prompts", "4",
                        "seeds", "[1]",
                        "prompts.file", "runs/counting-ppo-prompts.jsonl"));
        begin(page, "[data-offer='run.compare']");
        page.waitForSelector(".state[data-state=DONE]");
        Locator heading = page.frameLocator("iframe.report").locator("h1");
        assertFalse(heading.textContent().isBlank());
        page.waitForSelector("main:has-text('Begins with:')");
    }

    private void takeAway(Page page) throws IOException {
        page.navigate(app.address("projects/counting/export"));
        Download file = page.waitForDownload(() -> page.click("button:has-text('in Lichen')"));
        assertEquals(
                ITEMS * PEOPLE, Datasets.readRankings(renamed(file)).records().size());
    }

    private Path renamed(Download file) {
        Path named = folder.resolve("taken.jsonl");
        file.saveAs(named);
        return named;
    }

    private static Map<String, String> tinyPolicy(String steps, String name) {
        return Map.of(
                "Name of the run", name,
                "models.policy", "models/tiny",
                "steps", steps,
                "rollout.promptsPerStep", "2",
                "rollout.maximumNewTokens", "8",
                "rollout.maximumPromptTokens", "48",
                "run.sampleInterval", "1",
                "run.checkpointInterval", "1");
    }

    private void openForm(Page page, String form) throws IOException {
        page.navigate(app.address("projects/counting/training"));
        page.click(form + " > summary");
    }

    /** Fills fields, those under "all other settings" too, and waits until the form says that they differ. */
    private static void set(Page page, String form, Map<String, String> values) {
        page.click(form + " details > summary");
        values.forEach((label, value) -> {
            Locator field = page.locator(form).getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
            field.fill(value);
            field.blur();
        });
        values.keySet().stream()
                .filter(label -> !label.contains(" "))
                .forEach(key -> page.waitForSelector(form + " .differences code:has-text('" + key + " = ')"));
        page.waitForSelector(
                form + " .error:text-is('')",
                new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
    }

    private static void begin(Page page, String form) {
        page.locator(form + " .button").last().click();
    }

    private void awaitStepAfter(long step) throws IOException, InterruptedException {
        while (steps() <= step) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLISECONDS);
        }
    }

    private long steps() throws IOException {
        Path metrics = folder.resolve("runs/endless/metrics.jsonl");
        try (var lines = Files.lines(metrics)) {
            return lines.count();
        }
    }

    private static void kill(long process) {
        assertTrue(ProcessHandle.of(process).orElseThrow().destroyForcibly());
    }
}
