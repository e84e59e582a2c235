package dev.lichen.annotation.account;

import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.EventKind;
import dev.lichen.annotation.store.Identifiers;
import dev.lichen.annotation.store.Ledger;
import dev.lichen.annotation.store.PersonKeys;
import dev.lichen.annotation.store.Sha256;
import dev.lichen.annotation.store.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.dao.DuplicateKeyException;

/** Makes, finds, changes and erases accounts. */
public final class Accounts {

    private static final String PSEUDONYM_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int PSEUDONYM_LENGTH = 8;
    private static final int LONGEST_NAME = 200;

    /** A hash that no password has. */
    private static final String NO_PASSWORD = "";

    private final Database database;
    private final Ledger ledger;
    private final PersonKeys keys;
    private final Passwords passwords;
    private final Sessions sessions;
    private final AccessTokens tokens;
    private final Access access;
    private final Identifiers identifiers;
    private final RandomGenerator random;

    /**
     * What accounts stand on.
     *
     * @param keys seals what people write
     * @param passwords hashes and compares
     * @param sessions ends those of a person
     * @param tokens ends those of a person
     * @param random draws pseudonyms; it must be cryptographically strong
     */
    public record Parts(
            Database database,
            Ledger ledger,
            PersonKeys keys,
            Passwords passwords,
            Sessions sessions,
            AccessTokens tokens,
            Access access,
            Identifiers identifiers,
            RandomGenerator random) {}

    public Accounts(Parts parts) {
        this.database = parts.database();
        this.ledger = parts.ledger();
        this.keys = parts.keys();
        this.passwords = parts.passwords();
        this.sessions = parts.sessions();
        this.tokens = parts.tokens();
        this.access = parts.access();
        this.identifiers = parts.identifiers();
        this.random = parts.random();
    }

    /** Returns the account of an identifier, if there is one. */
    public Optional<Account> find(UUID id) {
        return database.jdbc()
                .sql("select * from app_user where id = ?")
                .param(id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Returns the account of a login, if there is one. */
    public Optional<Account> find(String login) {
        return database.jdbc()
                .sql("select * from app_user where login = ?")
                .param(login.strip().toLowerCase(Locale.ROOT))
                .query((row, n) -> read(row))
                .optional();
    }

    /** Returns the first owner of the installation, in whose name commands at the terminal act. */
    public Optional<Account> firstOwner() {
        return database.jdbc()
                .sql("select * from app_user join role_grant on user_id = id where scope = ? and role = 'OWNER'"
                        + " and status = 'ACTIVE' order by created_at, id limit 1")
                .param(Access.EVERYWHERE)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Returns everybody with a role in a scope, or in the whole installation, for its administrators. */
    public List<Account> list(UUID actor, UUID scope) {
        access.require(actor, scope, Role.ADMIN, Role.AUDITOR);
        return database.jdbc()
                .sql("select * from app_user where id in (select user_id from role_grant where scope in (?, ?))"
                        + " or ? order by login")
                .params(scope, Access.EVERYWHERE, scope.equals(Access.EVERYWHERE))
                .query((row, n) -> read(row))
                .list();
    }

    /**
     * Changes the name, page language and judged languages of one's own account.
     *
     * @throws AccountException if the name is empty or too long, or the account not active
     */
    public void change(UUID user, String displayName, String locale, List<String> languages) {
        NewAccount.requireProfile(displayName.strip(), languages);
        database.inTransaction(() -> {
            requireActive(user);
            database.jdbc()
                    .sql("update app_user set display_name = ?, locale = ?, languages = ? where id = ?")
                    .params(displayName.strip(), locale, String.join(",", languages), user)
                    .update();
            ledger.append(user, EventKind.ACCOUNT_CHANGED, "user/" + user, Map.of("languages", languages));
        });
    }

    /**
     * Replaces one's own password, given the old one. All sessions and tokens end, the session in which this is done too,
     * unless it is begun anew.
     */
    public void changePassword(UUID user, String oldPassword, String newPassword) {
        NewAccount.requirePassword(newPassword);
        if (!passwords.matches(oldPassword, passwordHash(user))) {
            throw new AccountException(AccountRefusal.WRONG_PASSWORD, "Wrong password: expected the current one");
        }
        database.inTransaction(() -> {
            requireActive(user);
            setPassword(user, newPassword);
            ledger.append(user, EventKind.ACCOUNT_CHANGED, "user/" + user, Map.of("password", "changed"));
        });
    }

    /**
     * Locks an account out, at once and wherever the person is signed in, or lets it in again; tokens are good again then. By
     * an administrator of the installation, and if the person owns it, by another owner.
     */
    public void setStatus(UUID actor, UUID user, AccountStatus status) {
        requireSayOver(actor, user);
        if (status == AccountStatus.ERASED) {
            throw new IllegalArgumentException("an account is erased by erase()");
        }
        database.inTransaction(() -> {
            database.jdbc()
                    .sql("update app_user set status = ? where id = ? and status <> 'ERASED'")
                    .params(status.name(), user)
                    .update();
            sessions.endAll(user);
            ledger.append(actor, EventKind.ACCOUNT_CHANGED, "user/" + user, Map.of("status", status));
            access.requireOwner();
        });
    }

    /**
     * Erases a person: destroys the key of the free text they wrote, and forgets name, login, password and drafts. Their
     * rankings stay under the pseudonym. By the person, by an administrator of the installation, and if the person owns it,
     * by another owner.
     */
    public void erase(UUID actor, UUID user) {
        if (!actor.equals(user)) {
            requireSayOver(actor, user);
        }
        database.inTransaction(() -> {
            keys.destroy(user);
            forgetTraces(user);
            database.jdbc()
                    .sql("delete from external_identity where user_id = ?")
                    .param(user)
                    .update();
            for (String table : List.of("own_goal", "password_link")) {
                database.jdbc()
                        .sql("delete from " + table + " where user_id = ?")
                        .param(user)
                        .update();
            }
            database.jdbc()
                    .sql("update api_token set name = 'erased', revoked_at = coalesce(revoked_at, ?) where user_id = ?")
                    .params(Timestamps.column(ledger.now()), user)
                    .update();
            database.jdbc()
                    .sql("update app_user set login = ?, display_name = 'erased', languages = '', password_hash = null,"
                            + " status = 'ERASED' where id = ?")
                    .params("erased-" + user, user)
                    .update();
            sessions.endAll(user);
            ledger.append(actor, EventKind.ACCOUNT_ERASED, "user/" + user, Map.of());
            access.requireOwner();
        });
    }

    /** Asks for an owner where the person is one, locked out or not. */
    void requireSayOver(UUID actor, UUID user) {
        boolean owns = database.jdbc()
                        .sql("select count(*) from role_grant where user_id = ? and scope = ? and role = 'OWNER'")
                        .params(user, Access.EVERYWHERE)
                        .query(Integer.class)
                        .single()
                > 0;
        access.require(actor, Access.EVERYWHERE, owns ? Role.OWNER : Role.ADMIN);
    }

    /** Removes what stands in the clear: drafts, and the login in the list of failed attempts. */
    private void forgetTraces(UUID user) {
        database.jdbc()
                .sql("delete from draft where assignment_id in (select id from assignment where user_id = ?)")
                .param(user)
                .update();
        database.jdbc()
                .sql("delete from login_failure where login = (select login from app_user where id = ?)")
                .param(user)
                .update();
    }

    /** Makes an account without asking who does it: for registration. */
    Account create(NewAccount wanted) {
        return database.transaction(() -> {
            Account account = new Account(
                    identifiers.next(),
                    wanted.login(),
                    wanted.displayName(),
                    wanted.locale(),
                    wanted.languages(),
                    AccountStatus.ACTIVE,
                    pseudonym());
            insert(account, passwords.hash(wanted.password()));
            keys.create(account.id());
            ledger.append(
                    account.id(),
                    EventKind.ACCOUNT_CREATED,
                    "user/" + account.id(),
                    Map.of("pseudonym", account.pseudonym()));
            return account;
        });
    }

    /**
     * Returns the account of somebody who judged elsewhere, which is made if need be: nobody can sign in with it. A name
     * that is a pseudonym of this app already is kept as one, if it is free; any other name stays in the store.
     *
     * @param actor who brings their judgements in
     * @param name how the imported file names them
     */
    public Account author(UUID actor, String name) {
        String login = "imported-" + Sha256.of(name).substring(0, PSEUDONYM_LENGTH * 2);
        return database.transaction(() -> find(login).orElseGet(() -> makeAuthor(actor, login, name)));
    }

    private Account makeAuthor(UUID actor, String login, String name) {
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        Account account = new Account(
                identifiers.next(), login, shown, "en", List.of(), AccountStatus.DISABLED, pseudonymOf(name));
        insert(account, NO_PASSWORD);
        keys.create(account.id());
        ledger.append(
                actor,
                EventKind.ACCOUNT_CREATED,
                "user/" + account.id(),
                Map.of("pseudonym", account.pseudonym(), "imported", true));
        return account;
    }

    private String pseudonymOf(String name) {
        boolean free = name.matches("a-[" + PSEUDONYM_LETTERS + "]{" + PSEUDONYM_LENGTH + "}")
                && database.jdbc()
                        .sql("select 1 from app_user where pseudonym = ?")
                        .param(name)
                        .query(Integer.class)
                        .optional()
                        .isEmpty();
        return free ? name : pseudonym();
    }

    /** Sets a password, after which only that lets anybody in: sessions and tokens end. */
    void setPassword(UUID user, String password) {
        database.jdbc()
                .sql("update app_user set password_hash = ? where id = ?")
                .params(passwords.hash(password), user)
                .update();
        endAll(user);
    }

    /** Ends every way in there was, by password, session or token, for who comes another way. */
    void removePassword(UUID user) {
        database.jdbc()
                .sql("update app_user set password_hash = null where id = ?")
                .param(user)
                .update();
        endAll(user);
    }

    private void endAll(UUID user) {
        sessions.endAll(user);
        tokens.revokeAll(user);
    }

    /** Demands an account that can be used. */
    void requireActive(UUID user) {
        if (find(user).map(Account::status).orElse(AccountStatus.ERASED) != AccountStatus.ACTIVE) {
            throw new AccountException(
                    AccountRefusal.NOT_ACTIVE, "The account is locked or erased: expected an active one");
        }
    }

    /** Returns the hash of a person's password; empty, which matches nothing, if there is none. */
    String passwordHash(UUID user) {
        return database.jdbc()
                .sql("select coalesce(password_hash, '') from app_user where id = ?")
                .param(user)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private void insert(Account account, String passwordHash) {
        try {
            database.jdbc()
                    .sql("insert into app_user (id, login, display_name, locale, languages, status, password_hash,"
                            + " pseudonym, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            account.id(),
                            account.login(),
                            account.displayName(),
                            account.locale(),
                            String.join(",", account.languages()),
                            account.status().name(),
                            passwordHash,
                            account.pseudonym(),
                            Timestamps.column(ledger.now()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new AccountException(
                    AccountRefusal.LOGIN_TAKEN, "The login " + account.login() + " is in use: expected another one");
        }
    }

    private String pseudonym() {
        StringBuilder pseudonym = new StringBuilder("a-");
        for (int i = 0; i < PSEUDONYM_LENGTH; i++) {
            pseudonym.append(PSEUDONYM_LETTERS.charAt(random.nextInt(PSEUDONYM_LETTERS.length())));
        }
        return pseudonym.toString();
    }

    private static Account read(ResultSet row) throws SQLException {
        String languages = row.getString("languages");
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("login"),
                row.getString("display_name"),
                row.getString("locale"),
                languages.isEmpty() ? List.of() : Arrays.asList(languages.split(",")),
                AccountStatus.valueOf(row.getString("status")),
                row.getString("pseudonym"));
    }
}
