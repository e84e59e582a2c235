/**
 * Reads and writes files of records: everything between bytes on a disk and one JSON object with its place.
 *
 * <p>{@link dev.lichen.datasets.files.DataFiles} is the main type; {@link dev.lichen.datasets.files.BadRecords} says what a bad
 * record does. Reading streams: a file is never in memory as a
 * whole. gzip is recognised by its first bytes; a JSON array is read as if each element stood on a line; a byte order
 * mark is skipped. What is not such a file — empty, binary, compressed otherwise, in another encoding, a Git LFS
 * pointer in place of the data — is named for what it is. Writing goes to a temporary file beside the target, which
 * replaces it only when complete.
 */
@NullMarked
package dev.lichen.datasets.files;

import org.jspecify.annotations.NullMarked;
