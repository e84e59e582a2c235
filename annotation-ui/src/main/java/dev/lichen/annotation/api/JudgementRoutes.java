package dev.lichen.annotation.api;

import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.account.TokenScope;
import dev.lichen.annotation.exchange.Export;
import dev.lichen.annotation.exchange.ExportReport;
import dev.lichen.annotation.exchange.ExportRequest;
import dev.lichen.annotation.exchange.FileForm;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.store.JudgementStore;
import dev.lichen.annotation.store.Ledger;
import dev.lichen.annotation.store.LedgerHead;
import dev.lichen.annotation.work.UploadedFile;
import dev.lichen.datasets.formats.ConversionReport;
import dev.lichen.datasets.formats.WritingReport;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Judgements as a file, as of an event of the ledger: the same event gives the same bytes, so that a cut download goes
 * on with {@code Range} and is checked by {@code Repr-Digest} (RFC 9530).
 */
@RestController
final class JudgementRoutes {

    private final ProjectAccess found;
    private final Export exporting;
    private final Ledger ledger;
    private final JudgementStore judgements;

    JudgementRoutes(ProjectAccess found, Export exporting, Ledger ledger, JudgementStore judgements) {
        this.found = found;
        this.exporting = exporting;
        this.ledger = ledger;
        this.judgements = judgements;
    }

    @GetMapping("/api/v1/projects/{slug}/judgements/head")
    @ApiRoute(
            value = "Shows the event of the newest judgement, to export as of.",
            scope = TokenScope.JUDGEMENTS_READ,
            gives = LedgerHead.class)
    ResponseEntity<byte[]> head(@PathVariable("slug") String slug) {
        return ApiJson.ok(head(found.named(slug, Role.ADMIN, Role.AUDITOR), ""));
    }

    @GetMapping("/api/v1/projects/{slug}/judgements")
    @ApiRoute(
            value =
                    "Exports judgements: a kind (rankings, demonstrations, ratings, remarks) in a format of \"lichen data formats\""
                            + " (default lichen), held as jsonl, json, csv, tsv or parquet (\"file\", with .gz or .zst if packed), as"
                            + " of an event's hash or number or a time (default: the newest judgement), those after an event's"
                            + " number only (default 0: all). Texts in a table that a spreadsheet would run get an apostrophe, which"
                            + " Lichen takes away again, unless \"formulas\" is keep. Lichen-Ledger-Seq is the cursor to give as"
                            + " \"after\" next time; Lichen-Conversion counts what was left out, lost and neutralised.",
            scope = TokenScope.JUDGEMENTS_READ,
            media = "application/x-ndjson")
    void export(
            @PathVariable("slug") String slug,
            @RequestParam(value = "kind", defaultValue = "rankings") String kind,
            @RequestParam(value = "format", defaultValue = "lichen") String format,
            @RequestParam(value = "file", defaultValue = "jsonl") String ending,
            @RequestParam(value = "formulas", defaultValue = "neutralise") String formulas,
            @RequestParam(value = "as_of", defaultValue = "") String asOf,
            @RequestParam(value = "after", defaultValue = "0") long after,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Project project = found.named(slug, Role.ADMIN, Role.AUDITOR);
        ExportWords words = new ExportWords(kind, format, ending, formulas);
        FileForm form = words.form();
        LedgerHead head = head(project, asOf);
        ExportRequest what = words.request(head, after);
        try (UploadedFile file = UploadedFile.empty(slug + "-" + kind + "." + form.ending())) {
            ExportReport report = exporting.write(Caller.id(), project.id(), what, file.path(), records -> {});
            response.setHeader("Lichen-Ledger-Seq", String.valueOf(head.seq()));
            response.setHeader("Lichen-Ledger-Head", head.hash());
            response.setHeader("Lichen-Conversion", counts(report.written()));
            response.setContentType(form.mediaType());
            SentFile.send(file, request, response);
        }
    }

    /** What a format has no place for is told with the answer. */
    private static String counts(WritingReport report) {
        return "written=" + report.written() + ", left-out=" + sum(report.unwritable()) + ", lost="
                + sum(report.losses()) + ", neutralised=" + sum(report.neutralised());
    }

    private static long sum(List<ConversionReport.Count> counts) {
        return counts.stream().mapToLong(ConversionReport.Count::count).sum();
    }

    private LedgerHead head(Project project, String asOf) {
        if (!asOf.isEmpty()) {
            return ledger.headAt(asOf).orElseThrow(() -> ApiException.notFound("event " + asOf));
        }
        return judgements.headOfProject(project.id()).orElseGet(ledger::head);
    }
}
