/**
 * Fetches datasets from the Hugging Face hub, or from a server that speaks its language, and judgements from annotation
 * apps.
 *
 * <p>{@link dev.lichen.datasets.hub.DatasetPull} is the main type. The hub lists the files of a dataset at a revision
 * ({@code /api/datasets/OWNER/NAME/revision/REVISION?blobs=true}) and serves each
 * ({@code /datasets/OWNER/NAME/resolve/COMMIT/FILE}), the large ones by a redirection to another host, which never sees the
 * token. A file is written beside its place, resumed with a range where a connection was cut, and moved when its size and
 * its checksum agree: SHA-256 for large files, Git's object name (SHA-1) for small ones.
 *
 * <p>{@link dev.lichen.datasets.hub.ProjectPull} fetches what people judged in a project of the annotation app the same way:
 * as of an event of its ledger, which gives the same bytes for ever.
 */
@NullMarked
package dev.lichen.datasets.hub;

import org.jspecify.annotations.NullMarked;
