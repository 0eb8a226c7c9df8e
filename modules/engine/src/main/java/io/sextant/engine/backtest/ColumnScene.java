package io.sextant.engine.backtest;

import io.sextant.analytics.feature.FeatureStream;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.regime.RegimeName;
import io.sextant.engine.strategy.Features;
import io.sextant.engine.strategy.SeatBook;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.Scene;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The columns up to a bar and what is held then: no forecast, no regime and no book. */
final class ColumnScene implements Scene {

    private final TestedSeries series;
    private final BarSeries bars;
    private final SeatBook book;
    private final int pastBars;
    private final @Nullable FeatureStream stream;
    private final double[] features;
    private int newest = -1;

    ColumnScene(TestedSeries series, SeatBook book, Needs needs) {
        this.series = series;
        bars = series.bars();
        this.book = book;
        pastBars = Math.max(1, needs.pastBars());
        features = new double[needs.features().size()];
        Arrays.fill(features, Double.NaN);
        stream = features.length == 0 ? null : new FeatureStream(Features.of(needs.features()));
    }

    void goTo(int bar) {
        newest = bar;
        if (stream != null) {
            stream.input().bar(openTimeNanos(0), open(0), high(0), low(0), close(0), volume(0));
            stream.next(features);
        }
    }

    @Override
    public long endNanos() {
        return series.endNanos()[newest];
    }

    @Override
    public int instruments() {
        return 1;
    }

    @Override
    public boolean isNew(int instrument) {
        return true;
    }

    @Override
    public int bars(int instrument) {
        return newest + 1;
    }

    @Override
    public long openTimeNanos(int instrument) {
        return bars.openTimeNanos()[newest];
    }

    @Override
    public double open(int instrument) {
        return bars.open()[newest];
    }

    @Override
    public double high(int instrument) {
        return bars.high()[newest];
    }

    @Override
    public double low(int instrument) {
        return bars.low()[newest];
    }

    @Override
    public double close(int instrument) {
        return bars.close()[newest];
    }

    @Override
    public double volume(int instrument) {
        return bars.volume()[newest];
    }

    @Override
    public double close(int instrument, int barsAgo) {
        return barsAgo < 0 || barsAgo > Math.min(newest, pastBars) ? Double.NaN : bars.close()[newest - barsAgo];
    }

    @Override
    public double feature(int instrument, int feature) {
        return features[feature];
    }

    @Override
    public @Nullable Outlook outlook(int instrument) {
        return null;
    }

    @Override
    public @Nullable RegimeName regime(int instrument) {
        return null;
    }

    @Override
    public double bid(int instrument) {
        return Double.NaN;
    }

    @Override
    public double ask(int instrument) {
        return Double.NaN;
    }

    @Override
    public double heldUnits(int instrument) {
        return book.units(0);
    }

    @Override
    public double entryPrice(int instrument) {
        return book.entryPrice(0);
    }

    @Override
    public double equity() {
        return book.equity();
    }
}
