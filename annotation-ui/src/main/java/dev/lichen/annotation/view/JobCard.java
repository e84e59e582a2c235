package dev.lichen.annotation.view;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.lichen.annotation.job.Job;
import dev.lichen.annotation.job.JobState;
import dev.lichen.annotation.job.Jobs;
import dev.lichen.annotation.job.RunFolder;
import dev.lichen.annotation.project.Project;
import java.util.List;
import java.util.UUID;

/** One job: where it stands, how long it still takes, and what can be done with it. */
final class JobCard extends Div {

    private final Training training;
    private final Jobs jobs;
    private final UUID me;
    private final Runnable changed;
    private final Span state = new Span();
    private final Div said = Parts.of("quiet");
    private final ErrorLine error = new ErrorLine();
    private final Div gone = Parts.of("form");
    private final NativeButton stop;
    private final NativeButton resume;
    private final NativeButton delete;
    private Job job;

    JobCard(Training training, UUID me, Project project, Job job, Runnable changed) {
        this.training = training;
        this.jobs = training.jobs();
        this.me = me;
        this.job = job;
        this.changed = changed;
        this.stop = Parts.quietButton(
                getTranslation("job.stop"), () -> error.attempt(() -> jobs.stop(me, this.job.id()), changed));
        this.resume = Parts.quietButton(
                getTranslation("job.resume"), () -> error.attempt(() -> jobs.resume(me, this.job.id()), changed));
        this.delete = Parts.quietButton(getTranslation("job.delete"), this::showWhatGoes);
        state.getElement().setAttribute("role", "status");
        state.addClassName("state");
        addClassNames("panel", "job");
        getElement().setAttribute("data-run", job.request().name());
        Anchor open = new Anchor(
                "projects/" + project.slug() + "/runs/" + job.request().name(),
                job.request().name());
        add(
                Parts.row(new H2(open), new Span(job.request().command().word()), state, stop, resume, delete),
                said,
                error,
                gone);
        show(job);
    }

    /** Brings the card up to date without making it anew. */
    void show(Job now) {
        job = now;
        state.setText(getTranslation("job." + now.state().name()));
        state.getElement().setAttribute("data-state", now.state().name());
        said.setText(words(now));
        stop.setVisible(now.state() == JobState.QUEUED || now.state() == JobState.RUNNING);
        resume.setVisible(now.state().isResumable());
        delete.setVisible(!now.state().isActive());
    }

    private String words(Job now) {
        if (now.reason() != null) {
            return now.reason();
        }
        return folder().pace()
                .filter(_ -> now.state().isActive())
                .map(pace -> getTranslation("job.pace", pace.step(), pace.total(), pace.left()))
                .orElse(now.request().device());
    }

    private RunFolder folder() {
        return jobs.folder(job.request());
    }

    /** Shows what deleting takes away, and which other runs begin with it, before anything is deleted. */
    private void showWhatGoes() {
        gone.removeAll();
        UnorderedList parts = new UnorderedList();
        folder().parts()
                .forEach(part -> parts.add(new ListItem(
                        getTranslation("job.delete.part", part.name(), part.files(), JobForm.bytes(part.bytes())))));
        gone.add(Parts.quiet(getTranslation("job.delete.what", JobForm.bytes(folder().bytes()))), parts);
        List<String> used = training.lineage().children(job).stream()
                .map(child -> child.request().name())
                .toList();
        if (!used.isEmpty()) {
            gone.add(Parts.quiet(getTranslation("job.delete.used", String.join(", ", used))));
        }
        NativeButton sure = Parts.button(
                getTranslation("job.delete.sure"), () -> error.attempt(() -> jobs.delete(me, job.id()), changed));
        sure.addClassName("danger");
        gone.add(Parts.row(sure, Parts.quietButton(getTranslation("job.delete.keep"), gone::removeAll)));
    }
}
