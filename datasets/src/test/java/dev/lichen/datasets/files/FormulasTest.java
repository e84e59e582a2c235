package dev.lichen.datasets.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.datasets.JsonFields;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts in a table that a spreadsheet would run are made harmless, and come back as they were. */
class FormulasTest {

    private static final List<String> DANGEROUS = List.of(
            "{\"prompt\":\"=HYPERLINK(\\\"http://x\\\",1)\",\"n\":-3,\"chosen\":\"'=1\",\"rejected\":\"plain\"}",
            "{\"prompt\":\"+1\",\"n\":4,\"chosen\":\"@SUM(A1)\",\"rejected\":\"\\t=1\",\"=name\":\"\\r=1\"}",
            "{\"prompt\":\"-2+3|cmd\",\"n\":-0.5,\"chosen\":\"''\",\"rejected\":\"＝1\",\"'=name\":\"\",\"tags\":[\"=1\"]}",
            "{\"prompt\":\"a = b\",\"n\":1,\"chosen\":\"\\n=1\",\"rejected\":\"我\",\"apostrophe_added_to\":[\"prompt\"]}");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a.csv", "a.tsv", "a.csv.gz", "a.tsv.zst"})
    void neutralisedTableGivesBackWhatWasWritten(String name) {
        assertEquals(DANGEROUS, lines(write(name, DANGEROUS, new Formulas(FormulaPolicy.NEUTRALISE))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.csv", "a.tsv"})
    void noCellBeginsAsAFormula(String name) throws IOException {
        Formulas formulas = new Formulas(FormulaPolicy.NEUTRALISE);
        assertFalse(hasFormula(Files.readString(write(name, DANGEROUS, formulas)), name));
        assertEquals(Map.of("prompt", 3L, "chosen", 2L, "rejected", 2L, "=name", 1L), formulas.counts());
    }

    @Test
    void negativeControlTableAsItIsBeginsWithFormulas() throws IOException {
        Formulas formulas = new Formulas(FormulaPolicy.KEEP);
        assertTrue(hasFormula(Files.readString(write("a.csv", DANGEROUS, formulas)), "a.csv"));
        assertEquals(Map.of(), formulas.counts());
    }

    @Test
    void tableWithoutFormulasIsTheSameBytes() throws IOException {
        List<String> harmless =
                List.of("{\"prompt\":\"'=\",\"n\":-3,\"tags\":[\"=1\"]}", "{\"prompt\":\"1-2\",\"n\":5}");
        Path guarded = write("a.csv", harmless, new Formulas(FormulaPolicy.NEUTRALISE));
        Path plain = write("b.csv", harmless, new Formulas(FormulaPolicy.KEEP));
        assertEquals(-1, Files.mismatch(guarded, plain));
        assertEquals(harmless, lines(guarded));
    }

    /** A spreadsheet writes fewer quotes, and people sort rows and delete columns. */
    @Test
    void tableThatASpreadsheetSavedAgainIsReadTheSame() throws IOException {
        Path saved = Files.writeString(
                folder.resolve("saved.csv"),
                "apostrophe_added_to,chosen,prompt\r\n,'quoted',b\r\n\"[\"\"prompt\"\"]\",'=not listed,'=1+1\r\n");
        assertEquals(
                List.of(
                        "{\"chosen\":\"'quoted'\",\"prompt\":\"b\"}",
                        "{\"chosen\":\"'=not listed\",\"prompt\":\"=1+1\"}"),
                lines(saved));
    }

    @Test
    void jsonAndParquetHoldTextsAsTheyAre() {
        for (String name : List.of("a.jsonl", "a.json", "a.parquet")) {
            Formulas formulas = new Formulas(FormulaPolicy.NEUTRALISE);
            Path written = write(name, DANGEROUS.subList(0, 1), formulas);
            assertEquals(DANGEROUS.subList(0, 1), lines(written));
            assertEquals(Map.of(), formulas.counts());
        }
    }

    private static boolean hasFormula(String table, String name) throws IOException {
        byte delimiter = (byte) (name.endsWith(".tsv") ? '\t' : ',');
        List<String> texts = new ArrayList<>();
        RowCutter rows = new RowCutter(
                Path.of(name), new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), delimiter);
        while (rows.next()) {
            Cells.of(rows.buffer(), rows.start(), rows.start() + rows.length(), delimiter).stream()
                    .filter(Cells.Cell::quoted)
                    .forEach(cell -> texts.add(cell.text()));
        }
        return texts.stream().anyMatch(text -> text.matches("(?s)[=+@\\t\\r\\n＝-].*"));
    }

    private Path write(String name, List<String> lines, Formulas formulas) {
        Path file = folder.resolve(name);
        try (RecordWriter writer = RecordWriter.open(file, JsonStyle.COMPACT, formulas)) {
            for (String line : lines) {
                writer.write(Json.MAPPER.readTree(line));
            }
            writer.commit();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return file;
    }

    private static List<String> lines(Path file) {
        List<String> lines = new ArrayList<>();
        DataFiles.scan(file, new BadRecords(BadRecordPolicy.FAIL), ReadProgress.SILENT, (JsonFields fields) -> {
            lines.add(fields.json().toString());
            return true;
        });
        return lines;
    }
}
