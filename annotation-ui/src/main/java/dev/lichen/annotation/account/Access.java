package dev.lichen.annotation.account;

import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.EventKind;
import dev.lichen.annotation.store.Ledger;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Knows who has which role where; a role for the whole installation counts in every project. */
public final class Access {

    /** The scope of roles for the whole installation. */
    public static final UUID EVERYWHERE = new UUID(0, 0);

    private final Database database;
    private final Ledger ledger;

    public Access(Database database, Ledger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    /** Returns the roles of a person in a project, or everywhere for {@link #EVERYWHERE}. */
    public Set<Role> roles(UUID user, UUID scope) {
        List<Role> roles = database.jdbc()
                .sql("select role from role_grant join app_user on id = user_id"
                        + " where user_id = ? and scope in (?, ?) and status = 'ACTIVE'")
                .params(user, scope, EVERYWHERE)
                .query((row, n) -> Role.valueOf(row.getString("role")))
                .list();
        return roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles);
    }

    /** Returns whether a person has one of some roles; an owner has every one. */
    public boolean has(UUID user, UUID scope, Role... anyOf) {
        Set<Role> roles = roles(user, scope);
        return roles.contains(Role.OWNER) || roles.stream().anyMatch(Set.of(anyOf)::contains);
    }

    /**
     * Demands one of some roles.
     *
     * @throws NotAllowedException if the person has none of them
     */
    public void require(UUID user, UUID scope, Role... anyOf) {
        if (!has(user, scope, anyOf)) {
            throw new NotAllowedException(Set.of(anyOf));
        }
    }

    /** Gives a role; only an owner or administrator may, and only an owner makes owners. */
    public void grant(UUID actor, UUID user, UUID scope, Role role) {
        require(actor, scope, role == Role.OWNER ? Role.OWNER : Role.ADMIN);
        database.inTransaction(() -> add(actor, user, scope, role));
    }

    /** Takes a role away; only an owner or administrator may, and the last owner of the installation stays. */
    public void revoke(UUID actor, UUID user, UUID scope, Role role) {
        require(actor, scope, role == Role.OWNER ? Role.OWNER : Role.ADMIN);
        database.inTransaction(() -> {
            int taken = database.jdbc()
                    .sql("delete from role_grant where user_id = ? and scope = ? and role = ?")
                    .params(user, scope, role.name())
                    .update();
            if (taken > 0) {
                ledger.append(actor, EventKind.ROLE_REVOKED, "user/" + user, Map.of("scope", scope, "role", role));
                requireOwner();
            }
        });
    }

    /** Gives a role without asking who gives it: for registration. */
    void add(UUID actor, UUID user, UUID scope, Role role) {
        int known = database.jdbc()
                .sql("select count(*) from role_grant where user_id = ? and scope = ? and role = ?")
                .params(user, scope, role.name())
                .query(Integer.class)
                .single();
        if (known == 0) {
            database.jdbc()
                    .sql("insert into role_grant (user_id, scope, role) values (?, ?, ?)")
                    .params(user, scope, role.name())
                    .update();
            ledger.append(actor, EventKind.ROLE_GRANTED, "user/" + user, Map.of("scope", scope, "role", role));
        }
    }

    /**
     * Demands that an owner is left. To be asked after the change is in the ledger, which one transaction at a time appends
     * to: of two owners who take each other's role away at the same moment, the second finds what the first did.
     */
    void requireOwner() {
        int owners = database.jdbc()
                .sql("select count(*) from role_grant join app_user on id = user_id"
                        + " where scope = ? and role = 'OWNER' and status = 'ACTIVE'")
                .param(EVERYWHERE)
                .query(Integer.class)
                .single();
        if (owners == 0) {
            throw new AccountException(
                    AccountRefusal.LAST_OWNER,
                    "The last owner stays: expected another owner of the installation first");
        }
    }
}
