package dev.lichen.annotation.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What to run.
 *
 * @param project whose rankings it uses; null for none
 * @param command the stage, or the line
 * @param name names the job and its run folder: a-z, 0-9, dot, underscore, hyphen, at most 64
 * @param device {@code cpu} or {@code cuda:N}
 * @param recipe a YAML file with settings; null for the defaults, which a line ({@code align}) has only once it is started
 * @param settings settings by key, which overlay the recipe
 */
public record JobRequest(
        @Nullable UUID project,
        JobCommand command,
        String name,
        String device,
        @Nullable String recipe,
        Map<String, String> settings) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Pattern DEVICE = Pattern.compile("cpu|cuda:\\d{1,2}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9.\\[\\]]*");

    /** What a comparison takes as options of its own. */
    private static final Map<String, String> COMPARED = Map.of(
            "candidate", "--candidate",
            "baseline", "--baseline",
            "reward", "--reward-model",
            "prompts.file", "--prompts",
            "rankings", "--rankings");

    public JobRequest {
        settings = new TreeMap<>(settings);
        require(NAME.matcher(name).matches() && !name.contains(".."), "name \"" + name + "\"", "a-z, 0-9, . _ -");
        require(DEVICE.matcher(device).matches(), "device \"" + device + "\"", "cpu or cuda:N");
        settings.keySet().forEach(key -> require(KEY.matcher(key).matches(), "key \"" + key + "\"", "a setting's key"));
    }

    /** Returns the same request under another name and with other settings. */
    public JobRequest clonedAs(String newName, Map<String, String> newSettings) {
        return new JobRequest(project, command, newName, device, recipe, newSettings);
    }

    /** Returns the same request with a file of settings. */
    JobRequest withRecipe(Path file) {
        return new JobRequest(project, command, name, device, file.toString(), settings);
    }

    /** Returns the words after {@code lichen}. */
    List<String> arguments(String runFolder, boolean resume) {
        if (command == JobCommand.EVALUATE) {
            return comparison(runFolder);
        }
        List<String> words = new ArrayList<>(List.of(command.word()));
        if (recipe != null) {
            words.addAll(command == JobCommand.ALIGN ? List.of(recipe) : List.of("--config", recipe));
        }
        settings.forEach((key, value) -> words.addAll(List.of("--set", key + "=" + value)));
        words.addAll(List.of("--run-dir", runFolder, "--device", device));
        if (resume && command != JobCommand.ALIGN) {
            words.add("--resume");
        }
        return words;
    }

    /** A comparison takes its models and prompts as options, and begins anew each time. */
    private List<String> comparison(String runFolder) {
        List<String> words = new ArrayList<>(List.of(command.word()));
        settings.forEach((key, value) -> words.addAll(
                COMPARED.containsKey(key)
                        ? List.of(COMPARED.getOrDefault(key, key), value)
                        : List.of("--set", key + "=" + value)));
        words.addAll(List.of("--to", runFolder, "--device", device));
        return words;
    }

    private static void require(boolean holds, String found, String expected) {
        if (!holds) {
            throw new JobException("Bad job: found " + found + ", expected " + expected);
        }
    }
}
