package dev.lichen.annotation.server;

import dev.lichen.InternalException;
import dev.lichen.annotation.AnnotationServices;
import dev.lichen.annotation.project.AnswerSchema;
import dev.lichen.annotation.project.GoldKey;
import dev.lichen.annotation.project.ListedItem;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.ProjectSettings;
import dev.lichen.annotation.project.Projects;
import dev.lichen.annotation.store.CanonicalJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Fills a project with questions and answers in Chinese and English, so that one can rank at once. */
public final class DemoProject {

    private static final String SLUG = "demo";
    private static final int TRAINING_ITEMS = 2;

    private final boolean wanted;
    private final Projects projects;
    private final AnnotationServices services;

    /** Creates what fills the project, if it is wanted. */
    DemoProject(boolean wanted, AnnotationServices services) {
        this.wanted = wanted;
        this.projects = services.projects();
        this.services = services;
    }

    /** A gold item of the demonstration. */
    private record DemoGold(long number, List<Integer> expected, double tolerance, String explanation) {

        GoldKey key() {
            return GoldKey.ofRanks(new ArrayList<>(expected), tolerance, explanation);
        }
    }

    /** Fills the project for the first administrator, unless it is there or nobody asked for it. */
    public void fill(UUID administrator) {
        if (!wanted || projects.find(SLUG).isPresent()) {
            return;
        }
        Project project = projects.create(administrator, SLUG, "Demo · 演示", settings());
        projects.publishGuideline(administrator, project.id(), resource("guideline.md"));
        projects.publishSchema(administrator, project.id(), schema());
        try (DemoFile items = DemoFile.of(resource("items.jsonl"))) {
            services.importing().items(administrator, project.id(), items.path());
        } catch (IOException e) {
            throw new InternalException("Cannot write the demonstration's items", e);
        }
        for (DemoGold gold : CanonicalJson.read(resource("gold.json"), DemoGold[].class)) {
            ListedItem item = services.itemList()
                    .find(administrator, project.id(), gold.number())
                    .orElseThrow();
            services.goldItems().set(administrator, item.id(), gold.key());
        }
    }

    /** A newcomer begins with the two gold items. One judgement is enough, and nothing comes twice: there are few items. */
    private static ProjectSettings settings() {
        ProjectSettings usual = ProjectSettings.defaults();
        return new ProjectSettings(
                1,
                usual.leaseSeconds(),
                new ProjectSettings.Gold(0, TRAINING_ITEMS),
                new ProjectSettings.Repeats(0, 1),
                usual.sampling());
    }

    private static AnswerSchema schema() {
        return new AnswerSchema(
                List.of(
                        new AnswerSchema.Criterion("helpful", Map.of("en", "Helpful", "zh", "有帮助"), 1, 5),
                        new AnswerSchema.Criterion("correct", Map.of("en", "Correct", "zh", "正确"), 1, 5)),
                AnswerSchema.rankingOnly().flags());
    }

    private static String resource(String name) {
        try (InputStream stream = DemoProject.class.getResourceAsStream("/demo/" + name)) {
            if (stream == null) {
                throw new InternalException("The program lacks its file demo/" + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InternalException("Cannot read demo/" + name, e);
        }
    }
}
