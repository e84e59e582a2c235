/** Asks the operating system about this machine and this process: {@link dev.lichen.cli.machine.Machine}. */
@NullMarked
package dev.lichen.cli.machine;

import org.jspecify.annotations.NullMarked;
