package dev.lichen.annotation.view;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/**
 * Draws a value with its interval on a scale, with a mark where nothing is shown; what it draws stands beside it in figures,
 * so it is hidden from those who do not see it.
 */
final class IntervalBar extends Span {

    /** A scale and the point on it that speaks for nothing. */
    record Scale(double from, double to, double neutral) {

        /** Coefficients of agreement: 1 is full agreement, 0 is chance. */
        static final Scale COEFFICIENT = new Scale(-1, 1, 0);

        /** Shares whose neutral value is known. */
        static Scale share(double neutral) {
            return new Scale(0, 1, neutral);
        }

        private String percent(double value) {
            double clipped = Math.clamp((value - from) / (to - from), 0, 1);
            return String.format(Locale.ROOT, "%.1f%%", 100 * clipped);
        }
    }

    IntervalBar(Scale scale, double low, double value, double high) {
        addClassName("interval-bar");
        getElement().setAttribute("aria-hidden", "true");
        getStyle()
                .set("--low", scale.percent(low))
                .set("--value", scale.percent(value))
                .set("--high", scale.percent(high))
                .set("--neutral", scale.percent(scale.neutral()));
    }
}
