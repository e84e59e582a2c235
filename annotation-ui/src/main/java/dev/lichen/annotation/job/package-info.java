/**
 * Training jobs: each is a child process of the command {@code lichen} with a run folder of its own.
 *
 * <p>{@link dev.lichen.annotation.job.Jobs} keeps what was asked for and runs one job a device, the oldest first. The app
 * reads run folders and asks processes to stop; it shares nothing else with them, so neither's crash takes the other with
 * it. What the page shows is derived each time from the process (alive, by id and start time) and from the folder's
 * {@code run.json}, never from what the app remembers alone.
 */
@NullMarked
package dev.lichen.annotation.job;

import org.jspecify.annotations.NullMarked;
