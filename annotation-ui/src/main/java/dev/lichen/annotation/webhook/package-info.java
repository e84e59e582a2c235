/**
 * Tells other programs when an item, a project or a training job is done.
 *
 * <p>{@link dev.lichen.annotation.webhook.WebhookFollower} reads the ledger and writes down what is to be sent, once for
 * each event; {@link dev.lichen.annotation.webhook.WebhookSender} sends it, and again with growing pauses until it is taken.
 * A message is signed: {@code Lichen-Signature: v1=HEX}, HEX = HMAC-SHA256(secret, timestamp + "." + body), with the
 * timestamp in {@code Lichen-Timestamp}. Nothing is sent to an address of a private network
 * ({@link dev.lichen.annotation.webhook.PublicAddresses}), unless the installation allows it.
 */
@NullMarked
package dev.lichen.annotation.webhook;

import org.jspecify.annotations.NullMarked;
