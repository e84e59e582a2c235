package dev.lichen.annotation.exchange;

import dev.lichen.annotation.store.Ledger;
import dev.lichen.annotation.store.LedgerHead;
import dev.lichen.datasets.files.FormulaPolicy;
import dev.lichen.datasets.format.Format;

/**
 * Says what is to be exported; in which container, the name of the file says.
 *
 * @param kind which records
 * @param format in which format, such as {@link ExportFormats#OWN}, which loses nothing
 * @param asOf the head of the ledger to show, such as {@link Ledger#head()} for now
 * @param after only what came after the event of this number, for somebody who has the rest; 0 for all
 * @param formulas what becomes of texts in a table that a spreadsheet would run
 */
public record ExportRequest(ExportKind kind, Format format, LedgerHead asOf, long after, FormulaPolicy formulas) {

    /** Asks for all records in Lichen's own format. */
    public static ExportRequest own(ExportKind kind, LedgerHead asOf) {
        return in(ExportFormats.OWN, kind, asOf);
    }

    /** Asks for all records in a format. */
    public static ExportRequest in(Format format, ExportKind kind, LedgerHead asOf) {
        return new ExportRequest(kind, format, asOf, 0, FormulaPolicy.NEUTRALISE);
    }
}
