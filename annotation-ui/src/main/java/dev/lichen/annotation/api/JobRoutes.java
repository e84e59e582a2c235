package dev.lichen.annotation.api;

import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.account.TokenScope;
import dev.lichen.annotation.job.Job;
import dev.lichen.annotation.job.JobCommand;
import dev.lichen.annotation.job.JobRequest;
import dev.lichen.annotation.job.JobState;
import dev.lichen.annotation.job.Jobs;
import dev.lichen.annotation.job.ProjectJobs;
import dev.lichen.annotation.project.Project;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Training jobs of a project. */
@RestController
@RequestMapping("/api/v1/projects/{slug}/jobs")
final class JobRoutes {

    private final ProjectAccess found;
    private final Jobs jobs;
    private final ProjectJobs starting;

    JobRoutes(ProjectAccess found, Jobs jobs, ProjectJobs starting) {
        this.found = found;
        this.jobs = jobs;
        this.starting = starting;
    }

    /** A job and where it stands. */
    record JobEntry(
            UUID id,
            String name,
            JobCommand command,
            String device,
            Map<String, String> settings,
            JobState state,
            @Nullable String reason,
            Instant createdAt) {

        static JobEntry of(Job job) {
            JobRequest request = job.request();
            return new JobEntry(
                    job.id(),
                    request.name(),
                    request.command(),
                    request.device(),
                    request.settings(),
                    job.state(),
                    job.reason(),
                    job.createdAt());
        }
    }

    /** A job to be started; settings are those of the command, by key. */
    record NewJob(
            JobCommand command,
            String name,
            @Nullable String device,
            @Nullable Map<String, String> settings) {

        JobRequest of(Project project) {
            return new JobRequest(
                    project.id(),
                    command,
                    name,
                    device == null ? "cpu" : device,
                    null,
                    settings == null ? Map.of() : settings);
        }
    }

    @GetMapping
    @ApiRoute(
            value = "Lists the jobs of a project, newest first.",
            scope = TokenScope.JOBS_READ,
            gives = JobEntry.class,
            pages = true)
    ResponseEntity<byte[]> list(
            @PathVariable("slug") String slug,
            @RequestParam(value = "cursor", defaultValue = "") String cursor,
            @RequestParam(value = "limit", defaultValue = Page.USUAL) int limit) {
        Project project = found.named(slug, Role.ADMIN, Role.AUDITOR);
        List<JobEntry> all = jobs.of(project.id()).stream().map(JobEntry::of).toList();
        return ApiJson.ok(
                Page.following(all, cursor, Page.limit(limit), job -> job.id().toString()));
    }

    @PostMapping
    @ApiRoute(
            value = "Queues a job; its rankings, prompts or open items are those of the project as of now, unless its"
                    + " settings name files.",
            scope = TokenScope.JOBS_WRITE,
            takes = NewJob.class,
            gives = JobEntry.class,
            creates = true)
    ResponseEntity<byte[]> start(@PathVariable("slug") String slug, @RequestBody byte[] body) {
        Project project = found.named(slug, Role.ADMIN);
        Job job = starting.start(Caller.id(), ApiJson.read(body, NewJob.class).of(project));
        return ApiJson.answer(HttpStatus.CREATED, JobEntry.of(job));
    }

    @GetMapping("/{job}")
    @ApiRoute(value = "Shows a job.", scope = TokenScope.JOBS_READ, gives = JobEntry.class)
    ResponseEntity<byte[]> show(@PathVariable("slug") String slug, @PathVariable("job") UUID job) {
        return ApiJson.ok(JobEntry.of(of(found.named(slug, Role.ADMIN, Role.AUDITOR), job)));
    }

    @PostMapping("/{job}/stop")
    @ApiRoute(
            value = "Stops a job: a waiting one at once, a running one after its step.",
            scope = TokenScope.JOBS_WRITE,
            gives = JobEntry.class)
    ResponseEntity<byte[]> stop(@PathVariable("slug") String slug, @PathVariable("job") UUID job) {
        Job asked = of(found.named(slug, Role.ADMIN), job);
        jobs.stop(Caller.id(), asked.id());
        return ApiJson.ok(JobEntry.of(jobs.get(asked.id())));
    }

    @PostMapping("/{job}/resume")
    @ApiRoute(
            value = "Queues a job again that ended early; it goes on from its latest checkpoint.",
            scope = TokenScope.JOBS_WRITE,
            gives = JobEntry.class)
    ResponseEntity<byte[]> resume(@PathVariable("slug") String slug, @PathVariable("job") UUID job) {
        Job asked = of(found.named(slug, Role.ADMIN), job);
        jobs.resume(Caller.id(), asked.id());
        return ApiJson.ok(JobEntry.of(jobs.get(asked.id())));
    }

    private Job of(Project project, UUID id) {
        return jobs.list().stream()
                .filter(job ->
                        job.id().equals(id) && project.id().equals(job.request().project()))
                .findFirst()
                .orElseThrow(() -> ApiException.notFound("job " + id));
    }
}
