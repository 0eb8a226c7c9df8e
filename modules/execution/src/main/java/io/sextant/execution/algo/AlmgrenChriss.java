package io.sextant.execution.algo;

import io.sextant.domain.parent.ImpactTerms;

/**
 * The trajectory of least expected cost plus {@code riskAversion} times its variance, under linear impact (Almgren and Chriss,
 * Optimal execution of portfolio transactions, 2000, equations 15 to 18). What is left after slice {@code j} of {@code n} is
 *
 * <pre>x(j) = X sinh(kappa (T - t(j))) / sinh(kappa T),   2 (cosh(kappa tau) - 1) / tau^2 = lambda sigma^2 / eta',
 * eta' = eta - gamma tau / 2</pre>
 */
public final class AlmgrenChriss {

    /** Beyond this the first slice takes all but a part that no lot can hold, and sinh would overflow. */
    private static final double STEEPEST = 500;

    private AlmgrenChriss() {}

    /** The urgency for a second; zero for somebody without aversion, whose schedule is a straight line. */
    public static double kappa(ImpactTerms terms, double sliceSeconds) {
        double eta = terms.temporaryImpact() - terms.permanentImpact() * sliceSeconds / 2;
        if (eta <= 0) {
            throw new IllegalArgumentException(
                    "a slice so long has no temporary impact left: the schedule is only defined for shorter ones");
        }
        double squared = terms.riskAversion() * terms.volatility() * terms.volatility() / eta;
        double x = squared * sliceSeconds * sliceSeconds / 2;
        // acosh(1 + x), written so that small x keeps its digits.
        return Math.log1p(x + Math.sqrt(x * (x + 2))) / sliceSeconds;
    }

    /** The part of the whole that is traded by the end of slice {@code j} of {@code slices}. */
    public static double tradedBy(int j, int slices, double kappa, double sliceSeconds) {
        double whole = kappa * sliceSeconds * slices;
        if (whole < 1e-9) {
            return (double) j / slices;
        }
        double left = kappa * sliceSeconds * (slices - j);
        return whole > STEEPEST ? -Math.expm1(left - whole) : 1 - Math.sinh(left) / Math.sinh(whole);
    }
}
