package io.sextant.analytics.statistics;

import io.sextant.analytics.linear.LeastSquares;
import java.util.Arrays;

/**
 * The Dickey-Fuller question, with what residuals remember taken out of the statistic instead of the regression (Phillips and Perron
 * 1988; Hamilton 1994, 17.6). With r, its error and s2 from y_t = [a + bt] + r y_{t-1} + u_t, g the variance of u and l2 its long-run
 * variance:
 *
 * <p>Z(rho) = n(r - 1) - n2 error2 (l2 - g) / (2 s2) and Z(tau) = sqrt(g/l2) (r - 1)/error - n error (l2 - g) / (2 l sqrt(s2)).
 */
public final class PhillipsPerron {

    private PhillipsPerron() {}

    /** Z(tau), with MacKinnon's p-value and critical values; and Z(rho). */
    public record Result(UnitRoot tau, double rho) {}

    /** @throws IllegalArgumentException with a sentence, when the series is too short or does not move */
    public static Result test(double[] values, int lags, Deterministic deterministic) {
        Series.checkLags(lags);
        Series.check(values, 8, "a Phillips-Perron test");
        int n = values.length - 1;
        double[] y = Arrays.copyOfRange(values, 1, n + 1);
        double[] before = Arrays.copyOf(values, n);
        LeastSquares fit = switch (deterministic) {
            case NONE -> LeastSquares.fit(y, before);
            case CONSTANT -> LeastSquares.fit(y, before, Series.ones(n));
            case TREND -> LeastSquares.fit(y, before, Series.ones(n), Series.count(1, n));
        };
        double error = fit.standardErrors()[0];
        double off = fit.coefficients()[0] - 1;
        double variance = fit.residualSquares() / fit.degreesOfFreedom();
        double now = fit.residualSquares() / n;
        double longRun = LongRunVariance.of(fit.residuals(), lags);
        double rho = n * off - (double) n * n * error * error / variance * (longRun - now) / 2;
        double tau = Math.sqrt(now / longRun) * off / error
                - (longRun - now) / 2 * n * error / Math.sqrt(longRun * variance);
        return new Result(
                new UnitRoot(
                        tau,
                        MacKinnon.pValue(tau, deterministic, 1),
                        MacKinnon.criticalValues(deterministic, 1, n),
                        lags,
                        n),
                rho);
    }
}
