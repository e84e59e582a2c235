package dev.lichen.annotation.store;

import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.NewAccount;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.Guideline;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.queue.Effort;
import dev.lichen.annotation.queue.Purpose;
import dev.lichen.annotation.queue.SamplingArm;
import dev.lichen.annotation.queue.Verdict;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Fills a store for measurements: {@code StoreFill FOLDER|URL PEOPLE OPEN JUDGED EACH}. The project {@code load} gets OPEN
 * items to work on and JUDGED items of which EACH judgement is written straight into the tables, with its chain. A judgement
 * follows the other by eight seconds, the last of them yesterday, so that a million fill three months.
 */
final class StoreFill {

    static final String PASSWORD = "a long password";
    private static final int ANSWERS = 4;
    private static final int AT_ONCE = 10_000;
    private static final String TEXT = "A sentence that says something about the question, as answers do. ".repeat(8);

    private final TestWorld world;
    private final Project project;
    private final Random random = new Random(5);
    private final Identifiers identifiers = new Identifiers(Clock.systemUTC(), random);
    private final Instant began = Instant.now();
    private LedgerHead head = LedgerHead.EMPTY;
    private long left;

    private StoreFill(TestWorld world) {
        this.world = world;
        this.project = world.project("load", TestWorld.plain(3));
    }

    public static void main(String[] arguments) {
        DatabaseSettings settings = arguments[0].startsWith("jdbc:")
                ? DatabaseSettings.server(arguments[0])
                : DatabaseSettings.embedded(Path.of(arguments[0]));
        try (TestWorld world = TestWorld.live(settings)) {
            StoreFill fill = new StoreFill(world);
            List<UUID> people = fill.people(Integer.parseInt(arguments[1]));
            fill.items(Integer.parseInt(arguments[3]));
            List<UUID> judged = world.services()
                    .database()
                    .jdbc()
                    .sql("select id from item order by number")
                    .query(UUID.class)
                    .list();
            fill.judge(judged, people, Integer.parseInt(arguments[4]));
            fill.items(Integer.parseInt(arguments[2]));
            System.out.println(world.services().verification().verify());
        }
        System.exit(0);
    }

    private List<UUID> people(int count) {
        List<UUID> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String token = world.services().invitations().invite(world.owner().id(), project.id(), Role.ANNOTATOR);
            NewAccount wanted = new NewAccount("person-" + i, "Person " + i, PASSWORD, "en", List.of());
            Account account = world.services().invitations().accept(token, wanted);
            people.add(account.id());
        }
        return people;
    }

    private void items(int count) {
        for (int done = 0; done < count; done += AT_ONCE) {
            List<dev.lichen.annotation.project.NewItem> items = new ArrayList<>();
            for (int i = 0; i < Math.min(AT_ONCE, count - done); i++) {
                items.add(TestWorld.item("question " + random.nextLong() + " " + TEXT, ANSWERS));
            }
            world.add(project, items);
        }
    }

    private void judge(List<UUID> items, List<UUID> people, int each) {
        Database database = world.services().database();
        head = world.services().ledger().head();
        left = (long) items.size() * each;
        for (int from = 0; from < items.size(); from += 100) {
            Rows rows = new Rows();
            items.subList(from, Math.min(items.size(), from + 100)).forEach(item -> {
                for (int person = 0; person < each; person++) {
                    rows.add(item, people.get(person));
                }
            });
            database.largeTransaction(() -> {
                rows.insert(new JdbcTemplate(database.dataSource()));
                return true;
            });
        }
        database.inTransaction(() -> {
            database.jdbc()
                    .sql("update ledger_head set seq = ?, hash = ? where id = 1")
                    .params(head.seq(), head.hash())
                    .update();
            database.jdbc()
                    .sql("update item set state = 'FULL', open_slots = 0, overlap_target = ?")
                    .param(each)
                    .update();
        });
    }

    /** The rows of some judgements. */
    private final class Rows {
        private final List<Object[]> assignments = new ArrayList<>();
        private final List<Object[]> presentations = new ArrayList<>();
        private final List<Object[]> events = new ArrayList<>();
        private final List<Object[]> judgements = new ArrayList<>();
        private final Guideline guideline = world.services().projects().guideline(project.id());
        private final UUID schema =
                world.services().projects().schema(project.id()).id();

        void add(UUID item, UUID user) {
            Instant then =
                    began.minus(Duration.ofDays(1)).minusSeconds(8 * left--).truncatedTo(ChronoUnit.MILLIS);
            OffsetDateTime now = Timestamps.column(then);
            UUID assignment = identifiers.next();
            assignments.add(new Object[] {
                assignment, item, project.id(), user, "NORMAL", "SUBMITTED", now, now, false, "ORDER", "order", 1.0
            });
            presentations.add(new Object[] {assignment, "0,1,2,3", 0, guideline.id(), schema, "fill", now});
            StoredJudgement row = judgement(assignment, item, user, then);
            String hash = row.computedHash();
            LedgerEvent event = new LedgerEvent(
                            head.seq() + 1,
                            row.submittedAt(),
                            user,
                            EventKind.JUDGED,
                            "judgement/" + row.id(),
                            CanonicalJson.write(Map.of("row_hash", hash)),
                            head.hash(),
                            "")
                    .hashed();
            head = new LedgerHead(event.seq(), event.hash());
            events.add(new Object[] {
                event.seq(),
                Timestamps.column(event.happenedAt()),
                user,
                "JUDGED",
                event.subject(),
                event.payload(),
                event.previousHash(),
                event.hash()
            });
            judgements.add(new Object[] {
                row.id(),
                assignment,
                project.id(),
                item,
                user,
                1,
                null,
                "JUDGED",
                row.body(),
                null,
                Timestamps.column(row.submittedAt()),
                hash,
                event.seq()
            });
        }

        private StoredJudgement judgement(UUID assignment, UUID item, UUID user, Instant then) {
            List<Integer> tiers = new ArrayList<>(List.of(1, 2, 3, 4));
            if (random.nextInt(3) == 0) {
                Collections.shuffle(tiers, random);
            }
            Verdict verdict = new Verdict(
                    tiers,
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    null,
                    new Verdict.Setting(
                            Purpose.NORMAL,
                            false,
                            List.of(0, 1, 2, 3),
                            guideline.id(),
                            schema,
                            "order",
                            1,
                            SamplingArm.ORDER),
                    new Effort(20_000, 25_000, 0, 5, 0));
            return new StoredJudgement(
                    identifiers.next(),
                    assignment,
                    project.id(),
                    item,
                    user,
                    1,
                    null,
                    JudgementOutcome.JUDGED,
                    CanonicalJson.write(verdict),
                    null,
                    then,
                    "",
                    0);
        }

        void insert(JdbcTemplate template) {
            template.batchUpdate(
                    "insert into assignment (id, item_id, project_id, user_id, purpose, state, lease_until, taken_at,"
                            + " training, arm, policy, propensity) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    assignments);
            template.batchUpdate(
                    "insert into presentation (assignment_id, slot_order, square_row, guideline_version_id,"
                            + " schema_version_id, build, presented_at) values (?, ?, ?, ?, ?, ?, ?)",
                    presentations);
            template.batchUpdate(
                    "insert into ledger_event (seq, happened_at, actor_id, kind, subject, payload, previous_hash, hash)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                    events);
            template.batchUpdate(
                    "insert into judgement (id, assignment_id, project_id, item_id, user_id, revision, supersedes_id,"
                            + " outcome, body, sealed_text, submitted_at, row_hash, ledger_seq)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    judgements);
        }
    }
}
