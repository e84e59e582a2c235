/**
 * Holds the small bilingual world of {@code lichen quickstart}: its tasks, what people would write and how they judge.
 *
 * <p>A {@link dev.lichen.cli.world.World} is every {@link dev.lichen.cli.world.Task} that its tables and question
 * templates make, in Chinese and English. {@link dev.lichen.cli.world.AnswerWriter} writes answers of stated
 * {@linkplain dev.lichen.cli.world.AnswerStyle styles}, from good to rude, which play the demonstrations of mixed
 * quality. {@link dev.lichen.cli.world.PlantedPreference} says how good an answer really is; no trainer sees it. Trainers
 * see only the rankings of {@link dev.lichen.cli.world.SimulatedAnnotator}s, who perceive that quality through noise.
 *
 * <p>Nobody in this world is a person: every record that it makes says "simulated".
 */
@NullMarked
package dev.lichen.cli.world;

import org.jspecify.annotations.NullMarked;
