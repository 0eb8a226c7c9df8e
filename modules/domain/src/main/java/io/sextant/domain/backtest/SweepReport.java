package io.sextant.domain.backtest;

import io.sextant.domain.instrument.InstrumentId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a search found, or why nobody can say. */
public sealed interface SweepReport {

    SweepWish wish();

    /**
     * Values and what came of them; ratios that cannot be told are NaN.
     *
     * @param at their places in the ranges, counted from 0
     * @param values of all settings
     */
    record Point(
            List<Integer> at,
            Map<String, Double> values,
            int trades,
            double finalEquity,
            double returnShare,
            double sharpe,
            double calmar,
            double maxDrawdown) {

        public Point {
            at = List.copyOf(at);
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        public boolean hasTraded() {
            return trades > 0;
        }

        /** What cannot be told counts as nought. */
        public double by(SweepWish.Measure measure) {
            double value = switch (measure) {
                case SHARPE -> sharpe;
                case RETURN -> returnShare;
                case CALMAR -> calmar;
            };
            return Double.isFinite(value) ? value : 0;
        }
    }

    /**
     * Where it is high all around.
     *
     * @param tries how many stand beside it, itself among them
     * @param mean of their measure
     */
    record Stable(int point, int tries, double mean, double deviation) {}

    /**
     * What luck leaves of the best.
     *
     * @param tries ever on these bars, of all strategies
     * @param whole whether the ledger of them is what was written
     * @param luckySharpe a year's, that the best of as many shows without any skill
     * @param deflated how sure it is that the best is above that
     */
    record Luck(int tries, boolean whole, double luckySharpe, double deflated) {}

    /**
     * It was searched.
     *
     * @param points in the order in which they were asked for
     * @param best the place of the highest among them
     * @param stable none where too few stand beside each other
     */
    record Swept(SweepWish wish, int bars, List<Point> points, int best, Optional<Stable> stable, Luck luck)
            implements SweepReport {

        public Swept {
            points = List.copyOf(points);
        }
    }

    /** There are too few bars in this stretch. */
    record TooFewBars(SweepWish wish, InstrumentId instrument, int bars, int needed) implements SweepReport {}

    /** What was asked for cannot be searched. */
    record Refused(SweepWish wish, String reason) implements SweepReport {}
}
