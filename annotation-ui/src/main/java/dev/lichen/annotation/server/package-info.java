/**
 * Starts the app: database, services, web server, in this process.
 *
 * <p>{@link dev.lichen.annotation.server.AnnotationServer} is the way in for a command or a test. Spring Boot serves the
 * pages; the store beneath needs no Spring container. The embedded database lives in the folder that the user names and
 * has one process at a time; a second app on the same folder is refused.
 */
@NullMarked
package dev.lichen.annotation.server;

import org.jspecify.annotations.NullMarked;
