package io.sextant.engine.strategy;

import io.sextant.domain.regime.RegimeName;
import io.sextant.strategy.kind.Scene;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The engine's own bars and the strategy's own book, as of the end of a bar. */
final class SeatScene implements Scene {

    private final SeatBars[] bars;
    private final SeatBook book;
    private final SeatWorld world;
    final boolean[] isNew;
    final double[] bid;
    final double[] ask;
    long endNanos;

    SeatScene(SeatBars[] bars, SeatBook book, SeatWorld world) {
        this.bars = bars;
        this.book = book;
        this.world = world;
        isNew = new boolean[bars.length];
        bid = new double[bars.length];
        ask = new double[bars.length];
        Arrays.fill(bid, Double.NaN);
        Arrays.fill(ask, Double.NaN);
    }

    @Override
    public long endNanos() {
        return endNanos;
    }

    @Override
    public int instruments() {
        return bars.length;
    }

    @Override
    public boolean isNew(int instrument) {
        return isNew[instrument];
    }

    @Override
    public int bars(int instrument) {
        return bars[instrument].count;
    }

    @Override
    public long openTimeNanos(int instrument) {
        return bars[instrument].openTimeNanos;
    }

    @Override
    public double open(int instrument) {
        return bars[instrument].open;
    }

    @Override
    public double high(int instrument) {
        return bars[instrument].high;
    }

    @Override
    public double low(int instrument) {
        return bars[instrument].low;
    }

    @Override
    public double close(int instrument) {
        return bars[instrument].close;
    }

    @Override
    public double volume(int instrument) {
        return bars[instrument].volume;
    }

    @Override
    public double close(int instrument, int barsAgo) {
        return bars[instrument].close(barsAgo);
    }

    @Override
    public double feature(int instrument, int feature) {
        return bars[instrument].features[feature];
    }

    @Override
    public @Nullable Outlook outlook(int instrument) {
        return world.outlook(instrument, endNanos);
    }

    @Override
    public @Nullable RegimeName regime(int instrument) {
        return world.regime(instrument, endNanos);
    }

    @Override
    public double bid(int instrument) {
        return bid[instrument];
    }

    @Override
    public double ask(int instrument) {
        return ask[instrument];
    }

    @Override
    public double heldUnits(int instrument) {
        return book.units(instrument);
    }

    @Override
    public double entryPrice(int instrument) {
        return book.entryPrice(instrument);
    }

    @Override
    public double equity() {
        return book.equity();
    }
}
