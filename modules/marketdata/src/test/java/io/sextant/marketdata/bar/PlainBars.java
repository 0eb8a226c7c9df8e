package io.sextant.marketdata.bar;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Bars by remembering every trade and grouping them anew each time. */
final class PlainBars {

    private record Tick(long timeNanos, long priceTicks, long lots) {}

    private final Instrument terms;
    private final List<Tick> ticks = new ArrayList<>();

    PlainBars(Instrument terms) {
        this.terms = terms;
    }

    void onTrade(long timeNanos, long priceTicks, long lots) {
        ticks.add(new Tick(timeNanos, priceTicks, lots));
    }

    BarSeries bars(Timeframe timeframe) {
        TreeMap<Long, List<Tick>> byStart = new TreeMap<>();
        for (Tick tick : ticks) {
            byStart.computeIfAbsent(timeframe.startOf(tick.timeNanos), start -> new ArrayList<>())
                    .add(tick);
        }
        BarSeriesBuilder bars = new BarSeriesBuilder();
        byStart.forEach((start, group) -> bars.add(
                start,
                price(group.getFirst().priceTicks),
                price(group.stream().mapToLong(Tick::priceTicks).max().orElseThrow()),
                price(group.stream().mapToLong(Tick::priceTicks).min().orElseThrow()),
                price(group.getLast().priceTicks),
                terms.quantityOf(group.stream().mapToLong(Tick::lots).sum()).toDouble()));
        return bars.build();
    }

    private double price(long priceTicks) {
        return terms.priceOf(priceTicks).toDouble();
    }
}
