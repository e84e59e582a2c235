package dev.lichen.training.config;

import dev.lichen.FileAccessException;
import dev.lichen.training.config.ConfigNode.Section;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Resolves configuration records: defaults, overlaid by YAML files, overlaid by {@code --set} arguments.
 *
 * <p>A record holds {@code int}, {@code long}, {@code double}, {@code boolean}, text, paths, enum constants, lists,
 * maps with text keys, and further records. Sections
 * merge key by key; a list or a map takes the place of the default as a whole. Only a
 * component marked {@code @Nullable} may be left empty. A record that renamed a key declares
 * {@code static final Map<String, String> RENAMED} from the old name to the new one.
 */
public final class Configs {

    private Configs() {}

    /**
     * Resolves a configuration.
     *
     * @param defaults the record to start from
     * @param files YAML files, each overlaying the one before; usually one or none
     * @param assignments {@code key.path=value}, each overlaying what stands before it; a value that is not text is
     *     read as YAML, so {@code stages=[sft, reward]} gives a list
     * @throws ConfigException if a key is unknown, a value is of the wrong kind, or a record's own check fails
     */
    public static <T extends Record> T resolve(T defaults, List<Path> files, List<String> assignments) {
        Section settings = nothing();
        for (Path file : files) {
            settings = settings.overlaidBy(read(file));
        }
        for (String assignment : assignments) {
            settings = settings.overlaidBy(Assignment.parse(assignment).toSection(defaults.getClass()));
        }
        return Binder.bind(defaults, settings);
    }

    /**
     * Reads what {@link #write} wrote, or any other YAML text.
     *
     * @param source what the text is called in error messages
     */
    public static <T extends Record> T parse(T defaults, String yaml, String source) {
        return Binder.bind(defaults, section(yaml, source));
    }

    /** Returns a configuration as YAML, every key included; reading it back gives the same record. */
    public static String write(Record config) {
        return YamlWriter.write(config);
    }

    /** Returns every key with its type, default and {@link Doc} line, in the order of the record. */
    public static List<ConfigKey> describe(Record defaults) {
        return ConfigKeys.of(defaults);
    }

    /** Returns the keys in which two resolved configurations differ, as {@code key: one value, other value}. */
    public static List<String> differences(Record one, Record other) {
        Map<String, String> otherValues = values(other);
        return values(one).entrySet().stream()
                .filter(entry -> !entry.getValue().equals(otherValues.get(entry.getKey())))
                .map(entry -> "%s: %s, %s".formatted(entry.getKey(), entry.getValue(), otherValues.get(entry.getKey())))
                .toList();
    }

    private static Map<String, String> values(Record config) {
        Map<String, String> values = new LinkedHashMap<>();
        describe(config).forEach(key -> values.put(key.path(), key.value()));
        return values;
    }

    private static Section read(Path file) {
        try {
            return section(Files.readString(file), file.toString());
        } catch (MalformedInputException e) {
            throw new ConfigException(new ConfigPlace(file.toString(), 0, 0), "found a file that is not UTF-8 text", e);
        } catch (IOException e) {
            throw new FileAccessException("read", file, e);
        }
    }

    private static Section section(String yaml, String source) {
        ConfigPlace place = new ConfigPlace(source, 1, 1);
        ConfigNode node = YamlReader.read(yaml, place);
        if (node instanceof Section section) {
            return section;
        }
        throw new ConfigException(node.place(), "found %s, expected \"key: value\" lines".formatted(node.found()));
    }

    private static Section nothing() {
        return new Section(Map.of(), new ConfigPlace("defaults", 0, 0));
    }
}
