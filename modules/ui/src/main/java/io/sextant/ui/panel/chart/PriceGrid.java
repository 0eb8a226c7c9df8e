package io.sextant.ui.panel.chart;

import io.sextant.domain.market.BarSeries;
import java.math.BigDecimal;

/** The decimals that stored prices were written with, for a series that comes without rules of trade. */
final class PriceGrid {

    private static final int BARS_LOOKED_AT = 200;
    private static final int MOST_DECIMALS = 8;

    /** Prices that were computed, as adjusted ones are, have digits that say nothing. */
    private static final int MOST_DIGITS = 7;

    static final int USUAL_DECIMALS = 2;

    private PriceGrid() {}

    static int decimals(BarSeries bars) {
        if (bars.isEmpty()) {
            return USUAL_DECIMALS;
        }
        int decimals = 0;
        int step = Math.max(1, bars.size() / BARS_LOOKED_AT);
        for (int i = bars.size() - 1; i >= 0; i -= step) {
            decimals = Math.max(decimals, decimals(bars.close()[i]));
            decimals = Math.max(decimals, decimals(bars.high()[i]));
        }
        int whole = (int) Math.floor(Math.log10(Math.max(1, Math.abs(bars.close()[bars.size() - 1])))) + 1;
        return Math.min(decimals, Math.clamp(MOST_DIGITS - whole, USUAL_DECIMALS, MOST_DECIMALS));
    }

    private static int decimals(double price) {
        return Double.isFinite(price)
                ? Math.max(0, BigDecimal.valueOf(price).stripTrailingZeros().scale())
                : 0;
    }

    /** The smallest step of prices with so many decimals. */
    static double tick(int decimals) {
        return BigDecimal.ONE.movePointLeft(decimals).doubleValue();
    }
}
