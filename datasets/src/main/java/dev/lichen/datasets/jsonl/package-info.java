/**
 * Reads and writes files of JSON records, one object a line.
 *
 * <p>{@link dev.lichen.datasets.jsonl.JsonLines} is the main type. Reading streams: a file is never in memory as a
 * whole. gzip is recognised by its first bytes; a JSON array is read as if each element stood on a line; a byte order
 * mark is skipped. What is not such a file — empty, binary, compressed otherwise, in another encoding, a Git LFS
 * pointer in place of the data — is named for what it is. Writing goes to a temporary file beside the target, which
 * replaces it only when complete.
 */
@NullMarked
package dev.lichen.datasets.jsonl;

import org.jspecify.annotations.NullMarked;
