package dev.lichen.annotation.quality;

import dev.lichen.annotation.project.GoldKey;
import dev.lichen.annotation.store.JudgementStore;
import dev.lichen.annotation.store.Ledger;
import dev.lichen.annotation.store.LedgerHead;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Keeps the newest figures of one project; where newer ones are needed, one thread at a time computes them. */
final class QualityComputation {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final UUID project;
    private final Ledger ledger;
    private final JudgementStore judgements;
    private final QualityFigures figures;
    private final Lock computing = new ReentrantLock();
    private @Nullable FutureTask<Quality> running;
    private volatile @Nullable Quality latest;
    private volatile Map<UUID, GoldKey> gold = Map.of();
    private volatile double share;
    private volatile long begun = System.nanoTime();

    QualityComputation(UUID project, Ledger ledger, JudgementStore judgements, QualityFigures figures) {
        this.project = project;
        this.ledger = ledger;
        this.judgements = judgements;
        this.figures = figures;
    }

    /** Returns figures that show everything up to an event; the calling thread computes them where they are not known. */
    Quality upTo(long event) {
        computing.lock();
        try {
            Optional<Quality> known = known(event);
            return known.isPresent() ? known.get() : compute();
        } finally {
            computing.unlock();
        }
    }

    /** Returns the same if it takes a moment only; else it is computed in the background, and nothing is returned. */
    Optional<Quality> soon(long event) {
        Optional<Quality> known = known(event);
        if (known.isPresent()) {
            return known;
        }
        Duration patience = isUnderWay() ? Duration.ZERO : PATIENCE;
        return within(patience, inBackground(event)).filter(quality -> shows(quality, event));
    }

    QualityProgress progress() {
        return new QualityProgress(share, Duration.ofNanos(System.nanoTime() - begun));
    }

    private Optional<Quality> known(long event) {
        return Optional.ofNullable(latest).filter(quality -> shows(quality, event));
    }

    /** Figures of an earlier moment are those of now if nobody judged since, nor changed what is known of gold. */
    private boolean shows(Quality quality, long event) {
        long asOf = quality.asOf().seq();
        return asOf >= event || (judgements.between(project, asOf, event, 1).isEmpty() && gold.equals(figures.gold()));
    }

    private Quality compute() {
        share = 0;
        begun = System.nanoTime();
        LedgerHead head = ledger.head();
        gold = figures.gold();
        Quality fresh = figures.compute(head, gold, done -> share = done);
        latest = fresh;
        return fresh;
    }

    private synchronized boolean isUnderWay() {
        return running != null && !running.isDone();
    }

    private synchronized FutureTask<Quality> inBackground(long event) {
        FutureTask<Quality> task = running;
        if (task == null || task.isDone()) {
            task = new FutureTask<>(() -> upTo(event));
            running = task;
            Thread.ofPlatform().daemon().name("quality figures").start(task);
        }
        return task;
    }

    private static Optional<Quality> within(Duration patience, FutureTask<Quality> task) {
        try {
            return Optional.of(task.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException stillAtWork) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : new IllegalStateException(e.getCause());
        }
    }
}
