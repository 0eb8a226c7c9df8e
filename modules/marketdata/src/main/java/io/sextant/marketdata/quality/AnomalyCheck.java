package io.sextant.marketdata.quality;

import io.sextant.domain.dataset.FindingKind;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.time.SeededRandom;
import java.util.Locale;

/** Bars that are odd in return, range, gap and volume together. Only a hint: odd bars are often true. */
final class AnomalyCheck {

    private static final long SEED = 20_080_615;
    private static final double SCORE_MIN = 0.72;
    private static final int BARS_MIN = 200;
    private static final int TOLD_MAX = 50;

    private AnomalyCheck() {}

    static void examine(BarSeries bars, Findings findings) {
        if (bars.size() < BARS_MIN) {
            return;
        }
        double[][] points = features(bars);
        IsolationForest forest = new IsolationForest(points, new SeededRandom(SEED));
        Findings odd = new Findings();
        for (int i = 0; i < points[0].length; i++) {
            double score = forest.score(points, i);
            if (score >= SCORE_MIN) {
                odd.add(
                        FindingKind.ANOMALY,
                        bars.openTimeNanos()[i + 1],
                        bars.openTimeNanos()[i + 1],
                        score,
                        String.format(
                                Locale.ENGLISH,
                                "odd together (%.2f of 1): return %.2f %%, range %.2f %%, gap %.2f %%, volume %s",
                                score,
                                100 * points[0][i],
                                100 * points[1][i],
                                100 * points[2][i],
                                bars.volume()[i + 1]));
            }
        }
        odd.inTimeOrder().stream()
                .sorted((a, b) -> Double.compare(b.size(), a.size()))
                .limit(TOLD_MAX)
                .forEach(one -> findings.add(one.kind(), one.timeNanos(), one.endNanos(), one.size(), one.sentence()));
    }

    private static double[][] features(BarSeries bars) {
        int size = bars.size() - 1;
        double[][] points = new double[4][size];
        for (int i = 1; i < bars.size(); i++) {
            points[0][i - 1] = Math.log(bars.close()[i] / bars.close()[i - 1]);
            points[1][i - 1] = Math.log(bars.high()[i] / bars.low()[i]);
            points[2][i - 1] = Math.log(bars.open()[i] / bars.close()[i - 1]);
            points[3][i - 1] = Math.log1p(bars.volume()[i]) - Math.log1p(bars.volume()[i - 1]);
        }
        return points;
    }
}
