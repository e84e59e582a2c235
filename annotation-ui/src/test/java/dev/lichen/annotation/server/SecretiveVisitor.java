package dev.lichen.annotation.server;

import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.account.TokenRequest;
import dev.lichen.annotation.account.TokenScope;
import dev.lichen.annotation.webhook.WebhookEvent;
import dev.lichen.annotation.webhook.Webhooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.LoggerFactory;

/** Starts an app, shows it a secret of each kind, rightly and wrongly, and writes the secrets to a file. */
final class SecretiveVisitor {

    static final int KINDS = 6;
    static final String SIGN = "the visitor was here";

    private SecretiveVisitor() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> secrets =
                new ArrayList<>(List.of(RunningApp.PASSWORD, "lichen_a-wrong-token", "a wrong passw0rd"));
        try (RunningApp app = new RunningApp(Path.of(arguments[0]))) {
            HttpPerson person = new HttpPerson(app).signedIn("owner");
            new HttpPerson(app).signedIn("owner", "a wrong passw0rd");
            person.get("account");
            String token = app.services()
                    .tokens()
                    .create(app.owner().id(), new TokenRequest("t", Set.of(TokenScope.values()), null, 1));
            secrets.add(token);
            new HttpProgram(app, token).get("api/v1/projects/demo");
            new HttpProgram(app, "lichen_a-wrong-token").get("api/v1/projects/demo");
            String invitation = app.services()
                    .invitations()
                    .invite(app.owner().id(), app.project().id(), Role.ANNOTATOR);
            secrets.add(invitation);
            new HttpPerson(app).get("join/" + invitation);
            secrets.add(app.part(Webhooks.class)
                    .add(app.owner().id(), app.project().id(), "https://1.1.1.1/hook", Set.of(WebhookEvent.JOB_ENDED)));
        }
        LoggerFactory.getLogger(SecretiveVisitor.class).info(SIGN);
        Files.write(Path.of(arguments[1]), secrets);
    }
}
