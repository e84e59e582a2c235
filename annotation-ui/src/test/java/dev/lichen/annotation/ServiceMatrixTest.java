package dev.lichen.annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lichen.LichenException;
import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.AccountStatus;
import dev.lichen.annotation.account.NotAllowedException;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.exchange.ExportKind;
import dev.lichen.annotation.exchange.ExportRequest;
import dev.lichen.annotation.exchange.FileForm;
import dev.lichen.annotation.job.JobCommand;
import dev.lichen.annotation.job.JobRequest;
import dev.lichen.annotation.job.Jobs;
import dev.lichen.annotation.project.AnswerSchema;
import dev.lichen.annotation.project.GoldKey;
import dev.lichen.annotation.project.ItemFilter;
import dev.lichen.annotation.project.ItemLanguages;
import dev.lichen.annotation.project.ListedItem;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.quality.Pattern;
import dev.lichen.annotation.quality.Suspicion;
import dev.lichen.annotation.queue.History;
import dev.lichen.annotation.queue.ReviewVerdict;
import dev.lichen.annotation.queue.Submission;
import dev.lichen.annotation.store.EventKind;
import dev.lichen.annotation.store.JudgementOutcome;
import dev.lichen.annotation.webhook.PublicAddresses;
import dev.lichen.annotation.webhook.WebhookEvent;
import dev.lichen.annotation.webhook.Webhooks;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tries each role on each service: whatever a button, a view, a call or a command does goes through these, so that a button
 * that is shown to the wrong person does nothing.
 */
class ServiceMatrixTest {

    /** What people do with what is their own; a stranger's name leads nowhere, which other tests say. */
    private static final Set<String> OF_ONESELF = Set.of(
            "Access.has",
            "Access.require",
            "Access.roles",
            "AccessTokens.create",
            "AccessTokens.list",
            "AccessTokens.revoke",
            "Accounts.author",
            "Accounts.change",
            "Accounts.changePassword",
            "Goals.clear",
            "Goals.of",
            "Goals.set",
            "Inquiries.answer",
            "Inquiries.of",
            "Paces.of",
            "Paces.today",
            "PasswordLinks.makeAtTerminal",
            "Projects.list",
            "Sessions.isGood",
            "WorkQueue.correct",
            "WorkQueue.leave",
            "WorkQueue.open",
            "WorkQueue.reopen",
            "WorkQueue.saveDraft",
            "WorkQueue.submit");

    /** What is named here is no person, but a project, a job or work: pages and calls ask for the role before they look. */
    private static final Set<String> OF_NOBODY = Set.of(
            "Accounts.find",
            "Items.progress",
            "Items.size",
            "Jobs.find",
            "Jobs.get",
            "Jobs.of",
            "Projects.get",
            "Projects.guideline",
            "Projects.guidelines",
            "Projects.schema",
            "Projects.schemas",
            "Reviews.returnedBecause");

    @TempDir
    Path folder;

    private TestWorld world;
    private AnnotationServices services;
    private Project project;
    private Jobs jobs;

    @BeforeEach
    void open() {
        world = TestWorld.on(TestDatabases.H2);
        services = world.services();
        project = world.project("p", TestWorld.plain(3));
        world.items(project, 3, 2);
        jobs = services.jobs(List.of("false"), folder.resolve("runs"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    /** A call by somebody; whether it makes sense is not asked, only whether it is refused for want of a role. */
    private interface Call {
        void by(UUID actor) throws IOException;
    }

    @Test
    void eachServiceIsForTheRolesThatItSaysAndNobodyElse() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> found = new TreeMap<>();
        for (Map.Entry<String, Call> one : calls().entrySet()) {
            String[] words = one.getKey().split(": ", 2);
            expected.put(words[0], words[1]);
            found.put(words[0], allowed(one.getValue()));
        }
        assertEquals(lines(expected), lines(found));
    }

    @Test
    void noServiceIsLeftOut() throws IOException {
        Set<String> tried = calls().keySet().stream()
                .map(call -> call.split("[: ]", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
        tried.addAll(OF_ONESELF);
        tried.addAll(OF_NOBODY);
        Set<String> there = Stream.concat(
                        Arrays.stream(AnnotationServices.class.getMethods()).map(Method::getReturnType),
                        Stream.of(ItemLanguages.class))
                .filter(type -> type.getName().startsWith("dev.lichen.annotation."))
                .filter(type -> !type.getName().contains(".store."))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods())
                        .filter(ServiceMatrixTest::namesAPerson)
                        .map(method -> type.getSimpleName() + "." + method.getName()))
                .collect(Collectors.toCollection(TreeSet::new));
        there.removeAll(tried);
        assertEquals(Set.of(), there);
    }

    private static boolean namesAPerson(Method method) {
        return Modifier.isPublic(method.getModifiers())
                && !Modifier.isStatic(method.getModifiers())
                && method.getParameterCount() > 0
                && method.getParameterTypes()[0] == UUID.class;
    }

    /** Returns the first letters of the roles that are not refused, S for a stranger. */
    private String allowed(Call call) throws IOException {
        Map<String, UUID> people = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            Account person = role == Role.OWNER ? world.owner() : world.member(project, role);
            people.put(role.name(), person.id());
        }
        Project other = world.project("other-" + UUID.randomUUID(), TestWorld.plain(1));
        people.put("STRANGER", world.member(other, Role.ADMIN).id());
        StringBuilder allowed = new StringBuilder();
        for (Map.Entry<String, UUID> person : people.entrySet()) {
            if (isAllowed(call, person.getValue())) {
                allowed.append(allowed.isEmpty() ? "" : " ")
                        .append(person.getKey().toLowerCase(Locale.ROOT));
            }
        }
        return allowed.toString();
    }

    private static boolean isAllowed(Call call, UUID person) throws IOException {
        try {
            call.by(person);
            return true;
        } catch (NotAllowedException refused) {
            return false;
        } catch (LichenException senseless) {
            return true;
        }
    }

    private static String lines(Map<String, String> table) {
        return table.entrySet().stream()
                .map(line -> line.getKey() + ": " + line.getValue())
                .collect(Collectors.joining("\n"));
    }

    private Map<String, Call> calls() throws IOException {
        Map<String, Call> calls = new LinkedHashMap<>();
        addItems(calls);
        addProjects(calls);
        addWork(calls);
        addFiles(calls);
        addJobs(calls);
        addPeople(calls);
        return calls;
    }

    private void addItems(Map<String, Call> calls) {
        UUID id = project.id();
        UUID item = item(1).id();
        String staff = "owner admin reviewer auditor";
        calls.put("ItemList.page: " + staff, a -> services.itemList().page(a, id, ItemFilter.all(), 0, 1));
        calls.put("ItemList.find: " + staff, a -> services.itemList().find(a, id, 1));
        calls.put("ItemList.answers: " + staff, a -> services.itemList().answers(a, id, List.of(item(1))));
        calls.put("Items.held: owner admin reviewer", a -> services.items().held(a, id));
        calls.put("Items.page: " + staff, a -> services.items().page(a, id, 0, 1));
        calls.put("Items.get by item: " + staff, a -> services.items().get(a, item));
        calls.put("Items.hold: owner admin reviewer", a -> services.items().hold(a, item, "x"));
        calls.put("Items.release: owner admin reviewer", a -> services.items().release(a, item));
        calls.put("Items.setUncertainty: owner admin", a -> services.items().setUncertainty(a, id, Map.of(1L, 1.0)));
        calls.put("Items.unblind: " + staff, a -> services.items().unblind(a, item));
        calls.put(
                "ItemHandling.setPriority: owner admin",
                a -> services.itemHandling().setPriority(a, item, 1));
        calls.put(
                "ItemHandling.addOne: owner admin", a -> services.itemHandling().addOne(a, id, List.of(item)));
        calls.put(
                "ItemHandling.setOverlap: owner admin",
                a -> services.itemHandling().setOverlap(a, item, 4));
        calls.put("ItemJudgements.of: " + staff, a -> services.itemJudgements().of(a, item));
        calls.put(
                "ItemLanguages.unserved: " + staff,
                a -> new ItemLanguages(services.database(), services.access()).unserved(a, id));
        calls.put("GoldItems.key: " + staff, a -> services.goldItems().key(a, item));
        calls.put(
                "GoldItems.set: owner admin",
                a -> services.goldItems().set(a, item, GoldKey.ofRanks(List.of(1, 2), 0, "")));
        calls.put("GoldItems.remove: owner admin", a -> services.goldItems().remove(a, item));
    }

    private void addProjects(Map<String, Call> calls) {
        UUID id = project.id();
        calls.put(
                "Projects.create: owner",
                a -> services.projects().create(a, "q" + UUID.randomUUID(), "q", TestWorld.plain(1)));
        calls.put(
                "Projects.change: owner admin", a -> services.projects().change(a, id, "p", TestWorld.plain(3), false));
        calls.put(
                "Projects.publishGuideline: owner admin",
                a -> services.projects().publishGuideline(a, id, "Rules"));
        calls.put(
                "Projects.publishSchema: owner admin",
                a -> services.projects().publishSchema(a, id, AnswerSchema.rankingOnly()));
        calls.put(
                "AuditTrail.page: owner admin auditor",
                a -> services.auditTrail().page(a, id, List.of(EventKind.EXPORTED), Long.MAX_VALUE, 1));
        Webhooks webhooks = services.webhooks(new PublicAddresses(true));
        calls.put(
                "Webhooks.add: owner admin",
                a -> webhooks.add(a, id, "https://example.org/", Set.of(WebhookEvent.ITEM_FINISHED)));
        calls.put("Webhooks.list: owner admin", a -> webhooks.list(a, id));
        calls.put("Webhooks.remove: owner admin", a -> webhooks.remove(a, id, id));
        calls.put("Webhooks.deliveries: owner admin", a -> webhooks.deliveries(a, id, 1));
    }

    private void addWork(Map<String, Call> calls) {
        UUID id = project.id();
        UUID judgement = judged();
        String staff = "owner admin reviewer auditor";
        calls.put("WorkQueue.next: owner annotator", a -> services.queue().next(a, id));
        calls.put(
                "WorkQueue.adjudicate: owner admin reviewer",
                a -> services.queue().adjudicate(a, id, item(2).id()));
        calls.put(
                "WorkQueue.standing: owner admin reviewer annotator",
                a -> services.queue().standing(a, id));
        calls.put(
                "History.page: owner annotator",
                a -> services.history().page(a, id, History.Filter.all(), Long.MAX_VALUE, 1));
        calls.put(
                "Reviews.waiting: owner admin reviewer", a -> services.reviews().waiting(a, id, 1));
        calls.put(
                "Reviews.waiting counted: owner admin reviewer",
                a -> services.reviews().waiting(a, id));
        calls.put(
                "Reviews.review: owner admin reviewer",
                a -> services.reviews().review(a, judgement, ReviewVerdict.ACCEPTED, ""));
        calls.put("QualityBoard.of: " + staff, a -> services.quality().of(a, id));
        calls.put("QualityBoard.soon: " + staff, a -> services.quality().soon(a, id, 0));
        calls.put(
                "QualityBoard.progress by actor: " + staff,
                a -> services.quality().progress(a, id));
        Suspicion suspicion = new Suspicion(world.owner().id(), "a", Pattern.FORGETS, 0.5, 10, 1, true);
        calls.put(
                "Inquiries.ask: owner admin reviewer", a -> services.inquiries().ask(a, id, suspicion));
        calls.put("Inquiries.ofProject: " + staff, a -> services.inquiries().ofProject(a, id));
    }

    private void addFiles(Map<String, Call> calls) throws IOException {
        UUID id = project.id();
        Path items = Files.writeString(folder.resolve("items.jsonl"), "{\"prompt\":\"q\"}\n");
        ExportRequest what =
                ExportRequest.own(ExportKind.RANKINGS, services.ledger().head());
        String takes = "owner admin auditor";
        calls.put("Export.write: " + takes, a -> services.exporting().write(a, id, what.kind(), what.asOf(), file()));
        calls.put("Export.write as asked: " + takes, a -> services.exporting().write(a, id, what, file(), n -> {}));
        calls.put(
                "PreparedExports.begin: " + takes,
                a -> services.preparedExports().begin(a, project, what, FileForm.JSON_LINES));
        calls.put(
                "PreparedExports.fetch: " + takes,
                a -> services.preparedExports().fetch(a, id, UUID.randomUUID()));
        calls.put("PastExports.of: " + takes, a -> services.pastExports().of(a, id, 0, 1));
        calls.put("ProjectPrompts.write: " + takes, a -> services.prompts().write(a, id, file()));
        calls.put(
                "ProjectPrompts.write in two: " + takes, a -> services.prompts().write(a, id, file(), file()));
        calls.put(
                "UncertainItems.write: owner admin",
                a -> services.uncertainItems().write(a, id, file()));
        calls.put(
                "UncertainItems.read: owner admin",
                a -> services.uncertainItems().read(a, id, items));
        calls.put("Import.items: owner admin", a -> services.importing().items(a, id, items));
        calls.put("Import.judgements: owner admin", a -> services.importing().judgements(a, id, items));
    }

    private void addJobs(Map<String, Call> calls) {
        calls.put("Jobs.submit: owner admin", a -> jobs.submit(a, request()));
        calls.put("Jobs.requireFree: owner admin", a -> jobs.requireFree(a, request()));
        UUID job = jobs.submit(world.owner().id(), request()).id();
        calls.put("Jobs.stop: owner admin", a -> jobs.stop(a, job));
        calls.put("Jobs.resume: owner admin", a -> jobs.resume(a, job));
        calls.put(
                "Jobs.delete: owner admin",
                a -> jobs.delete(a, jobs.submit(world.owner().id(), request()).id()));
    }

    private void addPeople(Map<String, Call> calls) {
        UUID id = project.id();
        calls.put("Accounts.list: owner admin auditor", a -> services.accounts().list(a, id));
        calls.put(
                "Accounts.setStatus: owner", a -> services.accounts().setStatus(a, anybody(), AccountStatus.DISABLED));
        calls.put("Accounts.erase: owner", a -> services.accounts().erase(a, anybody()));
        calls.put("Invitations.invite: owner admin", a -> services.invitations().invite(a, id, Role.ANNOTATOR));
        calls.put(
                "Invitations.list: owner admin auditor",
                a -> services.invitations().list(a, id));
        calls.put("Invitations.revoke: owner admin", a -> services.invitations().revoke(a, id, id));
        calls.put(
                "Invitations.invite everywhere: owner",
                a -> services.invitations().invite(a, Access.EVERYWHERE, Role.ANNOTATOR));
        calls.put("PasswordLinks.make: owner", a -> services.passwordLinks().make(a, anybody()));
        calls.put("Access.grant: owner admin", a -> services.access().grant(a, anybody(), id, Role.REVIEWER));
        calls.put(
                "Access.grant everywhere: owner",
                a -> services.access().grant(a, anybody(), Access.EVERYWHERE, Role.REVIEWER));
        calls.put(
                "Access.grant of ownership: owner",
                a -> services.access().grant(a, anybody(), Access.EVERYWHERE, Role.OWNER));
        calls.put("Access.revoke: owner admin", a -> services.access().revoke(a, anybody(), id, Role.ANNOTATOR));
    }

    private UUID anybody() {
        return world.annotator(project).id();
    }

    private ListedItem item(long number) {
        return services.itemList()
                .find(world.owner().id(), project.id(), number)
                .orElseThrow();
    }

    private Path file() {
        return folder.resolve(UUID.randomUUID() + ".jsonl");
    }

    private JobRequest request() {
        return new JobRequest(project.id(), JobCommand.REWARD, "r" + UUID.randomUUID(), "cpu", null, Map.of());
    }

    private UUID judged() {
        Account person = world.annotator(project);
        var work = services.queue().next(person.id(), project.id()).orElseThrow();
        return services.queue()
                .submit(
                        person.id(),
                        work.assignment(),
                        Submission.unranked(JudgementOutcome.ALL_BAD, TestWorld.SOME_EFFORT))
                .judgement();
    }
}
