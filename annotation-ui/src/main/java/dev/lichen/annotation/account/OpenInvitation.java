package dev.lichen.annotation.account;

import java.time.Instant;
import java.util.UUID;

/**
 * An invitation that can be accepted, without its token.
 *
 * @param id identifies it
 * @param role what it gives
 * @param byLogin who made it, by login
 * @param byName the name of who made it
 * @param expiresAt when it ends
 */
public record OpenInvitation(UUID id, Role role, String byLogin, String byName, Instant expiresAt) {}
