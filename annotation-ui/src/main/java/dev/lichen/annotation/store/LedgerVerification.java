package dev.lichen.annotation.store;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Walks the chain from its first row, and through the judgements, items, guidelines and schemas that it vouches for, and
 * finds the first place where it does not hold.
 */
public final class LedgerVerification {

    private static final int PAGE = 1000;

    private final Database database;
    private final Ledger ledger;
    private final PromisedTexts texts;

    public LedgerVerification(Database database) {
        this.database = database;
        this.ledger = new Ledger(database, Clock.systemUTC());
        this.texts = new PromisedTexts(database);
    }

    /**
     * What was found.
     *
     * @param events how many rows of the ledger hold
     * @param judgements how many judgements hold
     * @param head the last row that holds; keep its hash elsewhere to detect a chain that was cut or written anew
     * @param fault the first thing that does not hold; null if all does
     */
    public record Result(
            long events,
            long judgements,
            LedgerHead head,
            @Nullable String fault) {

        /** Returns whether the whole chain holds. */
        public boolean holds() {
            return fault == null;
        }
    }

    /** Checks every row of the ledger, and every judgement and text that it vouches for. */
    public Result verify() {
        return verify(null, rows -> {});
    }

    /**
     * Checks the chain, and that it still contains a head that was noted down before.
     *
     * @param notedHead the hash of that head; null if none was noted
     * @param progress hears how many events are checked
     */
    public Result verify(@Nullable String notedHead, LongConsumer progress) {
        Result result = walk(progress);
        if (notedHead != null && result.holds() && ledger.headOf(notedHead).isEmpty()) {
            return new Result(
                    result.events(),
                    result.judgements(),
                    result.head(),
                    "The ledger does not contain the head " + notedHead + ": it was cut or written anew");
        }
        return result;
    }

    /** Walks to the head as it is now; what people append meanwhile is for the next time. */
    private Result walk(LongConsumer progress) {
        LedgerHead end = ledger.head();
        Walk walk = new Walk();
        List<LedgerEvent> page = upTo(end, 0);
        while (!page.isEmpty() && walk.fault == null) {
            walk.check(page);
            progress.accept(page.getLast().seq());
            page = upTo(end, page.getLast().seq());
        }
        if (walk.fault == null) {
            walk.fault = afterwards(walk, end);
        }
        return new Result(walk.head.seq(), walk.judgements, walk.head, walk.fault);
    }

    private List<LedgerEvent> upTo(LedgerHead end, long after) {
        return ledger.after(after, PAGE).stream()
                .filter(event -> event.seq() <= end.seq())
                .toList();
    }

    private @Nullable String afterwards(Walk walk, LedgerHead end) {
        if (!end.equals(walk.head)) {
            return "The ledger ends at event " + walk.head.seq() + ", expected " + end.seq();
        }
        if (!ledger.after(end.seq(), 1).isEmpty() && ledger.head().seq() == end.seq()) {
            return "The ledger goes on after its head, event " + end.seq();
        }
        long stored = database.jdbc()
                .sql("select count(*) from judgement where ledger_seq <= ?")
                .param(end.seq())
                .query(Long.class)
                .single();
        return stored == walk.judgements
                ? null
                : "There are " + stored + " judgements, the ledger knows " + walk.judgements;
    }

    private Map<Long, StoredJudgement> judgements(List<LedgerEvent> page) {
        return database
                .jdbc()
                .sql("select * from judgement where ledger_seq between ? and ?")
                .params(page.getFirst().seq(), page.getLast().seq())
                .query((row, n) -> JudgementStore.read(row))
                .list()
                .stream()
                .collect(Collectors.toMap(StoredJudgement::ledgerSeq, judgement -> judgement));
    }

    /** How far the walk has come. */
    private final class Walk {
        private LedgerHead head = LedgerHead.EMPTY;
        private long judgements;
        private @Nullable String fault;

        void check(List<LedgerEvent> page) {
            Map<Long, StoredJudgement> stored = judgements(page);
            for (LedgerEvent event : page) {
                fault = faultOf(event, Optional.ofNullable(stored.get(event.seq())));
                if (fault != null) {
                    return;
                }
                judgements += event.kind() == EventKind.JUDGED ? 1 : 0;
                head = new LedgerHead(event.seq(), event.hash());
            }
        }

        private @Nullable String faultOf(LedgerEvent event, Optional<StoredJudgement> judgement) {
            if (event.seq() != head.seq() + 1) {
                return "Event " + (head.seq() + 1) + " is missing: found event " + event.seq();
            }
            if (!event.previousHash().equals(head.hash())
                    || !event.computedHash().equals(event.hash())) {
                return "Event " + event.seq() + " was changed: its hash does not fit";
            }
            return event.kind() == EventKind.JUDGED ? faultOfJudgement(event, judgement) : texts.faultOf(event);
        }

        private @Nullable String faultOfJudgement(LedgerEvent event, Optional<StoredJudgement> found) {
            if (found.isEmpty()) {
                return "The judgement of event " + event.seq() + " is missing";
            }
            StoredJudgement judgement = found.get();
            String promised =
                    CanonicalJson.tree(event.payload()).path("row_hash").asText();
            boolean holds = judgement.computedHash().equals(promised)
                    && judgement.rowHash().equals(promised);
            return holds ? null : "Judgement " + judgement.id() + " of event " + event.seq() + " was changed";
        }
    }
}
