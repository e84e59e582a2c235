package dev.lichen.annotation.job;

import dev.lichen.annotation.exchange.Export;
import dev.lichen.annotation.exchange.ExportKind;
import dev.lichen.annotation.exchange.Import;
import dev.lichen.annotation.exchange.ImportReport;
import dev.lichen.annotation.exchange.ProjectPrompts;
import dev.lichen.annotation.exchange.UncertainItems;
import dev.lichen.annotation.store.Ledger;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Starts jobs on what a project has, its rankings, prompts and open items, and takes what they made back into it.
 *
 * @param jobs the queue of jobs
 * @param stages the settings of the commands
 * @param data writes what a job learns from
 * @param files where runs, and what they are made from, lie
 * @param named which other files settings may name
 */
public record ProjectJobs(Jobs jobs, StageSettings stages, Data data, TrainingFolder files, NamedFiles named) {

    /** The settings that are filled from the project unless they are given. */
    public static final String RANKINGS = "data.rankings";

    public static final String PROMPTS = "rollout.prompts";
    public static final String HELD_OUT_PROMPTS = "rollout.evaluationPrompts";

    private static final String ITEMS = "items.jsonl";
    private static final String UNCERTAINTY = "uncertainty.jsonl";

    /**
     * Where rankings and prompts come from.
     *
     * @param rankings writes them
     * @param prompts writes them
     * @param importing brings items in
     * @param ledger says as of when
     * @param uncertain takes open items to a reward model and back
     */
    public record Data(
            Export rankings, ProjectPrompts prompts, Import importing, Ledger ledger, UncertainItems uncertain) {}

    /**
     * Queues a job; a reward model's rankings are exported as of now, and a policy's prompts written, unless its settings
     * name files.
     *
     * @throws JobException if the name is taken, the command would refuse the settings, or they name files that the person
     *     may not use; nothing is written then
     */
    public Job start(UUID actor, JobRequest request) {
        UUID project = Objects.requireNonNull(request.project(), "these jobs belong to projects");
        jobs.requireFree(actor, request);
        named.require(actor, project, request.settings());
        stages.refusal(request.command(), request.settings()).ifPresent(refusal -> {
            throw new JobException(refusal);
        });
        jobs.takeName(actor, request);
        Map<String, String> settings = new TreeMap<>(request.settings());
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
        boolean isLine = request.command() == JobCommand.ALIGN;
        return jobs.submit(actor, isLine ? complete.withRecipe(files.writeRecipe(request.name())) : complete);
    }

    private String rankings(UUID actor, UUID project, String run) {
        Path file = files.rankings(run);
        data.rankings().write(actor, project, ExportKind.RANKINGS, data.ledger().head(), file);
        return file.toString();
    }

    private void writePrompts(UUID actor, UUID project, String run, Map<String, String> settings) {
        Path training = files.prompts(run);
        Path heldOut = files.heldOutPrompts(run);
        data.prompts().write(actor, project, training, heldOut);
        settings.put(PROMPTS, training.toString());
        settings.putIfAbsent(HELD_OUT_PROMPTS, heldOut.toString());
    }

    private String allPrompts(UUID actor, UUID project, String run) {
        Path file = files.prompts(run);
        data.prompts().write(actor, project, file);
        return file.toString();
    }

    private String openItems(UUID actor, UUID project, String run) {
        Path file = files.openItems(run);
        data.uncertain().write(actor, project, file);
        return file.toString();
    }

    /** Lets what a job measured choose which items are ranked next, and returns how many it knows. */
    public int useUncertainty(UUID actor, Job job) {
        UUID project = Objects.requireNonNull(job.request().project(), "these jobs belong to projects");
        return data.uncertain()
                .read(actor, project, jobs.folder(job.request()).path().resolve(UNCERTAINTY));
    }

    /** Brings the items that a job of models wrote into the project, all or none. */
    public ImportReport bringIn(UUID actor, Job job) {
        UUID project = Objects.requireNonNull(job.request().project(), "these jobs belong to projects");
        return data.importing()
                .items(actor, project, jobs.folder(job.request()).path().resolve(ITEMS));
    }
}
