package io.sextant.ui.panel.optimiser;

import io.sextant.domain.portfolio.OptimiserBoard.Computed;
import io.sextant.domain.portfolio.OptimiserBoard.Figures;

/**
 * Points along the frontier, close enough for a smooth line: between two corners it is a piece of a hyperbola.
 *
 * @param places as {@link Computed#along} counts them
 */
record FrontierLine(double[] places, double[] volatilities, double[] returns) {

    private static final int POINTS = 240;
    private static final int FEWEST_A_PIECE = 4;

    static FrontierLine of(Computed told) {
        int pieces = told.frontier().size() - 1;
        int each = pieces == 0 ? 0 : Math.max(FEWEST_A_PIECE, POINTS / pieces);
        int count = pieces * each + 1;
        double[] places = new double[count];
        double[] volatilities = new double[count];
        double[] returns = new double[count];
        for (int i = 0; i < count; i++) {
            places[i] = each == 0 ? 0 : (double) i / each;
            Figures figures = told.figures(told.along(places[i]));
            volatilities[i] = figures.volatility();
            returns[i] = figures.expectedReturn();
        }
        return new FrontierLine(places, volatilities, returns);
    }

    int size() {
        return places.length;
    }

    /** The point that is nearest to a place. */
    int at(double place) {
        int nearest = 0;
        for (int i = 1; i < places.length; i++) {
            if (Math.abs(places[i] - place) < Math.abs(places[nearest] - place)) {
                nearest = i;
            }
        }
        return nearest;
    }

    /** The point that is nearest to these figures, an axis counting by its scale in pixels. */
    int nearest(double volatility, double expected, double acrossScale, double upScale) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < places.length; i++) {
            double distance =
                    Math.hypot((volatilities[i] - volatility) * acrossScale, (returns[i] - expected) * upScale);
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }
}
