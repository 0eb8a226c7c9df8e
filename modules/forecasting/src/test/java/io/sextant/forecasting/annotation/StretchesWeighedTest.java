package io.sextant.forecasting.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.forecast.Stretch;
import io.sextant.forecasting.FittedForecaster;
import io.sextant.forecasting.Forecast;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.Training;
import io.sextant.forecasting.evaluation.Comparison;
import io.sextant.forecasting.evaluation.Folds;
import io.sextant.forecasting.evaluation.LastValue;
import io.sextant.forecasting.evaluation.Plan;
import io.sextant.forecasting.evaluation.Scale;
import java.util.List;
import org.junit.jupiter.api.Test;

class StretchesWeighedTest {

    private static final double[] VALUES = {10, 11, 13, 40, 20, 21, 19};

    @Test
    void movesOfAStretchThatIsLeftOutAreGoneAndTheNewestValueStays() {
        StretchesWeighed model =
                new StretchesWeighed(new LastValue(), List.of(Stretch.leftOut(Stretch.Kind.SPLIT, "split", 3, 5)));

        Observations learned = model.weighed(Observations.ofValues(VALUES));

        // 10 to 13 end where 21 begins, but for its own move of 1.
        assertThat(learned.values()).containsExactly(17, 18, 20, 21, 19);
        assertThat(learned.timeNanos(3)).isEqualTo(5);
    }

    @Test
    void aStretchAtTheEndLeavesTheLevelWhereItIs() {
        StretchesWeighed model =
                new StretchesWeighed(new LastValue(), List.of(Stretch.leftOut(Stretch.Kind.CRISIS, "", 5, 9)));

        assertThat(model.weighed(Observations.ofValues(VALUES)).values()).containsExactly(9, 10, 12, 39, 19);
    }

    @Test
    void movesOfAWeighedStretchShrinkSoThatTheirSquaresCountItsWeight() {
        StretchesWeighed model =
                new StretchesWeighed(new LastValue(), List.of(new Stretch(Stretch.Kind.OTHER, "", 3, 5, 0.25)));

        assertThat(model.weighed(Observations.ofValues(VALUES)).values())
                .containsExactly(new double[] {13.5, 14.5, 16.5, 30, 20, 21, 19}, within(1e-12));
    }

    @Test
    void withoutAMarkNothingChanges() {
        Observations past = Observations.ofValues(VALUES);

        assertThat(new StretchesWeighed(new LastValue(), List.of()).weighed(past))
                .isSameAs(past);
    }

    /** A week of tenfold moves widens the intervals of a model that learns from it, and of none that leaves it out. */
    @Test
    void aCrisisLeftOutDoesNotWidenTheIntervals() {
        double[] calm = new double[300];
        for (int i = 1; i < calm.length; i++) {
            double move = (i % 2 == 0 ? 1 : -1) * (1 + i % 7);
            calm[i] = calm[i - 1] + (i >= 100 && i < 140 ? 10 * move : move);
        }
        Observations past = Observations.ofValues(calm);
        Stretch crisis = Stretch.leftOut(Stretch.Kind.CRISIS, "crisis", 100, 140);

        double with = width(new LastValue().fit(past, Training.quiet(1, 1)));
        double without = width(new StretchesWeighed(new LastValue(), List.of(crisis)).fit(past, Training.quiet(1, 1)));

        assertThat(without).isEqualTo(14);
        assertThat(with).isGreaterThan(80);
    }

    @Test
    void noForecastIsJudgedByAStretchThatIsLeftOut() {
        double[] line = new double[120];
        for (int i = 0; i < line.length; i++) {
            line[i] = i >= 90 && i < 95 ? 1_000 : i % 2;
        }
        Observations all = Observations.ofValues(line);
        boolean[] out = StretchesWeighed.leftOut(List.of(Stretch.leftOut(Stretch.Kind.SPLIT, "", 90, 96)), all);
        Plan plan = Plan.quiet(Folds.expanding(120, 2, 60, Folds.Gap.NONE), 2, Scale.AS_GIVEN, 1);

        double judged = Comparison.of(all, new LastValue(), List.of(), plan)
                .models()
                .getFirst()
                .figures()
                .rmse();
        double spared = Comparison.of(all, new LastValue(), List.of(), plan.withNotJudged(out))
                .models()
                .getFirst()
                .figures()
                .rmse();

        assertThat(judged).isGreaterThan(200);
        assertThat(spared).as("two steps ahead it is where it was").isZero();
    }

    private static double width(FittedForecaster fitted) {
        Forecast told = fitted.forecast(1);
        return told.quantile(1, 0.975) - told.quantile(1, 0.025);
    }
}
