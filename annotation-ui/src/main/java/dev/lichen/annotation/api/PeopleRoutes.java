package dev.lichen.annotation.api;

import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.AccessToken;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.AccountStatus;
import dev.lichen.annotation.account.Accounts;
import dev.lichen.annotation.account.Invitations;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.account.TokenScope;
import dev.lichen.annotation.project.Project;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** People and invitations, for those who may know of them. */
@RestController
@RequestMapping("/api/v1")
final class PeopleRoutes {

    private final ProjectAccess found;
    private final Accounts accounts;
    private final Access access;
    private final Invitations invitations;

    PeopleRoutes(ProjectAccess found, Accounts accounts, Access access, Invitations invitations) {
        this.found = found;
        this.accounts = accounts;
        this.access = access;
        this.invitations = invitations;
    }

    /** Who calls, and with what. */
    record Self(String login, String displayName, String token, List<String> scopes, Instant expiresAt) {}

    /** A person with their roles in a project. */
    record PersonEntry(String login, String displayName, String pseudonym, AccountStatus status, Set<Role> roles) {}

    /** The name that what a person judged stays under. */
    record ErasedPerson(String pseudonym) {}

    /** An invitation to be written. */
    record NewInvitation(Role role) {}

    /** An invitation: an address that makes one account, once, within 14 days. */
    record InvitationLink(Role role, URI address) {}

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
                .map(account -> entry(account, project))
                .sorted(Comparator.comparing(PersonEntry::login))
                .toList();
        return ApiJson.ok(Page.after(all, cursor, Page.limit(limit), PersonEntry::login));
    }

    @PostMapping("/projects/{slug}/invitations")
    @ApiRoute(
            value = "Writes an invitation to a project.",
            scope = TokenScope.PEOPLE_WRITE,
            takes = NewInvitation.class,
            gives = InvitationLink.class,
            creates = true)
    ResponseEntity<byte[]> invite(@PathVariable("slug") String slug, @RequestBody byte[] body) {
        Project project = found.named(slug, Role.ADMIN);
        Role role = ApiJson.read(body, NewInvitation.class).role();
        String code = invitations.invite(Caller.id(), project.id(), role);
        URI address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .pathSegment("join", code)
                .build()
                .toUri();
        return ApiJson.answer(HttpStatus.CREATED, new InvitationLink(role, address));
    }

    @PutMapping("/projects/{slug}/people/{login}/roles/{role}")
    @ApiRoute(value = "Gives a person a role in a project.", scope = TokenScope.PEOPLE_WRITE, gives = PersonEntry.class)
    ResponseEntity<byte[]> grant(
            @PathVariable("slug") String slug, @PathVariable("login") String login, @PathVariable("role") Role role) {
        Project project = found.named(slug, Role.ADMIN);
        Account account = account(login, project);
        access.grant(Caller.id(), account.id(), project.id(), role);
        return ApiJson.ok(entry(account, project));
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
        return ApiJson.ok(entry(account, project));
    }

    @DeleteMapping("/people/{login}")
    @ApiRoute(
            value =
                    "Erases a person for good: name, sign-in, tokens, drafts and the key of all they wrote in words. Their"
                            + " rankings stay under the pseudonym.",
            scope = TokenScope.PEOPLE_WRITE,
            gives = ErasedPerson.class)
    ResponseEntity<byte[]> erase(@PathVariable("login") String login) {
        ProjectAccess.requireEverywhere();
        access.require(Caller.id(), Access.EVERYWHERE, Role.ADMIN);
        Account account = accounts.find(login)
                .filter(found -> found.status() != AccountStatus.ERASED)
                .orElseThrow(() -> ApiException.notFound("person " + login));
        accounts.erase(Caller.id(), account.id());
        return ApiJson.ok(new ErasedPerson(account.pseudonym()));
    }

    private PersonEntry entry(Account account, Project project) {
        return new PersonEntry(
                account.login(),
                account.displayName(),
                account.pseudonym(),
                account.status(),
                access.roles(account.id(), project.id()));
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
