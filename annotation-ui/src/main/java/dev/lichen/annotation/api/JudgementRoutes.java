package dev.lichen.annotation.api;

import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.account.TokenScope;
import dev.lichen.annotation.exchange.Export;
import dev.lichen.annotation.exchange.ExportKind;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.store.JudgementStore;
import dev.lichen.annotation.store.Ledger;
import dev.lichen.annotation.store.LedgerHead;
import dev.lichen.annotation.work.UploadedFile;
import dev.lichen.datasets.files.ReadProgress;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.formats.Conversion;
import dev.lichen.datasets.formats.ConversionReport;
import dev.lichen.datasets.formats.Formats;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Judgements as JSON lines, as of an event of the ledger: the same event gives the same bytes, so that a cut download goes
 * on with {@code Range} and is checked by {@code Repr-Digest} (RFC 9530).
 */
@RestController
final class JudgementRoutes {

    private static final String OWN = "lichen";

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
                    "Exports judgements as JSON lines, in a format of \"lichen data formats\" (default lichen), as of an"
                            + " event's hash (default: the newest judgement), those after an event's number only (default 0: all)."
                            + " Lichen-Ledger-Seq is the cursor to give as \"after\" next time.",
            scope = TokenScope.JUDGEMENTS_READ,
            media = "application/x-ndjson")
    void export(
            @PathVariable("slug") String slug,
            @RequestParam(value = "kind", defaultValue = "rankings") String kind,
            @RequestParam(value = "format", defaultValue = OWN) String format,
            @RequestParam(value = "as_of", defaultValue = "") String asOf,
            @RequestParam(value = "after", defaultValue = "0") long after,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Project project = found.named(slug, Role.ADMIN, Role.AUDITOR);
        ExportKind wanted = kind(kind);
        LedgerHead head = head(project, asOf);
        String name = slug + "-" + wanted.name().toLowerCase(Locale.ROOT) + ".jsonl";
        try (UploadedFile own = UploadedFile.empty(name);
                UploadedFile converted = UploadedFile.empty(name)) {
            exporting.write(Caller.id(), project.id(), wanted, head, after, own.path());
            response.setHeader("Lichen-Ledger-Seq", String.valueOf(head.seq()));
            response.setHeader("Lichen-Ledger-Head", head.hash());
            if (!format.equals(OWN)) {
                say(response, Conversion.to(format(format), converted.path()).run(own.path(), ReadProgress.SILENT));
            }
            SentFile.send(format.equals(OWN) ? own : converted, name, request, response);
        }
    }

    /** What a format has no place for is told with the answer. */
    private static void say(HttpServletResponse response, ConversionReport report) {
        long left = report.unwritable().stream()
                .mapToLong(ConversionReport.Count::count)
                .sum();
        long lost = report.losses().stream()
                .mapToLong(ConversionReport.Count::count)
                .sum();
        response.setHeader(
                "Lichen-Conversion", "written=" + report.written() + ", left-out=" + left + ", lost=" + lost);
    }

    private LedgerHead head(Project project, String asOf) {
        if (!asOf.isEmpty()) {
            return ledger.headOf(asOf).orElseThrow(() -> ApiException.notFound("event " + asOf));
        }
        return judgements.headOfProject(project.id()).orElseGet(ledger::head);
    }

    private static ExportKind kind(String word) {
        return Arrays.stream(ExportKind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> unknown(
                        "kind",
                        word,
                        Arrays.stream(ExportKind.values())
                                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                                .toList()));
    }

    private static Format format(String word) {
        return Formats.named(word)
                .orElseThrow(() -> unknown(
                        "format", word, Formats.all().stream().map(Format::name).toList()));
    }

    private static ApiException unknown(String what, String found, List<String> expected) {
        return new ApiException(
                HttpStatus.BAD_REQUEST, "Bad " + what + ": found \"" + found + "\", expected one of " + expected);
    }
}
