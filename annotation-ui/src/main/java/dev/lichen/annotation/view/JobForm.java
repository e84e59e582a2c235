package dev.lichen.annotation.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import dev.lichen.annotation.job.Job;
import dev.lichen.annotation.job.JobCommand;
import dev.lichen.annotation.job.JobEstimate;
import dev.lichen.annotation.job.JobRequest;
import dev.lichen.annotation.job.ProjectJobs;
import dev.lichen.annotation.job.StageSetting;
import dev.lichen.annotation.project.DataSize;
import dev.lichen.annotation.view.JobPresets.Preset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks for the settings of a job: each with its documentation, checked as they are typed by the command's own rules, with
 * what differs from the defaults and what the job will take.
 */
final class JobForm extends Div {

    /** Filled by the app from the project where they are left empty. */
    private static final Set<String> SUPPLIED =
            Set.of(ProjectJobs.RANKINGS, ProjectJobs.PROMPTS, ProjectJobs.HELD_OUT_PROMPTS);

    /** The same, where a command calls it otherwise. */
    private static final Map<JobCommand, String> ALSO_SUPPLIED =
            Map.of(JobCommand.CANDIDATES, "prompts", JobCommand.UNCERTAINTY, "items");

    private static final Set<String> MODELS =
            Set.of("model", "models.policy", "models.reward", "candidate", "baseline", "reward");

    private final Training training;
    private final UUID me;
    private final JobRequest wanted;
    private final DataSize size;
    private final Consumer<Job> started;
    private final Input name;
    private final Input device;
    private final List<Field> fields;
    private final Div differences = Parts.of("differences");
    private final Div estimate = Parts.of("quiet");
    private final ErrorLine refusal = new ErrorLine();
    private final String models = Parts.id("models");

    /** A setting and where it is typed. */
    private record Field(StageSetting setting, Input input, boolean supplied) {

        String key() {
            return setting.key();
        }

        /** What the form shows where nothing was given. */
        String initial() {
            return supplied ? "" : setting.value();
        }
    }

    /**
     * Creates the form.
     *
     * @param wanted what it begins with
     * @param size how much there is to learn from
     * @param started hears of the job once it is queued
     */
    JobForm(Training training, UUID me, JobRequest wanted, DataSize size, Consumer<Job> started) {
        this.training = training;
        this.me = me;
        this.wanted = wanted;
        this.size = size;
        this.started = started;
        this.name = Parts.input("text", wanted.name());
        this.device = Parts.input("text", wanted.device());
        addClassName("form");
        this.fields = training.stages().describe(wanted.command()).stream()
                .map(this::field)
                .toList();
        estimate.getElement().setAttribute("role", "status");
        List<String> first = JobPresets.first(wanted.command());
        add(modelNames());
        add(Parts.of(
                "fields",
                Parts.field(getTranslation("training.name"), name),
                Parts.field(getTranslation("training.device"), device, getTranslation("training.device.help")),
                preset()));
        add(fields(first.stream()
                .flatMap(key -> fields.stream().filter(field -> field.key().equals(key)))
                .toList()));
        add(others(fields.stream().filter(field -> !first.contains(field.key())).toList()));
        add(differences, estimate, refusal);
        add(Parts.row(Parts.button(getTranslation("training.start"), this::start)));
        show();
    }

    private Field field(StageSetting setting) {
        boolean supplied =
                SUPPLIED.contains(setting.key()) || setting.key().equals(ALSO_SUPPLIED.get(wanted.command()));
        Field field = new Field(setting, Parts.input("text", ""), supplied);
        Input input = field.input();
        input.setValue(wanted.settings().getOrDefault(field.key(), field.initial()));
        if (supplied) {
            input.setPlaceholder(getTranslation("training.supplied"));
        }
        if (MODELS.contains(field.key())) {
            input.getElement().setAttribute("list", models);
        }
        input.getElement().setAttribute("spellcheck", "false").setAttribute("autocomplete", "off");
        input.addValueChangeListener(_ -> show());
        return field;
    }

    private Component modelNames() {
        Element list = new Element("datalist");
        list.setAttribute("id", models);
        UUID project = Objects.requireNonNull(wanted.project(), "these jobs belong to projects");
        training.models(me, project).forEach(model -> {
            Element option = new Element("option");
            option.setAttribute("value", model);
            list.appendChild(option);
        });
        HtmlComponent holder = new HtmlComponent("div");
        holder.getElement().appendChild(list);
        return holder;
    }

    private Component preset() {
        Choice choice = new Choice(Preset.USUAL.name());
        for (Preset preset : Preset.values()) {
            choice.with(preset.name(), getTranslation("training.preset." + preset.name()));
        }
        choice.addValueChangeListener(change -> lay(Preset.valueOf(change.getValue())));
        return Parts.field(getTranslation("training.preset"), choice);
    }

    /** Sets what the preset says; paths and whatever no preset knows stay as they are. */
    private void lay(Preset preset) {
        Set<String> known = Stream.of(Preset.values())
                .flatMap(one -> JobPresets.of(wanted.command(), one).keySet().stream())
                .collect(Collectors.toSet());
        Map<String, String> values = JobPresets.of(wanted.command(), preset);
        fields.stream()
                .filter(field -> known.contains(field.key()))
                .forEach(field -> field.input().setValue(values.getOrDefault(field.key(), field.initial())));
        show();
    }

    /** Explains a setting in the reader's language, or as the stage itself does where there are no words of the app's. */
    private Div explained(Field one) {
        String key = "setting." + wanted.command().word() + "." + one.key();
        String words = getTranslation(key);
        if (!words.equals(key)) {
            return Parts.field(one.key(), one.input(), words);
        }
        Div field = Parts.field(one.key(), one.input(), one.setting().documentation());
        field.getElement().setAttribute("lang", "en");
        return field;
    }

    private Div fields(List<Field> some) {
        Div fields = Parts.of("fields");
        fields.addClassName("settings");
        some.forEach(one -> fields.add(explained(one)));
        return fields;
    }

    /** Returns the settings that few jobs are told, by section. */
    private Component others(List<Field> some) {
        Map<String, List<Field>> sections = some.stream()
                .collect(Collectors.groupingBy(
                        field -> field.key().contains(".")
                                ? field.key().substring(0, field.key().indexOf('.'))
                                : getTranslation("training.general"),
                        LinkedHashMap::new,
                        Collectors.toList()));
        Div all = Parts.of("form");
        sections.forEach((section, members) -> all.add(new H3(section), fields(members)));
        NativeDetails details = new NativeDetails(getTranslation("training.others", some.size()), all);
        details.setVisible(!some.isEmpty());
        return details;
    }

    /** Returns the settings that differ from the defaults. */
    private Map<String, String> changed() {
        Map<String, String> changed = new TreeMap<>();
        fields.stream()
                .filter(field -> !field.input().getValue().strip().equals(field.initial()))
                .forEach(field ->
                        changed.put(field.key(), field.input().getValue().strip()));
        return changed;
    }

    private void show() {
        Map<String, String> changed = changed();
        differences.removeAll();
        differences.add(new Span(getTranslation(changed.isEmpty() ? "training.same" : "training.differs")));
        if (!changed.isEmpty()) {
            UnorderedList list = new UnorderedList();
            fields.stream()
                    .filter(field -> changed.containsKey(field.key()))
                    .forEach(field -> list.add(new ListItem(
                            new Code(field.key() + " = " + changed.get(field.key())),
                            new Span(" " + getTranslation("training.default", orDash(field.initial()))))));
            differences.add(list);
        }
        Optional<String> refused = training.refusal(me, wanted.clonedAs(wanted.name(), changed));
        refusal.setText(refused.orElse(""));
        estimate.setText(Optional.of(changed)
                .filter(_ -> refused.isEmpty())
                .flatMap(settings -> training.stages().estimate(wanted.command(), settings, size))
                .map(this::words)
                .orElse(getTranslation("training.estimate.none")));
    }

    private String words(JobEstimate expected) {
        return getTranslation(
                "training.estimate",
                time(expected.fastestSeconds()),
                time(expected.slowestSeconds()),
                bytes(expected.bytes()),
                String.format(Locale.ROOT, "%,d", expected.parameters()),
                size.rankings());
    }

    private String time(double seconds) {
        if (seconds < 90) {
            return getTranslation("time.seconds", Math.max(1, Math.round(seconds)));
        }
        return seconds < 5400
                ? getTranslation("time.minutes", Math.round(seconds / 60))
                : getTranslation("time.hours", String.format(Locale.ROOT, "%.1f", seconds / 3600));
    }

    static String bytes(long bytes) {
        return bytes >= 1L << 30
                ? String.format(Locale.ROOT, "%.1f GB", bytes / (double) (1L << 30))
                : bytes >= 1L << 20
                        ? String.format(Locale.ROOT, "%.1f MB", bytes / (double) (1L << 20))
                        : String.format(Locale.ROOT, "%.1f kB", bytes / 1024.0);
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "–" : text;
    }

    private void start() {
        refusal.attempt(() -> {
            JobRequest request = new JobRequest(
                    wanted.project(),
                    wanted.command(),
                    name.getValue().strip(),
                    device.getValue().strip(),
                    wanted.recipe(),
                    changed());
            started.accept(training.start().start(me, request));
        });
    }
}
