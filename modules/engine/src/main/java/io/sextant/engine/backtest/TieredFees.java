package io.sextant.engine.backtest;

import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.FeeSchedule.FeeCurrency;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Fees by what was traded in the thirty days before. */
final class TieredFees {

    private static final long WINDOW_NANOS = 30 * 86_400_000_000_000L;

    private final List<TestedSeries> series;
    private final List<TradingCosts.FeeTier> tiers;
    private final List<FeeSchedule> schedules;
    private final Deque<Traded> traded = new ArrayDeque<>();
    private double volume;

    private record Traded(long nanos, double worth) {}

    TieredFees(TradingCosts costs, List<TestedSeries> series) {
        this.series = series;
        tiers = costs.tiers();
        schedules = tiers.stream()
                .map(each -> new FeeSchedule(
                        each.makerShare() < 0
                                ? -TradingCosts.partsPerMillion(-each.makerShare())
                                : TradingCosts.partsPerMillion(each.makerShare()),
                        TradingCosts.partsPerMillion(each.takerShare()),
                        0,
                        FeeCurrency.QUOTE))
                .toList();
    }

    String currency() {
        return series.getFirst().instrument().quote().code();
    }

    /** Of this fill, which counts for those after it. */
    long feeUnits(int instrument, long ticks, long lots, boolean maker, long now) {
        while (!traded.isEmpty() && traded.getFirst().nanos() <= now - WINDOW_NANOS) {
            volume -= traded.removeFirst().worth();
        }
        int tier = 0;
        while (tier + 1 < tiers.size() && volume >= tiers.get(tier + 1).fromVolume()) {
            tier++;
        }
        TestedSeries of = series.get(instrument);
        long worth = of.grid().worthUnits(ticks, lots);
        traded.addLast(new Traded(now, of.grid().money(worth)));
        volume += traded.getLast().worth();
        return schedules.get(tier).feeUnits(worth, lots, maker);
    }
}
