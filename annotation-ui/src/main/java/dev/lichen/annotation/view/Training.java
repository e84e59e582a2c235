package dev.lichen.annotation.view;

import dev.lichen.annotation.exchange.Export;
import dev.lichen.annotation.exchange.ExportKind;
import dev.lichen.annotation.job.Job;
import dev.lichen.annotation.job.JobCommand;
import dev.lichen.annotation.job.JobException;
import dev.lichen.annotation.job.JobRequest;
import dev.lichen.annotation.job.Jobs;
import dev.lichen.annotation.job.TrainingFolder;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.store.Ledger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Starts jobs for a project from its own rankings.
 *
 * @param jobs the queue of jobs
 * @param exporting writes the rankings
 * @param ledger says as of when
 * @param runs where runs and their rankings lie
 * @param available whether the app was started in a way that it can start jobs
 */
public record Training(Jobs jobs, Export exporting, Ledger ledger, Path runs, boolean available) {

    /** Exports the project's rankings as of now and queues a reward model on them. */
    Job reward(UUID actor, Project project, String name, String device, String model, String settings) {
        Path rankings = new TrainingFolder(runs).rankings(name);
        Map<String, String> all = parsed(settings);
        all.put("model", model.strip());
        all.put("data.rankings", rankings.toString());
        JobRequest request = new JobRequest(project.id(), JobCommand.REWARD, name, device, null, all);
        exporting.write(actor, project.id(), ExportKind.RANKINGS, ledger.head(), rankings);
        return jobs.submit(actor, request);
    }

    /** Queues PPO of a policy against a reward model. */
    Job policy(UUID actor, Project project, String name, String device, String settings) {
        return jobs.submit(actor, new JobRequest(project.id(), JobCommand.PPO, name, device, null, parsed(settings)));
    }

    /** Returns the jobs of a project, newest first. */
    List<Job> of(Project project) {
        return jobs.list().stream()
                .filter(job -> project.id().equals(job.request().project()))
                .toList();
    }

    /** Reads settings of the form {@code key=value}, one a line. */
    static Map<String, String> parsed(String lines) {
        Map<String, String> settings = new TreeMap<>();
        lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            int sign = line.indexOf('=');
            if (sign < 1) {
                throw new JobException("Bad setting: found \"" + line + "\", expected key=value");
            }
            settings.put(
                    line.substring(0, sign).strip(), line.substring(sign + 1).strip());
        });
        return settings;
    }
}
