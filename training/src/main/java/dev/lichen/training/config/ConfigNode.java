package dev.lichen.training.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds settings as they were written, each with its place. */
sealed interface ConfigNode {

    ConfigPlace place();

    /** Describes the node for an error message. */
    String found();

    /** A mapping from keys to settings, in the order in which they were written. */
    record Section(Map<String, ConfigNode> entries, ConfigPlace place) implements ConfigNode {

        /** Returns this section overlaid by another: sections merge key by key, anything else is replaced. */
        Section overlaidBy(Section upper) {
            Map<String, ConfigNode> merged = new LinkedHashMap<>(entries);
            upper.entries.forEach((key, node) -> merged.merge(key, node, Section::overlay));
            return new Section(merged, upper.place);
        }

        private static ConfigNode overlay(ConfigNode lower, ConfigNode upper) {
            return lower instanceof Section below && upper instanceof Section above ? below.overlaidBy(above) : upper;
        }

        @Override
        public String found() {
            return "a section with " + entries.keySet();
        }
    }

    /** A list of settings. */
    record Items(List<ConfigNode> items, ConfigPlace place) implements ConfigNode {

        @Override
        public String found() {
            return "a list of " + items.size();
        }
    }

    /**
     * One value.
     *
     * @param text the value as it was written, without quotation marks
     */
    record Scalar(String text, Kind kind, ConfigPlace place) implements ConfigNode {

        @Override
        public String found() {
            return kind == Kind.EMPTY ? "nothing" : kind == Kind.TEXT ? '"' + text + '"' : text;
        }
    }

    /** What the YAML grammar takes a value for. */
    enum Kind {
        TEXT,
        INTEGER,
        FRACTION,
        BOOLEAN,
        EMPTY
    }
}
