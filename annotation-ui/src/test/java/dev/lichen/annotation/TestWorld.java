package dev.lichen.annotation;

import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.NewAccount;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.ItemWriter;
import dev.lichen.annotation.project.NewItem;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.ProjectSettings;
import dev.lichen.annotation.project.SamplingPolicy;
import dev.lichen.annotation.queue.Effort;
import dev.lichen.annotation.queue.Submission;
import dev.lichen.annotation.queue.WorkItem;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.DatabaseSettings;
import dev.lichen.annotation.store.Identifiers;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.Message;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** An installation with an owner, a project, items and annotators, on one database. */
public final class TestWorld implements AutoCloseable {

    public static final String PASSWORD = "correct horse battery";
    public static final Effort SOME_EFFORT = new Effort(1000, 2000, 0, 4, 0);

    private final TestClock clock;
    private final RandomGenerator random;
    private final AnnotationServices services;
    private final Account owner;
    private int people;

    private TestWorld(Database database, Clock time, RandomGenerator random) {
        this.clock = time instanceof TestClock test ? test : new TestClock();
        this.random = random;
        this.services = new AnnotationServices(database, new AnnotationServices.Environment(time, random, 4, "test"));
        this.owner = services.accounts().find("owner").orElseGet(this::makeOwner);
    }

    public static TestWorld on(TestDatabases databases) {
        return new TestWorld(databases.open(), new TestClock(), synchronizedRandom(7));
    }

    public static TestWorld on(DatabaseSettings settings) {
        return new TestWorld(Database.open(settings), new TestClock(), synchronizedRandom(7));
    }

    public static TestWorld in(Database database) {
        return new TestWorld(database, new TestClock(), synchronizedRandom(7));
    }

    /** A world with the real time and real chance, which several processes can work in one after the other. */
    public static TestWorld live(DatabaseSettings settings) {
        return new TestWorld(Database.open(settings), Clock.systemUTC(), new SecureRandom());
    }

    /** Settings without chance: no gold, no repeats. */
    public static ProjectSettings plain(int overlap) {
        return new ProjectSettings(
                overlap,
                600,
                new ProjectSettings.Gold(0, 0),
                new ProjectSettings.Repeats(0, 1),
                new ProjectSettings.Sampling(SamplingPolicy.ORDER, 0.2));
    }

    public AnnotationServices services() {
        return services;
    }

    public TestClock clock() {
        return clock;
    }

    public Account owner() {
        return owner;
    }

    public Project project(String slug, ProjectSettings settings) {
        return services.projects().create(owner.id(), slug, "Project " + slug, settings);
    }

    public Account annotator(Project project) {
        return member(project, Role.ANNOTATOR);
    }

    public Account member(Project project, Role role) {
        String token =
                services.invitations().invite(owner.id(), project == null ? Access.EVERYWHERE : project.id(), role);
        String login =
                role.name().toLowerCase(Locale.ROOT) + "-" + ++people + "-" + Long.toHexString(random.nextLong());
        return services.invitations().accept(token, new NewAccount(login, login, PASSWORD, "en", List.of()));
    }

    /** Adds items of {@code answers} answers, "answer 0" the best. */
    public void items(Project project, int count, int answers) {
        long before = services.items().progress(project.id()).items();
        List<NewItem> items = IntStream.range(0, count)
                .mapToObj(n -> item("question " + (before + n), answers))
                .toList();
        add(project, items);
    }

    public void add(Project project, List<NewItem> items) {
        new ItemWriter(services.database(), new Identifiers(Clock.systemUTC(), random)).add(project, null, items);
    }

    public static NewItem item(String question, int answers) {
        return new NewItem(
                List.of(Message.user(question)),
                IntStream.range(0, answers)
                        .mapToObj(slot -> new Answer("answer " + slot + " to " + question, "model-" + slot))
                        .toList(),
                Attributes.none(),
                0);
    }

    /** Ranks the answers by their text, "answer 0" first. */
    public static Submission byText(WorkItem work) {
        List<Integer> tiers = new ArrayList<>();
        List<String> sorted = work.answers().stream()
                .map(answer -> answer.text())
                .sorted(Comparator.naturalOrder())
                .toList();
        work.answers().forEach(answer -> tiers.add(sorted.indexOf(answer.text()) + 1));
        return Submission.ranking(tiers, SOME_EFFORT);
    }

    /** Opens the next item of a person and submits the order of the texts. */
    public boolean judgeNext(Account person, Project project) {
        var work = services.queue().next(person.id(), project.id());
        work.ifPresent(item -> services.queue().submit(person.id(), item.assignment(), byText(item)));
        return work.isPresent();
    }

    @Override
    public void close() {
        services.database().close();
    }

    private Account makeOwner() {
        String code = services.firstAdministrator().newCode().orElseThrow();
        return services.firstAdministrator().create(code, new NewAccount("owner", "Owner", PASSWORD, "en", List.of()));
    }

    private static RandomGenerator synchronizedRandom(long seed) {
        SplittableRandom source = new SplittableRandom(seed);
        return new RandomGenerator() {
            @Override
            public synchronized long nextLong() {
                return source.nextLong();
            }
        };
    }
}
