package io.sextant.ui.chart;

import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

final class ChartFonts {

    /** The window's own font; JavaFX takes its default where that is not loaded. */
    private static final String FAMILY = "Roboto";

    static final Font PLAIN = Font.font(FAMILY, 11);
    static final Font BOLD = Font.font(PLAIN.getFamily(), FontWeight.BOLD, 11);
    static final Font LEGEND = Font.font(FAMILY, 12);
    static final Font LEGEND_BOLD = Font.font(LEGEND.getFamily(), FontWeight.BOLD, 13);
    static final Font MESSAGE = Font.font(PLAIN.getFamily(), FontWeight.BOLD, 15);

    private ChartFonts() {}
}
