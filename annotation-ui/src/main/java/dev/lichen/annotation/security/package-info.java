/**
 * Lets people in and keeps everything else out.
 *
 * <p>{@link dev.lichen.annotation.security.SecurityConfiguration} guards every address: signed-in people only, but for the
 * pages that let one in. Who may do what is decided by the services of {@code dev.lichen.annotation.account}, which every
 * page and every call asks; being signed in gives nothing by itself, and ends when
 * {@link dev.lichen.annotation.account.Sessions} says so, which each request asks. A request that changes something must
 * come from this site ({@link dev.lichen.annotation.security.SameOriginFilter}), and pages run no script that is not ours
 * ({@link dev.lichen.annotation.security.PageHeaders}).
 */
@NullMarked
package dev.lichen.annotation.security;

import org.jspecify.annotations.NullMarked;
