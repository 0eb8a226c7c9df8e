package io.sextant.ui.chart;

import javafx.scene.canvas.GraphicsContext;

final class GridLayer implements PlotLayer {

    @Override
    public void draw(GraphicsContext gc, PlotFrame frame) {
        gc.setFill(frame.palette.grid());
        for (int i = 0; i < frame.priceTicks.count; i++) {
            gc.fillRect(0, Math.floor(frame.priceScale.y(frame.priceTicks.value[i])), frame.width(), 1);
        }
        for (int i = 0; i < frame.timeTicks.count; i++) {
            gc.fillRect(Math.floor(frame.view.x(frame.timeTicks.index[i] + 0.5)), 0, 1, frame.height());
        }
    }
}
