/**
 * Shows data to people: {@link dev.lichen.cli.data.InspectionPage} draws what is in a file,
 * {@link dev.lichen.cli.data.MaskedText} cuts a rendered conversation into what is learned from and what is read only.
 *
 * <p>{@link dev.lichen.cli.data.RecordFiles} reads records and plain pages alike.
 */
@NullMarked
package dev.lichen.cli.data;

import org.jspecify.annotations.NullMarked;
