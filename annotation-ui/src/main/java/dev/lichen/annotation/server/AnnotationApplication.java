package dev.lichen.annotation.server;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import dev.lichen.annotation.AnnotationServices;
import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.AccessTokens;
import dev.lichen.annotation.account.Accounts;
import dev.lichen.annotation.account.ExternalIdentities;
import dev.lichen.annotation.account.FirstAdministrator;
import dev.lichen.annotation.account.Goals;
import dev.lichen.annotation.account.Invitations;
import dev.lichen.annotation.account.PasswordLinks;
import dev.lichen.annotation.account.Passwords;
import dev.lichen.annotation.account.Sessions;
import dev.lichen.annotation.account.SignIn;
import dev.lichen.annotation.api.ApiConfiguration;
import dev.lichen.annotation.errand.ErrandFolder;
import dev.lichen.annotation.errand.Errands;
import dev.lichen.annotation.exchange.Export;
import dev.lichen.annotation.exchange.PastExports;
import dev.lichen.annotation.exchange.PreparedExports;
import dev.lichen.annotation.job.Jobs;
import dev.lichen.annotation.job.Lineage;
import dev.lichen.annotation.job.NamedFiles;
import dev.lichen.annotation.job.ProjectJobs;
import dev.lichen.annotation.job.StageSettings;
import dev.lichen.annotation.job.TrainingFolder;
import dev.lichen.annotation.project.AuditTrail;
import dev.lichen.annotation.project.Items;
import dev.lichen.annotation.project.Projects;
import dev.lichen.annotation.quality.Inquiries;
import dev.lichen.annotation.quality.QualityBoard;
import dev.lichen.annotation.queue.Paces;
import dev.lichen.annotation.queue.Reviews;
import dev.lichen.annotation.queue.WorkQueue;
import dev.lichen.annotation.security.SecurityConfiguration;
import dev.lichen.annotation.security.SingleSignOn;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.DatabaseClaim;
import dev.lichen.annotation.store.Ledger;
import dev.lichen.annotation.webhook.PublicAddresses;
import dev.lichen.annotation.webhook.Webhooks;
import dev.lichen.annotation.work.FileController;
import dev.lichen.annotation.work.RunController;
import dev.lichen.annotation.work.WorkController;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** Puts the parts of the app together: the store's services, the calls of the workbench, the pages. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableVaadin("dev.lichen.annotation.view")
@Import({
    SecurityConfiguration.class,
    ApiConfiguration.class,
    PageConfiguration.class,
    WorkController.class,
    FileController.class,
    RunController.class,
    HealthController.class,
    NoDatabaseAnswer.class
})
public class AnnotationApplication {

    private static final String BUILD = "lichen-annotation-1";

    @Bean
    RandomGenerator random() {
        return new SecureRandom();
    }

    @Bean
    AnnotationServices services(Database database, RandomGenerator random) {
        return new AnnotationServices(
                database,
                new AnnotationServices.Environment(Clock.systemUTC(), random, Passwords.USUAL_STRENGTH, BUILD));
    }

    @Bean
    Ledger ledger(AnnotationServices services) {
        return services.ledger();
    }

    @Bean
    Access access(AnnotationServices services) {
        return services.access();
    }

    @Bean
    Accounts accounts(AnnotationServices services) {
        return services.accounts();
    }

    @Bean
    Sessions sessions(AnnotationServices services) {
        return services.sessions();
    }

    @Bean
    SignIn signIn(AnnotationServices services) {
        return services.signIn();
    }

    @Bean
    FirstAdministrator firstAdministrator(AnnotationServices services) {
        return services.firstAdministrator();
    }

    @Bean
    Invitations invitations(AnnotationServices services) {
        return services.invitations();
    }

    @Bean
    PasswordLinks passwordLinks(AnnotationServices services) {
        return services.passwordLinks();
    }

    @Bean
    Goals goals(AnnotationServices services) {
        return services.goals();
    }

    @Bean
    AccessTokens tokens(AnnotationServices services) {
        return services.tokens();
    }

    @Bean
    TrainingFolder trainingFolder(ServerOptions options) {
        return new TrainingFolder(options.runs());
    }

    @Bean
    Projects projects(AnnotationServices services) {
        return services.projects();
    }

    @Bean
    Items items(AnnotationServices services) {
        return services.items();
    }

    @Bean
    WorkQueue queue(AnnotationServices services) {
        return services.queue();
    }

    @Bean
    Paces paces(AnnotationServices services) {
        return services.paces();
    }

    @Bean
    dev.lichen.annotation.exchange.Import importing(AnnotationServices services) {
        return services.importing();
    }

    @Bean
    Export exporting(AnnotationServices services) {
        return services.exporting();
    }

    @Bean
    PreparedExports preparedExports(AnnotationServices services) {
        return services.preparedExports();
    }

    @Bean
    PastExports pastExports(AnnotationServices services) {
        return services.pastExports();
    }

    @Bean
    QualityBoard quality(AnnotationServices services) {
        return services.quality();
    }

    @Bean
    AuditTrail auditTrail(AnnotationServices services) {
        return services.auditTrail();
    }

    @Bean
    Inquiries inquiries(AnnotationServices services) {
        return services.inquiries();
    }

    @Bean
    Reviews reviews(AnnotationServices services) {
        return services.reviews();
    }

    @Bean
    Jobs jobs(AnnotationServices services, ServerOptions options) {
        return services.jobs(options.program(), options.runs());
    }

    @Bean
    Rounds.Housekeeping housekeeping(
            Jobs jobs, WorkQueue queue, Items items, PreparedExports exports, DatabaseClaim claim) {
        return new Rounds.Housekeeping(jobs, queue, items, exports, claim);
    }

    @Bean
    Rounds rounds(
            Rounds.Housekeeping housekeeping,
            AnnotationServices services,
            ServerOptions options,
            PublicAddresses addresses) {
        return new Rounds(
                housekeeping,
                new ErrandFolder(options.folder()),
                new Errands(services),
                services.webhookFollower(),
                services.webhookSender(addresses));
    }

    @Bean
    PublicAddresses publicAddresses(@Value("${" + SettingsFile.PRIVATE_WEBHOOKS + ":false}") boolean privateAllowed) {
        return new PublicAddresses(privateAllowed);
    }

    @Bean
    SingleSignOn singleSignOn(Environment settings) {
        return new SingleSignOn(
                settings.getProperty(SettingsFile.ISSUER, ""),
                settings.getProperty(SettingsFile.PROVIDER, "single sign-on"),
                settings.getProperty(SettingsFile.CLIENT, ""),
                settings.getProperty(SettingsFile.CLIENT_SECRET, ""),
                settings.getProperty(SettingsFile.NEW_ACCOUNTS, Boolean.class, false));
    }

    @Bean
    ExternalIdentities externalIdentities(AnnotationServices services, SingleSignOn provider) {
        return services.externalIdentities(provider.newAccounts());
    }

    @Bean
    Webhooks webhooks(AnnotationServices services, PublicAddresses addresses) {
        return services.webhooks(addresses);
    }

    @Bean
    Lineage lineage(Database database, Jobs jobs) {
        return new Lineage(database, jobs);
    }

    @Bean
    NamedFiles namedFiles(
            Access access,
            Jobs jobs,
            ServerOptions options,
            @Value("${" + SettingsFile.JOB_FOLDERS + ":.}") List<Path> folders) {
        return new NamedFiles(access, jobs, folders, options.folder());
    }

    @Bean
    ProjectJobs projectJobs(
            AnnotationServices services, Jobs jobs, StageSettings stages, TrainingFolder folder, NamedFiles named) {
        ProjectJobs.Data data = new ProjectJobs.Data(
                services.exporting(),
                services.prompts(),
                services.importing(),
                services.ledger(),
                services.uncertainItems());
        return new ProjectJobs(jobs, stages, data, folder, named);
    }

    @Bean
    DemoProject demoProject(ServerOptions options, AnnotationServices services) {
        return new DemoProject(options.demo(), services);
    }
}
