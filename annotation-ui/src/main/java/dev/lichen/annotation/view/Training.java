package dev.lichen.annotation.view;

import dev.lichen.annotation.exchange.Export;
import dev.lichen.annotation.exchange.ExportKind;
import dev.lichen.annotation.exchange.Import;
import dev.lichen.annotation.exchange.ImportReport;
import dev.lichen.annotation.exchange.ProjectPrompts;
import dev.lichen.annotation.exchange.UncertainItems;
import dev.lichen.annotation.job.Job;
import dev.lichen.annotation.job.JobCommand;
import dev.lichen.annotation.job.JobException;
import dev.lichen.annotation.job.JobRequest;
import dev.lichen.annotation.job.Jobs;
import dev.lichen.annotation.job.Lineage;
import dev.lichen.annotation.job.StageSettings;
import dev.lichen.annotation.job.TrainingFolder;
import dev.lichen.annotation.project.DataSize;
import dev.lichen.annotation.project.Items;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.store.Ledger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Starts jobs for a project from its own rankings and prompts.
 *
 * @param jobs the queue of jobs
 * @param lineage what runs learned from
 * @param stages the settings of the commands
 * @param data writes rankings and prompts
 * @param runs where runs and what they were made from lie
 * @param available whether the app was started in a way that it can start jobs
 */
public record Training(
        Jobs jobs, Lineage lineage, StageSettings stages, Data data, TrainingFolder runs, boolean available) {

    /** The settings that the app fills from the project unless they are given. */
    static final String RANKINGS = "data.rankings";

    static final String PROMPTS = "rollout.prompts";
    private static final String ITEMS = "items.jsonl";
    private static final String UNCERTAINTY = "uncertainty.jsonl";
    private static final String HELD_OUT = "rollout.evaluationPrompts";

    /**
     * Where rankings and prompts come from.
     *
     * @param rankings writes them
     * @param prompts writes them
     * @param importing brings items in
     * @param ledger says as of when
     * @param items counts them
     * @param uncertain takes open items to a reward model and back
     */
    public record Data(
            Export rankings,
            ProjectPrompts prompts,
            Import importing,
            Ledger ledger,
            Items items,
            UncertainItems uncertain) {}

    /**
     * Queues a job; a reward model's rankings are exported as of now, and a policy's prompts written, unless its settings
     * name files.
     *
     * @throws JobException if the name is taken or the command would refuse the settings; nothing is written then
     */
    Job start(UUID actor, JobRequest wanted) {
        JobRequest request = withRecipe(wanted, "recipe");
        jobs.requireFree(actor, request);
        stages.refusal(request.command(), request.settings()).ifPresent(refusal -> {
            throw new JobException(refusal);
        });
        Map<String, String> settings = new TreeMap<>(request.settings());
        UUID project = Objects.requireNonNull(request.project(), "jobs of the pages belong to projects");
        switch (request.command()) {
            case REWARD, ALIGN -> settings.computeIfAbsent(RANKINGS, _ -> rankings(actor, project, request.name()));
            case PPO -> {
                if (!settings.containsKey(PROMPTS)) {
                    writePrompts(actor, project, request.name(), settings);
                }
            }
            case CANDIDATES -> settings.computeIfAbsent("prompts", _ -> allPrompts(actor, project, request.name()));
            case UNCERTAINTY -> settings.computeIfAbsent("items", _ -> openItems(actor, project, request.name()));
            case SFT, EVALUATE -> {
                // these name their files
            }
        }
        JobRequest complete = request.clonedAs(request.name(), settings);
        return jobs.submit(
                actor,
                request.recipe() == null
                        ? complete
                        : withRecipe(complete, runs.recipe(request.name()).toString()));
    }

    /** Returns the jobs of a project, newest first. */
    List<Job> of(Project project) {
        return jobs.of(project.id());
    }

    /** Returns how much a project has to learn from. */
    DataSize size(Project project) {
        return data.items().size(project.id());
    }

    private String rankings(UUID actor, UUID project, String run) {
        Path file = runs.rankings(run);
        data.rankings().write(actor, project, ExportKind.RANKINGS, data.ledger().head(), file);
        return file.toString();
    }

    private void writePrompts(UUID actor, UUID project, String run, Map<String, String> settings) {
        Path training = runs.prompts(run);
        Path heldOut = runs.heldOutPrompts(run);
        data.prompts().write(actor, project, training, heldOut);
        settings.put(PROMPTS, training.toString());
        settings.putIfAbsent(HELD_OUT, heldOut.toString());
    }

    private String allPrompts(UUID actor, UUID project, String run) {
        Path file = runs.prompts(run);
        data.prompts().write(actor, project, file);
        return file.toString();
    }

    private String openItems(UUID actor, UUID project, String run) {
        Path file = runs.openItems(run);
        data.uncertain().write(actor, project, file);
        return file.toString();
    }

    /** Lets what a job measured choose which items are ranked next, and returns how many it knows. */
    int useUncertainty(UUID actor, Job job) {
        UUID project = Objects.requireNonNull(job.request().project(), "jobs of the pages belong to projects");
        return data.uncertain()
                .read(actor, project, jobs.folder(job.request()).path().resolve(UNCERTAINTY));
    }

    /** Brings the items that a job of models wrote into the project, all or none. */
    ImportReport bringIn(UUID actor, Job job) {
        UUID project = Objects.requireNonNull(job.request().project(), "jobs of the pages belong to projects");
        return data.importing()
                .items(actor, project, jobs.folder(job.request()).path().resolve(ITEMS));
    }

    private static JobRequest withRecipe(JobRequest request, @Nullable String recipe) {
        return request.command() == JobCommand.ALIGN
                ? new JobRequest(
                        request.project(),
                        request.command(),
                        request.name(),
                        request.device(),
                        recipe,
                        request.settings())
                : request;
    }
}
