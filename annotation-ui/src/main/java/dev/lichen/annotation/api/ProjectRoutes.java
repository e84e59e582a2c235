package dev.lichen.annotation.api;

import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.account.TokenScope;
import dev.lichen.annotation.project.AnswerSchema;
import dev.lichen.annotation.project.Guideline;
import dev.lichen.annotation.project.Items;
import dev.lichen.annotation.project.Progress;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.ProjectSettings;
import dev.lichen.annotation.project.Projects;
import dev.lichen.annotation.project.SchemaVersion;
import dev.lichen.annotation.store.JudgementStore;
import dev.lichen.annotation.store.LedgerHead;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
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

/** Projects and the versions of their rules. */
@RestController
@RequestMapping("/api/v1/projects")
final class ProjectRoutes {

    private final ProjectAccess found;
    private final Projects projects;
    private final Items items;
    private final Access access;
    private final JudgementStore judgements;

    ProjectRoutes(ProjectAccess found, Projects projects, Items items, Access access, JudgementStore judgements) {
        this.found = found;
        this.projects = projects;
        this.items = items;
        this.access = access;
        this.judgements = judgements;
    }

    /** A project in a list. */
    record ProjectEntry(String slug, String name, boolean archived, Set<Role> roles) {}

    /** A project with its progress; {@code judgements_head} is the ledger's row of its newest judgement. */
    record ProjectDetails(
            String slug,
            String name,
            boolean archived,
            ProjectSettings settings,
            Progress progress,
            @Nullable LedgerHead judgementsHead) {}

    /** A project to be made; settings left out are the usual ones. */
    record NewProject(String slug, String name, @Nullable ProjectSettings settings) {}

    /** A version of the guidelines. */
    record GuidelineVersion(int version, String markdown, String sha256, Instant publishedAt) {

        static GuidelineVersion of(Guideline guideline) {
            return new GuidelineVersion(
                    guideline.version(), guideline.markdown(), guideline.sha256(), guideline.publishedAt());
        }
    }

    /** Guidelines to be published. */
    record NewGuideline(String markdown) {}

    /** A version of the criteria and flags. */
    record SchemaVersionEntry(int version, AnswerSchema schema, Instant publishedAt) {

        static SchemaVersionEntry of(SchemaVersion version) {
            return new SchemaVersionEntry(version.version(), version.schema(), version.publishedAt());
        }
    }

    @GetMapping
    @ApiRoute(
            value = "Lists the projects in which the token's owner has a role.",
            scope = TokenScope.PROJECTS_READ,
            gives = ProjectEntry.class,
            pages = true)
    ResponseEntity<byte[]> list(
            @RequestParam(value = "cursor", defaultValue = "") String cursor,
            @RequestParam(value = "limit", defaultValue = Page.USUAL) int limit) {
        List<ProjectEntry> all = found.all().stream()
                .map(project -> new ProjectEntry(
                        project.slug(), project.name(), project.archived(), access.roles(Caller.id(), project.id())))
                .sorted(Comparator.comparing(ProjectEntry::slug))
                .toList();
        return ApiJson.ok(Page.after(all, cursor, Page.limit(limit), ProjectEntry::slug));
    }

    @PostMapping
    @ApiRoute(
            value = "Makes a project.",
            scope = TokenScope.PROJECTS_WRITE,
            takes = NewProject.class,
            gives = ProjectDetails.class,
            creates = true)
    ResponseEntity<byte[]> create(@RequestBody byte[] body) {
        ProjectAccess.requireEverywhere();
        NewProject wanted = ApiJson.read(body, NewProject.class);
        ProjectSettings settings = wanted.settings() == null ? ProjectSettings.defaults() : wanted.settings();
        Project made = projects.create(Caller.id(), wanted.slug(), wanted.name(), settings);
        return ApiJson.answer(HttpStatus.CREATED, details(made));
    }

    @GetMapping("/{slug}")
    @ApiRoute(
            value = "Shows a project with its settings and progress.",
            scope = TokenScope.PROJECTS_READ,
            gives = ProjectDetails.class)
    ResponseEntity<byte[]> show(@PathVariable("slug") String slug) {
        return ApiJson.ok(details(found.named(slug, Role.ADMIN, Role.REVIEWER, Role.AUDITOR)));
    }

    @GetMapping("/{slug}/guidelines")
    @ApiRoute(
            value = "Lists every version of the guidelines, newest first.",
            scope = TokenScope.PROJECTS_READ,
            gives = GuidelineVersion.class,
            pages = true)
    ResponseEntity<byte[]> guidelines(
            @PathVariable("slug") String slug,
            @RequestParam(value = "cursor", defaultValue = "") String cursor,
            @RequestParam(value = "limit", defaultValue = Page.USUAL) int limit) {
        List<GuidelineVersion> versions = projects.guidelines(found.named(slug).id()).stream()
                .map(GuidelineVersion::of)
                .toList();
        return ApiJson.ok(
                Page.following(versions, cursor, Page.limit(limit), version -> String.valueOf(version.version())));
    }

    @PostMapping("/{slug}/guidelines")
    @ApiRoute(
            value = "Publishes a version of the guidelines, which holds from now on.",
            scope = TokenScope.PROJECTS_WRITE,
            takes = NewGuideline.class,
            gives = GuidelineVersion.class,
            creates = true)
    ResponseEntity<byte[]> publishGuideline(@PathVariable("slug") String slug, @RequestBody byte[] body) {
        Project project = found.named(slug);
        String markdown = ApiJson.read(body, NewGuideline.class).markdown();
        Guideline published = projects.publishGuideline(Caller.id(), project.id(), markdown);
        return ApiJson.answer(HttpStatus.CREATED, GuidelineVersion.of(published));
    }

    @GetMapping("/{slug}/schema")
    @ApiRoute(
            value = "Shows the criteria and flags that hold now.",
            scope = TokenScope.PROJECTS_READ,
            gives = SchemaVersionEntry.class)
    ResponseEntity<byte[]> schema(@PathVariable("slug") String slug) {
        return ApiJson.ok(
                SchemaVersionEntry.of(projects.schema(found.named(slug).id())));
    }

    @PostMapping("/{slug}/schema")
    @ApiRoute(
            value = "Publishes a version of the criteria and flags, which holds from now on.",
            scope = TokenScope.PROJECTS_WRITE,
            takes = AnswerSchema.class,
            gives = SchemaVersionEntry.class,
            creates = true)
    ResponseEntity<byte[]> publishSchema(@PathVariable("slug") String slug, @RequestBody byte[] body) {
        Project project = found.named(slug);
        AnswerSchema schema = ApiJson.read(body, AnswerSchema.class);
        SchemaVersion published = projects.publishSchema(Caller.id(), project.id(), schema);
        return ApiJson.answer(HttpStatus.CREATED, SchemaVersionEntry.of(published));
    }

    private ProjectDetails details(Project project) {
        return new ProjectDetails(
                project.slug(),
                project.name(),
                project.archived(),
                project.settings(),
                items.progress(project.id()),
                judgements.headOfProject(project.id()).orElse(null));
    }
}
