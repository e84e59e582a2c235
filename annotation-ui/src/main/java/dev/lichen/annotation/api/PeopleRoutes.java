package dev.lichen.annotation.api;

import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.AccessToken;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.AccountStatus;
import dev.lichen.annotation.account.Accounts;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.account.TokenScope;
import dev.lichen.annotation.project.Project;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** People and their roles, for those who may know of them. */
@RestController
@RequestMapping("/api/v1")
final class PeopleRoutes {

    private final ProjectAccess found;
    private final Accounts accounts;
    private final Access access;

    PeopleRoutes(ProjectAccess found, Accounts accounts, Access access) {
        this.found = found;
        this.accounts = accounts;
        this.access = access;
    }

    /** Who calls, and with what. */
    record Self(String login, String displayName, String token, List<String> scopes, Instant expiresAt) {}

    /** A person with their roles in a project. */
    record PersonEntry(String login, String displayName, String pseudonym, AccountStatus status, Set<Role> roles) {}

    /** The name that what a person judged stays under. */
    record ErasedPerson(String pseudonym) {}

    @GetMapping("/me")
    @ApiRoute(
            value = "Shows in whose name the token acts, and what it is good for.",
            scope = TokenScope.PROJECTS_READ,
            gives = Self.class)
    ResponseEntity<byte[]> self() {
        AccessToken token = Caller.token();
        Account account = accounts.find(token.user()).orElseThrow();
        List<String> scopes =
                token.scopes().stream().sorted().map(TokenScope::word).toList();
        return ApiJson.ok(new Self(account.login(), account.displayName(), token.name(), scopes, token.expiresAt()));
    }

    @GetMapping("/projects/{slug}/people")
    @ApiRoute(
            value = "Lists who has a role in a project.",
            scope = TokenScope.PEOPLE_READ,
            gives = PersonEntry.class,
            pages = true)
    ResponseEntity<byte[]> list(
            @PathVariable("slug") String slug,
            @RequestParam(value = "cursor", defaultValue = "") String cursor,
            @RequestParam(value = "limit", defaultValue = Page.USUAL) int limit) {
        Project project = found.named(slug);
        List<PersonEntry> all = accounts.list(Caller.id(), project.id()).stream()
                .map(account -> entry(account, project.id()))
                .sorted(Comparator.comparing(PersonEntry::login))
                .toList();
        return ApiJson.ok(Page.after(all, cursor, Page.limit(limit), PersonEntry::login));
    }

    @PutMapping("/projects/{slug}/people/{login}/roles/{role}")
    @ApiRoute(value = "Gives a person a role in a project.", scope = TokenScope.PEOPLE_WRITE, gives = PersonEntry.class)
    ResponseEntity<byte[]> grant(
            @PathVariable("slug") String slug, @PathVariable("login") String login, @PathVariable("role") Role role) {
        Project project = found.named(slug, Role.ADMIN);
        Account account = account(login, project);
        access.grant(Caller.id(), account.id(), project.id(), role);
        return ApiJson.ok(entry(account, project.id()));
    }

    @DeleteMapping("/projects/{slug}/people/{login}/roles/{role}")
    @ApiRoute(
            value = "Takes a role in a project from a person.",
            scope = TokenScope.PEOPLE_WRITE,
            gives = PersonEntry.class)
    ResponseEntity<byte[]> revoke(
            @PathVariable("slug") String slug, @PathVariable("login") String login, @PathVariable("role") Role role) {
        Project project = found.named(slug, Role.ADMIN);
        Account account = account(login, project);
        access.revoke(Caller.id(), account.id(), project.id(), role);
        return ApiJson.ok(entry(account, project.id()));
    }

    @PutMapping("/people/{login}/roles/{role}")
    @ApiRoute(
            value = "Gives a person a role in every project; only an owner makes owners.",
            scope = TokenScope.PEOPLE_WRITE,
            gives = PersonEntry.class)
    ResponseEntity<byte[]> grantEverywhere(@PathVariable("login") String login, @PathVariable("role") Role role) {
        Account account = anybody(login);
        access.grant(Caller.id(), account.id(), Access.EVERYWHERE, role);
        return ApiJson.ok(entry(account, Access.EVERYWHERE));
    }

    @DeleteMapping("/people/{login}/roles/{role}")
    @ApiRoute(
            value = "Takes a role in every project from a person; the last owner stays one.",
            scope = TokenScope.PEOPLE_WRITE,
            gives = PersonEntry.class)
    ResponseEntity<byte[]> revokeEverywhere(@PathVariable("login") String login, @PathVariable("role") Role role) {
        Account account = anybody(login);
        access.revoke(Caller.id(), account.id(), Access.EVERYWHERE, role);
        return ApiJson.ok(entry(account, Access.EVERYWHERE));
    }

    @DeleteMapping("/people/{login}")
    @ApiRoute(
            value =
                    "Erases a person for good: name, sign-in, tokens, drafts and the key of all they wrote in words. Their"
                            + " rankings stay under the pseudonym.",
            scope = TokenScope.PEOPLE_WRITE,
            gives = ErasedPerson.class)
    ResponseEntity<byte[]> erase(@PathVariable("login") String login) {
        Account account = anybody(login);
        accounts.erase(Caller.id(), account.id());
        return ApiJson.ok(new ErasedPerson(account.pseudonym()));
    }

    private Account anybody(String login) {
        ProjectAccess.requireEverywhere();
        access.require(Caller.id(), Access.EVERYWHERE, Role.ADMIN);
        return accounts.find(login)
                .filter(account -> account.status() != AccountStatus.ERASED)
                .orElseThrow(() -> ApiException.notFound("person " + login));
    }

    private PersonEntry entry(Account account, UUID scope) {
        return new PersonEntry(
                account.login(),
                account.displayName(),
                account.pseudonym(),
                account.status(),
                access.roles(account.id(), scope));
    }

    /** Who leads one project only learns nothing of the people of others. */
    private Account account(String login, Project project) {
        boolean knowsAll = Caller.token().project() == null && access.has(Caller.id(), Access.EVERYWHERE, Role.ADMIN);
        return accounts.list(Caller.id(), knowsAll ? Access.EVERYWHERE : project.id()).stream()
                .filter(account -> account.login().equals(login))
                .findFirst()
                .orElseThrow(() -> ApiException.notFound("person " + login));
    }
}
