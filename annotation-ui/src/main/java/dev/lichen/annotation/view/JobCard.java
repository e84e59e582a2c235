package dev.lichen.annotation.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import dev.lichen.LichenException;
import dev.lichen.annotation.job.Job;
import dev.lichen.annotation.job.JobState;
import dev.lichen.annotation.job.Jobs;
import dev.lichen.annotation.job.MetricsFile;
import dev.lichen.annotation.job.MetricsFile.Series;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One job: where it stands, what it measured, the end of its log, and what can be done with it. */
final class JobCard extends Div {

    private static final int LOG_LINES = 30;
    private static final long MEBIBYTE = 1 << 20;
    private static final Set<JobState> RESUMABLE = Set.of(JobState.STOPPED, JobState.FAILED, JobState.KILLED);
    private static final List<String> TELLING = List.of(
            "eval/accuracy",
            "train/accuracy",
            "train/loss",
            "objective/scores",
            "objective/kl",
            "objective/entropy",
            "eval/loss");

    private final Jobs jobs;
    private final UUID me;
    private final Runnable changed;
    private final Span state = new Span();
    private final Div said = Parts.of("quiet");
    private final Div error = Parts.error();
    private final Div curves = Parts.of("curves");
    private final Pre log = new Pre();
    private final NativeButton stop;
    private final NativeButton resume;
    private final NativeButton delete;
    private final Map<String, Sparkline> shown = new LinkedHashMap<>();
    private Job job;
    private boolean sure;

    JobCard(Jobs jobs, UUID me, Job job, Runnable changed) {
        this.jobs = jobs;
        this.me = me;
        this.job = job;
        this.changed = changed;
        this.stop = Parts.quietButton(getTranslation("job.stop"), () -> attempt(() -> jobs.stop(me, this.job.id())));
        this.resume =
                Parts.quietButton(getTranslation("job.resume"), () -> attempt(() -> jobs.resume(me, this.job.id())));
        this.delete = Parts.quietButton(getTranslation("job.delete"), this::delete);
        state.getElement().setAttribute("role", "status");
        state.addClassName("state");
        addClassName("panel");
        log.getElement().setAttribute("tabindex", "0").setAttribute("role", "group");
        log.getElement().setAttribute("aria-label", getTranslation("job.log"));
        add(
                Parts.row(
                        new H3(job.request().name()),
                        new Span(job.request().command().word()),
                        state,
                        stop,
                        resume,
                        delete),
                said,
                error,
                curves,
                new NativeDetails(getTranslation("job.log"), log));
        show(job);
    }

    /** Brings the card up to date without making it anew. */
    void show(Job now) {
        job = now;
        state.setText(getTranslation("job." + now.state().name()));
        state.getElement().setAttribute("data-state", now.state().name());
        String reason = now.reason();
        said.setText(reason == null ? now.request().settings().toString() : reason);
        stop.setVisible(now.state() == JobState.QUEUED || now.state() == JobState.RUNNING);
        resume.setVisible(RESUMABLE.contains(now.state()));
        delete.setVisible(!now.state().isActive());
        measure();
        log.setText(String.join("\n", jobs.folder(now.request()).logTail(LOG_LINES)));
    }

    private void measure() {
        Map<String, Series> series = new MetricsFile(jobs.folder(job.request()).path()).series();
        for (String name : TELLING) {
            Series measured = series.get(name);
            if (measured != null) {
                shown.computeIfAbsent(name, _ -> curve()).show(name, measured);
            }
        }
        series.values().stream()
                .flatMap(one -> one.steps().stream())
                .max(Long::compare)
                .filter(step -> job.reason() == null)
                .ifPresent(step -> said.setText(getTranslation("job.step", step)));
    }

    private Sparkline curve() {
        Sparkline curve = new Sparkline();
        curves.add(curve);
        return curve;
    }

    /** Asks once more, with what would be freed, before anything is deleted. */
    private void delete() {
        if (sure) {
            attempt(() -> jobs.delete(me, job.id()));
            return;
        }
        sure = true;
        long size = jobs.folder(job.request()).bytes() / MEBIBYTE;
        delete.setText(getTranslation("job.delete.sure", size));
        delete.addClassName("danger");
    }

    private void attempt(Runnable change) {
        try {
            change.run();
            error.setText("");
            changed.run();
        } catch (LichenException refusal) {
            error.setText(refusal.getMessage());
        }
    }
}
