package dev.lichen.annotation.queue;

import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Accounts;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.ItemReader;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.Projects;
import dev.lichen.annotation.project.StoredItem;
import dev.lichen.annotation.store.CanonicalJson;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.EventKind;
import dev.lichen.annotation.store.Identifiers;
import dev.lichen.annotation.store.JudgementOutcome;
import dev.lichen.annotation.store.JudgementStore;
import dev.lichen.annotation.store.Ledger;
import dev.lichen.annotation.store.NewJudgement;
import dev.lichen.annotation.store.StoredJudgement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Opens items for annotators and takes what they say: the whole of what a ranking page calls.
 *
 * <p>Every call checks that the person is an annotator of the project and that the work is theirs. What a call returned
 * is in the database.
 */
public final class WorkQueue {

    private final Database database;
    private final Ledger ledger;
    private final Access access;
    private final Projects projects;
    private final JudgementStore judgements;
    private final Dispatcher dispatcher;
    private final Assignments assignments;
    private final Presentations presentations;
    private final Places places;
    private final ItemReader items;
    private final GoldCheck gold;
    private final AtomicLong lastSweep = new AtomicLong();

    /**
     * What the queue stands on.
     *
     * @param database where all is kept
     * @param ledger the chain
     * @param access who may do what
     * @param accounts which languages a person judges
     * @param projects the rules
     * @param judgements where judgements go
     * @param identifiers names what is new
     * @param random draws items, gold and repeats; safe for several threads
     * @param build names the version of the pages
     */
    public record Parts(
            Database database,
            Ledger ledger,
            Access access,
            Accounts accounts,
            Projects projects,
            JudgementStore judgements,
            Identifiers identifiers,
            RandomGenerator random,
            String build) {}

    public WorkQueue(Parts parts) {
        this.database = parts.database();
        this.ledger = parts.ledger();
        this.access = parts.access();
        this.projects = parts.projects();
        this.judgements = parts.judgements();
        this.dispatcher = new Dispatcher(parts);
        this.assignments = dispatcher.assignments();
        this.presentations = dispatcher.presentations();
        this.places = dispatcher.places();
        this.items = new ItemReader(parts.database());
        this.gold = new GoldCheck(parts.database());
    }

    /**
     * Returns the item to work on: the one that is open already, else the next one; nothing if all is done for now.
     *
     * @throws dev.lichen.annotation.account.NotAllowedException if the person is no annotator of the project
     */
    public Optional<WorkItem> next(UUID user, UUID project) {
        access.require(user, project, Role.ANNOTATOR);
        sweepNowAndThen();
        Project settings = projects.get(project);
        return settings.archived()
                ? Optional.empty()
                : dispatcher.next(settings, user).map(this::show);
    }

    /**
     * Opens an item for a reviewer to decide between others, and returns the work's name, under which pages open it.
     *
     * @throws WorkException if the item is not one of the project
     */
    public UUID adjudicate(UUID reviewer, UUID project, UUID item) {
        access.require(reviewer, project, Role.REVIEWER, Role.ADMIN);
        if (!items.isIn(project, item)) {
            throw new WorkException("No item " + item + " in the project");
        }
        return dispatcher.adjudicate(projects.get(project), reviewer, item).id();
    }

    /** Opens work of one's own by its name: what is open still, or what was submitted, as it was shown. */
    public WorkItem open(UUID user, UUID assignment) {
        Assignment own = own(user, assignment);
        return own.state().isOpen() ? show(own) : reopen(user, assignment);
    }

    /**
     * Saves work that is not done; the lease begins anew.
     *
     * @param body whatever the page needs to show it again
     * @param baseRevision the revision that the page last saved or loaded, 0 for none
     */
    public DraftResult saveDraft(UUID user, UUID assignment, String body, long baseRevision) {
        return database.transaction(() -> {
            Assignment own = lockedOwn(user, assignment);
            requireUnsubmitted(own);
            boolean saved = assignments.saveDraft(assignment, body, baseRevision, ledger.now());
            if (!saved) {
                return new DraftResult.Conflict(assignments.draft(assignment).orElseThrow());
            }
            long revision = baseRevision + 1;
            return dispatcher.hold(own, AssignmentState.DRAFT)
                    ? new DraftResult.Saved(revision)
                    : new DraftResult.Kept(revision);
        });
    }

    /**
     * Takes a judgement in, for good. The same submission sent twice is stored once.
     *
     * @throws WorkException if it says nothing, or the lease ran out and others completed the item (the draft is kept)
     */
    public Receipt submit(UUID user, UUID assignment, Submission submission) {
        return submit(user, assignment, submission, own -> {});
    }

    /**
     * Takes a judgement in, unless other work on the item was saved that its person did not see.
     *
     * @param draft the revision of the newest draft that the judgement grew from, 0 for none
     * @throws WorkException as above, or if a newer draft was saved, as in another tab
     */
    public Receipt submit(UUID user, UUID assignment, Submission submission, long draft) {
        return submit(user, assignment, submission, own -> requireSeen(own, draft));
    }

    private Receipt submit(UUID user, UUID assignment, Submission submission, Consumer<Assignment> check) {
        requireJudged(submission);
        return database.transaction(() -> {
            Assignment own = lockedOwn(user, assignment);
            if (own.state() == AssignmentState.SUBMITTED) {
                return again(own, submission);
            }
            check.accept(own);
            Verdict verdict = verdict(own, submission);
            conclude(own, AssignmentState.SUBMITTED);
            return store(own, submission.outcome(), verdict, Verdicts.freeText(submission.words()));
        });
    }

    private void requireSeen(Assignment own, long draft) {
        if (assignments.draftRevision(own.id()) > draft) {
            throw new WorkException(
                    WorkRefusal.NEWER_DRAFT, "Other work on the item was saved since: expected one of the two");
        }
    }

    /**
     * Corrects a judgement: what was said first stays, the correction is its next revision. A correction that comes twice,
     * as when its answer got lost, is one; whoever stands by what was returned says so by a revision.
     */
    public Receipt correct(UUID user, UUID assignment, Submission submission) {
        requireJudged(submission);
        return database.transaction(() -> {
            Assignment own = lockedOwn(user, assignment);
            if (own.state() != AssignmentState.SUBMITTED || own.training()) {
                throw new WorkException("Nothing to correct: expected work that was submitted, outside training");
            }
            StoredJudgement last = judgements.latestOf(own.id()).orElseThrow();
            Verdict verdict = verdict(own, submission);
            return last.revision() > 1 && isSaid(last, submission, verdict) && !isReviewed(last)
                    ? receipt(own, last, verdict)
                    : store(own, submission.outcome(), verdict, Verdicts.freeText(submission.words()));
        });
    }

    /**
     * Leaves an item to others; the place goes back at once, and what was written so far is kept. A reported item is withheld
     * from everybody until somebody has looked. The same said twice is done once.
     *
     * @param left SKIP, or FLAGGED if something is wrong with the item
     */
    public void leave(UUID user, UUID assignment, Submission left) {
        if (!left.leaves()) {
            throw new WorkException("Bad outcome: found " + left.outcome() + ", expected SKIP or FLAGGED");
        }
        database.inTransaction(() -> {
            Assignment own = lockedOwn(user, assignment);
            if (wasLeft(own, left.outcome())) {
                return;
            }
            Verdict verdict = verdict(own, left);
            giveUp(own);
            store(own, left.outcome(), verdict, Verdicts.freeText(left.words()));
            if (left.outcome() == JudgementOutcome.FLAGGED) {
                places.holdAsReported(own.item());
                ledger.append(user, EventKind.ITEM_HELD, "item/" + own.item(), Map.of());
            }
        });
    }

    /** Opens submitted work again, as it was shown, to look at or to correct. */
    public WorkItem reopen(UUID user, UUID assignment) {
        Assignment own = own(user, assignment);
        StoredJudgement judgement = judgements
                .latestOf(assignment)
                .filter(found -> found.outcome() != JudgementOutcome.SKIP)
                .orElseThrow(() -> new WorkException("Nothing was submitted: expected work that was"));
        Verdict verdict = Verdict.of(judgement);
        Submission.Words words = Verdicts.words(judgements.freeText(judgement).orElse(null), verdict.confidence());
        return show(own, Verdicts.byPosition(judgement.outcome(), verdict, words));
    }

    /** Returns a person's own numbers in a project; agreement with gold is that of the quality board. */
    public Standing standing(UUID user, UUID project) {
        access.require(user, project, Role.ANNOTATOR, Role.REVIEWER, Role.ADMIN);
        List<Feedback> golden = judgements.ofUserFor(user, project, Purpose.GOLD.name()).stream()
                .flatMap(judgement -> hidden(judgement).stream())
                .toList();
        long passed = golden.stream().filter(Feedback::passed).count();
        return new Standing(
                assignments.count(user, project, AssignmentState.SUBMITTED),
                assignments.count(user, project, AssignmentState.SKIPPED),
                golden.size(),
                passed);
    }

    private Optional<Feedback> hidden(StoredJudgement judgement) {
        Verdict verdict = Verdict.of(judgement);
        return verdict.setting().training() ? Optional.empty() : gold.compare(judgement.item(), verdict);
    }

    /** Gives the places of expired leases back; the app also calls it from time to time. */
    public int sweep() {
        return dispatcher.sweep();
    }

    /** Places that ran out are needed soon, not at once: one look a second is enough for all who open items. */
    private void sweepNowAndThen() {
        long now = ledger.now().getEpochSecond();
        if (lastSweep.getAndSet(now) != now) {
            sweep();
        }
    }

    private WorkItem show(Assignment assignment) {
        return show(assignment, null);
    }

    private WorkItem show(Assignment assignment, @Nullable Submission previous) {
        Presentation presentation = presentations.get(assignment.id());
        StoredItem item = items.get(assignment.item());
        return new WorkItem(
                assignment.id(),
                item.attributes().language(),
                item.prompt().stream()
                        .map(message -> new ShownMessage(message.role(), message.content()))
                        .toList(),
                Shown.answers(item.answers(), presentation.order()),
                presentations.schema(presentation),
                presentations.guidelineVersion(presentation),
                assignment.training(),
                assignment.leaseUntil(),
                assignments.draft(assignment.id()).orElse(null),
                previous);
    }

    private Assignment own(UUID user, UUID assignment) {
        Assignment found = assignments
                .find(assignment)
                .filter(one -> one.user().equals(user))
                .orElseThrow(() -> new WorkException(
                        WorkRefusal.UNKNOWN_WORK, "No such work: expected an assignment of one's own"));
        access.require(user, found.project(), mayDo(found.purpose()));
        return found;
    }

    private static Role[] mayDo(Purpose purpose) {
        return purpose == Purpose.ADJUDICATE ? new Role[] {Role.REVIEWER, Role.ADMIN} : new Role[] {Role.ANNOTATOR};
    }

    private Assignment lockedOwn(UUID user, UUID assignment) {
        assignments.lockUser(user);
        places.lock(own(user, assignment).item());
        return own(user, assignment);
    }

    private static void requireUnsubmitted(Assignment own) {
        if (!own.state().isOpen() && own.state() != AssignmentState.EXPIRED) {
            throw new WorkException(WorkRefusal.DONE, "The work is done: expected an item that is still open");
        }
    }

    private Verdict verdict(Assignment own, Submission submission) {
        Presentation presentation = presentations.get(own.id());
        WorkRules.check(submission, presentation.order().size(), presentations.schema(presentation));
        return Verdicts.bySlot(submission, items.get(own.item()).answers(), setting(own, presentation));
    }

    private static Verdict.Setting setting(Assignment own, Presentation presentation) {
        return new Verdict.Setting(
                own.purpose(),
                own.training(),
                presentation.order(),
                presentation.guideline(),
                presentation.schema(),
                own.choice().policy(),
                own.choice().propensity(),
                own.choice().arm());
    }

    private void conclude(Assignment own, AssignmentState state) {
        requireUnsubmitted(own);
        if (!dispatcher.hold(own, state)) {
            throw new WorkException(
                    WorkRefusal.LEASE_ENDED,
                    "The lease ran out and others completed the item;"
                            + " the work is kept as a draft and offered again if a place opens");
        }
        assignments.deleteDraft(own.id());
    }

    /** Whose answer got lost on the way says the same again: it was done. */
    private boolean wasLeft(Assignment own, JudgementOutcome how) {
        return own.state() == AssignmentState.SKIPPED
                && judgements
                        .latestOf(own.id())
                        .filter(last -> last.outcome() == how)
                        .isPresent();
    }

    private void giveUp(Assignment own) {
        requireUnsubmitted(own);
        if (own.state().isOpen() && own.purpose() == Purpose.NORMAL) {
            places.giveBack(own.item());
        }
        assignments.move(own, AssignmentState.SKIPPED, ledger.now());
        assignments.deleteDraft(own.id());
    }

    private Receipt store(Assignment own, JudgementOutcome outcome, Verdict verdict, @Nullable String freeText) {
        StoredJudgement stored = judgements.append(new NewJudgement(
                own.id(), own.project(), own.item(), own.user(), outcome, CanonicalJson.write(verdict), freeText));
        return receipt(own, stored, verdict);
    }

    /** Answers a submission that comes twice; one that differs from the first is a correction to be made as such. */
    private Receipt again(Assignment own, Submission submission) {
        StoredJudgement stored = judgements.latestOf(own.id()).orElseThrow();
        if (!isSaid(stored, submission, verdict(own, submission))) {
            throw new WorkException(
                    WorkRefusal.SUBMITTED_OTHERWISE,
                    "The item was submitted before with another order, text, rating or flag: expected a correction");
        }
        return receipt(own, stored, Verdict.of(stored));
    }

    private boolean isSaid(StoredJudgement stored, Submission submission, Verdict verdict) {
        return stored.outcome() == submission.outcome()
                && Verdict.of(stored).saysTheSameAs(verdict)
                && Objects.equals(judgements.freeText(stored).orElse(null), Verdicts.freeText(submission.words()));
    }

    private boolean isReviewed(StoredJudgement stored) {
        return database.jdbc()
                        .sql("select count(*) from review where judgement_id = ?")
                        .param(stored.id())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private Receipt receipt(Assignment own, StoredJudgement stored, Verdict verdict) {
        Feedback feedback = own.training() ? gold.compare(own.item(), verdict).orElse(null) : null;
        return new Receipt(own.id(), stored.id(), stored.revision(), feedback);
    }

    private static void requireJudged(Submission submission) {
        if (submission.leaves()) {
            throw new WorkException("Bad outcome: found " + submission.outcome() + ", expected a judgement");
        }
    }
}
