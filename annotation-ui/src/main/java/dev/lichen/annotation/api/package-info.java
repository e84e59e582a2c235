/**
 * The interface for programs: HTTP calls under {@code /api/v1}, in JSON and JSON lines.
 *
 * <p>A program shows a token ({@link dev.lichen.annotation.account.AccessTokens}) and acts in the name of the token's
 * owner. A call is let through if the token has the scope that {@link dev.lichen.annotation.api.ApiRoute} names, if the
 * token is good for the project, and if the services, which the pages ask too, find that the owner has the role. Errors are
 * problem documents (RFC 9457), lists come in pages, a repeated {@code Idempotency-Key} gives the same answer again, and
 * {@code /api/v1/openapi.json} describes all of it, made from the running routes themselves.
 */
@NullMarked
package dev.lichen.annotation.api;

import org.jspecify.annotations.NullMarked;
