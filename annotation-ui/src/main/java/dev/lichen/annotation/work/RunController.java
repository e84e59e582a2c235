package dev.lichen.annotation.work;

import dev.lichen.LichenException;
import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.NotAllowedException;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.job.Job;
import dev.lichen.annotation.job.JobException;
import dev.lichen.annotation.job.Jobs;
import dev.lichen.annotation.job.RunFolder;
import dev.lichen.annotation.job.RunLines;
import dev.lichen.annotation.job.RunPace;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.Projects;
import dev.lichen.annotation.security.Person;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells the page of a run what came since it last asked, and shows the run's report. */
@RestController
@RequestMapping("/workbench/api/projects/{slug}/runs/{run}")
public final class RunController {

    private static final int LOG_LINES = 200;

    /** The report is a page of a run's own making: it may style and draw itself, run nothing and fetch nothing. */
    private static final String REPORT_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline';"
            + " img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private final Projects projects;
    private final Jobs jobs;
    private final Access access;
    private final Reader reader;

    /** Creates the controller over the services it asks. */
    public RunController(Projects projects, Jobs jobs, Access access, Reader reader) {
        this.projects = projects;
        this.jobs = jobs;
        this.access = access;
        this.reader = reader;
    }

    /** What a run did since the page last asked. */
    record Progress(
            String state,
            boolean active,
            @Nullable String reason,
            @Nullable RunPace pace,
            List<String> stages,
            RunLines metrics,
            RunLines samples,
            List<String> log) {}

    /**
     * Returns where a run stands, and the measurements and samples, of a stage where the run is a line of several, from two
     * places in their files on.
     */
    @GetMapping("/progress")
    Progress progress(
            @PathVariable("slug") String slug,
            @PathVariable("run") String run,
            @RequestParam(name = "stage", defaultValue = "") String stage,
            @RequestParam(name = "metrics", defaultValue = "0") long metrics,
            @RequestParam(name = "samples", defaultValue = "0") long samples) {
        Job job = job(slug, run);
        RunFolder folder = jobs.folder(job.request());
        RunFolder measured = stage.isEmpty() ? folder : folder.stage(stage);
        return new Progress(
                job.state().name(),
                job.state().isActive(),
                job.reason(),
                folder.pace().orElse(null),
                folder.stages(),
                measured.metrics(metrics),
                measured.samples(samples),
                folder.logTail(LOG_LINES));
    }

    /** Returns the page of a run's report, fit to be shown in a frame of this site only. */
    @GetMapping("/report")
    ResponseEntity<String> report(@PathVariable("slug") String slug, @PathVariable("run") String run) {
        String page = jobs.folder(job(slug, run).request())
                .report()
                .orElseThrow(() -> new JobException("The run " + run + " has no report"));
        return ResponseEntity.ok()
                .header("Content-Security-Policy", REPORT_POLICY)
                .header("X-Frame-Options", "SAMEORIGIN")
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(page);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refuse(LichenException refusal) {
        HttpStatus status =
                refusal instanceof NotAllowedException ? HttpStatus.FORBIDDEN : HttpStatus.UNPROCESSABLE_CONTENT;
        return ResponseEntity.status(status).body(Map.of("message", reader.words(refusal)));
    }

    private Job job(String slug, String run) {
        Project project = projects.named(slug);
        access.require(Person.current().id(), project.id(), Role.ADMIN);
        return jobs.find(project.id(), run).orElseThrow(() -> new JobException("No run " + run));
    }
}
