package dev.lichen.cli.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One measured figure.
 *
 * @param workload what was done
 * @param value the median of the counted runs
 * @param unit what the value counts
 * @param gigaflops billions of floating-point operations a second that this is, where operations can be counted
 * @param runs how many runs were counted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figure(
        String workload,
        double value,
        String unit,
        @Nullable Double gigaflops,
        int runs) {

    static Figure of(String workload, double value, String unit, int runs) {
        return new Figure(workload, value, unit, null, runs);
    }

    /** Returns the value as people read it. */
    public String formatted() {
        return String.format(Locale.ROOT, value < 10 ? "%.2f %s" : "%.0f %s", value, unit);
    }

    /** Returns the rate of operations as people read it, or nothing. */
    public String formattedRate() {
        return gigaflops == null ? "" : String.format(Locale.ROOT, "%.0f GFLOP/s", gigaflops);
    }
}
