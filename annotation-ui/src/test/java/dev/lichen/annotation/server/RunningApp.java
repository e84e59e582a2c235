package dev.lichen.annotation.server;

import dev.lichen.annotation.AnnotationServices;
import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.NewAccount;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** The app on a free port, with the demonstration project and a person of each role. */
final class RunningApp implements AutoCloseable {

    static final String PASSWORD = "a long password";

    private final AnnotationServer server;
    private final Account owner;

    RunningApp(Path folder) {
        this(folder, List.of());
    }

    /** Starts the app with the words that start a job's program. */
    RunningApp(Path folder, List<String> program) {
        server = AnnotationServer.start(
                ServerOptions.local(folder, 0).withDemo().withJobs(program, folder.resolve("runs")));
        String code = services().firstAdministrator().newCode().orElseThrow();
        owner = services().firstAdministrator().create(code, account("owner"));
        server.part(DemoProject.class).fill(owner.id());
    }

    String address(String path) {
        return server.address().resolve(path).toString();
    }

    AnnotationServices services() {
        return server.part(AnnotationServices.class);
    }

    <T> T part(Class<T> type) {
        return server.part(type);
    }

    Project project() {
        return services().projects().find("demo").orElseThrow();
    }

    Account owner() {
        return owner;
    }

    /** Makes an account with a role in the demonstration project only. */
    Account person(String login, Role role) {
        String token = services().invitations().invite(owner.id(), project().id(), role);
        return services().invitations().accept(token, account(login));
    }

    /** Makes an account with a role everywhere. */
    Account personEverywhere(String login, Role role) {
        String token = services().invitations().invite(owner.id(), Access.EVERYWHERE, role);
        return services().invitations().accept(token, account(login));
    }

    long judgementsOf(UUID person) {
        return services().queue().standing(person, project().id()).judged();
    }

    @Override
    public void close() {
        server.close();
    }

    private static NewAccount account(String login) {
        return new NewAccount(login, login, PASSWORD, "en", List.of());
    }
}
