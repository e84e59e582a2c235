package dev.lichen.annotation.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExternalIdentitiesTest {

    private static final ExternalPerson EVE =
            new ExternalPerson("https://id.example.org", "eve-1", "eve@example.org", "Eve", "zh");

    @ParameterizedTest
    @EnumSource
    void whoHasNoAccountGetsOneOnlyWhereThatIsWanted(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            assertTrue(world.services().externalIdentities(false).signIn(EVE).isEmpty());
            Optional<Account> made = world.services().externalIdentities(true).signIn(EVE);
            assertEquals("Eve", made.orElseThrow().displayName());
            assertEquals("zh", made.orElseThrow().locale());
            Access access = world.services().access();
            assertTrue(access.roles(made.orElseThrow().id(), Access.EVERYWHERE).isEmpty());
            assertEquals(made, world.services().externalIdentities(false).signIn(EVE), "it is known from now on");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAddressThatIsNotVerifiedMakesNoAccount(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            ExternalPerson somebody = new ExternalPerson("https://id.example.org", "x", null, "X", "en");
            assertTrue(
                    world.services().externalIdentities(true).signIn(somebody).isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anErasedPersonIsNotKnownAnyMore(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            ExternalIdentities identities = world.services().externalIdentities(true);
            Account eve = identities.signIn(EVE).orElseThrow();
            world.services().accounts().erase(world.owner().id(), eve.id());
            assertTrue(world.services().externalIdentities(false).signIn(EVE).isEmpty());
        }
    }
}
