package dev.lichen.annotation.account;

import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.EventKind;
import dev.lichen.annotation.store.Ledger;
import dev.lichen.annotation.store.Timestamps;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Finds the account of a person whom a provider of single sign-on vouches for.
 *
 * <p>The provider's own name for the person counts, once it is known. The first time, the account whose login is the verified
 * address is theirs; its password, sessions and tokens end then, so that whoever made the account before them has no way
 * in. Only where the installation says so is an account made; it has no role until somebody gives one.
 */
public final class ExternalIdentities {

    private final Database database;
    private final Ledger ledger;
    private final Accounts accounts;
    private final RandomGenerator random;
    private final boolean newAccounts;

    /**
     * Creates the finder.
     *
     * @param newAccounts whether people without an account get one
     */
    public ExternalIdentities(
            Database database, Ledger ledger, Accounts accounts, RandomGenerator random, boolean newAccounts) {
        this.database = database;
        this.ledger = ledger;
        this.accounts = accounts;
        this.random = random;
        this.newAccounts = newAccounts;
    }

    /** Returns the active account of a person, or nothing if they have none. */
    public Optional<Account> signIn(ExternalPerson person) {
        return database.transaction(() -> known(person)
                .or(() -> byAddress(person))
                .or(() -> created(person))
                .filter(account -> account.status() == AccountStatus.ACTIVE));
    }

    private Optional<Account> known(ExternalPerson person) {
        return database.jdbc()
                .sql("select user_id from external_identity where issuer = ? and subject = ?")
                .params(person.issuer(), person.subject())
                .query(UUID.class)
                .optional()
                .flatMap(accounts::find);
    }

    private Optional<Account> byAddress(ExternalPerson person) {
        String email = person.email();
        return (email == null ? Optional.<Account>empty() : accounts.find(email))
                .filter(account -> account.status() == AccountStatus.ACTIVE)
                .map(account -> linked(account, person));
    }

    private Optional<Account> created(ExternalPerson person) {
        String email = person.email();
        if (!newAccounts || email == null || accounts.find(email).isPresent()) {
            return Optional.empty();
        }
        String name = person.name() == null || person.name().isBlank() ? email : person.name();
        String unknown = OneTimeCode.draw(random);
        Account account = accounts.create(new NewAccount(email, name, unknown, person.locale(), List.of()));
        return Optional.of(linked(account, person));
    }

    private Account linked(Account account, ExternalPerson person) {
        database.jdbc()
                .sql("insert into external_identity (issuer, subject, user_id, created_at) values (?, ?, ?, ?)")
                .params(person.issuer(), person.subject(), account.id(), Timestamps.column(ledger.now()))
                .update();
        accounts.removePassword(account.id());
        ledger.append(
                account.id(),
                EventKind.ACCOUNT_CHANGED,
                "user/" + account.id(),
                Map.of("single_sign_on", person.issuer()));
        return account;
    }
}
