package io.sextant.benchmarks.chart;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.renderer.spi.financial.CandleStickRenderer;
import io.fair_acc.dataset.spi.financial.OhlcvDataSet;
import io.fair_acc.dataset.spi.financial.api.attrs.AttributeModel;
import io.fair_acc.dataset.spi.financial.api.ohlcv.IOhlcv;
import io.fair_acc.dataset.spi.financial.api.ohlcv.IOhlcvItem;
import io.sextant.domain.market.BarSeries;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Iterator;
import javafx.scene.layout.StackPane;

/** The same bars in ChartFX's own candle renderer, all of them in sight. */
final class StockCandles extends StackPane {

    private final DefaultNumericAxis time = new DefaultNumericAxis("time");
    private final double spanSeconds;

    StockCandles(BarSeries bars) {
        DefaultNumericAxis price = new DefaultNumericAxis("price");
        XYChart chart = new XYChart(time, price);
        OhlcvDataSet data = new OhlcvDataSet("bars");
        data.setData(new Items(bars));
        CandleStickRenderer renderer = new CandleStickRenderer(true);
        renderer.getDatasets().add(data);
        chart.getRenderers().setAll(renderer);
        double first = bars.firstTimeNanos() / 1e9;
        double last = bars.lastTimeNanos() / 1e9;
        spanSeconds = last - first;
        time.setAutoRanging(false);
        time.set(first, last);
        price.setAutoRanging(false);
        price.set(
                Arrays.stream(bars.low()).min().orElseThrow(),
                Arrays.stream(bars.high()).max().orElseThrow());
        getChildren().add(chart);
    }

    /** Moves the picture by a share of its width. */
    void pan(double share) {
        time.set(time.getMin() - share * spanSeconds, time.getMax() - share * spanSeconds);
    }

    /** Objects made once: making one for each reading would be charged to the renderer. */
    private static final class Items implements IOhlcv {
        private final IOhlcvItem[] items;

        Items(BarSeries bars) {
            items = new IOhlcvItem[bars.size()];
            for (int i = 0; i < items.length; i++) {
                items[i] = new Item(
                        Date.from(Instant.ofEpochMilli(bars.openTimeNanos()[i] / 1_000_000)),
                        bars.open()[i],
                        bars.high()[i],
                        bars.low()[i],
                        bars.close()[i],
                        bars.volume()[i]);
            }
        }

        @Override
        public IOhlcvItem getOhlcvItem(int index) {
            return items[index];
        }

        @Override
        public int size() {
            return items.length;
        }

        @Override
        public Iterator<IOhlcvItem> iterator() {
            return Arrays.asList(items).iterator();
        }

        @Override
        public AttributeModel getAddon() {
            return new AttributeModel();
        }

        @Override
        public AttributeModel getAddonOrCreate() {
            return new AttributeModel();
        }
    }

    private record Item(
            @Override Date getTimeStamp,
            @Override double getOpen,
            @Override double getHigh,
            @Override double getLow,
            @Override double getClose,
            @Override double getVolume)
            implements IOhlcvItem {

        @Override
        public double getOpenInterest() {
            return 0;
        }

        @Override
        public AttributeModel getAddon() {
            return new AttributeModel();
        }

        @Override
        public AttributeModel getAddonOrCreate() {
            return new AttributeModel();
        }
    }
}
