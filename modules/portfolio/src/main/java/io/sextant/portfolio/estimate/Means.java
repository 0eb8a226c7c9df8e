package io.sextant.portfolio.estimate;

import io.sextant.portfolio.PortfolioRefusal;
import io.sextant.portfolio.program.ActiveSet;
import io.sextant.portfolio.program.LinearRow;
import io.sextant.portfolio.program.Region;
import java.util.Arrays;
import java.util.List;

/** Expected returns of a year. */
public final class Means {

    private Means() {}

    /** @param covariance of one period; {@code periods} make a year */
    public static double[] of(
            ReturnPanel panel, MeanKind kind, double[][] covariance, double periods, double riskFree) {
        return switch (kind) {
            case ARITHMETIC -> scaled(arithmetic(panel), periods);
            case COMPOUND -> compound(panel, periods);
            case JAMES_STEIN -> scaled(jamesStein(panel, covariance), periods);
            case CAPM -> capm(panel, average(panel), periods, riskFree);
        };
    }

    static double[] arithmetic(ReturnPanel panel) {
        double[] means = new double[panel.assets()];
        for (int i = 0; i < means.length; i++) {
            means[i] = Arrays.stream(panel.returns()[i])
                    .filter(r -> !Double.isNaN(r))
                    .average()
                    .orElse(Double.NaN);
            requireKnown(panel, i, means[i]);
        }
        return means;
    }

    private static void requireKnown(ReturnPanel panel, int asset, double mean) {
        if (Double.isNaN(mean)) {
            throw new PortfolioRefusal(panel.names().get(asset)
                    + " has no return: of no two rows that follow each other are both" + " prices known.");
        }
    }

    private static double[] compound(ReturnPanel panel, double periods) {
        double[] means = new double[panel.assets()];
        for (int i = 0; i < means.length; i++) {
            double logarithms = 0;
            int count = panel.known(i);
            for (double r : panel.returns()[i]) {
                logarithms += Double.isNaN(r) ? 0 : Math.log1p(r);
            }
            means[i] = Math.expm1(logarithms * periods / count);
            requireKnown(panel, i, means[i]);
        }
        return means;
    }

    /** The weight of the common mean is (n + 2) / (n + 2 + T d), d the distance of the means from it in the metric of the covariance. */
    private static double[] jamesStein(ReturnPanel panel, double[][] covariance) {
        double[] means = arithmetic(panel);
        int n = means.length;
        if (n < 3) {
            return means;
        }
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        double[] infinite = new double[n];
        Arrays.fill(infinite, Double.POSITIVE_INFINITY);
        double[] below = Arrays.stream(infinite).map(x -> -x).toArray();
        Region budget = new Region(below, infinite, List.of(LinearRow.equal("all of the money invested", ones, 1)));
        double[] least = new ActiveSet(covariance, budget).solve(new double[n]);
        double common = 0;
        for (int i = 0; i < n; i++) {
            common += least[i] * means[i];
        }
        double centre = common;
        double[] away = Arrays.stream(means).map(m -> m - centre).toArray();
        double[] solved = new ActiveSet(covariance, new Region(below, infinite, List.of())).solve(away);
        double distance = 0;
        for (int i = 0; i < n; i++) {
            distance += away[i] * solved[i];
        }
        double share = (n + 2) / (n + 2 + panel.complete().periods() * distance);
        for (int i = 0; i < n; i++) {
            means[i] = share * centre + (1 - share) * means[i];
        }
        return means;
    }

    /** Of each period the mean of those that are known. */
    private static double[] average(ReturnPanel panel) {
        double[] market = new double[panel.periods()];
        for (int t = 0; t < market.length; t++) {
            double sum = 0;
            int count = 0;
            for (double[] column : panel.returns()) {
                if (!Double.isNaN(column[t])) {
                    sum += column[t];
                    count++;
                }
            }
            market[t] = count == 0 ? Double.NaN : sum / count;
        }
        return market;
    }

    /** @param market its returns in the panel's periods */
    public static double[] capm(ReturnPanel panel, double[] market, double periods, double riskFree) {
        double[] means = new double[panel.assets()];
        double premium = 0;
        int known = 0;
        for (double each : market) {
            if (!Double.isNaN(each)) {
                premium += each;
                known++;
            }
        }
        premium = premium / known * periods - riskFree;
        for (int i = 0; i < means.length; i++) {
            ReturnPanel both =
                    new ReturnPanel(List.of("asset", "market"), new double[][] {panel.returns()[i], market}).complete();
            double[][] covariance = Covariances.sample(both.returns());
            if (!(covariance[1][1] > 0)) {
                throw new PortfolioRefusal("The market does not move, so that nothing has a beta to it.");
            }
            means[i] = riskFree + covariance[0][1] / covariance[1][1] * premium;
        }
        return means;
    }

    /** A forecast counts as far as it was shown to know something; without skill the mean stays as it is. */
    public static double[] tilted(double[] means, double[] forecasts, double[] skills) {
        double[] tilted = means.clone();
        for (int i = 0; i < means.length; i++) {
            double skill = Double.isNaN(skills[i]) ? 0 : Math.clamp(skills[i], 0, 1);
            if (skill > 0) {
                tilted[i] += skill * (forecasts[i] - means[i]);
            }
        }
        return tilted;
    }

    private static double[] scaled(double[] values, double factor) {
        return Arrays.stream(values).map(v -> v * factor).toArray();
    }
}
