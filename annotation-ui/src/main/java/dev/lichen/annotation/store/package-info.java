/**
 * The database: facts that are written once, and the chain that proves it.
 *
 * <p>{@link dev.lichen.annotation.store.Database} opens H2 or PostgreSQL and brings the schema up to date. Every event of
 * weight is a row of the {@link dev.lichen.annotation.store.Ledger}, whose hash covers the row before it:
 * {@code hash(n) = SHA-256(hash(n−1) ‖ canonical JSON of event n)}. A
 * {@link dev.lichen.annotation.store.StoredJudgement} is the canonical JSON of what a person said; the ledger holds its
 * hash, so that neither can change without the other, and {@link dev.lichen.annotation.store.LedgerVerification} finds
 * the first place where the chain does not hold. A correction is a new revision. Free text is sealed with a key of its
 * author's own ({@link dev.lichen.annotation.store.PersonKeys}): dropping the key erases the text and leaves the chain.
 */
@NullMarked
package dev.lichen.annotation.store;

import org.jspecify.annotations.NullMarked;
