/**
 * Says what a file format is: how its objects are recognised, read into Lichen's records, and written from them.
 *
 * <p>A {@link dev.lichen.datasets.format.Format} is a pair of functions. Reading gives records or a reason to leave an
 * object out ({@link dev.lichen.datasets.format.Reading}); writing gives objects and the names of what the format cannot
 * hold, or a reason why it cannot hold the record at all ({@link dev.lichen.datasets.format.Writing}).
 *
 * <p>What a format knows and our records do not, stays among a record's extra fields under the format's own names, so that
 * {@code write(read(object))} is the object again. Where one record says the same in several spellings, the usual spelling
 * is written; an unusual one stays among the extra fields, and is written as long as it still says what the record says.
 */
@NullMarked
package dev.lichen.datasets.format;

import org.jspecify.annotations.NullMarked;
