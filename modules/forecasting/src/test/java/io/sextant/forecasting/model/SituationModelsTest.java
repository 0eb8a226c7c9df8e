package io.sextant.forecasting.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.estimation.KMeans;
import io.sextant.analytics.linear.LeastSquares;
import io.sextant.domain.time.SeededRandom;
import io.sextant.forecasting.Explanation;
import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecast;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.Training;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SituationModelsTest {

    /** After three rises it falls twice, for ever: the past has shown it. */
    private static double[] pattern(int n, double noise, long seed) {
        SeededRandom random = new SeededRandom(seed);
        double[] steps = {0.01, 0.01, 0.01, -0.02, -0.008};
        double[] values = new double[n];
        for (int i = 1; i < n; i++) {
            values[i] = values[i - 1] + steps[i % 5] + noise * random.nextGaussian();
        }
        return values;
    }

    @Test
    void analoguesTellAPatternThatComesAgain() {
        double[] values = pattern(800, 0.002, 1);
        Observations all = Observations.ofValues(values);
        FittedForecaster fitted = new Analogues().fit(all.between(0, 600), Training.quiet(2, 1));
        int right = 0;
        for (int i = 600; i < 799; i++) {
            double change = fitted.forecast(2).mean()[0] - values[i - 1];
            right += Math.signum(change) == Math.signum(values[i] - values[i - 1]) ? 1 : 0;
            fitted.observe(all.get(i));
        }
        assertThat(right).isGreaterThan(190);
    }

    /** All windows in order of their distance, plainly. */
    @Test
    void theNearestWindowsAreThoseOfAPlainSearch() {
        double[] values = Made.walk(400, 0.1, 2);
        int horizon = 4;
        Analogues.Fitted fitted = new Analogues.Fitted(values, values.length, horizon);
        double[] now = window(values, 399);
        List<Integer> plain = IntStream.range(40, 400 - horizon)
                .boxed()
                .sorted((a, b) -> Double.compare(distance(now, window(values, a)), distance(now, window(values, b))))
                .limit(30)
                .sorted()
                .toList();

        assertThat(Arrays.stream(fitted.nearest()).sorted().boxed().toList()).isEqualTo(plain);
    }

    private static double[] window(double[] values, int end) {
        double squares = 0;
        for (int i = end - 39; i <= end; i++) {
            squares += Math.pow(values[i] - values[i - 1], 2);
        }
        double unit = Math.sqrt(squares / 40);
        double[] window = new double[8];
        Arrays.setAll(window, j -> (values[end - j] - values[end - j - 1]) / unit);
        return window;
    }

    private static double distance(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(j -> Math.pow(one[j] - other[j], 2))
                .sum();
    }

    @Test
    void kMeansFindsHeapsThatLieApart() {
        SeededRandom random = new SeededRandom(3);
        double[][] middles = {{0, 0}, {10, 0}, {0, 10}, {10, 10}};
        double[][] points = new double[400][];
        Arrays.setAll(points, i ->
                new double[] {middles[i % 4][0] + random.nextGaussian(), middles[i % 4][1] + random.nextGaussian()});

        double[][] centres = KMeans.centres(points, 4, new SeededRandom(5));

        for (double[] middle : middles) {
            double[] nearest = centres[KMeans.nearest(middle, centres)];
            assertThat(distance(middle, nearest)).isLessThan(0.2);
        }
        assertThat(KMeans.centres(points, 4, new SeededRandom(5))).isDeepEqualTo(centres);
    }

    @Test
    void eachSegmentHasItsOwnRule() {
        // Calm steps go on, wild ones turn back.
        SeededRandom random = new SeededRandom(4);
        double[] values = new double[6_000];
        double step = 0;
        for (int i = 1; i < values.length; i++) {
            boolean wild = i / 60 % 2 == 1;
            step = (wild ? -0.5 : 0.5) * step + (wild ? 0.03 : 0.01) * random.nextGaussian();
            values[i] = values[i - 1] + step;
        }
        Observations all = Observations.ofValues(values);
        FittedForecaster fitted = new KMeansSegments().fit(all.between(0, 4_000), Training.quiet(1, 3));
        double ours = 0;
        double naive = 0;
        for (int i = 4_000; i < 6_000; i++) {
            double size = i / 60 % 2 == 1 ? 0.03 : 0.01;
            ours += Math.pow((values[i] - fitted.forecast(1).mean()[0]) / size, 2);
            naive += Math.pow((values[i] - values[i - 1]) / size, 2);
            fitted.observe(all.get(i));
        }
        // Whoever knew both rules would have 0.87; one rule for all, that of the wild steps, has more than 1.
        assertThat(Math.sqrt(ours / naive)).isLessThan(0.96);
    }

    @Test
    void ridgeWithoutAPenaltyIsLeastSquares() {
        SeededRandom random = new SeededRandom(6);
        double[][] rows = new double[50][];
        Arrays.setAll(rows, i -> new double[] {1, random.nextGaussian(), random.nextGaussian()});
        double[] wanted = random.doubles(50).toArray();
        double[][] columns = new double[3][50];
        for (int i = 0; i < 50; i++) {
            for (int j = 0; j < 3; j++) {
                columns[j][i] = rows[i][j];
            }
        }

        double[] weights = RidgeRegression.solve(RidgeRegression.products(rows, wanted), new double[3]);

        double[] expected = LeastSquares.fit(wanted, columns).coefficients();
        for (int j = 0; j < 3; j++) {
            assertThat(weights[j]).isCloseTo(expected[j], within(1e-12));
        }
        double[] drawn = RidgeRegression.solve(RidgeRegression.products(rows, wanted), new double[] {0, 1e9, 1e9});
        assertThat(drawn[1]).isCloseTo(0, within(1e-6));
    }

    /** A line that bends in the middle, hours of the day, and a holiday every tenth day. */
    @Test
    void structureThatIsThereIsFound() {
        SeededRandom random = new SeededRandom(7);
        int n = 24 * 60;
        int ahead = 24;
        double[] values = new double[n + ahead];
        long[] holidays = new long[7];
        Observations places = Made.hourly(new double[n + ahead]);
        for (int i = 0; i < values.length; i++) {
            values[i] = truth(places.timeNanos(i), i) + 0.05 * random.nextGaussian();
        }
        for (int k = 0; k < holidays.length; k++) {
            holidays[k] = 240L * k * Made.HOUR_NANOS + firstHoliday();
        }

        FittedForecaster fitted =
                new Structural(holidays).fit(Made.hourly(values).between(0, n), Training.quiet(ahead, 1));
        Forecast next = fitted.forecast(ahead);

        for (int h = 0; h < ahead; h++) {
            assertThat(next.mean()[h]).isCloseTo(truth(places.timeNanos(n + h), n + h), within(0.12));
        }
        assertThat(fitted.explain().parts().stream().map(Explanation.Part::what))
                .contains("trend", "time of day", "holiday", "remainder");
    }

    private static long firstHoliday() {
        long day = 24 * Made.HOUR_NANOS;
        return Made.hourly(new double[1]).timeNanos(0) / day * day + day;
    }

    private static double truth(long timeNanos, int i) {
        double line = i < 700 ? 0.002 * i : 1.4 - 0.001 * (i - 700);
        double day = Math.sin(2 * Math.PI * (timeNanos / Made.HOUR_NANOS % 24) / 24);
        long sinceHoliday = timeNanos - firstHoliday();
        boolean holiday = sinceHoliday >= 0 && sinceHoliday / (24 * Made.HOUR_NANOS) % 10 == 0;
        return line + day + (holiday ? 1.5 : 0);
    }
}
