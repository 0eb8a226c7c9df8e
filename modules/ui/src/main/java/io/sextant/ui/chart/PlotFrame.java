package io.sextant.ui.chart;

import io.sextant.domain.market.Timeframe;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** All that is drawn in one frame, worked out once and read by the axes, the layers and the crosshair. */
final class PlotFrame {

    /** Shares of the height that stay free above and below the candles; volume stands in the lower one. */
    private static final double MARGIN_TOP = 0.10;

    private static final double MARGIN_BOTTOM = 0.20;
    private static final double VOLUME_SHARE = 0.16;

    CandleSeries bars = CandleSeries.empty();
    ChartPalette palette = ChartPalette.LIGHT;
    ChartFormats formats = new ChartFormats(Locale.ENGLISH, ZoneId.of("UTC"), Timeframe.M1, 2);
    List<OrderLine> orders = List.of();
    List<FillMark> fills = List.of();
    String countdown = "";

    final ChartViewport view = new ChartViewport();
    final CandleFrame candles = new CandleFrame();
    final ValueScale priceScale = new ValueScale();
    final ValueScale volumeScale = new ValueScale();
    final PriceTicks priceTicks = new PriceTicks();
    final TimeTicks timeTicks = new TimeTicks();

    private double width;
    private double height;
    private boolean stale = true;

    void markStale() {
        stale = true;
    }

    boolean isStale() {
        return stale;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    boolean hasBars() {
        return !bars.isEmpty();
    }

    /** Works the frame out for this size, unless it is worked out already. */
    void prepare(double newWidth, double newHeight) {
        if (!stale && newWidth == width && newHeight == height) {
            return;
        }
        width = newWidth;
        height = newHeight;
        stale = false;
        view.resize(width);
        candles.compute(bars, view);
        if (candles.count > 0) {
            scale();
        }
        priceTicks.compute(
                hasBars() ? priceScale.value(height) : 0,
                hasBars() ? priceScale.value(0) : 0,
                height,
                formats.priceDecimals());
        timeTicks.compute(bars, view, formats.barNanos(), formats.zone());
    }

    private void scale() {
        double high = candles.highest;
        double low = candles.lowest;
        double leastRange = 4 * Math.pow(10, -formats.priceDecimals());
        if (high - low < leastRange) {
            double middle = (high + low) / 2;
            high = middle + leastRange / 2;
            low = middle - leastRange / 2;
        }
        priceScale.set(low, high, Math.rint(height * MARGIN_TOP), Math.rint(height * (1 - MARGIN_BOTTOM)));
        volumeScale.set(0, candles.volumeMax > 0 ? candles.volumeMax : 1, height * (1 - VOLUME_SHARE), height);
    }
}
