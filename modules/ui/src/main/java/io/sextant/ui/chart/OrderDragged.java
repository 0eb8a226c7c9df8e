package io.sextant.ui.chart;

/** Told where the line of an order was let go, in price and on the screen. */
@FunctionalInterface
public interface OrderDragged {

    void dragged(OrderLine order, double price, double screenX, double screenY);
}
