package io.sextant.engine.backtest;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.regime.RegimeName;
import io.sextant.strategy.kind.Scene;
import org.jspecify.annotations.Nullable;

/** Bars of one instrument and what is held of it: no features, no forecast, no regime and no book. */
final class BarScene implements Scene {

    private final BarSeries bars;
    private int newest = -1;
    private double heldUnits;
    private double entryPrice = Double.NaN;
    private double equity;

    BarScene(BarSeries bars) {
        this.bars = bars;
    }

    void goOn(double heldUnitsNow, double entryPriceNow, double equityNow) {
        newest++;
        heldUnits = heldUnitsNow;
        entryPrice = heldUnitsNow == 0 ? Double.NaN : entryPriceNow;
        equity = equityNow;
    }

    /** A day's bar ends when the next opens; of the last nothing more is known than its opening. */
    @Override
    public long endNanos() {
        return bars.openTimeNanos()[newest + 1 < bars.size() ? newest + 1 : newest];
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
        return barsAgo > newest ? Double.NaN : bars.close()[newest - barsAgo];
    }

    @Override
    public double feature(int instrument, int feature) {
        return Double.NaN;
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
        return heldUnits;
    }

    @Override
    public double entryPrice(int instrument) {
        return entryPrice;
    }

    @Override
    public double equity() {
        return equity;
    }
}
