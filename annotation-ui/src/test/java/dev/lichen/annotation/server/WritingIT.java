package dev.lichen.annotation.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person answers a prompt that has no answers, on a narrow screen and by keyboard alone. */
class WritingIT {

    private static final String ANSWER = "A fungus and an alga that live as one.";

    @TempDir
    private Path folder;

    @Test
    void aPromptWithoutAnswersIsAnswered() throws IOException {
        try (Chromium chromium = new Chromium();
                RunningApp app = new RunningApp(folder);
                BrowserContext window = chromium.window(390, 844)) {
            Project writing = writing(app);
            app.person("writer", writing, Role.ANNOTATOR);
            Page page = Chromium.signIn(window, app, "writer");
            page.navigate(app.address("work/writing"));
            page.waitForSelector("#written:focus");
            assertEquals(List.of(), Chromium.violations(page));

            page.keyboard().press("Control+Enter");
            page.waitForSelector(".notices .notice");
            assertTrue(page.textContent(".notices").contains("Nothing is written"));
            page.keyboard().insertText(ANSWER);
            page.waitForSelector(".saved[data-status=saved]");
            page.reload();
            page.waitForSelector("#written:focus");
            assertEquals(ANSWER, page.inputValue("#written"));
            page.keyboard().press("Control+Enter");
            page.waitForSelector(".instead h1");
            assertEquals(1, app.services().items().progress(writing.id()).judgements());
        }
    }

    private Project writing(RunningApp app) throws IOException {
        Project project = app.services()
                .projects()
                .create(app.owner().id(), "writing", "Writing", app.project().settings());
        Path prompts = Files.writeString(
                folder.resolve("prompts.jsonl"),
                "{\"prompt\":[{\"role\":\"user\",\"content\":\"What is a lichen?\"}]}\n");
        app.services().importing().items(app.owner().id(), project.id(), prompts);
        return project;
    }
}
