package io.sextant.ui.panel.data.quality;

import io.sextant.domain.dataset.CoverageDay;
import io.sextant.ui.chart.ChartPalette;
import javafx.scene.paint.Color;

/** How much of a day is there, in steps that can be told apart: by lightness, so that hue is not needed. */
enum CoverageLevel {
    /** No trading is expected. */
    CLOSED,
    NONE,
    LITTLE,
    PART,
    ALL;

    private static final double HALF = 0.5;
    private static final double WHOLE = 0.995;

    static CoverageLevel of(CoverageDay day) {
        if (day.expected() == 0) {
            return day.present() == 0 ? CLOSED : ALL;
        }
        double share = day.present() / (double) day.expected();
        if (share >= WHOLE) {
            return ALL;
        }
        if (share >= HALF) {
            return PART;
        }
        return share > 0 ? LITTLE : NONE;
    }

    Color colour(ChartPalette palette) {
        return switch (this) {
            case CLOSED -> palette.grid();
            case NONE -> palette.down();
            case LITTLE -> palette.background().interpolate(palette.up(), 0.35);
            case PART -> palette.background().interpolate(palette.up(), 0.65);
            case ALL -> palette.up();
        };
    }
}
