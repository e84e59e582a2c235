/** Gives stages what they need from a terminal: {@link dev.lichen.cli.stage.StageDisplay} and the versions at work. */
@NullMarked
package dev.lichen.cli.stage;

import org.jspecify.annotations.NullMarked;
