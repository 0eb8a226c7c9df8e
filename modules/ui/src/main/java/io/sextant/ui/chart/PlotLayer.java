package io.sextant.ui.chart;

import javafx.scene.canvas.GraphicsContext;

/** One thing drawn over the plot; layers are drawn in the order of their list. */
interface PlotLayer {

    void draw(GraphicsContext gc, PlotFrame frame);
}
