package io.sextant.forecasting.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.forecasting.Explanation;
import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecast;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Observation;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.Training;
import io.sextant.forecasting.evaluation.LeakDetector.Leak;
import java.io.DataInput;
import java.io.DataOutput;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class LeakDetectorTest {

    private static final int POINTS = 200;
    private static final int KNOWN = 150;

    private final double[] raw = SimulatedWalk.NORMAL.draw(POINTS, 4).values();

    @Test
    void aFeatureOfThePastIsClean() {
        assertThat(LeakDetector.inPreparation(numbers -> withFeature(numbers, -1), raw, KNOWN, 1))
                .isEmpty();
    }

    @Test
    void aFeatureThatPeeksOneStepAheadIsCaught() {
        Optional<Leak> leak = LeakDetector.inPreparation(numbers -> withFeature(numbers, 1), raw, KNOWN, 1);

        assertThat(leak).contains(new Leak("planted", KNOWN - 1, KNOWN));
        assertThat(leak.orElseThrow().sentence()).contains("planted of observation 150 changes");
    }

    @Test
    void scalingByTheWholeSeriesIsCaught() {
        Optional<Leak> leak = LeakDetector.inPreparation(
                numbers -> {
                    double most = Arrays.stream(numbers).max().orElseThrow();
                    return Observations.ofValues(
                            Arrays.stream(numbers).map(x -> x / most).toArray());
                },
                raw,
                KNOWN,
                1);

        assertThat(leak.orElseThrow().what()).isEqualTo("value");
    }

    @Test
    void aModelThatLearnsFromWhatItIsGivenIsClean() {
        assertThat(LeakDetector.inForecasts(
                        all -> PlainModel.autoregression(2),
                        Observations.ofValues(raw),
                        100,
                        KNOWN,
                        Training.quiet(3, 1)))
                .isEmpty();
    }

    /** It keeps the whole series when it is made, and tells the next change from it: skill that nobody has. */
    @Test
    void aModelThatKeepsTheFutureIsCaught() {
        Function<Observations, Forecaster> peeking = all -> new PlainModel(
                "oracle",
                changes -> (now, count) -> count + 1 < all.size() ? all.value(count + 1) - all.value(count) : 0);
        Observations whole = Observations.ofValues(raw);

        assertThat(LeakDetector.inForecasts(peeking, whole, 100, KNOWN, Training.quiet(1, 1)))
                .contains(new Leak("forecast", KNOWN - 1, KNOWN));
        Comparison fooled = Comparison.of(
                whole,
                new LastValue(),
                List.of(peeking.apply(whole)),
                Plan.quiet(Folds.expanding(POINTS, 2, 100, Folds.Gap.NONE), 1, Scale.AS_GIVEN, 1));
        assertThat(fooled.models().get(1).verdict())
                .as("figures alone do not tell it")
                .isEqualTo(Verdict.SKILL);
    }

    /** What a walk hands to a model ends where it stands: fits see the training part, and forecasts what was observed. */
    @Test
    void aWalkHandsOverNothingThatLiesAhead() {
        Fold fold = new Fold(0, 90, 100, 130);
        int[] seen = new int[1];
        Forecaster spy = new Forecaster() {
            private final Forecaster inner = PlainModel.drift();

            @Override
            public String name() {
                return "spy";
            }

            @Override
            public int observationsNeeded() {
                return 1;
            }

            @Override
            public FittedForecaster fit(Observations past, Training training) {
                assertThat(past.size()).isEqualTo(90);
                seen[0] = past.size();
                FittedForecaster fitted = inner.fit(past, training);
                return new Listening(fitted, () -> seen[0]++);
            }

            @Override
            public FittedForecaster load(DataInput in) {
                throw new UnsupportedOperationException();
            }
        };

        OutOfSample told = WalkForward.through(spy, Observations.ofValues(raw), fold, 0, Training.quiet(1, 1));

        assertThat(told.origins()[0]).isEqualTo(99);
        assertThat(seen[0]).isEqualTo(130);
        double slope = (raw[89] - raw[0]) / 89;
        for (int k = 0; k < told.size(); k++) {
            assertThat(told.medians()[0][k] - raw[told.origins()[k]]).isCloseTo(slope, within(1e-12));
        }
    }

    private record Listening(FittedForecaster inner, Runnable heard) implements FittedForecaster {

        @Override
        public Forecast forecast(int horizon) {
            return inner.forecast(horizon);
        }

        @Override
        public void observe(Observation next) {
            heard.run();
            inner.observe(next);
        }

        @Override
        public Explanation explain() {
            return inner.explain();
        }

        @Override
        public void save(DataOutput out) {
            throw new UnsupportedOperationException();
        }
    }

    private static Observations withFeature(double[] numbers, int ahead) {
        double[] feature = new double[numbers.length];
        Arrays.setAll(feature, i -> i + ahead < 0 || i + ahead >= numbers.length ? Double.NaN : numbers[i + ahead]);
        long[] times = new long[numbers.length];
        Arrays.setAll(times, i -> i);
        return Observations.of(times, numbers, List.of("planted"), new double[][] {feature});
    }
}
