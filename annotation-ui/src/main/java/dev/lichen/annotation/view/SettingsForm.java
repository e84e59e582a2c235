package dev.lichen.annotation.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.ProjectSettings;
import dev.lichen.annotation.project.Projects;
import dev.lichen.annotation.project.SamplingPolicy;
import java.util.UUID;

/** How a project hands out its items. */
final class SettingsForm extends Div {

    private final Projects projects;
    private final UUID me;
    private final Project project;
    private final Input name;
    private final Input overlap;
    private final Input lease;
    private final Input gold;
    private final Input training;
    private final Input repeats;
    private final Input gap;
    private final Input control;
    private final Choice sampling;
    private final Tick archived;
    private final ErrorLine error = new ErrorLine();
    private final Div said = Parts.of("quiet");

    SettingsForm(Projects projects, UUID me, Project project) {
        this.projects = projects;
        this.me = me;
        this.project = project;
        ProjectSettings now = project.settings();
        name = Parts.input("text", project.name());
        overlap = number(now.overlapTarget());
        lease = number(now.leaseSeconds());
        gold = number(now.gold().share());
        training = number(now.gold().trainingItems());
        repeats = number(now.repeats().share());
        gap = number(now.repeats().gap());
        control = number(now.sampling().controlShare());
        sampling = new Choice(now.sampling().policy().name());
        for (SamplingPolicy policy : SamplingPolicy.values()) {
            sampling.with(policy.name(), getTranslation("settings.sampling." + policy.name()));
        }
        archived = new Tick(project.archived());
        said.getElement().setAttribute("role", "status");
        add(Parts.panel(
                getTranslation("project.settings"),
                Parts.field(getTranslation("projects.new.name"), name),
                fields(),
                Parts.ticked(getTranslation("settings.archived"), archived),
                error,
                Parts.row(Parts.button(getTranslation("save"), this::save), said)));
    }

    private Div fields() {
        return Parts.of(
                "fields",
                helped("settings.overlap", overlap),
                helped("settings.lease", lease),
                helped("settings.gold", gold),
                helped("settings.training", training),
                helped("settings.repeats", repeats),
                helped("settings.gap", gap),
                Parts.field(getTranslation("settings.sampling"), sampling),
                helped("settings.control", control));
    }

    private Div helped(String name, Input input) {
        return Parts.field(getTranslation(name), input, getTranslation(name + ".help"));
    }

    private void save() {
        said.setText(error.attempt(this::change) ? getTranslation("saved") : "");
    }

    private void change() {
        ProjectSettings wanted = new ProjectSettings(
                Integer.parseInt(overlap.getValue()),
                Integer.parseInt(lease.getValue()),
                new ProjectSettings.Gold(Double.parseDouble(gold.getValue()), Integer.parseInt(training.getValue())),
                new ProjectSettings.Repeats(Double.parseDouble(repeats.getValue()), Integer.parseInt(gap.getValue())),
                new ProjectSettings.Sampling(
                        SamplingPolicy.valueOf(sampling.getValue()), Double.parseDouble(control.getValue())));
        projects.change(me, project.id(), name.getValue(), wanted, archived.getValue());
    }

    private static Input number(Number value) {
        Input input = Parts.input("text", String.valueOf(value));
        input.getElement().setAttribute("inputmode", "decimal");
        return input;
    }
}
