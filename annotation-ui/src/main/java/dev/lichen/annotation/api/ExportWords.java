package dev.lichen.annotation.api;

import dev.lichen.annotation.exchange.ExportFormats;
import dev.lichen.annotation.exchange.ExportKind;
import dev.lichen.annotation.exchange.ExportRequest;
import dev.lichen.annotation.exchange.FileForm;
import dev.lichen.annotation.store.LedgerHead;
import dev.lichen.datasets.files.FormulaPolicy;
import dev.lichen.datasets.format.Format;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/**
 * What a caller says of the file it wants, in words.
 *
 * @param kind one of {@link ExportKind}, in lower case
 * @param format the name of a format
 * @param file how the file's name would end
 * @param formulas one of {@link FormulaPolicy}, in lower case
 */
record ExportWords(String kind, String format, String file, String formulas) {

    /**
     * Returns what is to be exported.
     *
     * @throws ApiException naming what may be said, if a word is none of it
     */
    ExportRequest request(LedgerHead asOf, long after) {
        return new ExportRequest(
                one("kind", kind, ExportKind.values()),
                named(),
                asOf,
                after,
                one("formulas", formulas, FormulaPolicy.values()));
    }

    /** Returns how the file holds its records. */
    FileForm form() {
        return FileForm.of(file)
                .orElseThrow(() -> unknown(
                        "file",
                        file,
                        FileForm.all().stream().map(FileForm::ending).toList()));
    }

    private Format named() {
        ExportKind wanted = one("kind", kind, ExportKind.values());
        List<Format> able = ExportFormats.of(wanted);
        return ExportFormats.named(format)
                .filter(able::contains)
                .orElseThrow(() -> unknown(
                        "format", format, able.stream().map(ExportFormats::name).toList()));
    }

    private static <E extends Enum<E>> E one(String what, String word, E[] values) {
        return Arrays.stream(values)
                .filter(value -> word(value).equals(word))
                .findFirst()
                .orElseThrow(() -> unknown(
                        what, word, Arrays.stream(values).map(ExportWords::word).toList()));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static ApiException unknown(String what, String found, List<String> expected) {
        return new ApiException(
                HttpStatus.BAD_REQUEST, "Bad " + what + ": found \"" + found + "\", expected one of " + expected);
    }
}
