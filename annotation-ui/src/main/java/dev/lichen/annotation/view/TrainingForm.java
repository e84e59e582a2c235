package dev.lichen.annotation.view;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.shared.Registration;
import dev.lichen.LichenException;
import dev.lichen.annotation.job.Job;
import dev.lichen.annotation.project.Project;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Trains on a project's rankings, and shows what its jobs do as they do it. */
final class TrainingForm extends Div {

    private static final int REFRESH_MILLISECONDS = 2000;

    private final Training training;
    private final UUID me;
    private final Project project;
    private final Div cards = Parts.of("form");
    private final Map<UUID, JobCard> known = new HashMap<>();
    private @Nullable Registration refreshing;

    TrainingForm(Training training, UUID me, Project project) {
        this.training = training;
        this.me = me;
        this.project = project;
        addClassName("form");
        if (training.available()) {
            add(Parts.of("panels", rewardPanel(), policyPanel()));
        } else {
            add(Parts.quiet(getTranslation("training.unavailable")));
        }
        add(cards);
        refresh();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().setPollInterval(REFRESH_MILLISECONDS);
        refreshing = event.getUI().addPollListener(_ -> refresh());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().setPollInterval(-1);
        if (refreshing != null) {
            refreshing.remove();
        }
    }

    private Component rewardPanel() {
        Input name = Parts.input("text", project.slug() + "-reward");
        Input model = Parts.input("text", "models/sft");
        Input device = Parts.input("text", "cpu");
        LongText settings = new LongText(3);
        settings.setValue("epochs=1");
        Div error = Parts.error();
        return Parts.panel(
                getTranslation("training.reward"),
                Parts.quiet(getTranslation("training.reward.help")),
                Parts.field(getTranslation("training.model"), model, getTranslation("training.model.help")),
                Parts.of(
                        "fields",
                        Parts.field(getTranslation("training.name"), name),
                        Parts.field(getTranslation("training.device"), device)),
                Parts.field(getTranslation("training.settings"), settings, getTranslation("training.settings.help")),
                error,
                Parts.row(Parts.button(
                        getTranslation("training.start"),
                        () -> attempt(
                                error,
                                () -> training.reward(
                                        me,
                                        project,
                                        name.getValue(),
                                        device.getValue(),
                                        model.getValue(),
                                        settings.getValue())))));
    }

    private Component policyPanel() {
        Input name = Parts.input("text", project.slug() + "-ppo");
        Input device = Parts.input("text", "cpu");
        LongText settings = new LongText(7);
        settings.setValue("models.policy=models/sft\nmodels.reward=runs/" + project.slug()
                + "-reward/model\nrollout.prompts=prompts.jsonl\nsteps=50");
        Div error = Parts.error();
        return Parts.panel(
                getTranslation("training.ppo"),
                Parts.quiet(getTranslation("training.ppo.help")),
                Parts.of(
                        "fields",
                        Parts.field(getTranslation("training.name"), name),
                        Parts.field(getTranslation("training.device"), device)),
                Parts.field(getTranslation("training.settings"), settings, getTranslation("training.settings.help")),
                error,
                Parts.row(Parts.button(
                        getTranslation("training.start"),
                        () -> attempt(
                                error,
                                () -> training.policy(
                                        me, project, name.getValue(), device.getValue(), settings.getValue())))));
    }

    private void attempt(Div error, Runnable start) {
        try {
            start.run();
            error.setText("");
            refresh();
        } catch (LichenException refusal) {
            error.setText(refusal.getMessage());
        }
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
                JobCard made = new JobCard(training.jobs(), me, job, this::refresh);
                known.put(job.id(), made);
                cards.addComponentAsFirst(made);
            } else {
                card.show(job);
            }
        });
    }
}
