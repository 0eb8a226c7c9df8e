package io.sextant.engine.verdict;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.engine.backtest.BacktestMarket.PricedBars;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The bars that a strategy is examined on, of one instrument or of several together. Its rows are the moments at which a bar of any of them
 * opens: of one instrument, its bars.
 */
public final class TestedBars {

    private final List<InstrumentId> ids;
    private final List<BarSeries> series;
    private final long[] timeNanos;

    private TestedBars(List<InstrumentId> ids, List<BarSeries> series, long[] timeNanos) {
        this.ids = ids;
        this.series = series;
        this.timeNanos = timeNanos;
    }

    /** In the order in which the strategy is given them. */
    public static TestedBars of(List<PricedBars> priced) {
        if (priced.isEmpty()) {
            throw new IllegalArgumentException("there are some bars to examine on");
        }
        List<BarSeries> series = priced.stream().map(PricedBars::bars).toList();
        return new TestedBars(priced.stream().map(PricedBars::id).toList(), series, times(series));
    }

    public static TestedBars of(BarSeries bars) {
        return new TestedBars(List.of(InstrumentId.of("TESTED")), List.of(bars), times(List.of(bars)));
    }

    private static long[] times(List<BarSeries> series) {
        if (series.size() == 1) {
            return Arrays.copyOf(
                    series.getFirst().openTimeNanos(), series.getFirst().size());
        }
        return series.stream()
                .flatMapToLong(each -> Arrays.stream(each.openTimeNanos(), 0, each.size()))
                .sorted()
                .distinct()
                .toArray();
    }

    /** Others at the same times. */
    TestedBars with(List<BarSeries> others) {
        return new TestedBars(ids, List.copyOf(others), timeNanos);
    }

    public int instruments() {
        return series.size();
    }

    public InstrumentId id(int instrument) {
        return ids.get(instrument);
    }

    public BarSeries bars(int instrument) {
        return series.get(instrument);
    }

    public List<BarSeries> series() {
        return series;
    }

    public List<PricedBars> priced() {
        List<PricedBars> priced = new ArrayList<>();
        for (int k = 0; k < series.size(); k++) {
            priced.add(new PricedBars(ids.get(k), series.get(k)));
        }
        return priced;
    }

    /** How many rows there are. */
    public int size() {
        return timeNanos.length;
    }

    /** How many bars there are of all instruments. */
    public long count() {
        return series.stream().mapToLong(BarSeries::size).sum();
    }

    public long timeNanos(int row) {
        return timeNanos[row];
    }

    long[] timesNanos() {
        return timeNanos.clone();
    }

    /** The first row at that time or later. */
    int rowAtOrAfter(long nanos) {
        int found = Arrays.binarySearch(timeNanos, nanos);
        return found >= 0 ? found : -found - 1;
    }

    /** For each row the bar of the instrument that opens then, -1 where none does. */
    int[] barsByRow(int instrument) {
        int[] bars = new int[timeNanos.length];
        Arrays.fill(bars, -1);
        int row = 0;
        for (int bar = 0; bar < series.get(instrument).size(); bar++) {
            while (timeNanos[row] < series.get(instrument).openTimeNanos()[bar]) {
                row++;
            }
            bars[row] = bar;
        }
        return bars;
    }

    /** The first row before which so many bars of each instrument have opened; all rows where one never has as many. */
    int rowsUntil(int barsOfEach) {
        int rows = 0;
        for (BarSeries each : series) {
            rows = Math.max(
                    rows,
                    barsOfEach > each.size()
                            ? timeNanos.length
                            : barsOfEach == 0 ? 0 : rowAtOrAfter(each.openTimeNanos()[barsOfEach - 1]) + 1);
        }
        return rows;
    }

    /** The rows in {@code [from, to)} alone; none where an instrument has no bar in them, as no run begins without one of its instruments. */
    Optional<TestedBars> between(int from, int to) {
        long end = to == timeNanos.length ? Long.MAX_VALUE : timeNanos[to];
        List<BarSeries> parts = new ArrayList<>();
        for (BarSeries each : series) {
            BarSeries part = each.copyOfRange(each.indexAtOrAfter(timeNanos[from]), each.indexAtOrAfter(end));
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part);
        }
        return Optional.of(new TestedBars(ids, parts, Arrays.copyOfRange(timeNanos, from, to)));
    }
}
