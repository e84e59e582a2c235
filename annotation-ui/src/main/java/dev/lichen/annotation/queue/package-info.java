/**
 * Hands out work and takes judgements in.
 *
 * <p>{@link dev.lichen.annotation.queue.WorkQueue} is all that a page needs. A place at an item is taken by one guarded
 * update, {@code open_slots = open_slots − 1 where open_slots > 0}, in the transaction that makes the assignment, so an
 * item is never judged by more people than its overlap target, whatever runs at the same time. The place is a lease: it
 * returns when it expires, and what was written under it is kept. The order in which answers are shown is a row of a
 * {@link dev.lichen.annotation.queue.WilliamsSquare}, stored before it is shown; the page gets positions, letters and
 * texts, never a slot, a writer or a time. Every transaction locks in one order: person, item, assignment, ledger.
 */
@NullMarked
package dev.lichen.annotation.queue;

import org.jspecify.annotations.NullMarked;
