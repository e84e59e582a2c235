package dev.lichen.annotation.server;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.ItemReader;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.ProjectSettings;
import dev.lichen.annotation.project.SamplingPolicy;
import dev.lichen.annotation.project.StoredItem;
import dev.lichen.annotation.queue.Verdict;
import dev.lichen.annotation.store.StoredJudgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Somebody at the workbench of a project of their own, in a window of their own. */
final class Annotator implements AutoCloseable {

    private final RunningApp app;
    private final Project project;
    private final Account account;
    private final BrowserContext window;
    private final Page page;

    /** Signs in somebody new, who has a role in one project only. */
    Annotator(Chromium chromium, RunningApp app, Project project, int width, int height) {
        this.app = app;
        this.project = project;
        String login = "someone-" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        this.account = app.person(login, project, Role.ANNOTATOR);
        this.window = chromium.window(width, height);
        this.page = Chromium.signIn(window, app, login);
    }

    /** Makes a project whose items are judged once, with answers "1", "2" and so on. */
    static Project project(RunningApp app, Path folder, int items, int answers) throws IOException {
        String slug = "p" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        ProjectSettings settings = new ProjectSettings(
                1,
                600,
                new ProjectSettings.Gold(0, 0),
                new ProjectSettings.Repeats(0, 1),
                new ProjectSettings.Sampling(SamplingPolicy.ORDER, 0.2));
        Project project = app.services().projects().create(app.owner().id(), slug, "Project " + slug, settings);
        String lines = IntStream.rangeClosed(1, items)
                .mapToObj(item -> item(item, answers))
                .collect(Collectors.joining());
        app.services()
                .importing()
                .items(app.owner().id(), project.id(), Files.writeString(folder.resolve(slug + ".jsonl"), lines));
        return project;
    }

    private static String item(int item, int answers) {
        String texts = IntStream.rangeClosed(1, answers)
                .mapToObj(answer -> "{\"content\":\"" + answer + "\"}")
                .collect(Collectors.joining(","));
        String tiers =
                IntStream.rangeClosed(1, answers).mapToObj(String::valueOf).collect(Collectors.joining(","));
        return "{\"prompt\":[{\"role\":\"user\",\"content\":\"Question " + item + "\"}],\"answers\":[" + texts
                + "],\"tiers\":[" + tiers + "]}\n";
    }

    /** Opens the workbench and waits for an item. */
    Annotator opens() {
        page.navigate(app.address("work/" + project.slug()));
        return waits();
    }

    /** Waits for an item. */
    Annotator waits() {
        page.waitForFunction("() => { window.bench = () => document.querySelector('lichen-workbench');"
                + " return bench() && bench().item && document.querySelector('.answer'); }");
        return this;
    }

    /** Waits for another item than one. */
    Annotator waitsForAnother(String item) {
        page.waitForFunction("item => bench().item && bench().item.assignment !== item", item);
        return this;
    }

    Annotator reloads() {
        page.reload();
        return waits();
    }

    Annotator presses(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    /** Presses Tab until the focus is on an element that a selector names. */
    Annotator tabsTo(String selector) {
        for (int tab = 0; tab < 150; tab++) {
            page.keyboard().press("Tab");
            if ((boolean) page.evaluate("wanted => document.activeElement.matches(wanted)", selector)) {
                return this;
            }
        }
        throw new AssertionError("Tab does not lead to " + selector);
    }

    Annotator hasStatus(String status) {
        page.waitForSelector(".saved[data-status=" + status + "]");
        return this;
    }

    Annotator hears(String words) {
        page.waitForFunction("words => document.querySelector('.spoken').textContent.includes(words)", words);
        return this;
    }

    String order() {
        return page.evaluate("() => LichenRanking.notation(bench().state)").toString();
    }

    String item() {
        return page.evaluate("() => bench().item.assignment").toString();
    }

    Object state(String part) {
        return page.evaluate("part => bench().state[part]", part);
    }

    /** Returns the tiers on the page by the answers' texts, which tell where letters do not. */
    Object tiersByText() {
        return page.evaluate("() => Object.fromEntries(bench().item.answers.map(({label, text}) =>"
                + " [text, LichenRanking.tierOf(bench().state, label) + 1]))");
    }

    /** Returns the newest judgements of this person, oldest first. */
    List<StoredJudgement> judgements() {
        return app.services()
                .judgements()
                .ofUser(account.id(), project.id(), 0, 100)
                .reversed();
    }

    /** Returns the tiers of a judgement by the answers' texts. */
    Map<String, Integer> tiersByText(StoredJudgement judgement) {
        Map<String, Integer> tiers = new TreeMap<>();
        StoredItem item = new ItemReader(app.services().database()).get(judgement.item());
        List<Integer> bySlot = Verdict.of(judgement).tiers();
        IntStream.range(0, bySlot.size())
                .forEach(slot -> tiers.put(item.answers().get(slot).answer().content(), bySlot.get(slot)));
        return tiers;
    }

    Page page() {
        return page;
    }

    BrowserContext window() {
        return window;
    }

    Account account() {
        return account;
    }

    Project project() {
        return project;
    }

    @Override
    public void close() {
        window.close();
    }
}
