package io.sextant.forecasting.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.forecast.LearningTrouble.Code;
import io.sextant.forecasting.Explanation;
import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecast;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Observation;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.Training;
import io.sextant.forecasting.UnfitWindow;
import io.sextant.forecasting.evaluation.LastValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class EnsembleForecasterTest {

    /** The next move is 0.8 of the last feature and noise of 0.6; the second half turns the sign. */
    private static final Observations SERIES = series(600);

    private static final Forecaster RIGHT = new Guess("right", x -> 0.8 * x);
    private static final Forecaster WRONG = new Guess("wrong", x -> -0.8 * x);
    private static final Forecaster LOUD = new Guess("loud", x -> 1.6 * x);

    @Test
    void equalWeightsGiveTheMeanOfAllMedians() {
        FittedForecaster fitted = fit(new Weighting.Equal(), 300, RIGHT, WRONG, LOUD);

        double feature = SERIES.feature(0, 299);
        assertThat(fitted.forecast(1).median(1) - SERIES.value(299)).isCloseTo(1.6 * feature / 3, within(1e-12));
    }

    @Test
    void inverseErrorsFavourWhoErredLess() {
        assertThat(weight(fit(new Weighting.InverseError(60), 300, RIGHT, WRONG), 0))
                .isBetween(0.7, 0.98);
    }

    /** The member tells twice what is true: half of its weight is the last value's. */
    @Test
    void stackingFindsTheShareThatIsTrue() {
        FittedForecaster fitted = fit(new Weighting.Stacked(), 300, LOUD, WRONG);

        // Least squares of 75 moves of deviation 0.6 on 1.6 x: an error of 0.6/(1.6 sqrt 75), three of which are 0.13.
        assertThat(weight(fitted, 0)).isCloseTo(0.5, within(0.13));
        assertThat(weight(fitted, 1)).isZero();
    }

    @Test
    void bayesianAveragingMovesToWhoIsLikelierNow() {
        FittedForecaster fitted = fit(new Weighting.BayesianAverage(0.95), 300, RIGHT, WRONG);
        double before = weight(fitted, 0);
        lead(fitted, 300, 400);

        assertThat(before).isGreaterThan(0.99);
        assertThat(weight(fitted, 0)).isLessThan(0.01);
    }

    @Test
    void whatStopsWorkingIsRetired() {
        FittedForecaster fitted = fit(new Weighting.Retiring(20), 300, RIGHT, WRONG);

        assertThat(weight(fitted, 0)).isEqualTo(1);
        assertThat(weight(fitted, 1)).isZero();
        lead(fitted, 300, 400);
        assertThat(weight(fitted, 0)).isZero();
        assertThat(weight(fitted, 1)).isEqualTo(1);
    }

    @Test
    void aloneAndWrongTheLastValueIsAllThereIs() {
        FittedForecaster fitted = fit(new Weighting.Retiring(20), 300, WRONG);

        assertThat(fitted.forecast(1).median(1)).isEqualTo(SERIES.value(299));
    }

    /** The regime is the sign of the half, as a feature says it: each has its own expert from then on. */
    @Test
    void everyRegimeHasItsExpert() {
        FittedForecaster fitted = fit(new Weighting.LocalExpert("regime"), 300, RIGHT, WRONG);
        assertThat(weight(fitted, 0)).isEqualTo(1);
        lead(fitted, 300, 360);
        assertThat(weight(fitted, 1)).as("the other regime").isEqualTo(1);
        Observation back = new Observation(SERIES.timeNanos(360), SERIES.value(360), new double[] {1, 0});
        fitted.observe(back);
        assertThat(weight(fitted, 0)).as("back in the first").isEqualTo(1);
    }

    @Test
    void aMemberThatCannotLearnIsLeftOut() {
        Forecaster unable = new Guess("unable", x -> Double.NaN);
        FittedForecaster fitted = fit(new Weighting.Equal(), 300, unable, RIGHT);

        assertThat(fitted.explain().parts()).extracting(Explanation.Part::what).containsExactly("right");
    }

    @Test
    void goesOnAfterItWasSavedAsIfNothingHadHappened() throws IOException {
        EnsembleForecaster model =
                new EnsembleForecaster("stacked", List.of(RIGHT, LOUD, new LastValue()), new Weighting.Stacked());
        FittedForecaster fitted = model.fit(SERIES.between(0, 300), Training.quiet(1, 1));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        fitted.save(new DataOutputStream(bytes));
        FittedForecaster loaded = model.load(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        for (int i = 300; i < 320; i++) {
            assertThat(loaded.forecast(1).quantiles())
                    .isDeepEqualTo(fitted.forecast(1).quantiles());
            fitted.observe(SERIES.get(i));
            loaded.observe(SERIES.get(i));
        }
    }

    /** Against every corner and edge of what is allowed, by trying many points. */
    @Test
    void projectedWeightsAreTheNearestThatAreAllowed() {
        SplittableRandom random = new SplittableRandom(2);
        for (int run = 0; run < 200; run++) {
            double[] point = {2 * random.nextGaussian(), 2 * random.nextGaussian(), 2 * random.nextGaussian()};
            double[] nearest = Weights.projected(point);
            assertThat(Arrays.stream(nearest).min().orElseThrow()).isNotNegative();
            assertThat(Arrays.stream(nearest).sum()).isLessThanOrEqualTo(1 + 1e-12);
            double apart = distance(point, nearest);
            for (int other = 0; other < 100; other++) {
                double a = random.nextDouble();
                double b = random.nextDouble(1 - a + 1e-15);
                double c = random.nextDouble(1 - a - b + 1e-15);
                assertThat(distance(point, new double[] {a, b, c})).isGreaterThanOrEqualTo(apart - 1e-9);
            }
        }
    }

    private static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        }
        return Math.sqrt(sum);
    }

    private static FittedForecaster fit(Weighting weighting, int points, Forecaster... members) {
        return new EnsembleForecaster("ensemble", List.of(members), weighting)
                .fit(SERIES.between(0, points), Training.quiet(1, 1));
    }

    private static void lead(FittedForecaster fitted, int from, int end) {
        for (int i = from; i < end; i++) {
            fitted.observe(SERIES.get(i));
        }
    }

    /** By what it adds to the forecast over what the member told. */
    private static double weight(FittedForecaster fitted, int member) {
        String name = List.of("right", "wrong", "loud").get(member);
        List<Explanation.Part> parts = fitted.explain().parts();
        boolean loud = parts.stream().anyMatch(part -> part.what().equals("loud"));
        String wanted = loud && member == 0 ? "loud" : name;
        return parts.stream()
                .filter(part -> part.what().equals(wanted))
                .mapToDouble(part -> part.effect() / part.value())
                .findFirst()
                .orElseThrow();
    }

    private static Observations series(int points) {
        SplittableRandom random = new SplittableRandom(31);
        double[] values = new double[points];
        double[][] features = new double[2][points];
        long[] times = new long[points];
        for (int i = 0; i < points; i++) {
            times[i] = i;
            features[0][i] = random.nextGaussian();
            features[1][i] = i < 300 ? 0 : 1;
            if (i > 0) {
                double slope = i <= 300 ? 0.8 : -0.8;
                values[i] = values[i - 1] + slope * features[0][i - 1] + 0.6 * random.nextGaussian();
            }
        }
        return Observations.of(times, values, List.of("signal", "regime"), features);
    }

    /** Tells the next move from the first feature, with a deviation of 0.6. */
    private record Guess(String name, DoubleUnaryOperator rule) implements Forecaster {

        @Override
        public int observationsNeeded() {
            return 2;
        }

        @Override
        public FittedForecaster fit(Observations past, Training training) {
            if (Double.isNaN(rule.applyAsDouble(0))) {
                throw new UnfitWindow(Code.NO_PARAMETERS, "it cannot learn");
            }
            return new Fitted(rule, past.get(past.size() - 1));
        }

        @Override
        public FittedForecaster load(DataInput in) throws IOException {
            return new Fitted(rule, new Observation(0, in.readDouble(), new double[] {in.readDouble(), 0}));
        }
    }

    private static final class Fitted implements FittedForecaster {

        private final DoubleUnaryOperator rule;
        private Observation newest;

        Fitted(DoubleUnaryOperator rule, Observation newest) {
            this.rule = rule;
            this.newest = newest;
        }

        @Override
        public Forecast forecast(int horizon) {
            double mean = newest.value() + rule.applyAsDouble(newest.features()[0]);
            return Forecast.normal(newest.value(), new double[] {mean}, new double[] {0.6});
        }

        @Override
        public void observe(Observation next) {
            newest = next;
        }

        @Override
        public Explanation explain() {
            return new Explanation(List.of());
        }

        @Override
        public void save(DataOutput out) throws IOException {
            out.writeDouble(newest.value());
            out.writeDouble(newest.features()[0]);
        }
    }
}
