package dev.lichen.annotation.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import dev.lichen.annotation.job.Job;
import dev.lichen.annotation.job.JobCommand;
import dev.lichen.annotation.job.JobRequest;
import dev.lichen.annotation.job.JobState;
import dev.lichen.annotation.job.Lineage;
import dev.lichen.annotation.job.ProjectJobs;
import dev.lichen.annotation.project.DataSize;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.store.CanonicalJson;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;

/** A run: its curves with others laid over them, samples and log, its report, what it learned from, what can follow. */
final class RunForm extends Div {

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int HASH_SHOWN = 12;

    private final Training training;
    private final UUID me;
    private final Project project;
    private final JobCard card;
    private final Element curves = new Element("lichen-run");
    private final Div report = new Div();
    private final Set<String> beside = new TreeSet<>();
    private Job job;
    private final Polling polling = new Polling(this, PAUSE, this::refresh);

    RunForm(Training training, UUID me, Project project, Job job, Map<String, String> texts) {
        this.training = training;
        this.me = me;
        this.project = project;
        this.job = job;
        this.card = new JobCard(training, me, project, job, this::refresh);
        addClassName("form");
        curves.setAttribute("base", "workbench/api/projects/" + project.slug() + "/runs/");
        curves.setAttribute("run", job.request().name());
        curves.setAttribute("texts", CanonicalJson.write(texts));
        Div holder = new Div();
        holder.getElement().appendChild(curves);
        add(card, others(), holder, report, learned(), settings(), again());
        if (job.request().command() == JobCommand.PPO) {
            add(comparison());
        }
        if (job.request().command() == JobCommand.CANDIDATES) {
            add(bringIn());
        }
        if (job.request().command() == JobCommand.UNCERTAINTY) {
            add(use());
        }
        showReport();
        polling.begin();
    }

    /** Follows the job; one that was deleted leads back to the others. */
    private void refresh() {
        Optional<Job> now = training.jobs().find(project.id(), job.request().name());
        if (now.isEmpty()) {
            UI.getCurrent().navigate("projects/" + project.slug() + "/training");
            return;
        }
        job = now.get();
        card.show(job);
        showReport();
    }

    /** Lets other runs be laid over the curves. */
    private Component others() {
        Div ticks = Parts.row();
        training.of(project).stream()
                .map(other -> other.request().name())
                .filter(name -> !name.equals(job.request().name()))
                .forEach(name -> ticks.add(tick(name)));
        Component panel = Parts.panel(getTranslation("run.beside"), ticks);
        panel.setVisible(ticks.getComponentCount() > 0);
        return panel;
    }

    private Component tick(String name) {
        Tick tick = new Tick(false);
        tick.addValueChangeListener(change -> {
            if (change.getValue()) {
                beside.add(name);
            } else {
                beside.remove(name);
            }
            curves.setAttribute("beside", String.join(",", beside));
        });
        return Parts.ticked(name, tick);
    }

    /** Shows the report in a frame of its own, which runs nothing and reaches nothing. */
    private void showReport() {
        boolean ready = job.state() == JobState.DONE
                && training.jobs().folder(job.request()).report().isPresent();
        if (!ready || report.getComponentCount() > 0) {
            return;
        }
        String address = "workbench/api/projects/" + project.slug() + "/runs/"
                + job.request().name() + "/report";
        Element frame = new Element("iframe");
        frame.setAttribute("sandbox", "");
        frame.setAttribute("src", address);
        frame.setAttribute("title", getTranslation("run.report"));
        frame.setAttribute("class", "report");
        Div holder = new Div();
        holder.getElement().appendChild(frame);
        Anchor alone = new Anchor(address, getTranslation("run.report.alone"));
        alone.getElement().setAttribute("router-ignore", true).setAttribute("target", "_blank");
        report.add(Parts.panel(getTranslation("run.report"), holder, alone));
    }

    /** Says what the run learned from, back to people, by pseudonym. */
    private Component learned() {
        Div lines = Parts.of("form");
        List<Job> parents = training.lineage().parents(job);
        if (!parents.isEmpty()) {
            Div links = Parts.row(new Span(getTranslation("run.parents")));
            parents.forEach(parent -> links.add(link(parent)));
            lines.add(links);
        }
        List<Job> children = training.lineage().children(job);
        if (!children.isEmpty()) {
            Div links = Parts.row(new Span(getTranslation("run.children")));
            children.forEach(child -> links.add(link(child)));
            lines.add(links);
        }
        training.lineage()
                .snapshot(job)
                .ifPresentOrElse(
                        snapshot -> add(lines, snapshot),
                        () -> lines.add(Parts.quiet(getTranslation("run.snapshot.none"))));
        return Parts.panel(getTranslation("run.lineage"), lines);
    }

    private void add(Div lines, Lineage.Snapshot snapshot) {
        lines.add(
                new Span(getTranslation(
                        "run.snapshot",
                        snapshot.judgements(),
                        snapshot.pseudonyms().size(),
                        snapshot.event())),
                new Div(new Code(snapshot.head().substring(0, HASH_SHOWN) + "…")),
                new Span(getTranslation("run.people", String.join(", ", snapshot.pseudonyms()))),
                Parts.quiet(String.valueOf(snapshot.file().getFileName())));
    }

    private Anchor link(Job other) {
        return new Anchor(
                "projects/" + project.slug() + "/runs/" + other.request().name(),
                other.request().name());
    }

    private Component settings() {
        Div all = new Div();
        all.addClassName("settings-list");
        job.request().settings().forEach((key, value) -> all.add(new Div(new Code(key + " = " + value))));
        return new NativeDetails(getTranslation("run.settings"), all);
    }

    /** Offers the same job with changes. */
    private Component again() {
        JobRequest was = job.request();
        JobRequest next = was.clonedAs(training.freeName(was.name()), was.settings());
        return offer("run.clone", next);
    }

    /** Offers the report of a policy: against what it began as, judged by its reward model, on prompts it did not train on. */
    private Component comparison() {
        Map<String, String> was = job.request().settings();
        Map<String, String> compared = new HashMap<>();
        compared.put(
                "candidate",
                training.jobs().folder(job.request()).path().resolve("model").toString());
        compared.put("baseline", was.getOrDefault("models.policy", "models/sft"));
        compared.put("reward", was.getOrDefault("models.reward", "models/reward"));
        String prompts = was.getOrDefault(ProjectJobs.HELD_OUT_PROMPTS, was.getOrDefault(ProjectJobs.PROMPTS, ""));
        compared.put("prompts.file", prompts);
        return offer(
                "run.compare",
                new JobRequest(
                        project.id(),
                        JobCommand.EVALUATE,
                        training.freeName(job.request().name() + "-report"),
                        job.request().device(),
                        null,
                        compared));
    }

    /** Brings what the models wrote into the project; twice does no harm, for the file is recognised. */
    private Component bringIn() {
        return follow(
                "run.bring",
                () -> String.join(" · ", training.start().bringIn(me, job).lines()));
    }

    /** Lets what was measured choose which items people rank next. */
    private Component use() {
        return follow(
                "run.use", () -> getTranslation("run.use.done", training.start().useUncertainty(me, job)));
    }

    /** Offers what can follow a job, and says what came of it. */
    private Component follow(String text, Supplier<String> action) {
        Div said = new Div();
        ErrorLine error = new ErrorLine();
        said.getElement().setAttribute("role", "status");
        return Parts.panel(
                getTranslation(text),
                Parts.quiet(getTranslation(text + ".help")),
                error,
                Parts.row(Parts.button(getTranslation(text + ".start"), () -> {
                    said.setText("");
                    error.attempt(() -> said.setText(action.get()));
                })),
                said);
    }

    private Component offer(String text, JobRequest wanted) {
        DataSize size = training.size(project);
        Div form = new Div(
                Parts.quiet(getTranslation(text + ".help")), new JobForm(training, me, wanted, size, this::show));
        form.addClassName("form");
        NativeDetails details = new NativeDetails(getTranslation(text), form);
        details.addClassNames("panel", "offer");
        details.getElement().setAttribute("data-offer", text);
        return details;
    }

    private void show(Job started) {
        UI.getCurrent()
                .navigate("projects/" + project.slug() + "/runs/"
                        + started.request().name());
    }
}
