package dev.lichen.annotation.server;

import dev.lichen.annotation.AnnotationServices;
import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.NewAccount;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.job.JobCommand;
import dev.lichen.annotation.job.JobRequest;
import dev.lichen.annotation.job.Jobs;
import dev.lichen.annotation.project.ItemFilter;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.ProjectSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The app on a free port, with the demonstration project and a person of each role. */
final class RunningApp implements AutoCloseable {

    static final String PASSWORD = "a long password";

    private final AnnotationServer server;
    private final Account owner;
    private final Path runs;

    RunningApp(Path folder) {
        this(folder, List.of());
    }

    /** Starts the app with the words that start a job's program. */
    RunningApp(Path folder, List<String> program) {
        this(ServerOptions.local(folder, 0).withDemo().withJobs(program, folder.resolve("runs")), false);
    }

    /** Starts the app with a file of settings. */
    RunningApp(Path folder, Path settings) {
        this(ServerOptions.local(folder, 0).withDemo().withSettings(settings), false);
    }

    private RunningApp(ServerOptions options, boolean training) {
        runs = options.runs();
        server = AnnotationServer.start(options, new FewSettings());
        String code = services().firstAdministrator().newCode().orElseThrow();
        owner = services().firstAdministrator().create(code, account("owner"));
        server.part(DemoProject.class).fill(owner.id());
        if (!training) {
            leaveGoldOut();
        }
    }

    /** Starts the app with the demonstration as people meet it, whose newcomers begin with training. */
    static RunningApp withTraining(Path folder) {
        return new RunningApp(ServerOptions.local(folder, 0).withDemo(), true);
    }

    /** Starts the app on a PostgreSQL server. */
    static RunningApp on(Path folder, String databaseUrl) {
        return new RunningApp(
                new ServerOptions(folder, databaseUrl, "127.0.0.1", 0, "", true, List.of(), folder.resolve("runs")),
                false);
    }

    /** Starts the app under a prefix, as behind a proxy. */
    static RunningApp under(Path folder, String prefix) {
        return new RunningApp(
                new ServerOptions(folder, null, "127.0.0.1", 0, prefix, true, List.of(), folder.resolve("runs")),
                false);
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
        return person(login, project(), role);
    }

    /** Makes an account with a role in one project only. */
    Account person(String login, Project project, Role role) {
        String token = services().invitations().invite(owner.id(), project.id(), role);
        return services().invitations().accept(token, account(login));
    }

    /** Makes an account with a role everywhere. */
    Account personEverywhere(String login, Role role) {
        String token = services().invitations().invite(owner.id(), Access.EVERYWHERE, role);
        return services().invitations().accept(token, account(login));
    }

    /** Leaves a job whose program could not be started, with a run folder as a stage writes it. */
    void run(String name) throws IOException {
        JobRequest request = new JobRequest(project().id(), JobCommand.PPO, name, "cpu", null, Map.of("steps", "2"));
        server.part(Jobs.class).submit(owner.id(), request);
        Path run = Files.createDirectories(runs.resolve(name));
        Files.writeString(
                run.resolve("metrics.jsonl"),
                "{\"step\":1,\"objective/kl\":0.1,\"other\":3}\n{\"step\":2,\"objective/kl\":0.2,\"other\":2}\n");
        Files.writeString(
                run.resolve("samples.jsonl"),
                "{\"step\":1,\"prompt\":\"a question\",\"response\":\"an answer\",\"scores\":{\"score\":0.5}}\n");
    }

    long judgementsOf(UUID person) {
        return services().queue().standing(person, project().id()).judged();
    }

    @Override
    public void close() {
        server.close();
    }

    /** Most tests need all twelve items to rank at once, each with a place for one person. */
    private void leaveGoldOut() {
        ProjectSettings now = project().settings();
        ProjectSettings.Gold gold = new ProjectSettings.Gold(now.gold().share(), 0);
        ProjectSettings without =
                new ProjectSettings(now.overlapTarget(), now.leaseSeconds(), gold, now.repeats(), now.sampling());
        services().projects().change(owner.id(), project().id(), project().name(), without, false);
        services()
                .itemList()
                .page(owner.id(), project().id(), new ItemFilter("", null, true), 0, 100)
                .forEach(item -> services().goldItems().remove(owner.id(), item.id()));
    }

    private static NewAccount account(String login) {
        return new NewAccount(login, login, PASSWORD, "en", List.of());
    }
}
