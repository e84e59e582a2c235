package dev.lichen.annotation.account;

import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.EventKind;
import dev.lichen.annotation.store.Identifiers;
import dev.lichen.annotation.store.Ledger;
import dev.lichen.annotation.store.Sha256;
import dev.lichen.annotation.store.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Invites people: a link that makes one account, once, with a role, for as long as who made the link may give that role and
 * nobody takes the link back.
 */
public final class Invitations {

    private static final Duration VALID = Duration.ofDays(14);

    private final Database database;
    private final Ledger ledger;
    private final Accounts accounts;
    private final Access access;
    private final Identifiers identifiers;
    private final RandomGenerator random;

    public Invitations(
            Database database,
            Ledger ledger,
            Accounts accounts,
            Access access,
            Identifiers identifiers,
            RandomGenerator random) {
        this.database = database;
        this.ledger = ledger;
        this.accounts = accounts;
        this.access = access;
        this.identifiers = identifiers;
        this.random = random;
    }

    /** What an invitation gives. */
    private record Offer(UUID id, UUID scope, Role role, UUID by) {}

    /**
     * Writes an invitation and returns its token, which is shown once and valid for 14 days.
     *
     * @param scope a project, or {@link Access#EVERYWHERE}
     * @param role any but owner
     */
    public String invite(UUID actor, UUID scope, Role role) {
        access.require(actor, scope, Role.ADMIN);
        if (role == Role.OWNER) {
            throw new AccountException(
                    AccountRefusal.OWNER_BY_INVITATION, "An invitation cannot make an owner: expected another role");
        }
        String token = OneTimeCode.draw(random);
        database.inTransaction(() -> {
            UUID id = identifiers.next();
            database.jdbc()
                    .sql("insert into invitation (id, token_sha256, scope, role, created_by, expires_at)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(
                            id,
                            Sha256.of(token),
                            scope,
                            role.name(),
                            actor,
                            Timestamps.column(ledger.now().plus(VALID)))
                    .update();
            ledger.append(actor, EventKind.INVITED, "invitation/" + id, Map.of("scope", scope, "role", role));
        });
        return token;
    }

    /** Returns the invitations to a scope that can be accepted, the next to end first. */
    public List<OpenInvitation> list(UUID actor, UUID scope) {
        access.require(actor, scope, Role.ADMIN, Role.AUDITOR);
        return database
                .jdbc()
                .sql(
                        "select invitation.*, login, display_name from invitation join app_user on app_user.id = created_by"
                                + " where scope = ? and accepted_by is null and expires_at > ? order by expires_at, invitation.id")
                .params(scope, Timestamps.column(ledger.now()))
                .query((row, n) -> Map.entry(offer(row), open(row)))
                .list()
                .stream()
                .filter(one -> isGood(one.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Takes an invitation to a scope back, which then nobody accepts; one that is not open stays as it is. */
    public void revoke(UUID actor, UUID scope, UUID invitation) {
        access.require(actor, scope, Role.ADMIN);
        database.inTransaction(() -> {
            int gone = database.jdbc()
                    .sql("delete from invitation where id = ? and scope = ? and accepted_by is null")
                    .params(invitation, scope)
                    .update();
            if (gone == 1) {
                ledger.append(actor, EventKind.INVITATION_REVOKED, "invitation/" + invitation, Map.of("scope", scope));
            }
        });
    }

    /** Returns whether a token would be accepted now. */
    public boolean isValid(String token) {
        return offer(token, "").isPresent();
    }

    /**
     * Makes the account that an invitation offers.
     *
     * @throws AccountException if the token is unknown, used, taken back or expired, who made it may no longer give the role,
     *     or the login is in use
     */
    public Account accept(String token, NewAccount wanted) {
        return database.transaction(() -> {
            Offer offer = lockedOffer(token);
            Account account = accounts.create(wanted);
            database.jdbc()
                    .sql("update invitation set accepted_by = ? where id = ?")
                    .params(account.id(), offer.id())
                    .update();
            access.add(offer.by(), account.id(), offer.scope(), offer.role());
            return account;
        });
    }

    /** Gives a person who has an account already the role that an invitation offers. */
    public void accept(String token, UUID user) {
        database.inTransaction(() -> {
            accounts.requireActive(user);
            Offer offer = lockedOffer(token);
            database.jdbc()
                    .sql("update invitation set accepted_by = ? where id = ?")
                    .params(user, offer.id())
                    .update();
            access.add(offer.by(), user, offer.scope(), offer.role());
        });
    }

    private Offer lockedOffer(String token) {
        return offer(token, " for update")
                .orElseThrow(() -> new AccountException(
                        AccountRefusal.USED_INVITATION,
                        "The invitation is not valid: expected one that is not used, not taken back and not older than"
                                + " 14 days, by somebody who may give its role"));
    }

    private Optional<Offer> offer(String token, String lock) {
        return database.jdbc()
                .sql("select id, scope, role, created_by from invitation"
                        + " where token_sha256 = ? and accepted_by is null and expires_at > ?" + lock)
                .params(Sha256.of(token.strip()), Timestamps.column(ledger.now()))
                .query((row, n) -> offer(row))
                .optional()
                .filter(this::isGood);
    }

    /** Who lost the right to give a role gives it by no older invitation either. */
    private boolean isGood(Offer offer) {
        return access.has(offer.by(), offer.scope(), Role.ADMIN);
    }

    private static Offer offer(ResultSet row) throws SQLException {
        return new Offer(
                row.getObject("id", UUID.class),
                row.getObject("scope", UUID.class),
                Role.valueOf(row.getString("role")),
                row.getObject("created_by", UUID.class));
    }

    private static OpenInvitation open(ResultSet row) throws SQLException {
        return new OpenInvitation(
                row.getObject("id", UUID.class),
                Role.valueOf(row.getString("role")),
                row.getString("login"),
                row.getString("display_name"),
                Timestamps.read(row, "expires_at"));
    }
}
