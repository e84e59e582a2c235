/**
 * Compares two policies on held-out prompts and writes the report.
 *
 * <p>{@link dev.lichen.cli.evaluate.PolicyComparison} lets both answer the same prompts, has the answers judged and
 * measures the same answers; {@link dev.lichen.cli.evaluate.RunReport} puts what was found beside the stages' curves and
 * their provenance.
 */
@NullMarked
package dev.lichen.cli.evaluate;

import org.jspecify.annotations.NullMarked;
