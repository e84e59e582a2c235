package dev.lichen.annotation.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import dev.lichen.annotation.job.Job;
import dev.lichen.annotation.job.JobCommand;
import dev.lichen.annotation.job.JobRequest;
import dev.lichen.annotation.job.JobState;
import dev.lichen.annotation.project.DataSize;
import dev.lichen.annotation.project.Project;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Trains on a project's rankings, and lists its jobs with where they stand. */
final class TrainingForm extends Div {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Training training;
    private final UUID me;
    private final Project project;
    private final Div cards = Parts.of("form");
    private final Map<UUID, JobCard> known = new HashMap<>();
    private final Polling polling = new Polling(this, PAUSE, this::refresh);

    TrainingForm(Training training, UUID me, Project project) {
        this.training = training;
        this.me = me;
        this.project = project;
        addClassName("form");
        if (training.available()) {
            DataSize size = training.size(project);
            add(Parts.quiet(getTranslation("training.data", size.rankings())));
            add(offer(JobCommand.REWARD, Map.of(), size));
            add(offer(JobCommand.PPO, rewardModel(), size));
            add(offer(JobCommand.ALIGN, Map.of(), size));
            add(offer(JobCommand.CANDIDATES, Map.of(), size));
            add(offer(JobCommand.UNCERTAINTY, newestRewardModel(), size));
        } else {
            add(Parts.quiet(getTranslation("training.unavailable")));
        }
        add(cards);
        refresh();
        polling.begin();
    }

    private Component offer(JobCommand command, Map<String, String> settings, DataSize size) {
        String word = command.word();
        JobRequest wanted = new JobRequest(
                project.id(), command, training.freeName(project.slug() + "-" + word), "cpu", null, settings);
        Div form = new Div(
                Parts.quiet(getTranslation("training." + word + ".help")),
                new JobForm(training, me, wanted, size, _ -> refresh()));
        form.addClassName("form");
        NativeDetails details = new NativeDetails(getTranslation("training." + word), form);
        details.addClassNames("panel", "offer");
        details.getElement().setAttribute("data-command", word);
        return details;
    }

    /** PPO begins with the newest reward model of the project, and with the policy that the model was made from. */
    private Map<String, String> rewardModel() {
        return training.of(project).stream()
                .filter(job -> job.request().command() == JobCommand.REWARD && job.state() == JobState.DONE)
                .findFirst()
                .map(job -> Map.of(
                        "models.reward",
                        model(job),
                        "models.policy",
                        job.request().settings().getOrDefault("model", "models/sft")))
                .orElse(Map.of());
    }

    private Map<String, String> newestRewardModel() {
        String model = rewardModel().get("models.reward");
        return model == null ? Map.of() : Map.of("model", model);
    }

    private String model(Job job) {
        return training.jobs().folder(job.request()).path().resolve("model").toString();
    }

    /** Adds cards for new jobs, takes those of deleted ones away, and brings the others up to date. */
    private void refresh() {
        List<Job> jobs = training.of(project);
        known.entrySet().removeIf(card -> {
            boolean gone = jobs.stream().noneMatch(job -> job.id().equals(card.getKey()));
            if (gone) {
                cards.remove(card.getValue());
            }
            return gone;
        });
        jobs.reversed().forEach(job -> {
            JobCard card = known.get(job.id());
            if (card == null) {
                JobCard made = new JobCard(training, me, project, job, this::refresh);
                known.put(job.id(), made);
                cards.addComponentAsFirst(made);
            } else {
                card.show(job);
            }
        });
    }
}
