/**
 * Files in and out: items from every format that {@code dev.lichen.datasets} knows, judgements as its records.
 *
 * <p>An import is all or nothing, and the same file or the same item twice is recognised. An export is made as of a head
 * of the ledger ({@link dev.lichen.annotation.exchange.Export}), and the same head gives the same bytes for ever, unless
 * an author was erased. It names annotators by pseudonym only, is an event of the ledger, and what it writes trains a
 * reward model as it is.
 */
@NullMarked
package dev.lichen.annotation.exchange;

import org.jspecify.annotations.NullMarked;
