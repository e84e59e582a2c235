package dev.lichen.training.config;

import com.fasterxml.jackson.core.JsonLocation;

/**
 * Says where a setting stands.
 *
 * @param source a file's name, or the whole {@code --set} argument
 * @param line the line, counted from 1, or 0 where a source has no lines
 * @param column the column, counted from 1
 */
record ConfigPlace(String source, int line, int column) {

    static ConfigPlace argument(String assignment) {
        return new ConfigPlace("--set " + assignment, 0, 0);
    }

    /** Returns this source's place that the YAML parser speaks of. */
    ConfigPlace at(JsonLocation location) {
        return line == 0 ? this : new ConfigPlace(source, location.getLineNr(), location.getColumnNr());
    }

    @Override
    public String toString() {
        return line == 0 ? source : source + ":" + line + ":" + column;
    }
}
