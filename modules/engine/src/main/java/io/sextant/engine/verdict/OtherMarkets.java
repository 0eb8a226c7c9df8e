package io.sextant.engine.verdict;

import io.sextant.analytics.preparation.BlockBootstrap;
import io.sextant.domain.market.BarSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Markets made of the bars of another: each bar keeps its shape, its gap from the close before and its volume, and they follow each other
 * in another order. Times stay. Of several instruments whole rows change places, so that what they do together stays, and only with rows at
 * which the same instruments trade; the first bar of each stays where it is.
 */
final class OtherMarkets {

    /** After its leap the price goes on by so much less, for so many bars; then it stands. */
    private static final double LATER = 10;

    private static final int MOVING_BARS = 60;

    /** A price that moves so many usual moves a bar is seen by any rule that looks. */
    private static final double LEAP_MOVES = 3;

    /** No usual move is taken for larger, so that sixty bars stay within the room that a run's count of money and ticks leaves. */
    private static final double MOST_MOVE = 0.2;

    private static final double PLACES_MAX = 1e10;

    private final TestedBars bars;
    private final int[][] barsByRow;
    private final List<int[]> groups;

    OtherMarkets(TestedBars bars) {
        this.bars = bars;
        barsByRow = new int[bars.instruments()][];
        Arrays.setAll(barsByRow, bars::barsByRow);
        groups = groups();
    }

    /** Rows that can change places. */
    private List<int[]> groups() {
        Map<BitSet, List<Integer>> rows = new LinkedHashMap<>();
        for (int row = 0; row < bars.size(); row++) {
            BitSet trading = new BitSet();
            boolean begins = false;
            for (int k = 0; k < barsByRow.length; k++) {
                trading.set(k, barsByRow[k][row] >= 0);
                begins |= barsByRow[k][row] == 0;
            }
            if (!begins) {
                rows.computeIfAbsent(trading, none -> new ArrayList<>()).add(row);
            }
        }
        return rows.values().stream()
                .map(each -> each.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    /** The same bars in an order without any memory (Masters 2018): what a rule earns here, beside the drift, is luck. Ends where the first ends. */
    TestedBars withoutMemory(RandomGenerator random) {
        int[] from = unmoved();
        for (int[] rows : groups) {
            int[] order = rows.clone();
            for (int i = order.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int kept = order[i];
                order[i] = order[other];
                order[other] = kept;
            }
            for (int i = 0; i < rows.length; i++) {
                from[rows[i]] = order[i];
            }
        }
        return inOrder(from);
    }

    /** Stretches of the bars drawn with replacement (Politis and Romano 1994): what holds together within a stretch stays. */
    TestedBars alike(double meanBlockBars, RandomGenerator random) {
        int[] from = unmoved();
        for (int[] rows : groups) {
            int[] drawn = BlockBootstrap.draw(rows.length, rows.length, meanBlockBars, random);
            for (int i = 0; i < rows.length; i++) {
                from[rows[i]] = rows[drawn[i]];
            }
        }
        return inOrder(from);
    }

    private int[] unmoved() {
        int[] from = new int[bars.size()];
        Arrays.setAll(from, row -> row);
        return from;
    }

    private TestedBars inOrder(int[] from) {
        List<BarSeries> others = new ArrayList<>();
        for (int k = 0; k < barsByRow.length; k++) {
            others.add(inOrder(bars.bars(k), barsByRow[k], from));
        }
        return bars.with(others);
    }

    private static BarSeries inOrder(BarSeries bars, int[] byRow, int[] fromRow) {
        int size = bars.size();
        double[] open = new double[size];
        double[] high = new double[size];
        double[] low = new double[size];
        double[] close = new double[size];
        double[] volume = new double[size];
        for (int row = 0; row < byRow.length; row++) {
            int i = byRow[row];
            if (i < 0) {
                continue;
            }
            int from = byRow[fromRow[row]];
            double scale = i == 0 ? 1 : close[i - 1] / bars.close()[from - 1];
            open[i] = bars.open()[from] * scale;
            high[i] = bars.high()[from] * scale;
            low[i] = bars.low()[from] * scale;
            close[i] = bars.close()[from] * scale;
            volume[i] = bars.volume()[from];
        }
        return new BarSeries(bars.openTimeNanos(), open, high, low, close, volume, size);
    }

    /**
     * The same bars before a row, and then others at the same times, so that whatever looked at what came there sees something else: the price
     * leaps by three usual moves and more and goes on that way, at another volume; every second instrument the other way.
     *
     * @param up whether the first rises
     */
    TestedBars withFuture(int row, boolean up, RandomGenerator random) {
        List<BarSeries> others = new ArrayList<>();
        for (int k = 0; k < bars.instruments(); k++) {
            BarSeries each = bars.bars(k);
            int side = up == (k % 2 == 0) ? 1 : -1;
            double move = side * LEAP_MOVES * usualMove(each);
            others.add(withFuture(each, each.indexAtOrAfter(bars.timeNanos(row)), move, random));
        }
        return bars.with(others);
    }

    /** Prices are written as finely as the others and volumes are no larger, because a run counts as finely as its bars are written. */
    private static BarSeries withFuture(BarSeries bars, int known, double move, RandomGenerator random) {
        int size = bars.size();
        double[] open = Arrays.copyOf(bars.open(), size);
        double[] high = Arrays.copyOf(bars.high(), size);
        double[] low = Arrays.copyOf(bars.low(), size);
        double[] close = Arrays.copyOf(bars.close(), size);
        double[] volume = Arrays.copyOf(bars.volume(), size);
        double tick = tick(bars);
        double least = Arrays.stream(bars.volume(), 0, known).min().orElse(0);
        double most = Arrays.stream(bars.volume(), 0, known).max().orElse(0);
        for (int i = known; i < size; i++) {
            double leap = i == known ? move : i < known + MOVING_BARS ? move / LATER : 0;
            double before = i == 0 ? bars.open()[0] : close[i - 1];
            open[i] = onGrid(before * Math.exp(leap / 2), tick);
            close[i] = onGrid(before * Math.exp(leap * (1 + random.nextDouble())), tick);
            high[i] = Math.max(open[i], close[i]) + tick;
            low[i] = Math.max(tick, Math.min(open[i], close[i]) - tick);
            volume[i] = move > 0 ? most : least;
        }
        return new BarSeries(bars.openTimeNanos(), open, high, low, close, volume, size);
    }

    private static double usualMove(BarSeries bars) {
        // A price that stands still is moved all the same.
        return Math.clamp(Capacity.volatility(bars), 1e-4, MOST_MOVE);
    }

    private static double onGrid(double price, double tick) {
        double places = Math.rint(1 / tick);
        return Math.max(tick, Math.rint(price * places) / places);
    }

    /** The smallest step in which the prices can be written, a power of ten. */
    private static double tick(BarSeries bars) {
        double places = 1;
        for (int i = 0; i < bars.size() && places < PLACES_MAX; i++) {
            for (double price : new double[] {bars.open()[i], bars.high()[i], bars.low()[i], bars.close()[i]}) {
                while (places < PLACES_MAX && Math.rint(price * places) / places != price) {
                    places *= 10;
                }
            }
        }
        return 1 / places;
    }
}
