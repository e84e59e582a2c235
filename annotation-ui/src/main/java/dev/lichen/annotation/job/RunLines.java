package dev.lichen.annotation.job;

import java.util.List;

/**
 * What a file of lines holds from a place on; a line that is being written is left for the next look.
 *
 * @param start where the lines begin, in bytes; 0 instead of the place asked for where the file was begun anew
 * @param lines whole lines, oldest first
 * @param next where to go on, in bytes
 */
public record RunLines(long start, List<String> lines, long next) {

    public RunLines {
        lines = List.copyOf(lines);
    }
}
