package io.sextant.ui.chart;

import io.sextant.domain.market.Side;
import java.util.function.DoubleFunction;

/**
 * A working order, or the entry of a position, as the chart shows it: a line at its price with a short label, such as "Limit 0.5".
 * {@code worth} says behind it what the line means in money where it stands, also while it is dragged. {@code movable} lines can be.
 */
public record OrderLine(
        String id, double price, Side side, String label, DoubleFunction<String> worth, boolean movable) {

    /** A line that can be moved and means no money. */
    public OrderLine(String id, double price, Side side, String label) {
        this(id, price, side, label, anywhere -> "", true);
    }

    OrderLine at(double otherPrice) {
        return new OrderLine(id, otherPrice, side, label, worth, movable);
    }

    /** The label and what it means in money here. */
    public String text() {
        return label + worth.apply(price);
    }
}
