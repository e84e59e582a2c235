/**
 * Reads and writes files of records: everything between bytes on a disk and one JSON object with its place.
 *
 * <p>{@link dev.lichen.datasets.files.DataFiles} is the main type. A file is JSON lines, a JSON array, objects over several
 * lines, CSV, TSV or Parquet, plain or packed by gzip or zstd; all of it is recognised from the content, because names
 * lie. What is no such file — empty, binary, a web page, in another encoding, a Git LFS pointer in place of the data — is
 * named for what it is.
 *
 * <p>Reading streams: a <i>cutter</i> finds the bytes of one record after the other, a parser makes an object of them, and
 * memory holds one record, whatever the size of the file. Since a cutter looks at brackets, quotes and line ends only, it
 * finds the next record behind one that is broken; {@link dev.lichen.datasets.files.BadRecords} says what then happens.
 *
 * <p>Writing goes to a temporary file beside the target, which replaces it only when complete
 * ({@link dev.lichen.datasets.files.RecordWriter}).
 */
@NullMarked
package dev.lichen.datasets.files;

import org.jspecify.annotations.NullMarked;
