package dev.lichen.annotation.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.text.PageTexts;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.formats.FormatPreview;
import dev.lichen.datasets.formats.Formats;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportFormatsTest {

    @ParameterizedTest
    @EnumSource
    void ownFormatComesFirstAndLosesNothing(ExportKind kind) {
        assertEquals("lichen", ExportFormats.name(ExportFormats.of(kind).getFirst()));
        assertEquals(new FormatPreview(true, List.of(), List.of()), ExportFormats.preview(kind, ExportFormats.OWN));
    }

    @ParameterizedTest
    @EnumSource
    void usualFormatCanHoldTheKind(ExportKind kind) {
        assertTrue(ExportFormats.of(kind).contains(ExportFormats.usual(kind)));
    }

    @Test
    void formatsThatAreOnlyReadAreNotOffered() {
        Format argilla = Formats.named("argilla").orElseThrow();
        assertFalse(ExportFormats.of(ExportKind.RANKINGS).contains(argilla));
    }

    @Test
    void whatAFormatOfPairsLosesIsKnownBefore() {
        FormatPreview pairs = ExportFormats.preview(ExportKind.RANKINGS, ExportFormats.usual(ExportKind.RANKINGS));
        assertEquals(
                List.of("all its answers are tied", "all its answers were called bad, which is no order"),
                pairs.leftOut());
        assertEquals(
                List.of(
                        "which pairs come from one ranking",
                        "ties, since a pair has a winner",
                        "answers that were not ranked",
                        "the line of acceptable answers"),
                pairs.losses());
    }

    @ParameterizedTest
    @EnumSource
    void everyLossIsNamedInEveryLanguage(ExportKind kind) {
        Set<String> unnamed = new TreeSet<>();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            Map<String, String> texts = new PageTexts().startingWith("loss.", locale);
            ExportFormats.of(kind).stream()
                    .map(format -> ExportFormats.preview(kind, format))
                    .flatMap(preview -> Stream.concat(preview.losses().stream(), preview.leftOut().stream()))
                    .filter(loss -> !texts.containsKey(
                            loss.replaceAll("\\P{Alnum}+", "-").replaceAll("-$", "")))
                    .forEach(unnamed::add);
        }
        assertEquals(Set.of(), unnamed);
    }

    @Test
    void everyFormOfAFileIsKnownByItsEnding() {
        List<FileForm> forms = FileForm.all();
        assertEquals(13, forms.size());
        forms.forEach(form -> assertEquals(form, FileForm.of(form.ending()).orElseThrow()));
        assertEquals("csv.gz", FileForm.of(Path.of("A.CSV.GZ")).ending());
        assertEquals(FileForm.JSON_LINES, FileForm.of(Path.of("notes.txt")));
    }
}
