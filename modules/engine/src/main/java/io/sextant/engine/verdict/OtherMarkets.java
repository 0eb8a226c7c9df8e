package io.sextant.engine.verdict;

import io.sextant.analytics.preparation.BlockBootstrap;
import io.sextant.domain.market.BarSeries;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Markets made of the bars of another: each bar keeps its shape, its gap from the close before and its volume, and they follow each other
 * in another order. Times stay.
 */
final class OtherMarkets {

    /** After its leap the price goes on by so much less. */
    private static final double LATER = 10;

    private static final double PLACES_MAX = 1e10;

    private OtherMarkets() {}

    /** The same bars in an order without any memory (Masters 2018): what a rule earns here, beside the drift, is luck. Ends where the first ends. */
    static BarSeries withoutMemory(BarSeries bars, RandomGenerator random) {
        int[] order = new int[Math.max(0, bars.size() - 1)];
        Arrays.setAll(order, i -> i + 1);
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return inOrder(bars, order);
    }

    /** Stretches of the bars drawn with replacement (Politis and Romano 1994): what holds together within a stretch stays. */
    static BarSeries alike(BarSeries bars, double meanBlockBars, RandomGenerator random) {
        int rows = Math.max(0, bars.size() - 1);
        if (rows == 0) {
            return bars;
        }
        int[] order = BlockBootstrap.draw(rows, rows, meanBlockBars, random);
        Arrays.setAll(order, i -> order[i] + 1);
        return inOrder(bars, order);
    }

    private static BarSeries inOrder(BarSeries bars, int[] order) {
        int size = bars.size();
        double[] open = new double[size];
        double[] high = new double[size];
        double[] low = new double[size];
        double[] close = new double[size];
        double[] volume = new double[size];
        if (size > 0) {
            open[0] = bars.open()[0];
            high[0] = bars.high()[0];
            low[0] = bars.low()[0];
            close[0] = bars.close()[0];
            volume[0] = bars.volume()[0];
        }
        for (int i = 1; i < size; i++) {
            int from = order[i - 1];
            double scale = close[i - 1] / bars.close()[from - 1];
            open[i] = bars.open()[from] * scale;
            high[i] = bars.high()[from] * scale;
            low[i] = bars.low()[from] * scale;
            close[i] = bars.close()[from] * scale;
            volume[i] = bars.volume()[from];
        }
        return new BarSeries(bars.openTimeNanos(), open, high, low, close, volume, size);
    }

    /**
     * The same bars up to {@code known}, and then others, so that whatever looked at what came there sees something else: the price leaps by
     * {@code move} and more and goes on that way, at another volume. Prices are written as finely as the others and volumes are no larger,
     * because a run counts as finely as its bars are written.
     */
    static BarSeries withFuture(BarSeries bars, int known, int ahead, double move, RandomGenerator random) {
        int size = known + ahead;
        long[] times = Arrays.copyOf(bars.openTimeNanos(), size);
        double[] open = Arrays.copyOf(bars.open(), size);
        double[] high = Arrays.copyOf(bars.high(), size);
        double[] low = Arrays.copyOf(bars.low(), size);
        double[] close = Arrays.copyOf(bars.close(), size);
        double[] volume = Arrays.copyOf(bars.volume(), size);
        long step = bars.size() > 1 ? bars.openTimeNanos()[1] - bars.openTimeNanos()[0] : 1;
        double tick = tick(bars);
        double least = Arrays.stream(bars.volume(), 0, known).min().orElse(0);
        double most = Arrays.stream(bars.volume(), 0, known).max().orElse(0);
        for (int i = known; i < size; i++) {
            if (i >= bars.size()) {
                times[i] = times[i - 1] + step;
            }
            double leap = i == known ? move : move / LATER;
            open[i] = onGrid(close[i - 1] * Math.exp(leap / 2), tick);
            close[i] = onGrid(close[i - 1] * Math.exp(leap * (1 + random.nextDouble())), tick);
            high[i] = Math.max(open[i], close[i]) + tick;
            low[i] = Math.max(tick, Math.min(open[i], close[i]) - tick);
            volume[i] = move > 0 ? most : least;
        }
        return new BarSeries(times, open, high, low, close, volume, size);
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
