package dev.lichen.annotation.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.AccessToken;
import dev.lichen.annotation.account.TokenRequest;
import dev.lichen.annotation.account.TokenScope;
import dev.lichen.annotation.store.Database;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdempotentAnswersTest {

    private static UUID token(TestWorld world) {
        TokenRequest wanted = new TokenRequest("t", Set.of(TokenScope.ITEMS_WRITE), null, 30);
        String text = world.services().tokens().create(world.owner().id(), wanted);
        return world.services().tokens().authenticate(text).map(AccessToken::id).orElseThrow();
    }

    private static IdempotentAnswers answers(TestWorld world) {
        return new IdempotentAnswers(
                world.services().database(), world.services().ledger());
    }

    @ParameterizedTest
    @EnumSource
    void ofManyAtOnceOneActsAndAllGetItsAnswer(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            UUID token = token(world);
            IdempotentAnswers answers = answers(world);
            Database database = world.services().database();
            AtomicInteger acted = new AtomicInteger();
            IntStream.range(0, 6)
                    .parallel()
                    .forEach(n -> database.inTransaction(() -> {
                        var kept = answers.begin(token, "key", "hash");
                        if (kept.isEmpty()) {
                            acted.incrementAndGet();
                            answers.finish(token, "key", 201, "application/json", "{}");
                        } else {
                            assertEquals(new IdempotentAnswers.Kept("hash", 201, "application/json", "{}"), kept.get());
                        }
                    }));
            assertEquals(1, acted.get());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCallThatWasUndoneCanBeMadeAgain(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            UUID token = token(world);
            IdempotentAnswers answers = answers(world);
            Database database = world.services().database();
            assertThrows(
                    IllegalStateException.class,
                    () -> database.inTransaction(() -> {
                        answers.begin(token, "key", "hash");
                        throw new IllegalStateException("refused");
                    }));
            database.inTransaction(
                    () -> assertTrue(answers.begin(token, "key", "hash").isEmpty()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerIsForgottenAfterAWeek(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            UUID token = token(world);
            IdempotentAnswers answers = answers(world);
            assertTrue(answers.begin(token, "key", "hash").isEmpty());
            world.clock().advance(Duration.ofDays(7));
            assertTrue(answers.begin(token, "key", "hash").isPresent());
            world.clock().advance(Duration.ofMillis(1));
            assertTrue(answers.begin(token, "key", "hash").isEmpty());
        }
    }
}
