package dev.lichen.annotation.api;

import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Invitations;
import dev.lichen.annotation.account.OpenInvitation;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.account.TokenScope;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Invitations to a project, and to the whole installation. */
@RestController
@RequestMapping("/api/v1")
final class InvitationRoutes {

    private final ProjectAccess found;
    private final Invitations invitations;

    InvitationRoutes(ProjectAccess found, Invitations invitations) {
        this.found = found;
        this.invitations = invitations;
    }

    /** An invitation to be written. */
    record NewInvitation(Role role) {}

    /** An invitation: an address that makes one account, once, within 14 days. */
    record InvitationLink(Role role, URI address) {}

    /** An invitation that can be accepted, without its address. */
    record InvitationEntry(UUID id, Role role, String by, Instant expiresAt) {

        static InvitationEntry of(OpenInvitation open) {
            return new InvitationEntry(open.id(), open.role(), open.byLogin(), open.expiresAt());
        }
    }

    @PostMapping("/projects/{slug}/invitations")
    @ApiRoute(
            value = "Writes an invitation to a project.",
            scope = TokenScope.PEOPLE_WRITE,
            takes = NewInvitation.class,
            gives = InvitationLink.class,
            creates = true)
    ResponseEntity<byte[]> invite(@PathVariable("slug") String slug, @RequestBody byte[] body) {
        UUID project = found.named(slug, Role.ADMIN).id();
        Role role = ApiJson.read(body, NewInvitation.class).role();
        String code = invitations.invite(Caller.id(), project, role);
        URI address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .pathSegment("join", code)
                .build()
                .toUri();
        return ApiJson.answer(HttpStatus.CREATED, new InvitationLink(role, address));
    }

    @GetMapping("/projects/{slug}/invitations")
    @ApiRoute(
            value = "Lists the invitations to a project that can be accepted.",
            scope = TokenScope.PEOPLE_READ,
            gives = InvitationEntry.class,
            pages = true)
    ResponseEntity<byte[]> list(
            @PathVariable("slug") String slug,
            @RequestParam(value = "cursor", defaultValue = "") String cursor,
            @RequestParam(value = "limit", defaultValue = Page.USUAL) int limit) {
        return list(found.named(slug, Role.ADMIN, Role.AUDITOR).id(), cursor, limit);
    }

    @GetMapping("/invitations")
    @ApiRoute(
            value = "Lists the invitations to every project that can be accepted.",
            scope = TokenScope.PEOPLE_READ,
            gives = InvitationEntry.class,
            pages = true)
    ResponseEntity<byte[]> listEverywhere(
            @RequestParam(value = "cursor", defaultValue = "") String cursor,
            @RequestParam(value = "limit", defaultValue = Page.USUAL) int limit) {
        ProjectAccess.requireEverywhere();
        return list(Access.EVERYWHERE, cursor, limit);
    }

    @DeleteMapping("/projects/{slug}/invitations/{invitation}")
    @ApiRoute(
            value = "Takes an invitation to a project back.",
            scope = TokenScope.PEOPLE_WRITE,
            gives = InvitationEntry.class)
    ResponseEntity<byte[]> revoke(@PathVariable("slug") String slug, @PathVariable("invitation") UUID invitation) {
        return revoke(found.named(slug, Role.ADMIN).id(), invitation);
    }

    @DeleteMapping("/invitations/{invitation}")
    @ApiRoute(
            value = "Takes an invitation to every project back.",
            scope = TokenScope.PEOPLE_WRITE,
            gives = InvitationEntry.class)
    ResponseEntity<byte[]> revokeEverywhere(@PathVariable("invitation") UUID invitation) {
        ProjectAccess.requireEverywhere();
        return revoke(Access.EVERYWHERE, invitation);
    }

    private ResponseEntity<byte[]> list(UUID scope, String cursor, int limit) {
        List<InvitationEntry> all = invitations.list(Caller.id(), scope).stream()
                .map(InvitationEntry::of)
                .toList();
        return ApiJson.ok(
                Page.following(all, cursor, Page.limit(limit), open -> open.id().toString()));
    }

    private ResponseEntity<byte[]> revoke(UUID scope, UUID invitation) {
        InvitationEntry open = invitations.list(Caller.id(), scope).stream()
                .filter(one -> one.id().equals(invitation))
                .map(InvitationEntry::of)
                .findFirst()
                .orElseThrow(() -> ApiException.notFound("open invitation " + invitation));
        invitations.revoke(Caller.id(), scope, invitation);
        return ApiJson.ok(open);
    }
}
