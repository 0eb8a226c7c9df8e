package io.sextant.forecasting.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.forecast.LearningTrouble;
import io.sextant.domain.forecast.LearningTrouble.Code;
import io.sextant.forecasting.Forecaster;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.UnfitWindow;
import io.sextant.forecasting.evaluation.Comparison.Assessment;
import io.sextant.forecasting.evaluation.Folds.Gap;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final int POINTS = 400;
    private static final List<Fold> FOLDS = Folds.expanding(POINTS, 4, 200, Gap.NONE);
    private static final List<Forecaster> MODELS = List.of(PlainModel.drift(), PlainModel.autoregression(1));

    private final Observations prices = SimulatedWalk.PLANTED.draw(POINTS, 5);

    /** Everything again from the definitions, with the forecasts of one fold made by hand. */
    @Test
    void figuresAreWhatTheirNamesSay() {
        int horizon = 3;
        Plan plan = Plan.quiet(FOLDS, horizon, Scale.LOGARITHM, 1).withCostBps(5);
        Comparison comparison = Comparison.of(prices, new LastValue(), MODELS, plan);
        Figures drift = comparison.models().get(1).figures();

        double squares = 0;
        double naiveSquares = 0;
        double sizes = 0;
        double scaled = 0;
        int hits = 0;
        int n = 0;
        double[] came = new double[POINTS];
        for (Fold fold : FOLDS) {
            double slope = (prices.value(fold.trainEnd() - 1) - prices.value(0)) / (fold.trainEnd() - 1);
            double change = 0;
            for (int i = 1; i < fold.trainEnd(); i++) {
                change += Math.abs(price(i) - price(i - 1)) / (fold.trainEnd() - 1);
            }
            for (int origin = fold.testFrom() - 1; origin < fold.testEnd() - 1 && origin + horizon < POINTS; origin++) {
                double told = Math.exp(prices.value(origin) + horizon * slope);
                double error = price(origin + horizon) - told;
                squares += error * error;
                sizes += Math.abs(error);
                scaled += Math.abs(error) / change;
                naiveSquares += Math.pow(price(origin + horizon) - price(origin), 2);
                hits += (price(origin + horizon) > price(origin)) == (slope > 0) ? 1 : 0;
                came[n++] = price(origin + horizon);
            }
        }
        double mean = Arrays.stream(came, 0, n).average().orElseThrow();
        double around =
                Arrays.stream(came, 0, n).map(x -> (x - mean) * (x - mean)).sum();
        assertThat(drift.forecasts()).isEqualTo(n).isEqualTo(198);
        assertThat(drift.rmse()).isCloseTo(Math.sqrt(squares / n), within(1e-9));
        assertThat(drift.mae()).isCloseTo(sizes / n, within(1e-9));
        assertThat(drift.mase()).isCloseTo(scaled / n, within(1e-9));
        assertThat(drift.r2()).isCloseTo(1 - squares / around, within(1e-9));
        assertThat(drift.rmseOverNaive()).isCloseTo(Math.sqrt(squares / naiveSquares), within(1e-9));
        assertThat(drift.hitRate()).isEqualTo(new HitRate(hits, n));
        assertThat(comparison.models().getFirst().figures().rmse())
                .isCloseTo(Math.sqrt(naiveSquares / n), within(1e-9));
    }

    @Test
    void naiveStandsFirstAndClaimsNothing() {
        Comparison comparison = Comparison.of(prices, new LastValue(), MODELS, Plan.quiet(FOLDS, 1, Scale.AS_GIVEN, 1));

        Assessment naive = comparison.models().getFirst();
        assertThat(naive.name()).isEqualTo("naive");
        assertThat(naive.verdict()).isEqualTo(Verdict.NO_EVIDENCE);
        assertThat(naive.figures().rmseOverNaive()).isEqualTo(1);
        assertThat(naive.figures().hitRate().told()).isZero();
        assertThat(naive.figures().netProfit()).isZero();
        assertThat(comparison.trials()).isEqualTo(2);
        assertThat(comparison.models()).extracting(Assessment::name).containsExactly("naive", "drift", "ar1");
    }

    @Test
    void noFigureDependsOnTheNumberOfThreads() {
        Plan plan = Plan.quiet(FOLDS, 2, Scale.LOGARITHM, 9);
        Comparison one = Comparison.of(prices, new LastValue(), MODELS, plan);
        Comparison four = Comparison.of(prices, new LastValue(), MODELS, plan.withThreads(4));

        for (int m = 0; m < one.models().size(); m++) {
            assertThat(four.models().get(m).steps())
                    .isEqualTo(one.models().get(m).steps());
        }
    }

    @Test
    void trialsMadeBeforeMakeTheWordHarderToEarn() {
        Plan plan = Plan.quiet(FOLDS, 1, Scale.AS_GIVEN, 1);
        Assessment alone =
                Comparison.of(prices, new LastValue(), MODELS, plan).models().get(2);
        Comparison many = Comparison.of(prices, new LastValue(), MODELS, plan.withTrialsBefore(1_000_000_000));

        assertThat(alone.verdict()).isEqualTo(Verdict.SKILL);
        assertThat(many.trials()).isEqualTo(1_000_000_002);
        assertThat(many.models().get(2).corrected())
                .isCloseTo(Math.min(1, 1_000_000_002.0 * alone.corrected() / 2), within(1e-9));
        assertThat(many.models().get(2).verdict()).isEqualTo(Verdict.NO_EVIDENCE);
    }

    @Test
    void segmentsShareTheForecastsOut() {
        String[] labels = new String[POINTS];
        Arrays.setAll(labels, i -> i % 3 == 0 ? "storm" : "calm");
        Plan plan = Plan.quiet(FOLDS, 1, Scale.AS_GIVEN, 1).withSegments(labels);

        Assessment ar =
                Comparison.of(prices, new LastValue(), MODELS, plan).models().get(2);

        Figures calm = ar.segments().get("calm");
        Figures storm = ar.segments().get("storm");
        assertThat(calm.forecasts() + storm.forecasts()).isEqualTo(ar.figures().forecasts());
        double squares = calm.forecasts() * Math.pow(calm.rmse(), 2) + storm.forecasts() * Math.pow(storm.rmse(), 2);
        assertThat(squares).isCloseTo(200 * Math.pow(ar.figures().rmse(), 2), within(1e-12));
    }

    @Test
    void aModelThatCannotLearnIsNamedAndTheOthersGoOn() {
        Forecaster greedy = new PlainModel("greedy", changes -> {
            throw new UnfitWindow(Code.NO_PARAMETERS, "it wants more");
        });

        Comparison comparison = Comparison.of(
                prices, new LastValue(), List.of(greedy, PlainModel.drift()), Plan.quiet(FOLDS, 1, Scale.AS_GIVEN, 1));

        assertThat(comparison.unfit())
                .containsExactly(new Comparison.Unfit(
                        "greedy", "it wants more", LearningTrouble.of(Code.NO_PARAMETERS, "greedy")));
        assertThat(comparison.models()).extracting(Assessment::name).containsExactly("naive", "drift");
        assertThat(comparison.trials()).as("trying counts").isEqualTo(2);
    }

    @Test
    void stopsWhenAsked() {
        Plan plan = Plan.quiet(FOLDS, 1, Scale.AS_GIVEN, 1).watchedBy((model, done, of) -> {}, () -> true);

        assertThatThrownBy(() -> Comparison.of(prices, new LastValue(), MODELS, plan))
                .isInstanceOf(CancellationException.class);
    }

    private double price(int i) {
        return Math.exp(prices.value(i));
    }
}
