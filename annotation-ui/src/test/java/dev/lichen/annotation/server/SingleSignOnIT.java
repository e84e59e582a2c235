package dev.lichen.annotation.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import dev.lichen.annotation.account.AccountStatus;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.security.SingleSignOn;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People sign in at a provider, over the wire, with signed tokens. */
class SingleSignOnIT {

    @TempDir
    private static Path folder;

    private static FakeProvider provider;
    private static RunningApp closed;
    private static RunningApp open;

    @BeforeAll
    static void start() throws IOException, JOSEException {
        provider = new FakeProvider();
        closed = app("closed", false);
        open = app("open", true);
    }

    @AfterAll
    static void stop() {
        closed.close();
        open.close();
        provider.close();
    }

    private static RunningApp app(String name, boolean newAccounts) throws IOException {
        Path settings = Files.writeString(folder.resolve(name + ".properties"), """
                lichen.sign-in.issuer = %s
                lichen.sign-in.name = Example
                lichen.sign-in.client-id = %s
                lichen.sign-in.client-secret = %s
                lichen.sign-in.new-accounts = %s
                """.formatted(
                        provider.issuer(), FakeProvider.CLIENT, FakeProvider.SECRET, newAccounts));
        return new RunningApp(folder.resolve(name), settings);
    }

    /** Goes to the provider and back, and returns where that ends. */
    private static String roundTrip(RunningApp app, HttpPerson person) throws IOException, InterruptedException {
        String there = location(person.get(app.address(SingleSignOn.ADDRESS)));
        assertTrue(there.startsWith(provider.issuer() + "/authorize?"), there);
        String back = location(person.get(there));
        String end = location(person.get(back));
        return end.substring(end.lastIndexOf('/'));
    }

    private static String location(HttpResponse<String> answer) {
        assertEquals(302, answer.statusCode(), answer.body());
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static boolean isSignedIn(HttpPerson person) throws IOException, InterruptedException {
        return person.get("workbench/api/projects/demo/export/rankings").statusCode() != 401;
    }

    @Test
    void aPersonWithAnAccountIsLetInByTheirVerifiedAddress() throws IOException, InterruptedException {
        closed.person("ada@example.org", Role.ADMIN);
        provider.vouchesFor(new FakeProvider.Claims("ada-1", "ada@example.org", true));
        HttpPerson person = new HttpPerson(closed);
        person.get("login");
        String before = person.session();
        assertEquals("/", roundTrip(closed, person));
        assertEquals(
                200, person.get("workbench/api/projects/demo/export/rankings").statusCode());
        assertNotEquals(before, person.session());
        assertTrue(
                closed.services()
                        .signIn()
                        .authenticate("ada@example.org", RunningApp.PASSWORD)
                        .isEmpty(),
                "the password has ended");
        provider.vouchesFor(new FakeProvider.Claims("ada-1", "renamed@example.org", true));
        HttpPerson again = new HttpPerson(closed);
        assertEquals("/", roundTrip(closed, again), "the provider's name for the person counts");
    }

    @Test
    void anAddressThatIsNotVerifiedOpensNothing() throws IOException, InterruptedException {
        closed.person("bob@example.org", Role.ADMIN);
        provider.vouchesFor(new FakeProvider.Claims("bob-1", "bob@example.org", false));
        HttpPerson person = new HttpPerson(closed);
        assertEquals("/login?unknown", roundTrip(closed, person));
        assertFalse(isSignedIn(person));
    }

    @Test
    void whoHasNoAccountGetsOneOnlyWhereThatIsWanted() throws IOException, InterruptedException {
        provider.vouchesFor(new FakeProvider.Claims("eve-1", "eve@example.org", true));
        assertEquals("/login?unknown", roundTrip(closed, new HttpPerson(closed)));
        HttpPerson person = new HttpPerson(open);
        assertEquals("/", roundTrip(open, person));
        assertEquals(
                403,
                person.get("workbench/api/projects/demo/export/rankings").statusCode(),
                "a new account has no role");
        assertEquals(
                "Ada",
                open.services().accounts().find("eve@example.org").orElseThrow().displayName());
    }

    @Test
    void aLockedAccountStaysOut() throws IOException, InterruptedException {
        var account = closed.person("dan@example.org", Role.ADMIN);
        provider.vouchesFor(new FakeProvider.Claims("dan-1", "dan@example.org", true));
        assertEquals("/", roundTrip(closed, new HttpPerson(closed)));
        closed.services().accounts().setStatus(closed.owner().id(), account.id(), AccountStatus.DISABLED);
        HttpPerson person = new HttpPerson(closed);
        assertEquals("/login?unknown", roundTrip(closed, person));
        assertFalse(isSignedIn(person));
    }

    @Test
    void aTokenThatIsForgedOrForAnotherIsRefused() throws IOException, InterruptedException {
        closed.person("cai@example.org", Role.ADMIN);
        FakeProvider.Claims claims = new FakeProvider.Claims("cai-1", "cai@example.org", true);
        for (Runnable fault : new Runnable[] {provider::forges, provider::speaksToAnother, provider::forgetsTheNonce}) {
            provider.vouchesFor(claims);
            fault.run();
            HttpPerson person = new HttpPerson(closed);
            assertEquals("/login?failed", roundTrip(closed, person));
            assertFalse(isSignedIn(person));
        }
        provider.vouchesFor(claims);
        assertEquals("/", roundTrip(closed, new HttpPerson(closed)), "without the fault it is let in");
    }

    @Test
    void anAnswerThatWasNotAskedForIsRefused() throws IOException, InterruptedException {
        provider.vouchesFor(new FakeProvider.Claims("ada-1", "ada@example.org", true));
        HttpPerson victim = new HttpPerson(closed);
        String end = location(victim.get("login/oauth2/code/single-sign-on?code=c0de&state=made-up"));
        assertTrue(end.endsWith("/login?failed"), end);
        assertFalse(isSignedIn(victim));
    }
}
