package dev.lichen.annotation.errand;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.lichen.annotation.exchange.ExportKind;
import dev.lichen.datasets.files.FormulaPolicy;
import org.jspecify.annotations.Nullable;

/** Something to be done on a store; files are named by absolute paths. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "errand")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Errand.Verify.class, name = "verify"),
    @JsonSubTypes.Type(value = Errand.Backup.class, name = "backup"),
    @JsonSubTypes.Type(value = Errand.Export.class, name = "export"),
    @JsonSubTypes.Type(value = Errand.Import.class, name = "import"),
    @JsonSubTypes.Type(value = Errand.Password.class, name = "password")
})
public sealed interface Errand {

    /**
     * Prove the chain.
     *
     * @param head the hash of a head that was noted before and must still be there; null if none was
     */
    record Verify(@Nullable String head) implements Errand {}

    /** Write everything to a file, as of one moment. */
    record Backup(String file) implements Errand {}

    /**
     * Write the judgements of a project.
     *
     * @param project its name in addresses
     * @param what which records, and how
     * @param file what to write
     * @param login in whose name; null for the first owner
     */
    record Export(
            String project,
            Wanted what,
            String file,
            @Nullable String login) implements Errand {}

    /**
     * Says what is to be written.
     *
     * @param kind which records
     * @param format the name of a format; null for Lichen's own
     * @param asOf a hash, number or time of the ledger; null for now
     * @param formulas what becomes of texts in a table that a spreadsheet would run
     */
    record Wanted(
            ExportKind kind,
            @Nullable String format,
            @Nullable String asOf,
            FormulaPolicy formulas) {}

    /**
     * Bring a data file into a project.
     *
     * @param project its name in addresses
     * @param file what to read
     * @param create whether to make the project if there is none
     * @param judgements whether the orders in the file are judgements to be kept, not only items to be ranked
     * @param login in whose name; null for the first owner
     */
    record Import(
            String project,
            String file,
            boolean create,
            boolean judgements,
            @Nullable String login) implements Errand {}

    /** Make a link by which a person sets a forgotten password anew. */
    record Password(String login) implements Errand {}
}
