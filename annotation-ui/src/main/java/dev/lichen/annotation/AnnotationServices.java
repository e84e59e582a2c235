package dev.lichen.annotation;

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
import dev.lichen.annotation.exchange.Export;
import dev.lichen.annotation.exchange.Import;
import dev.lichen.annotation.exchange.PastExports;
import dev.lichen.annotation.exchange.PreparedExports;
import dev.lichen.annotation.exchange.ProjectPrompts;
import dev.lichen.annotation.exchange.UncertainItems;
import dev.lichen.annotation.job.JobTable;
import dev.lichen.annotation.job.Jobs;
import dev.lichen.annotation.job.RunNames;
import dev.lichen.annotation.project.AuditTrail;
import dev.lichen.annotation.project.GoldItems;
import dev.lichen.annotation.project.ItemHandling;
import dev.lichen.annotation.project.ItemList;
import dev.lichen.annotation.project.Items;
import dev.lichen.annotation.project.Projects;
import dev.lichen.annotation.quality.Inquiries;
import dev.lichen.annotation.quality.QualityBoard;
import dev.lichen.annotation.queue.History;
import dev.lichen.annotation.queue.ItemJudgements;
import dev.lichen.annotation.queue.Paces;
import dev.lichen.annotation.queue.Reviews;
import dev.lichen.annotation.queue.WorkQueue;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.Identifiers;
import dev.lichen.annotation.store.JudgementStore;
import dev.lichen.annotation.store.Ledger;
import dev.lichen.annotation.store.LedgerVerification;
import dev.lichen.annotation.store.PersonKeys;
import dev.lichen.annotation.webhook.PublicAddresses;
import dev.lichen.annotation.webhook.WebhookFollower;
import dev.lichen.annotation.webhook.WebhookSender;
import dev.lichen.annotation.webhook.Webhooks;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;

/** Puts together all that works on one open database; views, commands and the API take from here what they need. */
public final class AnnotationServices {

    private final Database database;
    private final Ledger ledger;
    private final Identifiers identifiers;
    private final Access access;
    private final Sessions sessions;
    private final Accounts accounts;
    private final JudgementStore judgements;
    private final Projects projects;
    private final PersonKeys keys;
    private final Passwords passwords;
    private final Environment environment;

    /**
     * What comes from outside.
     *
     * @param clock tells the time
     * @param secrets a cryptographically strong source, safe for several threads: {@link java.security.SecureRandom}
     * @param passwordStrength bcrypt's, usually {@link Passwords#USUAL_STRENGTH}
     * @param build names the version of the pages
     */
    public record Environment(Clock clock, RandomGenerator secrets, int passwordStrength, String build) {}

    public AnnotationServices(Database database, Environment environment) {
        this.database = database;
        this.environment = environment;
        this.ledger = new Ledger(database, environment.clock());
        this.identifiers = new Identifiers(environment.clock(), environment.secrets());
        this.access = new Access(database, ledger);
        this.keys = new PersonKeys(database, environment.secrets());
        this.passwords = new Passwords(environment.passwordStrength());
        this.sessions = new Sessions(database);
        this.accounts = new Accounts(new Accounts.Parts(
                database, ledger, keys, passwords, sessions, tokens(), access, identifiers, environment.secrets()));
        this.judgements = new JudgementStore(database, ledger, keys, identifiers);
        this.projects = new Projects(database, ledger, access, identifiers);
    }

    /** Returns the open database. */
    public Database database() {
        return database;
    }

    /** Returns the chain of events. */
    public Ledger ledger() {
        return ledger;
    }

    /** Returns what checks the chain. */
    public LedgerVerification verification() {
        return new LedgerVerification(database);
    }

    /** Returns who may do what. */
    public Access access() {
        return access;
    }

    /** Returns which sessions are still good. */
    public Sessions sessions() {
        return sessions;
    }

    /** Returns the accounts. */
    public Accounts accounts() {
        return accounts;
    }

    /** Returns what checks logins. */
    public SignIn signIn() {
        return new SignIn(database, accounts, passwords, sessions, environment.clock());
    }

    /** Returns what makes the first account. */
    public FirstAdministrator firstAdministrator() {
        return new FirstAdministrator(database, accounts, access, environment.secrets());
    }

    /** Returns what makes all other accounts. */
    public Invitations invitations() {
        return new Invitations(database, ledger, accounts, access, identifiers, environment.secrets());
    }

    /** Returns what lets people set a forgotten password anew. */
    public PasswordLinks passwordLinks() {
        return new PasswordLinks(database, ledger, accounts, environment.secrets());
    }

    /** Returns what people want to judge a day, each for themselves. */
    public Goals goals() {
        return new Goals(database, ledger);
    }

    /** Returns the tokens of programs. */
    public AccessTokens tokens() {
        return new AccessTokens(database, ledger, identifiers, environment.secrets());
    }

    /**
     * Returns what finds the accounts of people whom a provider of single sign-on vouches for.
     *
     * @param newAccounts whether people without an account get one
     */
    public ExternalIdentities externalIdentities(boolean newAccounts) {
        return new ExternalIdentities(database, ledger, accounts, environment.secrets(), newAccounts);
    }

    /** Returns the webhooks of projects. */
    public Webhooks webhooks(PublicAddresses addresses) {
        return new Webhooks(
                new Webhooks.Parts(database, ledger, access, identifiers, environment.secrets(), addresses));
    }

    /** Returns what writes down, from the ledger, what webhooks are told. */
    public WebhookFollower webhookFollower() {
        return new WebhookFollower(database, ledger, identifiers);
    }

    /** Returns what sends to webhooks. */
    public WebhookSender webhookSender(PublicAddresses addresses) {
        return new WebhookSender(database, ledger, addresses);
    }

    /** Returns the projects. */
    public Projects projects() {
        return projects;
    }

    /** Returns the items of projects. */
    public Items items() {
        return new Items(database, ledger, access);
    }

    /** Returns what finds items. */
    public ItemList itemList() {
        return new ItemList(database, access);
    }

    /** Returns the items whose order is known. */
    public GoldItems goldItems() {
        return new GoldItems(database, ledger, access);
    }

    /** Returns which items come first and how many people judge each. */
    public ItemHandling itemHandling() {
        return new ItemHandling(database, ledger, access);
    }

    /** Returns what people say of single items. */
    public ItemJudgements itemJudgements() {
        return new ItemJudgements(database, ledger, access, judgements);
    }

    /** Returns the judgements. */
    public JudgementStore judgements() {
        return judgements;
    }

    /** Returns the work. */
    public WorkQueue queue() {
        return new WorkQueue(new WorkQueue.Parts(
                database,
                ledger,
                access,
                accounts,
                projects,
                judgements,
                identifiers,
                environment.secrets(),
                environment.build()));
    }

    /** Returns what people judged, each for themselves. */
    public History history() {
        return new History(database, access, keys);
    }

    /** Returns how much people judge, each for themselves. */
    public Paces paces() {
        return new Paces(database, ledger, judgements);
    }

    /** Returns what brings files in. */
    public Import importing() {
        return new Import(new Import.Parts(database, ledger, access, accounts, projects, judgements, identifiers));
    }

    /** Returns what writes files. */
    public Export exporting() {
        return new Export(database, ledger, access, judgements, identifiers);
    }

    /** Returns what makes files in the background; the app makes one, and calls its {@link PreparedExports#sweep()}. */
    public PreparedExports preparedExports() {
        return new PreparedExports(exporting(), access, ledger);
    }

    /** Returns what was exported before. */
    public PastExports pastExports() {
        return new PastExports(database, access);
    }

    /** Returns what writes the prompts of projects. */
    public ProjectPrompts prompts() {
        return new ProjectPrompts(database, ledger, access);
    }

    /** Returns the reviews of judgements. */
    public Reviews reviews() {
        return new Reviews(new Reviews.Parts(database, ledger, access, judgements, keys, identifiers));
    }

    /**
     * Returns the training jobs; the app makes one and calls its {@link Jobs#tick()} from time to time.
     *
     * @param program the words that start {@code lichen}
     * @param runs the folder of all run folders
     */
    public Jobs jobs(List<String> program, Path runs) {
        return new Jobs(new Jobs.Parts(
                new JobTable(database), new RunNames(database), ledger, access, identifiers, program, runs));
    }

    /** Returns the quality figures. */
    public QualityBoard quality() {
        return new QualityBoard(database, ledger, access, judgements);
    }

    /** Returns what takes open items to a reward model and back. */
    public UncertainItems uncertainItems() {
        return new UncertainItems(database, ledger, access, items());
    }

    /** Returns the reader of the ledger. */
    public AuditTrail auditTrail() {
        return new AuditTrail(database, access);
    }

    /** Returns what was asked of annotators about their work. */
    public Inquiries inquiries() {
        return new Inquiries(database, ledger, access, keys, identifiers);
    }
}
