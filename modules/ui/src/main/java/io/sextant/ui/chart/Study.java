package io.sextant.ui.chart;

import io.sextant.analytics.indicator.IndicatorSpec;
import java.util.Locale;

/**
 * An indicator as a chart shows it. {@code id} tells two of the same kind apart, {@code colour} counts through the palette's study
 * colours, and {@code share} is what its pane takes of the plot's height when it has one.
 */
public record Study(int id, IndicatorSpec spec, int colour, double share) {

    public static final double USUAL_SHARE = 0.18;
    static final double LEAST_SHARE = 0.06;
    static final double GREATEST_SHARE = 0.6;

    public Study {
        if (!(share >= LEAST_SHARE && share <= GREATEST_SHARE)) {
            throw new IllegalArgumentException(
                    "a pane takes " + LEAST_SHARE + " to " + GREATEST_SHARE + ", not " + share);
        }
    }

    public Study withSpec(IndicatorSpec other) {
        return new Study(id, other, colour, share);
    }

    public Study withShare(double other) {
        return new Study(id, spec, colour, Math.clamp(other, LEAST_SHARE, GREATEST_SHARE));
    }

    /** Such as "MACD 12 26 9". */
    public String title() {
        return spec.toString().replace(':', ' ').toUpperCase(Locale.ROOT);
    }
}
