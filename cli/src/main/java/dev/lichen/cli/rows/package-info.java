/**
 * Reads the rows that {@code generate} and {@code score} take and says which tokens they mean.
 *
 * <p>A row is a JSON object with {@code messages}, with {@code prompt} (and {@code response}), or with {@code ids} (and
 * {@code from}); {@link dev.lichen.cli.rows.Rows} turns it into tokens. Fields that no one knows are kept: the output row
 * is the input row plus the result.
 */
@NullMarked
package dev.lichen.cli.rows;

import org.jspecify.annotations.NullMarked;
