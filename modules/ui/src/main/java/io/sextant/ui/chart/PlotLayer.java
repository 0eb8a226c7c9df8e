package io.sextant.ui.chart;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;

/** One thing drawn over the plot; layers are drawn in the order of their list. */
interface PlotLayer {

    void draw(GraphicsContext gc, PlotFrame frame);

    /** Those of a chart of prices, the lowest first. */
    static List<PlotLayer> all() {
        return List.of(
                new GridLayer(),
                new BandLayer(frame -> frame.doubts, ChartPalette::mutedText),
                new BandLayer(frame -> frame.events, palette -> palette.study(3)),
                new VolumeLayer(),
                new ProfileLayer(),
                new PriceLayer(),
                new StudyLayer(),
                new PatternLayer(),
                new DrawingLayer(),
                new MarksLayer(),
                new NewsLayer());
    }
}
