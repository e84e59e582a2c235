package dev.lichen.annotation.queue;

import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.Accounts;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.Projects;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.Identifiers;
import dev.lichen.annotation.store.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Gives places at items to people and takes them back. */
final class Dispatcher {

    private static final int SWEPT_AT_ONCE = 50;
    private static final int ROUNDS = 8;

    private final Database database;
    private final Ledger ledger;
    private final Accounts accounts;
    private final Projects projects;
    private final Identifiers identifiers;
    private final RandomGenerator random;
    private final Assignments assignments;
    private final Presentations presentations;
    private final Places places;
    private final ItemPicker picker;

    Dispatcher(WorkQueue.Parts parts) {
        this.database = parts.database();
        this.ledger = parts.ledger();
        this.accounts = parts.accounts();
        this.projects = parts.projects();
        this.identifiers = parts.identifiers();
        this.random = parts.random();
        this.assignments = new Assignments(parts.database());
        this.presentations = new Presentations(parts.database(), parts.build());
        this.places = new Places(parts.database());
        this.picker = new ItemPicker(parts.database(), parts.random());
    }

    Assignments assignments() {
        return assignments;
    }

    Presentations presentations() {
        return presentations;
    }

    Places places() {
        return places;
    }

    /** Returns the open assignment of a person, or gives them another one. */
    Optional<Assignment> next(Project project, UUID user) {
        return database.transaction(() -> {
            assignments.lockUser(user);
            Optional<Assignment> open = assignments.openOf(user, project.id());
            if (open.isPresent()) {
                return open.map(one -> extended(project, one));
            }
            return resumed(project, user)
                    .or(() -> training(project, user))
                    .or(() -> hidden(project, user))
                    .or(() -> normal(project, user));
        });
    }

    /**
     * Gives an item to a reviewer, who decides; one who has begun or decided gets the same work again, and
     * one who left it gets it anew.
     */
    Assignment adjudicate(Project project, UUID user, UUID item) {
        return database.transaction(() -> {
            assignments.lockUser(user);
            return assignments
                    .find(item, user, Purpose.ADJUDICATE)
                    .filter(one -> one.state().isOpen() || one.state() == AssignmentState.SUBMITTED)
                    .orElseGet(() -> apart(project, user, item, Purpose.ADJUDICATE, false));
        });
    }

    /**
     * Moves an assignment of one's own on and starts its lease anew; where the lease had run out, a place is taken again.
     *
     * @return whether the person has a place
     */
    boolean hold(Assignment own, AssignmentState state) {
        boolean lost = own.state() == AssignmentState.EXPIRED && own.purpose() == Purpose.NORMAL;
        if (lost && !places.take(own.item())) {
            return false;
        }
        return assignments.move(own, state, leaseUntil(projects.get(own.project())));
    }

    /** Gives places of expired leases back, each in a transaction of its own. */
    int sweep() {
        List<UUID> expired = assignments.expired(ledger.now(), SWEPT_AT_ONCE);
        return (int) expired.stream().filter(this::expire).count();
    }

    private boolean expire(UUID id) {
        return database.transaction(() -> {
            Assignment seen = assignments.find(id).orElseThrow();
            places.lock(seen.item());
            Assignment now = assignments.find(id).orElseThrow();
            if (!now.state().isOpen() || now.leaseUntil().isAfter(ledger.now())) {
                return false;
            }
            boolean moved = assignments.move(now, AssignmentState.EXPIRED, now.leaseUntil());
            if (moved && now.purpose() == Purpose.NORMAL) {
                places.giveBack(now.item());
            }
            return moved;
        });
    }

    private Assignment extended(Project project, Assignment open) {
        Instant lease = leaseUntil(project);
        assignments.move(open, open.state(), lease);
        return open.with(open.state(), lease);
    }

    private Optional<Assignment> resumed(Project project, UUID user) {
        for (Assignment expired : assignments.resumable(user, project.id())) {
            if (hold(expired, AssignmentState.DRAFT)) {
                return Optional.of(expired.with(AssignmentState.DRAFT, leaseUntil(project)));
            }
        }
        return Optional.empty();
    }

    private Optional<Assignment> training(Project project, UUID user) {
        int wanted = project.settings().gold().trainingItems();
        if (wanted == 0 || assignments.hasTrained(user, project.id(), wanted)) {
            return Optional.empty();
        }
        return picker.gold(project, user, languages(user)).map(item -> apart(project, user, item, Purpose.GOLD, true));
    }

    /** Draws whether a hidden gold item or a hidden repeat comes next. */
    private Optional<Assignment> hidden(Project project, UUID user) {
        double drawn = random.nextDouble();
        double gold = project.settings().gold().share();
        if (drawn < gold) {
            return picker.gold(project, user, languages(user))
                    .map(item -> apart(project, user, item, Purpose.GOLD, false));
        }
        return drawn < gold + project.settings().repeats().share()
                ? picker.repeat(project, user).map(item -> apart(project, user, item, Purpose.REPEAT, false))
                : Optional.empty();
    }

    private Optional<Assignment> normal(Project project, UUID user) {
        List<String> languages = languages(user);
        for (int round = 0; round < ROUNDS; round++) {
            List<ItemPicker.Picked> picked = picker.next(project, user, languages);
            if (picked.isEmpty()) {
                return Optional.empty();
            }
            for (ItemPicker.Picked one : picked) {
                if (places.take(one.item())) {
                    return Optional.of(given(project, user, one.item(), Purpose.NORMAL, false, one.choice()));
                }
            }
        }
        return Optional.empty();
    }

    private List<String> languages(UUID user) {
        return accounts.find(user).map(Account::languages).orElse(List.of());
    }

    /** Gives an item that takes no place of the queue. */
    private Assignment apart(Project project, UUID user, UUID item, Purpose purpose, boolean training) {
        places.countShowing(item);
        return given(project, user, item, purpose, training, Choice.inOrder());
    }

    private Assignment given(Project project, UUID user, UUID item, Purpose purpose, boolean training, Choice choice) {
        Optional<Assignment> before = assignments.find(item, user, purpose);
        if (before.isPresent()) {
            Assignment drawn = before.get().drawnAnew(choice, leaseUntil(project));
            assignments.drawAnew(drawn);
            return drawn;
        }
        Assignment fresh = new Assignment(
                identifiers.next(),
                item,
                project.id(),
                user,
                purpose,
                AssignmentState.LEASED,
                leaseUntil(project),
                training,
                choice);
        assignments.insert(fresh, ledger.now());
        presentations.create(fresh, places.shown(item), ledger.now());
        return fresh;
    }

    private Instant leaseUntil(Project project) {
        return ledger.now().plusSeconds(project.settings().leaseSeconds());
    }
}
