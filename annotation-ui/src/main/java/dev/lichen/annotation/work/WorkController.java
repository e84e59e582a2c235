package dev.lichen.annotation.work;

import dev.lichen.LichenException;
import dev.lichen.annotation.account.Goals;
import dev.lichen.annotation.account.NotAllowedException;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.Projects;
import dev.lichen.annotation.queue.DraftResult;
import dev.lichen.annotation.queue.Feedback;
import dev.lichen.annotation.queue.Paces;
import dev.lichen.annotation.queue.Receipt;
import dev.lichen.annotation.queue.WorkException;
import dev.lichen.annotation.queue.WorkItem;
import dev.lichen.annotation.queue.WorkQueue;
import dev.lichen.annotation.queue.WorkRefusal;
import dev.lichen.annotation.security.Person;
import dev.lichen.annotation.store.CanonicalJson;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers the workbench; every call is by and for the person who is signed in. */
@RestController
@RequestMapping("/workbench/api")
public final class WorkController {

    private static final int LONGEST_DRAFT = 300_000;
    private static final String ZONE = "zone";

    private final WorkQueue queue;
    private final Projects projects;
    private final Reader reader;
    private final WorkPages pages;
    private final Paces paces;
    private final Goals goals;

    /** Creates the controller over the services it asks. */
    public WorkController(
            WorkQueue queue, Projects projects, Reader reader, Paces paces, Goals goals, WorkPages pages) {
        this.queue = queue;
        this.projects = projects;
        this.reader = reader;
        this.paces = paces;
        this.goals = goals;
        this.pages = pages;
    }

    /** What the page wants to keep: its own state as JSON text, and the revision that it grew from. */
    record DraftToSave(long revision, String body) {}

    /** The answer to a judgement. */
    record Taken(int revision, @Nullable Told feedback, Today today) {}

    /** What a trainee reads; the expected tier of each answer in the order shown, null for one that is not ranked. */
    record Told(boolean agrees, List<@Nullable Integer> expected, String explanation) {

        static Told of(Feedback feedback) {
            return new Told(feedback.passed(), feedback.expected(), feedback.explanation());
        }
    }

    /** Opens the next item, or the one that is open already; 204 if there is none for now. */
    @PostMapping("/projects/{slug}/next")
    ResponseEntity<WorkPage> next(
            @PathVariable("slug") String slug, @RequestParam(name = ZONE, defaultValue = "UTC") String zone) {
        Project project = project(slug);
        return queue.next(me(), project.id())
                .map(item -> ResponseEntity.ok(page(item, project, zone)))
                .orElse(ResponseEntity.noContent().build());
    }

    /** Opens work of one's own by its name: what is open still, or what was submitted, as it was shown. */
    @GetMapping("/projects/{slug}/assignments/{assignment}")
    WorkPage open(
            @PathVariable("slug") String slug,
            @PathVariable("assignment") UUID assignment,
            @RequestParam(name = ZONE, defaultValue = "UTC") String zone) {
        return page(queue.open(me(), assignment), project(slug), zone);
    }

    /** Saves a draft; 409 with the other one if another tab saved in the meantime. */
    @PutMapping("/assignments/{assignment}/draft")
    ResponseEntity<Object> draft(@PathVariable("assignment") UUID assignment, @RequestBody DraftToSave draft) {
        if (draft.body().length() > LONGEST_DRAFT) {
            return failure(HttpStatus.CONTENT_TOO_LARGE, "The draft is too long");
        }
        if (CanonicalJson.parse(draft.body()).isEmpty()) {
            return failure(HttpStatus.UNPROCESSABLE_CONTENT, "Bad draft: expected JSON, to be handed out again");
        }
        return switch (queue.saveDraft(me(), assignment, draft.body(), draft.revision())) {
            case DraftResult.Saved saved -> ResponseEntity.ok(Map.of("revision", saved.revision()));
            case DraftResult.Kept kept -> ResponseEntity.ok(Map.of("revision", kept.revision(), "kept", true));
            case DraftResult.Conflict conflict ->
                ResponseEntity.status(HttpStatus.CONFLICT)
                        .body(new WorkPage.SavedDraft(
                                conflict.current().body(), conflict.current().revision()));
        };
    }

    /** Takes a judgement, a skip or a report in; the same one twice is one. */
    @PostMapping("/assignments/{assignment}/judgement")
    Taken judgement(
            @PathVariable("assignment") UUID assignment,
            @RequestBody WorkSubmission submission,
            @RequestParam(name = ZONE, defaultValue = "UTC") String zone) {
        switch (submission.judged()) {
            case SKIP, FLAGGED -> queue.leave(me(), assignment, submission.byPosition());
            case JUDGED, ALL_BAD, NOT_RANKABLE -> {
                return taken(submitted(assignment, submission), zone);
            }
        }
        return new Taken(1, null, today(zone));
    }

    private Receipt submitted(UUID assignment, WorkSubmission submission) {
        Long draft = submission.draft();
        return draft == null
                ? queue.submit(me(), assignment, submission.byPosition())
                : queue.submit(me(), assignment, submission.byPosition(), draft);
    }

    /** Takes the correction of submitted work in, as its next revision. */
    @PostMapping("/assignments/{assignment}/correction")
    Taken correction(
            @PathVariable("assignment") UUID assignment,
            @RequestBody WorkSubmission submission,
            @RequestParam(name = ZONE, defaultValue = "UTC") String zone) {
        return taken(queue.correct(me(), assignment, submission.byPosition()), zone);
    }

    @ExceptionHandler
    ResponseEntity<Object> refuse(LichenException refusal) {
        HttpStatus status = switch (refusal) {
            case NotAllowedException _ -> HttpStatus.FORBIDDEN;
            case WorkException work when work.reason() == WorkRefusal.NEWER_DRAFT -> HttpStatus.CONFLICT;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        return failure(status, reader.words(refusal));
    }

    private static ResponseEntity<Object> failure(HttpStatus status, String message) {
        return ResponseEntity.status(status).body(Map.of("message", message));
    }

    private Taken taken(Receipt receipt, String zone) {
        return new Taken(receipt.revision(), receipt.feedback().map(Told::of).orElse(null), today(zone));
    }

    private WorkPage page(WorkItem item, Project project, String zone) {
        return pages.page(item, project, queue.standing(me(), project.id()), today(zone), reader.locale());
    }

    /** Returns how far the person is today, by the days of the zone that their browser names. */
    private Today today(String zone) {
        return new Today(paces.today(me(), zone(zone)), goals.of(me()).orElse(null));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    private Project project(String slug) {
        return projects.named(slug);
    }

    private static UUID me() {
        return Person.current().id();
    }
}
