package io.sextant.strategy.testing;

import io.sextant.domain.regime.RegimeName;
import io.sextant.strategy.kind.Scene;
import io.sextant.strategy.kind.Target;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The scene at the end of a bar of a market, and what is held by then. */
final class Moment implements Scene {

    private final Market market;
    final double[] units;
    private final double[] entry;
    private final double[] newestClose;
    private final int[] counts;
    private double cash = Market.CASH;
    int bar = -1;

    Moment(Market market) {
        this.market = market;
        units = new double[market.instruments()];
        entry = new double[units.length];
        newestClose = new double[units.length];
        counts = new int[units.length];
        Arrays.fill(entry, Double.NaN);
        Arrays.fill(newestClose, Double.NaN);
    }

    /** Fills what waits of the instruments that trade now, all sized by the equity at these opens. */
    void open(int now, @Nullable Target[] waiting) {
        bar = now;
        double worth = cash;
        for (int k = 0; k < units.length; k++) {
            worth += units[k] == 0 ? 0 : units[k] * (isNew(k) ? market.open[k][bar] : newestClose[k]);
        }
        for (int k = 0; k < units.length; k++) {
            Target target = waiting[k];
            if (target == null || !isNew(k)) {
                continue;
            }
            double price = market.open[k][bar];
            double wanted = target.untilNanos() < market.openTimeNanos(bar) ? units[k] : target.share() * worth / price;
            cash -= (wanted - units[k]) * price;
            entry[k] = wanted == 0 ? Double.NaN : Math.signum(wanted) == Math.signum(units[k]) ? entry[k] : price;
            units[k] = wanted;
            waiting[k] = null;
        }
    }

    void close() {
        for (int k = 0; k < units.length; k++) {
            if (isNew(k)) {
                newestClose[k] = market.close[k][bar];
                counts[k]++;
            }
        }
    }

    @Override
    public long endNanos() {
        return market.openTimeNanos(bar + 1);
    }

    @Override
    public int instruments() {
        return units.length;
    }

    @Override
    public boolean isNew(int instrument) {
        return !Double.isNaN(market.close[instrument][bar]);
    }

    @Override
    public int bars(int instrument) {
        return counts[instrument];
    }

    @Override
    public long openTimeNanos(int instrument) {
        return market.openTimeNanos(bar);
    }

    @Override
    public double open(int instrument) {
        return market.open[instrument][bar];
    }

    @Override
    public double high(int instrument) {
        return market.high[instrument][bar];
    }

    @Override
    public double low(int instrument) {
        return market.low[instrument][bar];
    }

    @Override
    public double close(int instrument) {
        return newestClose[instrument];
    }

    @Override
    public double volume(int instrument) {
        return market.volume[instrument][bar];
    }

    @Override
    public double close(int instrument, int barsAgo) {
        int left = barsAgo;
        for (int i = bar; i >= 0; i--) {
            if (!Double.isNaN(market.close[instrument][i]) && left-- == 0) {
                return market.close[instrument][i];
            }
        }
        return Double.NaN;
    }

    @Override
    public double feature(int instrument, int feature) {
        IntFunction<double[]> given = market.features;
        return given == null ? Double.NaN : given.apply(bar)[feature];
    }

    @Override
    public @Nullable Outlook outlook(int instrument) {
        return market.outlooks.apply(bar);
    }

    @Override
    public @Nullable RegimeName regime(int instrument) {
        return market.regimes.apply(bar);
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
        return units[instrument];
    }

    @Override
    public double entryPrice(int instrument) {
        return entry[instrument];
    }

    @Override
    public double equity() {
        double worth = cash;
        for (int k = 0; k < units.length; k++) {
            worth += units[k] == 0 ? 0 : units[k] * newestClose[k];
        }
        return worth;
    }
}
