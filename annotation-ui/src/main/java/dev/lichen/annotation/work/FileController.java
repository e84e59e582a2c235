package dev.lichen.annotation.work;

import dev.lichen.LichenException;
import dev.lichen.annotation.account.NotAllowedException;
import dev.lichen.annotation.exchange.Export;
import dev.lichen.annotation.exchange.ExportKind;
import dev.lichen.annotation.exchange.Import;
import dev.lichen.annotation.exchange.ImportReport;
import dev.lichen.annotation.exchange.KeptJudgements;
import dev.lichen.annotation.project.AddedItems;
import dev.lichen.annotation.project.ProjectException;
import dev.lichen.annotation.project.Projects;
import dev.lichen.annotation.security.Person;
import dev.lichen.annotation.store.Ledger;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes files of items in and gives files of judgements out, for those whom the services allow it. */
@RestController
@RequestMapping("/workbench/api/projects/{slug}")
public final class FileController {

    private final Projects projects;
    private final Import importing;
    private final Export exporting;
    private final Ledger ledger;

    /** Creates the controller over the services it asks. */
    public FileController(Projects projects, Import importing, Export exporting, Ledger ledger) {
        this.projects = projects;
        this.importing = importing;
        this.exporting = exporting;
        this.ledger = ledger;
    }

    /** What became of a file, without its place on this machine. */
    record Imported(
            String format, AddedItems items, @Nullable KeptJudgements judgements, List<Left> skips) {

        static Imported of(ImportReport report) {
            return new Imported(
                    report.format(),
                    report.items(),
                    report.judgements(),
                    report.skips().stream()
                            .map(skip -> new Left(skip.reason(), skip.count()))
                            .toList());
        }
    }

    /** Records that hold nothing to rank. */
    record Left(String reason, long count) {}

    /** Imports the items of a file that is the body of the request, and if asked the judgements in it; all or none. */
    @PostMapping("/items")
    Imported items(
            @PathVariable("slug") String slug,
            @RequestParam("name") String name,
            @RequestParam(value = "judgements", defaultValue = "false") boolean judgements,
            HttpServletRequest request)
            throws IOException {
        UUID project = project(slug);
        try (UploadedFile file = UploadedFile.of(name, request.getInputStream())) {
            UUID me = Person.current().id();
            return Imported.of(
                    judgements
                            ? importing.judgements(me, project, file.path())
                            : importing.items(me, project, file.path()));
        }
    }

    /** Exports the judgements of a project as JSON lines. */
    @GetMapping("/export/{kind}")
    ResponseEntity<byte[]> export(@PathVariable("slug") String slug, @PathVariable("kind") String kind)
            throws IOException {
        UUID project = project(slug);
        ExportKind wanted = kind(kind);
        try (UploadedFile file = UploadedFile.empty(slug + "-" + kind + ".jsonl")) {
            exporting.write(Person.current().id(), project, wanted, ledger.head(), file.path());
            return ResponseEntity.ok()
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(slug + "-" + kind + ".jsonl")
                                    .build()
                                    .toString())
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .body(file.bytes());
        }
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refuse(LichenException refusal) {
        HttpStatus status =
                refusal instanceof NotAllowedException ? HttpStatus.FORBIDDEN : HttpStatus.UNPROCESSABLE_CONTENT;
        return ResponseEntity.status(status)
                .body(Map.of("message", UploadedFile.withoutFolder(String.valueOf(refusal.getMessage()))));
    }

    private UUID project(String slug) {
        return projects.find(slug)
                .orElseThrow(() -> new ProjectException("No project " + slug))
                .id();
    }

    private static ExportKind kind(String name) {
        for (ExportKind kind : ExportKind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
                return kind;
            }
        }
        throw new ProjectException(
                "Bad export: found \"" + name + "\", expected one of " + List.of(ExportKind.values()));
    }
}
