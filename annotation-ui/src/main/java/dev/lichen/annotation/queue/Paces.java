package dev.lichen.annotation.queue;

import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.JudgementOutcome;
import dev.lichen.annotation.store.JudgementStore;
import dev.lichen.annotation.store.Ledger;
import dev.lichen.annotation.store.Timestamps;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts a person's own work by days where they are; no call gives somebody else's. */
public final class Paces {

    /** The median is that of so many latest judgements. */
    public static final int LATEST = 200;

    private static final String COUNT = "select count(*) from judgement where user_id = ? and submitted_at >= ?"
            + " and revision = 1 and outcome in ('JUDGED', 'ALL_BAD', 'NOT_RANKABLE')";

    private static final Set<JudgementOutcome> LEFT = Set.of(JudgementOutcome.SKIP, JudgementOutcome.FLAGGED);

    private final Database database;
    private final Ledger ledger;
    private final JudgementStore judgements;

    public Paces(Database database, Ledger ledger, JudgementStore judgements) {
        this.database = database;
        this.ledger = ledger;
        this.judgements = judgements;
    }

    /** Returns how many items a person judged today, in all projects. */
    public long today(UUID user, ZoneId zone) {
        return database.jdbc()
                .sql(COUNT)
                .params(user, Timestamps.column(day(zone).atStartOfDay(zone).toInstant()))
                .query(Long.class)
                .single();
    }

    /** Returns a person's pace in a project. */
    public Pace of(UUID user, UUID project, ZoneId zone) {
        LocalDate monday = day(zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Pace(
                since(day(zone), user, project, zone), since(monday, user, project, zone), median(user, project));
    }

    private LocalDate day(ZoneId zone) {
        return LocalDate.ofInstant(ledger.now(), zone);
    }

    private long since(LocalDate day, UUID user, UUID project, ZoneId zone) {
        return database.jdbc()
                .sql(COUNT + " and project_id = ?")
                .params(user, Timestamps.column(day.atStartOfDay(zone).toInstant()), project)
                .query(Long.class)
                .single();
    }

    /** Returns the time in the middle; of an even number, the mean of both. */
    private @Nullable Duration median(UUID user, UUID project) {
        List<Long> times = judgements.ofUser(user, project, 0, LATEST).stream()
                .filter(judgement -> !LEFT.contains(judgement.outcome()))
                .map(judgement -> Verdict.of(judgement).effort().activeMilliseconds())
                .sorted()
                .toList();
        if (times.isEmpty()) {
            return null;
        }
        long middle = times.get(times.size() / 2);
        return Duration.ofMillis((times.get((times.size() - 1) / 2) + middle) / 2);
    }
}
