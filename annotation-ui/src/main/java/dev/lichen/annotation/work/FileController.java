package dev.lichen.annotation.work;

import dev.lichen.LichenException;
import dev.lichen.annotation.account.NotAllowedException;
import dev.lichen.annotation.exchange.Import;
import dev.lichen.annotation.exchange.ImportReport;
import dev.lichen.annotation.exchange.KeptJudgements;
import dev.lichen.annotation.exchange.NoSuchExportException;
import dev.lichen.annotation.exchange.PreparedExports;
import dev.lichen.annotation.project.AddedItems;
import dev.lichen.annotation.project.Projects;
import dev.lichen.annotation.security.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
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
    private final PreparedExports prepared;
    private final Reader reader;

    /** Creates the controller over the services it asks. */
    public FileController(Projects projects, Import importing, PreparedExports prepared, Reader reader) {
        this.projects = projects;
        this.importing = importing;
        this.prepared = prepared;
        this.reader = reader;
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
        try (UploadedFile file = UploadedFile.of(name, request.getContentLengthLong(), request.getInputStream())) {
            UUID me = Person.current().id();
            return Imported.of(
                    judgements
                            ? importing.judgements(me, project, file.path())
                            : importing.items(me, project, file.path()));
        }
    }

    /** Hands out a file that was made for the person who asks, or the rest of it. */
    @GetMapping("/exports/{export}")
    ResponseEntity<Resource> export(@PathVariable("slug") String slug, @PathVariable("export") UUID export) {
        Path file = prepared.fetch(Person.current().id(), project(slug), export).file();
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(String.valueOf(file.getFileName()))
                                .build()
                                .toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(new FileSystemResource(file));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refuse(LichenException refusal) {
        HttpStatus status = switch (refusal) {
            case NotAllowedException _ -> HttpStatus.FORBIDDEN;
            case NoSuchExportException _ -> HttpStatus.NOT_FOUND;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        return ResponseEntity.status(status).body(Map.of("message", UploadedFile.withoutFolder(reader.words(refusal))));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refuse(IOException fault) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .body(Map.of("message", "A file cannot be read or written: is the disk full?"));
    }

    private UUID project(String slug) {
        return projects.named(slug).id();
    }
}
