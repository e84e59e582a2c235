/**
 * Turns defaults, a YAML file and {@code --set} arguments into a validated record.
 *
 * <p>A configuration is a record of records, at most about eight components each. Its static {@code defaults()} is
 * code; a file overlays the defaults, and {@code --set key.path=value} overlays the file:
 *
 * <pre>{@code
 * record SftConfig(long seed, BatchConfig batch, ScheduleConfig schedule) {
 *     static SftConfig defaults() { ... }
 * }
 * SftConfig config = Configs.resolve(SftConfig.defaults(), List.of(file), List.of("batch.size=16"));
 * Configs.write(config); // YAML that gives the same record when it is read back
 * }</pre>
 *
 * <p>{@link dev.lichen.training.config.Configs} is the entry. Each compact constructor checks its own record with
 * {@link dev.lichen.training.config.Require}; the message then names the key, and the file, line and column of its
 * value. Nothing is guessed: an unknown or repeated key, an empty section, a fraction for a count, a second document
 * and a YAML alias are errors.
 */
@NullMarked
package dev.lichen.training.config;

import org.jspecify.annotations.NullMarked;
