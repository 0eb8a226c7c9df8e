package io.sextant.analytics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.time.SeededRandom;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SurveyFiguresTest {

    private static final double EXACT = 1e-12;

    private final RandomGenerator random = SeededRandom.stream(5, 1);

    /** Rounded so that equals occur, with holes at random places and at the front. */
    private double[] column(int size, double step) {
        double[] column = new double[size];
        for (int i = 0; i < size; i++) {
            boolean hole = i < size / 20 || random.nextInt(30) == 0;
            column[i] = hole ? Double.NaN : Math.rint(random.nextGaussian() / step) * step;
        }
        return column;
    }

    @Test
    void ranksEqualsByTheMeanOfTheirPlaces() {
        for (int round = 0; round < 50; round++) {
            double[] values = IntStream.range(0, 40)
                    .mapToDouble(i -> random.nextInt(12) - 6.0)
                    .map(x -> x == 0 && random.nextBoolean() ? -0.0 : x)
                    .toArray();
            double[] ranks = Ranks.of(values);
            for (int i = 0; i < values.length; i++) {
                double below = 0;
                double equal = 0;
                for (double other : values) {
                    below += other < values[i] ? 1 : 0;
                    equal += other == values[i] ? 1 : 0;
                }
                assertThat(ranks[i]).isEqualTo(below + (equal + 1) / 2);
            }
        }
    }

    @Test
    void correlatesRanksOfTheRowsThatBothHave() {
        for (int round = 0; round < 30; round++) {
            double[] x = column(200, 0.3);
            double[] y = column(200, 0.1);
            for (int i = 0; i < y.length; i++) {
                y[i] += round * 0.1 * x[i];
            }
            int[] rows = IntStream.range(0, 200)
                    .filter(i -> !Double.isNaN(x[i]) && !Double.isNaN(y[i]))
                    .toArray();
            double[] u = plainRanks(Arrays.stream(rows).mapToDouble(i -> x[i]).toArray());
            double[] v = plainRanks(Arrays.stream(rows).mapToDouble(i -> y[i]).toArray());
            Pairs pairs = Pairs.of(x, y, 0, 200);
            assertThat(pairs.count()).isEqualTo(rows.length);
            assertThat(pairs.rankCorrelation()).isCloseTo(pearson(u, v), within(EXACT));
        }
        assertThat(Pairs.of(new double[] {1, 1, 1}, new double[] {1, 2, 3}, 0, 3)
                        .rankCorrelation())
                .isNaN();
    }

    private static double[] plainRanks(double[] values) {
        return Arrays.stream(values)
                .map(x -> Arrays.stream(values).filter(y -> y < x).count()
                        + (Arrays.stream(values).filter(y -> y == x).count() + 1) / 2.0)
                .toArray();
    }

    private static double pearson(double[] x, double[] y) {
        double mx = Arrays.stream(x).average().orElseThrow();
        double my = Arrays.stream(y).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - mx) * (y[i] - my);
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
        }
        return xy / Math.sqrt(xx * yy);
    }

    @Test
    void tellsWhatCameNextAndNothingWhereTheBarsEnd() {
        double[] returns = ForwardReturns.of(new double[] {100, 110, 99, 0, 120, 7}, 5, 2);
        assertThat(returns[0]).isCloseTo(Math.log(0.99), within(EXACT));
        assertThat(returns[1]).isNaN();
        assertThat(returns[2]).isCloseTo(Math.log(120.0 / 99), within(EXACT));
        assertThat(returns[3]).isNaN();
        assertThat(returns[4]).isNaN();
        assertThatThrownBy(() -> ForwardReturns.of(new double[3], 3, 0)).hasMessageContaining("at least one bar");
    }

    @Test
    void errorOfACoefficientIsThatOfTheSlopeWithBartlettsWeights() {
        double[] x = column(400, 0.2);
        double[] y = column(400, 0.01);
        int horizon = 4;
        InformationCoefficient told = InformationCoefficient.of(x, y, horizon);
        Pairs pairs = Pairs.of(x, y, 0, 400);
        double[] u = plainRanks(pairs.x());
        double[] v = plainRanks(pairs.y());
        int n = u.length;
        double mu = (n + 1) / 2.0;
        double slope = pearson(u, v);
        double su = Math.sqrt(Arrays.stream(u).map(r -> (r - mu) * (r - mu)).sum() / n);
        double sv = Math.sqrt(Arrays.stream(v).map(r -> (r - mu) * (r - mu)).sum() / n);
        double sum = 0;
        int lags = told.lags();
        for (int s = 0; s < n; s++) {
            for (int t = Math.max(0, s - lags); t < Math.min(n, s + lags + 1); t++) {
                double us = (u[s] - mu) / su;
                double ut = (u[t] - mu) / su;
                double es = (v[s] - mu) / sv - slope * us;
                double et = (v[t] - mu) / sv - slope * ut;
                sum += (1 - Math.abs(s - t) / (lags + 1.0)) * us * es * ut * et;
            }
        }
        assertThat(told.value()).isCloseTo(slope, within(EXACT));
        assertThat(told.standardError()).isCloseTo(Math.sqrt(sum) / n, within(1e-10));
        assertThat(told.low()).isCloseTo(slope - 1.959963984540054 * told.standardError(), within(EXACT));
    }

    /** A feature that remembers and returns that overlap: the plain error calls one in four related, this one about one in fifteen. */
    @Test
    void chanceAloneIsSeldomCalledARelationThoughReturnsOverlap() {
        int worlds = 300;
        int horizon = 20;
        int size = 3_000;
        int apart = 0;
        int plainly = 0;
        for (int world = 0; world < worlds; world++) {
            RandomGenerator chance = SeededRandom.stream(world, 2);
            double[] close = new double[size];
            double[] feature = new double[size];
            double price = 0;
            double level = 0;
            for (int i = 0; i < size; i++) {
                price += 0.01 * chance.nextGaussian();
                level = 0.97 * level + chance.nextGaussian();
                close[i] = Math.exp(price);
                feature[i] = level;
            }
            InformationCoefficient told =
                    InformationCoefficient.of(feature, ForwardReturns.of(close, size, horizon), horizon);
            apart += told.isApartFromZero() ? 1 : 0;
            plainly += Math.abs(told.value()) > 1.96 / Math.sqrt(told.count()) ? 1 : 0;
        }
        assertThat((double) apart / worlds).isBetween(0.02, 0.10);
        assertThat((double) plainly / worlds).isGreaterThan(0.4);
    }

    @Test
    void aRelationThatIsThereIsFoundWithItsSign() {
        double[] close = new double[2_000];
        double[] feature = new double[2_000];
        double price = 0;
        for (int i = 0; i < 2_000; i++) {
            close[i] = Math.exp(price);
            feature[i] = random.nextGaussian();
            price += -0.004 * feature[i] + 0.01 * random.nextGaussian();
        }
        InformationCoefficient told = InformationCoefficient.of(feature, ForwardReturns.of(close, 2_000, 1), 1);
        assertThat(told.high()).isLessThan(-0.25);
        List<Bucket> buckets = Bucket.of(feature, ForwardReturns.of(close, 2_000, 1), 1, 10);
        assertThat(buckets).hasSize(10);
        assertThat(buckets.getFirst().meanReturn())
                .isGreaterThan(3 * buckets.getFirst().standardError());
        assertThat(buckets.getLast().meanReturn())
                .isLessThan(-3 * buckets.getLast().standardError());
    }

    @Test
    void tellsNoErrorOfTooFewBars() {
        double[] x = column(60, 0.01);
        assertThat(InformationCoefficient.of(x, x, 10).value()).isCloseTo(1, within(EXACT));
        assertThat(InformationCoefficient.of(x, x, 10).standardError()).isNaN();
        assertThat(InformationCoefficient.of(x, x, 10).isApartFromZero()).isFalse();
        assertThat(InformationCoefficient.of(new double[20], new double[20], 1).value())
                .isNaN();
    }

    @Test
    void bucketsHoldEveryPairOnceWithItsMean() {
        double[] x = column(500, 0.5);
        double[] y = column(500, 0.001);
        List<Bucket> buckets = Bucket.of(x, y, 1, 5);
        Pairs pairs = Pairs.of(x, y, 0, 500);
        assertThat(buckets.stream().mapToInt(Bucket::count).sum()).isEqualTo(pairs.count());
        for (Bucket bucket : buckets) {
            double[] own = IntStream.range(0, pairs.count())
                    .filter(i -> pairs.x()[i] >= bucket.low() && pairs.x()[i] <= bucket.high())
                    .mapToDouble(i -> pairs.y()[i])
                    .toArray();
            assertThat(own).hasSize(bucket.count());
            assertThat(bucket.meanReturn())
                    .isCloseTo(Arrays.stream(own).average().orElseThrow(), within(EXACT));
            // Nothing remembers here, so the error is about the plain one.
            double mean = bucket.meanReturn();
            double plain = Math.sqrt(
                            Arrays.stream(own).map(v -> (v - mean) * (v - mean)).sum())
                    / own.length;
            assertThat(bucket.standardError()).isBetween(0.6 * plain, 1.5 * plain);
        }
        double[] flag =
                Arrays.stream(x).map(v -> Double.isNaN(v) ? v : v > 1 ? 1 : 0).toArray();
        assertThat(Bucket.of(flag, y, 1, 10)).hasSize(2);
    }

    @Test
    void countsEveryNumberOfADistribution() {
        double[] x = column(2_000, 0.001);
        Distribution told = Distribution.of(x, 20);
        double[] sorted = Arrays.stream(x).filter(Double::isFinite).sorted().toArray();
        assertThat(told.count()).isEqualTo(sorted.length);
        assertThat(told.missing()).isEqualTo(2_000 - sorted.length);
        assertThat(Arrays.stream(told.counts()).sum()).isEqualTo(told.count());
        for (int bin = 0; bin < 20; bin++) {
            double from = bin == 0 ? Double.NEGATIVE_INFINITY : told.edge(bin);
            double to = bin == 19 ? Double.POSITIVE_INFINITY : told.edge(bin + 1);
            long plain = Arrays.stream(sorted).filter(v -> v >= from && v < to).count();
            // A number on an edge may fall to either side of it by rounding.
            assertThat((long) told.counts()[bin]).isBetween(plain - 2, plain + 2);
        }
        assertThat(told.quantiles()[3]).isCloseTo(plainMedian(sorted), within(EXACT));
        double mean = Arrays.stream(sorted).average().orElseThrow();
        assertThat(told.mean()).isCloseTo(mean, within(EXACT));
        assertThat(told.deviation())
                .isCloseTo(
                        Math.sqrt(Arrays.stream(sorted)
                                        .map(v -> (v - mean) * (v - mean))
                                        .sum()
                                / (sorted.length - 1)),
                        within(EXACT));
    }

    private static double plainMedian(double[] sorted) {
        int n = sorted.length;
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    @Test
    void knowsColumnsWithoutNumbersAndWithOneNumber() {
        double[] none = {Double.NaN, Double.POSITIVE_INFINITY};
        assertThat(Distribution.of(none, 4).count()).isZero();
        assertThat(Distribution.of(none, 4).missing()).isEqualTo(2);
        Distribution same = Distribution.of(new double[] {3, 3, 3}, 4);
        assertThat(Arrays.stream(same.counts()).sum()).isEqualTo(3);
        assertThat(same.low()).isLessThan(3);
        assertThat(same.high()).isGreaterThan(3);
        assertThat(same.skewness()).isNaN();
    }

    @Test
    void driftIsThatOfSharesOfTenths() {
        double[] before = sorted(900, 0, 1);
        double[] now = sorted(300, 0.5, 1.4);
        double index = 0;
        for (int bin = 0; bin < 10; bin++) {
            double from = bin == 0 ? Double.NEGATIVE_INFINITY : quantile(before, bin / 10.0);
            double to = bin == 9 ? Double.POSITIVE_INFINITY : quantile(before, (bin + 1) / 10.0);
            double p = Arrays.stream(before).filter(v -> v > from && v <= to).count() / 900.0;
            double q = Arrays.stream(now).filter(v -> v > from && v <= to).count() / 300.0;
            index += (q - p) * Math.log(q / p);
        }
        assertThat(Drift.populationStability(before, now)).isCloseTo(index, within(1e-12));
        assertThat(index).isGreaterThan(0.25);
        assertThat(Drift.populationStability(before, before)).isZero();

        double greatest = 0;
        for (double place : IntStream.range(0, 1_200)
                .mapToDouble(i -> i < 900 ? before[i] : now[i - 900])
                .toArray()) {
            double then = Arrays.stream(before).filter(v -> v <= place).count() / 900.0;
            double later = Arrays.stream(now).filter(v -> v <= place).count() / 300.0;
            greatest = Math.max(greatest, Math.abs(then - later));
        }
        assertThat(Drift.kolmogorovSmirnov(before, now)).isCloseTo(greatest, within(1e-12));
    }

    @Test
    void driftOfAFlagIsThatOfItsTwoShares() {
        double[] before =
                IntStream.range(0, 100).mapToDouble(i -> i < 80 ? 0 : 1).toArray();
        double[] now = IntStream.range(0, 100).mapToDouble(i -> i < 50 ? 0 : 1).toArray();
        assertThat(Drift.populationStability(before, now))
                .isCloseTo(-0.3 * Math.log(0.5 / 0.8) + 0.3 * Math.log(0.5 / 0.2), within(EXACT));
        assertThat(Drift.kolmogorovSmirnov(before, now)).isCloseTo(0.3, within(EXACT));
    }

    private double[] sorted(int size, double mean, double deviation) {
        return IntStream.range(0, size)
                .mapToDouble(i -> mean + deviation * random.nextGaussian())
                .sorted()
                .toArray();
    }

    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        return sorted[below] + (place - below) * (sorted[Math.min(below + 1, sorted.length - 1)] - sorted[below]);
    }

    @Test
    void endsWhenItIsNoLongerWanted() {
        assertThatThrownBy(() -> ((SurveyWatch) share -> false).check(0.5)).isInstanceOf(CancellationException.class);
        SurveyWatch.NOBODY.check(1);
    }
}
