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
    private static RunningApp app;

    @BeforeAll
    static void start() throws IOException, JOSEException {
        provider = new FakeProvider();
        app = app();
    }

    @AfterAll
    static void stop() {
        app.close();
        provider.close();
    }

    private static RunningApp app() throws IOException {
        Path settings = Files.writeString(folder.resolve("settings.properties"), """
                lichen.sign-in.issuer = %s
                lichen.sign-in.name = Example
                lichen.sign-in.client-id = %s
                lichen.sign-in.client-secret = %s
                """.formatted(
                        provider.issuer(), FakeProvider.CLIENT, FakeProvider.SECRET));
        return new RunningApp(folder.resolve("app"), settings);
    }

    /** Goes to the provider and back, and returns where that ends. */
    private static String roundTrip(HttpPerson person) throws IOException, InterruptedException {
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
        return person.get("workbench/api/projects/demo/runs/any/progress").statusCode() != 401;
    }

    @Test
    void aPersonWithAnAccountIsLetInByTheirVerifiedAddress() throws IOException, InterruptedException {
        app.person("ada@example.org", Role.ADMIN);
        provider.vouchesFor(new FakeProvider.Claims("ada-1", "ada@example.org", true));
        HttpPerson person = new HttpPerson(app);
        person.get("login");
        String before = person.session();
        assertEquals("/", roundTrip(person));
        assertTrue(isSignedIn(person));
        assertNotEquals(before, person.session());
        assertTrue(
                app.services()
                        .signIn()
                        .authenticate("ada@example.org", RunningApp.PASSWORD)
                        .isEmpty(),
                "the password has ended");
        provider.vouchesFor(new FakeProvider.Claims("ada-1", "renamed@example.org", true));
        HttpPerson again = new HttpPerson(app);
        assertEquals("/", roundTrip(again), "the provider's name for the person counts");
    }

    @Test
    void theFirstTimeEndsTheSessionsThatThePasswordBegan() throws IOException, InterruptedException {
        app.person("fay@example.org", Role.ADMIN);
        HttpPerson byPassword = new HttpPerson(app).signedIn("fay@example.org");
        assertTrue(isSignedIn(byPassword));
        provider.vouchesFor(new FakeProvider.Claims("fay-1", "fay@example.org", true));
        HttpPerson person = new HttpPerson(app);
        assertEquals("/", roundTrip(person));
        assertFalse(isSignedIn(byPassword));
        assertTrue(isSignedIn(person));
    }

    @Test
    void anAddressThatIsNotVerifiedOpensNothing() throws IOException, InterruptedException {
        app.person("bob@example.org", Role.ADMIN);
        provider.vouchesFor(new FakeProvider.Claims("bob-1", "bob@example.org", false));
        HttpPerson person = new HttpPerson(app);
        assertEquals("/login?unknown", roundTrip(person));
        assertFalse(isSignedIn(person));
    }

    @Test
    void whoHasNoAccountStaysOut() throws IOException, InterruptedException {
        provider.vouchesFor(new FakeProvider.Claims("eve-1", "eve@example.org", true));
        HttpPerson person = new HttpPerson(app);
        assertEquals("/login?unknown", roundTrip(person));
        assertFalse(isSignedIn(person));
    }

    @Test
    void aLockedAccountStaysOut() throws IOException, InterruptedException {
        var account = app.person("dan@example.org", Role.ADMIN);
        provider.vouchesFor(new FakeProvider.Claims("dan-1", "dan@example.org", true));
        assertEquals("/", roundTrip(new HttpPerson(app)));
        app.services().accounts().setStatus(app.owner().id(), account.id(), AccountStatus.DISABLED);
        HttpPerson person = new HttpPerson(app);
        assertEquals("/login?unknown", roundTrip(person));
        assertFalse(isSignedIn(person));
    }

    @Test
    void aTokenThatIsForgedOrForAnotherIsRefused() throws IOException, InterruptedException {
        app.person("cai@example.org", Role.ADMIN);
        FakeProvider.Claims claims = new FakeProvider.Claims("cai-1", "cai@example.org", true);
        for (Runnable fault : new Runnable[] {provider::forges, provider::speaksToAnother, provider::forgetsTheNonce}) {
            provider.vouchesFor(claims);
            fault.run();
            HttpPerson person = new HttpPerson(app);
            assertEquals("/login?failed", roundTrip(person));
            assertFalse(isSignedIn(person));
        }
        provider.vouchesFor(claims);
        assertEquals("/", roundTrip(new HttpPerson(app)), "without the fault it is let in");
    }

    @Test
    void anAnswerThatWasNotAskedForIsRefused() throws IOException, InterruptedException {
        provider.vouchesFor(new FakeProvider.Claims("ada-1", "ada@example.org", true));
        HttpPerson victim = new HttpPerson(app);
        String end = location(victim.get("login/oauth2/code/single-sign-on?code=c0de&state=made-up"));
        assertTrue(end.endsWith("/login?failed"), end);
        assertFalse(isSignedIn(victim));
    }
}
