package dev.lichen.annotation.view;

import dev.lichen.annotation.job.Job;
import dev.lichen.annotation.job.JobRequest;
import dev.lichen.annotation.job.Jobs;
import dev.lichen.annotation.job.Lineage;
import dev.lichen.annotation.job.ProjectJobs;
import dev.lichen.annotation.job.StageSettings;
import dev.lichen.annotation.job.TrainingFolder;
import dev.lichen.annotation.project.DataSize;
import dev.lichen.annotation.project.Items;
import dev.lichen.annotation.project.Project;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What the pages of training stand on.
 *
 * @param start starts jobs and takes back what they made
 * @param lineage what runs learned from
 * @param items counts what there is to learn from
 * @param available whether the app was started in a way that it can start jobs
 */
public record Training(ProjectJobs start, Lineage lineage, Items items, boolean available) {

    /** Returns the queue of jobs. */
    Jobs jobs() {
        return start.jobs();
    }

    /** Returns the settings of the commands. */
    StageSettings stages() {
        return start.stages();
    }

    /** Returns where runs, and what they are made from, lie. */
    TrainingFolder files() {
        return start.files();
    }

    /** Returns the jobs of a project, newest first. */
    List<Job> of(Project project) {
        return jobs().of(project.id());
    }

    /** Returns why a person could not start a job; nothing if they could. */
    Optional<String> refusal(UUID person, JobRequest request) {
        UUID project = Objects.requireNonNull(request.project(), "these jobs belong to projects");
        return start.named()
                .refusal(person, project, request.settings())
                .or(() -> stages().refusal(request.command(), request.settings()));
    }

    /** Returns the folders of models that a person may name in jobs of a project. */
    List<String> models(UUID person, UUID project) {
        return files().models().stream()
                .filter(model -> start.named()
                        .refusal(person, project, Map.of("model", model))
                        .isEmpty())
                .toList();
    }

    /** Returns a name that no run has or had: the wanted one, or the next number behind it. */
    String freeName(String wanted) {
        Set<String> taken = jobs().names();
        String base = wanted.replaceFirst("-\\d+$", "");
        String name = wanted;
        for (int number = 2; taken.contains(name); number++) {
            name = base + "-" + number;
        }
        return name;
    }

    /** Returns how much a project has to learn from. */
    DataSize size(Project project) {
        return items.size(project.id());
    }
}
