package io.sextant.risk.whatif;

import io.sextant.domain.risk.TailRisk;
import io.sextant.risk.measure.CannotMeasure;
import io.sextant.risk.measure.Concentration;
import io.sextant.risk.measure.HistoricalTail;
import io.sextant.risk.measure.Moments;
import io.sextant.risk.measure.TailMethod;
import io.sextant.risk.measure.TailWish;
import java.util.Arrays;

/**
 * What a sandbox looks like. Money in the unit of the prices, risks as fractions of the value in that case.
 *
 * @param volatility of one period, from deviations and correlations
 * @param normal tail of a normal law around zero with that volatility
 * @param historical tail of the past returns of this mix, as much wider or narrower as the volatility differs from theirs
 * @param components each ticker's part of the normal value at risk
 * @param exitCost half the spread of all that is held, as a fraction
 */
public record Figures(
        double value,
        double[] weights,
        double cashWeight,
        double volatility,
        TailRisk normal,
        TailRisk historical,
        double[] components,
        Concentration concentration,
        double exitCost) {

    /** Beyond it squares are no numbers any more. */
    private static final double LARGEST = 1e100;

    public static Figures of(Sandbox sandbox, double confidence, int horizon) {
        double[] weights = sandbox.weights();
        double[] with = new double[weights.length];
        double variance = 0;
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                with[i] +=
                        sandbox.correlations()[i][j] * sandbox.deviations()[i] * sandbox.deviations()[j] * weights[j];
            }
            variance += with[i] * weights[i];
        }
        double volatility = Math.sqrt(Math.max(0, variance));
        if (!(volatility < LARGEST) || !(sandbox.value() < LARGEST)) {
            throw new CannotMeasure("In this case the figures are too large to be told.");
        }
        TailWish wish = TailWish.of(TailMethod.PARAMETRIC, confidence, horizon);
        TailRisk normal = NormalTail.of(volatility, wish);
        double[] components = new double[weights.length];
        if (volatility > 0) {
            Arrays.setAll(components, i -> 0 + weights[i] * with[i] / (volatility * volatility) * normal.valueAtRisk());
        }
        double value = sandbox.value();
        return new Figures(
                value,
                weights,
                sandbox.cash() / value,
                volatility,
                normal,
                historical(sandbox, weights, volatility, wish),
                components,
                Concentration.of(sandbox.covariance(), weights),
                sandbox.exitCost() / value);
    }

    /** The returns that this mix would have had, at the volatility of this case. */
    public static double[] scaledPast(Sandbox sandbox, double[] weights, double volatility) {
        double[] past = sandbox.past().portfolio(weights);
        Moments moments = Moments.of(past);
        double factor = moments.isStill() ? 1 : volatility / moments.deviation();
        return Arrays.stream(past)
                .map(r -> moments.mean() + (r - moments.mean()) * factor)
                .toArray();
    }

    private static TailRisk historical(Sandbox sandbox, double[] weights, double volatility, TailWish wish) {
        double[] one = scaledPast(sandbox, weights, volatility);
        TailRisk tail = HistoricalTail.of(one, wish.confidence());
        double root = Math.sqrt(wish.horizon());
        return new TailRisk(tail.valueAtRisk() * root, tail.expectedShortfall() * root);
    }
}
