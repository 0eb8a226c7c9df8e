package io.sextant.ui.chart;

import io.sextant.domain.market.Side;

/** A working order as the chart shows it: a line at its price with a short label, such as "Limit 0.5". */
public record OrderLine(String id, double price, Side side, String label) {

    OrderLine at(double otherPrice) {
        return new OrderLine(id, otherPrice, side, label);
    }
}
