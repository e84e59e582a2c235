package dev.lichen.annotation.exchange;

import dev.lichen.annotation.store.LedgerHead;

/**
 * What was exported.
 *
 * @param asOf the head of the ledger that the export shows; the same head gives the same file again
 * @param records how many lines
 * @param sha256 of the file
 */
public record ExportReport(LedgerHead asOf, long records, String sha256) {}
