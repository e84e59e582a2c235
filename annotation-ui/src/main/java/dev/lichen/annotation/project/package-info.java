/**
 * What is judged and by which rules: projects, versions of guidelines and criteria, and items.
 *
 * <p>An {@link dev.lichen.annotation.project.NewItem} has a prompt and 2 to 9 answers in canonical slots, which no
 * annotator sees. Answers with the same text are merged before they are served, and tied in what is exported. An answer
 * that names its model ({@link dev.lichen.annotation.project.IdentityScan}) holds its item back until somebody has looked.
 */
@NullMarked
package dev.lichen.annotation.project;

import org.jspecify.annotations.NullMarked;
