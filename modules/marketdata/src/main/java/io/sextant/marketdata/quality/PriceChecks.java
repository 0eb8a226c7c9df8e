package io.sextant.marketdata.quality;

import io.sextant.domain.dataset.FindingKind;
import io.sextant.domain.market.BarSeries;
import java.util.Arrays;
import java.util.Locale;

/** What prices alone give away: stale stretches, outliers, splits that nobody adjusted for. */
final class PriceChecks {

    /** So many bars of the same price and volume are no market. */
    static final int STALE_BARS = 10;

    private static final int HALF_WINDOW = 12;

    /** Hampel's identifier uses 3 for normal values; prices have fat tails, so only what is far out is told. */
    private static final double OUTLIER_DEVIATIONS = 12;

    /** Where nothing moves, a tick is no outlier. */
    private static final double OUTLIER_MIN = 0.004;

    private static final double[] SPLITS = {2, 3, 4, 5, 6, 7, 8, 10, 15, 20, 25, 30, 50, 100, 1.5, 1.25};
    private static final double SPLIT_TOLERANCE = 0.03;
    private static final int SPLIT_SIDE = 5;

    private final BarSeries bars;

    /** Behind a longer one a price may be anything. */
    private final long longestPauseNanos;

    PriceChecks(BarSeries bars, long longestPauseNanos) {
        this.bars = bars;
        this.longestPauseNanos = longestPauseNanos;
    }

    /** Returns how many bars are stale. */
    long stale(Findings findings) {
        long stale = 0;
        int from = 0;
        for (int i = 1; i <= bars.size(); i++) {
            if (i < bars.size() && isSame(i, from)) {
                continue;
            }
            int length = i - from;
            if (length >= STALE_BARS) {
                stale += length;
                findings.add(
                        FindingKind.STALE,
                        bars.openTimeNanos()[from],
                        bars.openTimeNanos()[i - 1],
                        length,
                        String.format(
                                Locale.ENGLISH, "the price stands at %s for %,d bars", bars.close()[from], length));
            }
            from = i;
        }
        return stale;
    }

    private boolean isSame(int i, int from) {
        return bars.high()[i] == bars.low()[i]
                && bars.close()[i] == bars.close()[from]
                && bars.high()[i] == bars.high()[from]
                && bars.low()[i] == bars.low()[from]
                && bars.volume()[i] == bars.volume()[from];
    }

    /** Hampel's identifier (Hampel 1974, Pearson 2002) on logarithms of highs, lows and closes. */
    void outliers(Findings findings) {
        boolean[] told = new boolean[bars.size()];
        outliers(findings, "close", bars.close(), told);
        outliers(findings, "high", bars.high(), told);
        outliers(findings, "low", bars.low(), told);
    }

    private void outliers(Findings findings, String name, double[] prices, boolean[] told) {
        if (bars.size() < 2 * HALF_WINDOW + 1) {
            return;
        }
        double[] logs = new double[bars.size()];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log(prices[i]);
        }
        SlidingMedian around = new SlidingMedian(logs, HALF_WINDOW);
        for (int i = 0; i < logs.length; i++) {
            // Most prices lie near both neighbours; only the others are worth a window.
            if (!standsOut(logs, i)) {
                continue;
            }
            around.moveTo(i);
            double distance = Math.abs(logs[i] - around.median());
            if (distance > Math.max(OUTLIER_MIN, OUTLIER_DEVIATIONS * around.deviation()) && !told[i]) {
                told[i] = true;
                findings.add(
                        FindingKind.OUTLIER,
                        bars.openTimeNanos()[i],
                        bars.openTimeNanos()[i],
                        distance,
                        String.format(
                                Locale.ENGLISH,
                                "the %s of %s is %.1f %% from the median %.6g around it",
                                name,
                                prices[i],
                                100 * Math.expm1(distance),
                                Math.exp(around.median())));
            }
        }
    }

    private static boolean standsOut(double[] logs, int i) {
        double before = i == 0 ? OUTLIER_MIN : Math.abs(logs[i] - logs[i - 1]);
        double behind = i == logs.length - 1 ? OUTLIER_MIN : Math.abs(logs[i + 1] - logs[i]);
        return Math.max(before, behind) >= OUTLIER_MIN / 2;
    }

    /** A jump between two bars by a ratio that splits have, where prices stay at the new level. */
    void splits(Findings findings) {
        for (int i = SPLIT_SIDE; i + SPLIT_SIDE <= bars.size(); i++) {
            double jump = bars.open()[i] / bars.close()[i - 1];
            boolean apart = bars.openTimeNanos()[i] - bars.openTimeNanos()[i - 1] > longestPauseNanos;
            if ((jump < 1.2 && jump > 1 / 1.2) || apart) {
                continue;
            }
            double ratio = splitRatio(jump);
            double level = median(bars.close(), i, SPLIT_SIDE) / median(bars.close(), i - SPLIT_SIDE, SPLIT_SIDE);
            boolean stays = ratio > 0 && Math.abs(Math.log(level / jump)) < 0.15;
            if (stays) {
                String terms = ratio >= 1 ? ratioText(ratio) + " for 1" : "1 for " + ratioText(1 / ratio);
                findings.add(
                        FindingKind.SPLIT,
                        bars.openTimeNanos()[i],
                        bars.openTimeNanos()[i],
                        Math.abs(Math.log(jump)),
                        "the price jumps from " + bars.close()[i - 1] + " to " + bars.open()[i] + ", like a split of "
                                + terms);
            }
        }
    }

    /** New shares for an old one that a jump looks like; 0 when it looks like none. */
    private static double splitRatio(double jump) {
        for (double split : SPLITS) {
            if (Math.abs(jump * split - 1) < SPLIT_TOLERANCE) {
                return split;
            }
            if (Math.abs(jump / split - 1) < SPLIT_TOLERANCE) {
                return 1 / split;
            }
        }
        return 0;
    }

    private static String ratioText(double ratio) {
        return ratio == Math.rint(ratio) ? Long.toString(Math.round(ratio)) : Double.toString(ratio);
    }

    private static double median(double[] values, int from, int count) {
        double[] sorted = Arrays.copyOfRange(values, from, from + count);
        Arrays.sort(sorted);
        return sorted[count / 2];
    }

    /** Bars in which the price moved and nothing traded. A series that has no volumes at all has no such bar. */
    long zeroVolumes(Findings findings) {
        boolean anyVolume = false;
        for (int i = 0; i < bars.size() && !anyVolume; i++) {
            anyVolume = bars.volume()[i] > 0;
        }
        long zero = 0;
        for (int i = 0; anyVolume && i < bars.size(); i++) {
            if (bars.volume()[i] == 0) {
                zero++;
                findings.add(
                        FindingKind.ZERO_VOLUME,
                        bars.openTimeNanos()[i],
                        bars.openTimeNanos()[i],
                        bars.high()[i] / bars.low()[i] - 1,
                        bars.high()[i] > bars.low()[i] ? "the price moved and nothing traded" : "nothing traded");
            }
        }
        return zero;
    }
}
