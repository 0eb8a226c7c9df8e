package io.sextant.ui.chart;

import io.sextant.domain.market.Side;

/**
 * A fill of an order as the chart shows it: an arrow at its time and price that tells {@code text} under the mouse.
 *
 * @param tested it was one of a backtest only, and has no order
 */
public record FillMark(String order, long timeNanos, double price, Side side, String text, boolean tested) {

    public FillMark(String order, long timeNanos, double price, Side side, String text) {
        this(order, timeNanos, price, side, text, false);
    }

    public static FillMark tested(long timeNanos, double price, Side side, String text) {
        return new FillMark("", timeNanos, price, side, text, true);
    }
}
