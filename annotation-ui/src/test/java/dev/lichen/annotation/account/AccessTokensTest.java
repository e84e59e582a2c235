package dev.lichen.annotation.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.project.Project;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessTokensTest {

    private static TokenRequest request(int days) {
        return new TokenRequest("nightly", Set.of(TokenScope.ITEMS_WRITE, TokenScope.JUDGEMENTS_READ), null, days);
    }

    @ParameterizedTest
    @EnumSource
    void aTokenIsItsOwnersUntilItEnds(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            AccessTokens tokens = world.services().tokens();
            String text = tokens.create(world.owner().id(), request(2));
            AccessToken token = tokens.authenticate(text).orElseThrow();
            assertEquals(world.owner().id(), token.user());
            assertEquals(Set.of(TokenScope.ITEMS_WRITE, TokenScope.JUDGEMENTS_READ), token.scopes());
            assertTrue(tokens.authenticate(text + "x").isEmpty());
            world.clock().advance(Duration.ofDays(2));
            assertTrue(tokens.authenticate(text).isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theStoreHoldsNoTokenButItsHash(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            String text = world.services().tokens().create(world.owner().id(), request(1));
            List<String> columns = world.services()
                    .database()
                    .jdbc()
                    .sql("select name || token_sha256 || scopes from api_token")
                    .query(String.class)
                    .list();
            assertEquals(1, columns.size());
            assertFalse(columns.getFirst().contains(text.substring(AccessTokens.PREFIX.length())));
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyItsOwnerEndsAToken(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            AccessTokens tokens = world.services().tokens();
            Project project = world.project("p", TestWorld.plain(1));
            Account other = world.member(project, Role.ADMIN);
            String text = tokens.create(world.owner().id(), request(1));
            AccessToken token = tokens.authenticate(text).orElseThrow();
            tokens.revoke(other.id(), token.id());
            assertTrue(tokens.authenticate(text).isPresent());
            tokens.revoke(world.owner().id(), token.id());
            assertTrue(tokens.authenticate(text).isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTokenEndsWithItsOwnersAccount(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            AccessTokens tokens = world.services().tokens();
            Account admin = world.member(null, Role.ADMIN);
            String text = tokens.create(admin.id(), request(1));
            world.services().accounts().setStatus(world.owner().id(), admin.id(), AccountStatus.DISABLED);
            assertTrue(tokens.authenticate(text).isEmpty());
            world.services().accounts().setStatus(world.owner().id(), admin.id(), AccountStatus.ACTIVE);
            assertTrue(tokens.authenticate(text).isPresent());
            world.services().accounts().erase(world.owner().id(), admin.id());
            assertTrue(tokens.authenticate(text).isEmpty());
            assertEquals("erased", tokens.list(admin.id()).getFirst().name());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLastUseIsKnownToTheMinute(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            AccessTokens tokens = world.services().tokens();
            String text = tokens.create(world.owner().id(), request(1));
            assertEquals(null, tokens.list(world.owner().id()).getFirst().lastUsedAt());
            tokens.authenticate(text);
            assertEquals(
                    world.services().ledger().now(),
                    tokens.list(world.owner().id()).getFirst().lastUsedAt());
        }
    }

    @Test
    void aTokenNeedsANameAScopeAndAnEnd() {
        assertEquals(
                "Bad name of a token: expected 1 to 200 characters",
                assertThrows(
                                AccountException.class,
                                () -> new TokenRequest(" ", Set.of(TokenScope.ITEMS_READ), null, 1))
                        .getMessage());
        assertEquals(
                "Bad scopes of a token: expected at least one",
                assertThrows(AccountException.class, () -> new TokenRequest("n", Set.of(), null, 1))
                        .getMessage());
        assertEquals(
                "Bad lifetime of a token: expected 1 to 365 days",
                assertThrows(AccountException.class, () -> request(366)).getMessage());
    }
}
