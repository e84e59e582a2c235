/**
 * What is done on a store from the terminal: checks, backups, exports, imports.
 *
 * <p>An {@link dev.lichen.annotation.errand.Errand} is run by the command itself where the database can be opened. The
 * embedded database belongs to one process: while the app has it open, the command leaves its errand in the
 * {@link dev.lichen.annotation.errand.ErrandFolder} beside the database, and the app runs it while people work. Who may
 * write in that folder may do anything with the database anyhow.
 */
@NullMarked
package dev.lichen.annotation.errand;

import org.jspecify.annotations.NullMarked;
