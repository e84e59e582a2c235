/**
 * The calls that the workbench in the browser makes: open work, save a draft, submit.
 *
 * <p>{@link dev.lichen.annotation.work.WorkController} answers in JSON. What it hands out is what
 * {@code dev.lichen.annotation.queue} allows a page to know, rendered as safe HTML: letters, texts and rules; no slot, no
 * writer, no time. A call that changes something may be sent twice without harm.
 */
@NullMarked
package dev.lichen.annotation.work;

import org.jspecify.annotations.NullMarked;
