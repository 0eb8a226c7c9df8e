package io.sextant.risk.measure;

import io.sextant.analytics.distribution.Normal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Which pairs hang together differently now than before: Fisher's z of the correlation of the newest periods against that of the older
 * ones, two-sided, judged for all pairs together (Bonferroni). It takes returns as independent in time, so turbulence makes it louder.
 */
public final class CorrelationWatch {

    private static final double LEVEL = 0.05;
    private static final int FEWEST = 20;
    private static final double ONE = 1 - 1e-12;

    private CorrelationWatch() {}

    /** A pair whose correlation broke. */
    public record Break(String one, String other, double before, double now, double probability) {}

    /** What was compared. {@code averageBefore} and {@code averageNow} are over all pairs. */
    public record Reading(double averageBefore, double averageNow, List<Break> breaks) {}

    /** @throws CannotMeasure when there are too few periods on either side */
    public static Reading of(ReturnTable returns, int newest) {
        int older = returns.periods() - newest;
        if (newest < FEWEST || older < FEWEST) {
            throw new CannotMeasure("Correlations are compared between at least " + FEWEST + " newest and " + FEWEST
                    + " older returns; there are " + returns.periods() + ".");
        }
        double[][] now = CorrelationRoot.correlation(returns.last(newest).columns());
        double[][] before = CorrelationRoot.correlation(first(returns, older));
        int assets = returns.assets();
        int pairs = assets * (assets - 1) / 2;
        double spread = Math.sqrt(1.0 / (newest - 3) + 1.0 / (older - 3));
        List<Break> breaks = new ArrayList<>();
        double sumBefore = 0;
        double sumNow = 0;
        for (int a = 0; a < assets; a++) {
            for (int b = 0; b < a; b++) {
                sumBefore += before[a][b];
                sumNow += now[a][b];
                double z = (fisher(now[a][b]) - fisher(before[a][b])) / spread;
                double probability = 2 * Normal.cumulative(-Math.abs(z));
                if (probability * pairs < LEVEL) {
                    breaks.add(new Break(
                            returns.names().get(b), returns.names().get(a), before[a][b], now[a][b], probability));
                }
            }
        }
        breaks.sort(Comparator.comparingDouble(Break::probability));
        return new Reading(
                pairs == 0 ? Double.NaN : sumBefore / pairs, pairs == 0 ? Double.NaN : sumNow / pairs, breaks);
    }

    private static double[][] first(ReturnTable returns, int periods) {
        double[][] oldest = new double[returns.assets()][];
        for (int c = 0; c < oldest.length; c++) {
            oldest[c] = Arrays.copyOf(returns.columns()[c], periods);
        }
        return oldest;
    }

    private static double fisher(double correlation) {
        double inside = Math.clamp(correlation, -ONE, ONE);
        return 0.5 * Math.log((1 + inside) / (1 - inside));
    }
}
