package io.sextant.ui.chart;

/** Told whose fill was clicked, and where on the screen. */
@FunctionalInterface
public interface FillClicked {

    void clicked(String order, double screenX, double screenY);
}
