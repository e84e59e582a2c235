package dev.lichen.annotation.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.NotAllowedException;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.job.JobCommand;
import dev.lichen.annotation.job.JobRequest;
import dev.lichen.annotation.project.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WebhooksTest {

    private static final PublicAddresses ANY = new PublicAddresses(true);
    private static final Set<WebhookEvent> ALL = EnumSet.allOf(WebhookEvent.class);

    @TempDir
    private Path folder;

    private Receiver receiver;

    @BeforeEach
    void start() throws IOException {
        receiver = new Receiver();
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    private static void tell(TestWorld world) {
        world.services().webhookFollower().follow();
        world.services().webhookSender(ANY).send();
    }

    private List<String> events() {
        return receiver.messages.stream().map(Receiver.Message::event).toList();
    }

    private static String state(TestWorld world, Project project) {
        Delivery delivery = world.services()
                .webhooks(ANY)
                .deliveries(world.owner().id(), project.id(), 10)
                .getFirst();
        return delivery.state() + " " + delivery.attempts() + " " + delivery.outcome();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsFinishedIsToldOnceAndSigned(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 2, 2);
            Account person = world.annotator(project);
            String secret =
                    world.services().webhooks(ANY).add(world.owner().id(), project.id(), receiver.address(), ALL);
            world.judgeNext(person, project);
            tell(world);
            tell(world);
            assertEquals(List.of("item.finished"), events());
            world.judgeNext(person, project);
            tell(world);
            assertEquals(List.of("item.finished", "item.finished", "project.finished"), events());
            for (Receiver.Message message : receiver.messages) {
                assertEquals(Signature.of(secret, message.timestamp(), message.body()), message.signature());
                assertTrue(message.body().contains("\"project\":\"p\""), message.body());
                assertTrue(message.body().contains(message.delivery()), message.body());
            }
            assertEquals("DELIVERED 1 HTTP 204", state(world, project));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anItemIsFinishedWithItsLastJudgement(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(2));
            world.items(project, 1, 2);
            world.services().webhooks(ANY).add(world.owner().id(), project.id(), receiver.address(), ALL);
            world.judgeNext(world.annotator(project), project);
            tell(world);
            assertEquals(List.of(), events());
            world.judgeNext(world.annotator(project), project);
            tell(world);
            assertEquals(List.of("item.finished", "project.finished"), events());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anItemIsFinishedWhenNoMoreJudgementsOfItAreWanted(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(2));
            world.items(project, 1, 2);
            world.services().webhooks(ANY).add(world.owner().id(), project.id(), receiver.address(), ALL);
            world.judgeNext(world.annotator(project), project);
            UUID owner = world.owner().id();
            UUID item = world.services()
                    .itemList()
                    .find(owner, project.id(), 1)
                    .orElseThrow()
                    .id();
            world.services().itemHandling().setPriority(owner, item, 1);
            tell(world);
            assertEquals(List.of(), events());
            world.services().itemHandling().setOverlap(owner, item, 1);
            tell(world);
            assertEquals(List.of("item.finished", "project.finished"), events());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEndedJobIsTold(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.services().webhooks(ANY).add(world.owner().id(), project.id(), receiver.address(), ALL);
            var jobs = world.services().jobs(List.of("no-such-program-anywhere"), folder);
            jobs.submit(
                    world.owner().id(),
                    new JobRequest(project.id(), JobCommand.PPO, "run", "cpu", null, Map.of("a", "b")));
            jobs.tick();
            tell(world);
            assertEquals(List.of("job.ended"), events());
            String body = receiver.messages.getFirst().body();
            assertTrue(body.contains("\"name\":\"run\"") && body.contains("\"state\":\"FAILED\""), body);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotTakenIsSentAgainWithGrowingPausesAndThenGivenUp(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = finishedProject(world);
            receiver.answers(503);
            tell(world);
            assertEquals("WAITING 1 HTTP 503", state(world, project));
            tell(world);
            assertEquals(1, receiver.messages.size(), "it is not yet time");
            for (int seconds : new int[] {10, 60, 300, 1800, 7200, 21600}) {
                world.clock().advance(Duration.ofSeconds(seconds - 1));
                int before = receiver.messages.size();
                tell(world);
                assertEquals(before, receiver.messages.size(), "a second early");
                world.clock().advance(Duration.ofSeconds(1));
                tell(world);
                assertEquals(before + 1, receiver.messages.size(), seconds + " s later");
            }
            assertEquals("FAILED 7 HTTP 503", state(world, project));
            world.clock().advance(Duration.ofDays(9));
            tell(world);
            assertEquals(7, receiver.messages.size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReceiverThatComesBackGetsWhatItMissed(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = finishedProject(world);
            receiver.answers(500);
            tell(world);
            receiver.answers(200);
            world.clock().advance(Duration.ofSeconds(10));
            tell(world);
            assertEquals("DELIVERED 2 HTTP 200", state(world, project));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReceiverThatIsGoneIsLeftAlone(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = finishedProject(world);
            receiver.answers(410);
            tell(world);
            assertEquals("FAILED 1 HTTP 410", state(world, project));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatHappenedBeforeIsNotTold(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 1, 2);
            world.judgeNext(world.annotator(project), project);
            world.services().webhooks(ANY).add(world.owner().id(), project.id(), receiver.address(), ALL);
            tell(world);
            assertEquals(List.of(), events());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAddressOfThisNetworkIsNeitherTakenNorCalled(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = finishedProject(world);
            PublicAddresses strict = new PublicAddresses(false);
            assertThrows(
                    WebhookException.class,
                    () -> world.services()
                            .webhooks(strict)
                            .add(world.owner().id(), project.id(), receiver.address(), ALL));
            world.services().webhookFollower().follow();
            world.services().webhookSender(strict).send();
            assertEquals(List.of(), events());
            assertTrue(state(world, project).startsWith("WAITING 1 Bad address: 127.0.0.1 is in a private network"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhoLeadsTheProjectSeesAndChangesItsWebhooks(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = finishedProject(world);
            Webhooks webhooks = world.services().webhooks(ANY);
            Webhook known = webhooks.list(world.owner().id(), project.id()).getFirst();
            for (Role role : List.of(Role.REVIEWER, Role.ANNOTATOR, Role.AUDITOR)) {
                Account person = world.member(project, role);
                assertThrows(NotAllowedException.class, () -> webhooks.list(person.id(), project.id()));
                assertThrows(NotAllowedException.class, () -> webhooks.deliveries(person.id(), project.id(), 1));
                assertThrows(
                        NotAllowedException.class,
                        () -> webhooks.add(person.id(), project.id(), receiver.address(), ALL));
                assertThrows(NotAllowedException.class, () -> webhooks.remove(person.id(), project.id(), known.id()));
            }
            Project other = world.project("q", TestWorld.plain(1));
            webhooks.remove(world.owner().id(), other.id(), known.id());
            assertFalse(webhooks.list(world.owner().id(), project.id()).isEmpty(), "not the other project's");
            webhooks.remove(world.owner().id(), project.id(), known.id());
            tell(world);
            assertEquals(List.of(), events());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAddressMustBeOne(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            for (String bad :
                    List.of("", "ftp://a.example/", "https://user:word@a.example/", "file:///etc/passwd", "x y")) {
                WebhookException refused = assertThrows(
                        WebhookException.class,
                        () -> world.services().webhooks(ANY).add(world.owner().id(), project.id(), bad, ALL));
                assertTrue(refused.getMessage().startsWith("Bad address: found \""), refused::getMessage);
            }
        }
    }

    /** A project with a webhook whose only item is finished, which nobody was told yet. */
    private Project finishedProject(TestWorld world) {
        Project project = world.project("p", TestWorld.plain(1));
        world.items(project, 1, 2);
        world.services()
                .webhooks(ANY)
                .add(world.owner().id(), project.id(), receiver.address(), Set.of(WebhookEvent.ITEM_FINISHED));
        world.judgeNext(world.annotator(project), project);
        return project;
    }
}
