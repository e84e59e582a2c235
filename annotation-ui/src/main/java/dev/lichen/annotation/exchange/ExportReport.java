package dev.lichen.annotation.exchange;

import dev.lichen.annotation.store.LedgerHead;
import dev.lichen.datasets.formats.WritingReport;
import java.util.List;

/**
 * What was exported.
 *
 * @param asOf the head of the ledger that the export shows; the same head gives the same file again
 * @param sha256 of the file
 * @param written how many lines or rows, and what the format has no place for
 */
public record ExportReport(LedgerHead asOf, String sha256, WritingReport written) {

    /** Returns how many lines or rows. */
    public long records() {
        return written.written();
    }

    /** Returns what was left out, lost or neutralised, in words. */
    public List<String> lines() {
        return written.lines();
    }
}
