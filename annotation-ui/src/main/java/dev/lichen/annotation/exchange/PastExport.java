package dev.lichen.annotation.exchange;

import dev.lichen.annotation.store.LedgerHead;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that was exported before.
 *
 * @param id of the snapshot
 * @param exportedAt when
 * @param by whose name people know; null where it was not recorded
 * @param request what was asked for; null where it was not recorded, as by early versions
 * @param form how the file held its records
 * @param asOf the head of the ledger that it shows
 * @param records how many lines or rows
 * @param sha256 of the file
 */
public record PastExport(
        UUID id,
        Instant exportedAt,
        @Nullable String by,
        @Nullable ExportRequest request,
        FileForm form,
        LedgerHead asOf,
        long records,
        String sha256) {}
