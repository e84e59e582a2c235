package dev.lichen.annotation.exchange;

import dev.lichen.annotation.store.LedgerHead;
import java.util.List;

/**
 * What was exported.
 *
 * @param asOf the head of the ledger that the export shows; the same head gives the same file again
 * @param records how many lines
 * @param sha256 of the file
 * @param losses what the file's format has no place for, in words; empty for Lichen's own
 */
public record ExportReport(LedgerHead asOf, long records, String sha256, List<String> losses) {

    public ExportReport {
        losses = List.copyOf(losses);
    }
}
