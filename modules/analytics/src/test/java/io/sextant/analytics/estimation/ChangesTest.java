package io.sextant.analytics.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.distribution.Tails;
import io.sextant.domain.time.SeededRandom;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private static final BayesianChangePoints.Prior PRIOR = new BayesianChangePoints.Prior(0.2, 0.5, 1.5, 0.8);

    /** The density of numbers of one stretch in closed form (Murphy 2007, equation 203). */
    private static double logMarginal(double[] x, int from, int to) {
        int n = to - from;
        double mean = Arrays.stream(x, from, to).average().orElse(0);
        double squares = 0;
        for (int i = from; i < to; i++) {
            squares += (x[i] - mean) * (x[i] - mean);
        }
        double count = PRIOR.meanCount() + n;
        double shape = PRIOR.shape() + 0.5 * n;
        double scale = PRIOR.scale()
                + 0.5 * squares
                + 0.5 * PRIOR.meanCount() * n * (mean - PRIOR.mean()) * (mean - PRIOR.mean()) / count;
        return Tails.logGamma(shape)
                - Tails.logGamma(PRIOR.shape())
                + PRIOR.shape() * Math.log(PRIOR.scale())
                - shape * Math.log(scale)
                + 0.5 * Math.log(PRIOR.meanCount() / count)
                - 0.5 * n * Math.log(2 * Math.PI);
    }

    /** Every way to cut eight numbers into stretches. */
    @Test
    void chancesOfRunsAreThoseOfAllSegmentationsTogether() {
        double[] x = {0.1, -0.3, 0.4, 2.9, 3.3, 2.7, 3.1, -0.2};
        double hazard = 0.2;
        double[] byRun = new double[9];
        double total = 0;
        for (int cuts = 0; cuts < 1 << 8; cuts++) {
            double log = 0;
            int from = 0;
            for (int i = 0; i < 8; i++) {
                boolean cut = (cuts >> i & 1) == 1;
                log += Math.log(cut ? hazard : 1 - hazard);
                if (cut) {
                    log += logMarginal(x, from, i + 1);
                    from = i + 1;
                }
            }
            log += from < 8 ? logMarginal(x, from, 8) : 0;
            byRun[8 - from] += Math.exp(log);
            total += Math.exp(log);
        }
        BayesianChangePoints watch = new BayesianChangePoints(1 / hazard, PRIOR, 100);
        for (double each : x) {
            watch.update(each);
        }
        for (int run = 0; run <= 8; run++) {
            assertThat(watch.probabilityOfRun(run)).isCloseTo(byRun[run] / total, within(1e-10));
        }
        assertThat(watch.logEvidence()).isCloseTo(Math.log(total), within(1e-10));
        assertThat(watch.probabilityOfChangeWithin(9)).isCloseTo(1, within(1e-12));
    }

    @Test
    void findsAChangeOfLevelAndOneOfVariance() {
        RandomGenerator random = new SeededRandom(3);
        BayesianChangePoints watch = new BayesianChangePoints(250, BayesianChangePoints.Prior.like(0, 1), 400);
        for (int i = 0; i < 150; i++) {
            watch.update(random.nextGaussian());
        }
        assertThat(watch.mostLikelyRun()).isBetween(140, 151);
        for (int i = 0; i < 20; i++) {
            watch.update(2 + random.nextGaussian());
        }
        assertThat(watch.mostLikelyRun()).isBetween(17, 23);
        assertThat(watch.probabilityOfChangeWithin(30)).isGreaterThan(0.95);
        for (int i = 0; i < 60; i++) {
            watch.update(2 + 5 * random.nextGaussian());
        }
        assertThat(watch.mostLikelyRun()).isBetween(54, 66);
        watch.update(Double.NaN);
        assertThat(watch.mostLikelyRun()).isBetween(54, 66);
    }

    @Test
    void longRunsAreHeldTogetherWithinTheirBound() {
        RandomGenerator random = new SeededRandom(4);
        BayesianChangePoints watch = new BayesianChangePoints(1_000, BayesianChangePoints.Prior.like(0, 1), 50);
        for (int i = 0; i < 300; i++) {
            watch.update(random.nextGaussian());
        }
        assertThat(watch.mostLikelyRun()).isEqualTo(50);
        assertThat(watch.probabilityOfChangeWithin(51)).isCloseTo(1, within(1e-12));
        for (int i = 0; i < 15; i++) {
            watch.update(4 + random.nextGaussian());
        }
        assertThat(watch.mostLikelyRun()).isBetween(14, 17);
    }

    /** The sum is the largest over all beginnings, which is how Page tells it. */
    @Test
    void cumulativeSumsAlarmWhereTheLargestOfAllPartialSumsIsAboveTheLimit() {
        RandomGenerator random = new SeededRandom(5);
        double[] x = new double[300];
        Arrays.setAll(x, i -> 10 + 2 * (random.nextGaussian() + (i > 200 ? -1.2 : 0)));
        CumulativeSums sums = new CumulativeSums(10, 2, 0.5, 6);
        int expected = -1;
        for (int t = 0; t < x.length && expected < 0; t++) {
            for (int from = 0; from <= t; from++) {
                double up = 0;
                double down = 0;
                for (int i = from; i <= t; i++) {
                    up += (x[i] - 10) / 2 - 0.5;
                    down -= (x[i] - 10) / 2 + 0.5;
                }
                expected = Math.max(up, down) > 6 ? t : expected;
            }
        }
        int found = -1;
        for (int t = 0; t < x.length && found < 0; t++) {
            int since = sums.since();
            CumulativeSums.Side side = sums.update(x[t]);
            if (side != CumulativeSums.Side.NONE) {
                found = t;
                assertThat(side).isEqualTo(CumulativeSums.Side.DOWN);
                assertThat(t - since).isBetween(190, 210);
            }
        }
        assertThat(found).isEqualTo(expected).isGreaterThan(200);
        assertThat(sums.nearness()).isZero();
    }

    /** With slack 0.5 and limit 4 the mean run to a false alarm of either side is 168 (Montgomery 2013, table 9.3). */
    @Test
    void falseAlarmsComeAsOftenAsTheTableSays() {
        RandomGenerator random = new SeededRandom(6);
        CumulativeSums sums = new CumulativeSums(0, 1, 0.5, 4);
        int alarms = 0;
        int numbers = 400_000;
        for (int i = 0; i < numbers; i++) {
            alarms += sums.update(random.nextGaussian()) == CumulativeSums.Side.NONE ? 0 : 1;
        }
        // Some 2,400 alarms, nearly Poisson: three deviations are 6%.
        assertThat((double) numbers / alarms).isCloseTo(168, within(11.0));
    }
}
