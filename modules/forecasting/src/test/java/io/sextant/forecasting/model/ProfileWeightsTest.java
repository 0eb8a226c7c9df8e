package io.sextant.forecasting.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.time.SeededRandom;
import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.Training;
import io.sextant.forecasting.Weighing;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ProfileWeightsTest {

    private static final int WALKS = Integer.getInteger("sextant.profile.walks", 16);
    private static final int STRETCH = 150;

    /** Calm stretches in which a change comes again in part, and every fourth a wild one in which it is taken back; or the same in all. */
    private static double[] market(int n, double calm, double wild, long seed) {
        SeededRandom random = new SeededRandom(seed);
        double[] values = new double[n];
        double change = 0;
        for (int i = 1; i < n; i++) {
            boolean isWild = i / STRETCH % 4 == 3;
            change = (isWild ? wild : calm) * change + (isWild ? 0.02 : 0.005) * random.nextGaussian();
            values[i] = values[i - 1] + change;
        }
        return values;
    }

    private static double squaredErrors(FittedForecaster model, Observations all, int from) {
        double squares = 0;
        for (int i = from; i < all.size(); i++) {
            double error = all.value(i) - model.forecast(1).mean()[0];
            squares += error * error;
            model.observe(all.get(i));
        }
        return squares;
    }

    /** Told without a lag, errors would be 1/1.33 of those of the last price, whose law this is; what hysteresis takes of that is left a margin. */
    @Test
    void whereWhatFollowsDependsOnTheRegimeItsWeightsCountAndForecastBetterThanCommonOnes() {
        double withOwn = 0;
        double withCommon = 0;
        for (int seed = 1; seed <= 3; seed++) {
            Observations all = Observations.ofValues(market(3_000, 0.5, -0.5, seed));
            Observations past = all.between(0, 2_400);
            FittedForecaster own = new ProfileWeights().fit(past, Training.quiet(1, 1));
            FittedForecaster common = new ProfileWeights(0).fit(past, Training.quiet(1, 1));
            assertThat(((FittedProfiles) own).profilesWithOwnWeights()).isPositive();
            assertThat(((FittedProfiles) common).profilesWithOwnWeights()).isZero();
            withOwn += squaredErrors(own, all, 2_400);
            withCommon += squaredErrors(common, all, 2_400);
        }
        assertThat(withOwn).isLessThan(0.9 * withCommon);
    }

    /** The profile that is told moves with the regime, and says whether its own weights count. */
    @Test
    void whichWeightsCountIsTold() {
        Observations all = Observations.ofValues(market(3_000, 0.5, -0.5, 1));
        FittedForecaster model = new ProfileWeights().fit(all.between(0, 2_400), Training.quiet(1, 1));
        Set<String> told = new TreeSet<>();
        int changes = 0;
        String before = "";
        for (int i = 2_400; i < 3_000; i++) {
            model.observe(all.get(i));
            String now = model.weighing().map(Weighing::text).orElseThrow();
            changes += now.equals(before) ? 0 : 1;
            before = now;
            told.add(now);
        }
        assertThat(told).contains("DEFENSIVE own");
        assertThat(told).hasSizeGreaterThan(1);
        assertThat(changes).as("with hysteresis, four stretches of 150 bars").isLessThan(40);
    }

    /** Nothing tells what follows: each profile's own weights are taken for better with a chance of 5 % over the number of profiles, at most. */
    @Test
    void whereNothingTellsWhatFollowsOwnWeightsAreSeldomTakenForBetter() {
        int found = 0;
        for (int walk = 0; walk < WALKS; walk++) {
            Observations all = Observations.ofValues(market(800, 0, 0, 100 + walk));
            FittedForecaster model = new ProfileWeights().fit(all, Training.quiet(1, 1));
            found += ((FittedProfiles) model).profilesWithOwnWeights() > 0 ? 1 : 0;
        }
        // The count is binomial with a chance of 5 % at most: as many as this come by chance less than once in a
        // thousand.
        assertThat(found).isLessThanOrEqualTo((int) Math.ceil(0.05 * WALKS + 3.1 * Math.sqrt(0.0475 * WALKS) + 0.5));
    }

    /** A kind's weights beside a plain solution of the same normal equations, and the sum of squares that they leave, row by row. */
    @Test
    void aKindsWeightsAreThoseOfARidgeTowardsTheCommonOnes() {
        SeededRandom random = new SeededRandom(5);
        ProfileRegression regression = new ProfileRegression(2);
        double[][] points = new double[400][4];
        double[] came = new double[400];
        for (int t = 0; t < 400; t++) {
            for (int j = 0; j < 4; j++) {
                points[t][j] = random.nextGaussian();
            }
            came[t] = (t % 2 == 0 ? 1 : -1) * points[t][0] + 0.1 * random.nextGaussian();
            regression.add(t % 2, points[t], came[t]);
        }
        ProfileRegression.Learned learned = regression.learn(new boolean[] {true, false});
        double[] common = learned.weights()[1];
        double[] own = learned.weights()[0];
        // At the minimum of sum (y - xw)^2 + 50 |w - common|^2 its slope is nought in every direction.
        for (int j = 0; j < ProfileRegression.WIDTH; j++) {
            double slope = -50 * (own[j] - common[j]);
            for (int t = 0; t < 400; t += 2) {
                double[] row = ProfileRegression.row(points[t]);
                slope += row[j] * (came[t] - RidgeRegression.told(own, row));
            }
            assertThat(slope).isCloseTo(0, within(1e-9));
        }
        assertThat(own[0]).isGreaterThan(0.7);
        assertThat(Math.abs(common[0])).isLessThan(0.2);
        assertThat(learned.deviations()[0]).isLessThan(learned.deviations()[1]);
    }
}
