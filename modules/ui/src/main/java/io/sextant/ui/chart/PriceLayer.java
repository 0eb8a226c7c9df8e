package io.sextant.ui.chart;

import javafx.scene.canvas.GraphicsContext;

/** The prices in the chosen style, and the instruments that they are compared with. */
final class PriceLayer implements PlotLayer {

    private final CandleLayer candles = new CandleLayer();
    private final BarLayer bars = new BarLayer();
    private final LinePainter lines = new LinePainter();

    @Override
    public void draw(GraphicsContext gc, PlotFrame frame) {
        switch (frame.style) {
            case CANDLES, HEIKIN_ASHI, RENKO -> candles.draw(gc, frame);
            case BARS -> bars.draw(gc, frame);
            case LINE -> {
                for (StudyPlot plot : frame.closeLine) {
                    if (plot.outputs() > 0) {
                        lines.line(gc, frame, plot.frame(0), frame.priceScale, frame.palette.text());
                    }
                }
            }
        }
        for (ComparisonPlot plot : frame.comparisons) {
            lines.line(gc, frame, plot.frame, frame.priceScale, frame.palette.study(plot.comparison.colour()));
        }
    }
}
