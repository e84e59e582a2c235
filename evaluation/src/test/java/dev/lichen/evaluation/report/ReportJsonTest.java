package dev.lichen.evaluation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Seals the keys of {@code report.json}: programs read them, so a change here is a change of contract. */
class ReportJsonTest {

    @Test
    void reportReadsBackEqual() {
        Report report = InventedReport.gain();
        assertEquals(report, ReportJson.read(ReportJson.write(report), "report.json"));
    }

    @Test
    void reportWithoutMeasurementsReadsBackEqual() {
        Report report = Reports.empty();
        assertEquals(report, ReportJson.read(ReportJson.write(report), "report.json"));
    }

    @Test
    void keysAreTheGoldenOnes() throws IOException {
        Report report = InventedReport.gain();
        String json = ReportJson.write(report.beside(List.of(RunHeadline.of("a", report))));
        Set<String> keys = new TreeSet<>();
        collect("", new JsonMapper().readTree(json), keys);
        GoldenFile.assertMatches("report-keys.txt", String.join("\n", keys) + "\n");
    }

    @Test
    void findingsAreWrittenInSnakeCase() {
        assertTrue(ReportJson.write(Reports.empty()).contains("\"finding\" : \"not_measured\""));
    }

    @Test
    void foreignFileIsRefusedWithItsPlace() {
        ReportFormatException error =
                assertThrows(ReportFormatException.class, () -> ReportJson.read("{\n \"x\": 1}", "a/report.json"));
        assertTrue(error.getMessage().startsWith("a/report.json:2: not a report: "), error.getMessage());
        assertEquals(2, error.exitCode());
    }

    private static void collect(String path, JsonNode node, Set<String> keys) {
        node.properties().forEach(field -> {
            String key = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            keys.add(key);
            collect(key, field.getValue(), keys);
        });
        if (node.isArray()) {
            node.forEach(element -> collect(path + "[]", element, keys));
        }
    }
}
