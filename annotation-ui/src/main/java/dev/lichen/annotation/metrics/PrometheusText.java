package dev.lichen.annotation.metrics;

import java.util.Locale;

/** Writes figures in Prometheus's text format. */
final class PrometheusText {

    private final StringBuilder text = new StringBuilder();

    /** Begins a figure. */
    PrometheusText figure(String name, String kind, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(kind).append('\n');
        return this;
    }

    /**
     * Writes a count.
     *
     * @param labels name and value in turn
     */
    PrometheusText value(String name, long value, String... labels) {
        return value(name, String.valueOf(value), labels);
    }

    /** Writes a measured value. */
    PrometheusText value(String name, double value, String... labels) {
        return value(name, String.format(Locale.ROOT, "%.6g", value), labels);
    }

    private PrometheusText value(String name, String value, String[] labels) {
        text.append(name);
        for (int i = 0; i < labels.length; i += 2) {
            text.append(i == 0 ? '{' : ',')
                    .append(labels[i])
                    .append("=\"")
                    .append(escaped(labels[i + 1]))
                    .append('"');
        }
        text.append(labels.length == 0 ? " " : "} ").append(value).append('\n');
        return this;
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
