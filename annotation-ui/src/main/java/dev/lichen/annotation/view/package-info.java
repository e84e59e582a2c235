/**
 * The pages, in Vaadin Flow.
 *
 * <p>Pages are made of plain HTML elements and one style sheet, {@code lichen/lichen.css}; the place where people rank,
 * {@link dev.lichen.annotation.view.WorkView}, is an element of its own that runs in the browser, so that a key press
 * needs no answer from the server and a lost network loses nothing. Each page asks the services what the person may do;
 * a page of a project that somebody has no role in is, to them, not there.
 */
@NullMarked
package dev.lichen.annotation.view;

import org.jspecify.annotations.NullMarked;
