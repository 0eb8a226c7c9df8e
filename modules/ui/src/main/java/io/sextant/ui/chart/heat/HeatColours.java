package io.sextant.ui.chart.heat;

import javafx.scene.paint.Color;

/**
 * Quantity as colour: from the background through blue and orange to near white (dark theme) or near black (light theme). Lightness
 * alone rises with quantity, so the picture reads without colour vision too. Logarithmic, since one large order must not blind the
 * eye to all others.
 */
final class HeatColours {

    private static final int STEPS = 256;
    private static final double RANGE = 15;
    private static final double LOG_OF_WHOLE_RANGE = Math.log(1 + RANGE);

    private final int[] argb = new int[STEPS];
    private final int background;

    HeatColours(boolean dark) {
        Color[] stops = dark
                ? new Color[] {
                    Color.web("#0f141b"),
                    Color.web("#12324f"),
                    Color.web("#1f6f9f"),
                    Color.web("#e0912f"),
                    Color.web("#fff3d6")
                }
                : new Color[] {
                    Color.web("#ffffff"),
                    Color.web("#d5e6f3"),
                    Color.web("#6fa9d3"),
                    Color.web("#b3560c"),
                    Color.web("#3d1400")
                };
        for (int i = 0; i < STEPS; i++) {
            double place = (double) i / (STEPS - 1) * (stops.length - 1);
            int stop = Math.min(stops.length - 2, (int) place);
            argb[i] = argb(stops[stop].interpolate(stops[stop + 1], place - stop));
        }
        background = argb[0];
    }

    int background() {
        return background;
    }

    /** {@code full} is the quantity of the strongest colour. */
    int of(double quantity, double full) {
        double share = Math.log1p(quantity / full * RANGE) / LOG_OF_WHOLE_RANGE;
        return argb[(int) (Math.min(1, Math.max(0, share)) * (STEPS - 1))];
    }

    static int argb(Color color) {
        return 0xFF00_0000
                | (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }
}
