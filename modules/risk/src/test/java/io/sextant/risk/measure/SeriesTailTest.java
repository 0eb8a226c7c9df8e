package io.sextant.risk.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.distribution.Normal;
import io.sextant.analytics.distribution.Student;
import io.sextant.domain.risk.TailRisk;
import io.sextant.domain.time.SeededRandom;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SeriesTailTest {

    /** The quantiles of a law at evenly spaced probabilities: a sample without chance. */
    private static double[] quantiles(int n, DoubleUnaryOperator quantile) {
        double[] x = new double[n];
        Arrays.setAll(x, i -> quantile.applyAsDouble((i + 0.5) / n));
        SeededRandom random = new SeededRandom(5);
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double kept = x[i];
            x[i] = x[j];
            x[j] = kept;
        }
        return x;
    }

    private static TailRisk tail(double[] returns, TailMethod method, double confidence, int horizon) {
        return SeriesTail.of(returns, TailWish.of(method, confidence, horizon)).tail();
    }

    /** scipy.stats.t.ppf(0.01, 3) and (0.05, 7.5), and the normal law as its limit. */
    @Test
    void studentsQuantilesAreScipys() {
        assertThat(Student.quantile(0.01, 3)).isCloseTo(-4.540702858568133, within(1e-12));
        assertThat(Student.quantile(0.05, 7.5)).isCloseTo(-1.8757474792112883, within(1e-12));
        assertThat(Student.quantile(0.975, 4)).isCloseTo(2.7764451051977987, within(1e-12));
        assertThat(Student.quantile(0.05, 1e7)).isCloseTo(Normal.quantile(0.05), within(1e-6));
        assertThat(Student.cumulative(Student.quantile(1e-9, 2.5), 2.5)).isCloseTo(1e-9, within(1e-20));
    }

    /** A sample of 4,000 even quantiles misses the law's own by less than 2% even far out. */
    @ParameterizedTest
    @CsvSource({"0.95", "0.99"})
    void studentsFitFindsTheLawThatMadeTheReturns(double confidence) {
        double[] returns = quantiles(4_000, p -> 0.001 + 0.01 * Student.quantile(p, 4));

        StudentFit fit = StudentFit.of(returns);
        TailRisk tail = tail(returns, TailMethod.STUDENT, confidence, 1);

        assertThat(fit.degrees()).isCloseTo(4, within(0.1));
        assertThat(fit.scale()).isCloseTo(0.01, within(1e-4));
        double t = Student.quantile(1 - confidence, 4);
        assertThat(tail.valueAtRisk()).isCloseTo(-(0.001 + 0.01 * t), within(0.02 * 0.01 * -t));
        // The mean of 20,000 quantiles beyond it, by the middle rule.
        double sum = 0;
        for (int i = 0; i < 20_000; i++) {
            sum += Student.quantile((i + 0.5) / 20_000 * (1 - confidence), 4);
        }
        assertThat(tail.expectedShortfall()).isCloseTo(-(0.001 + 0.01 * sum / 20_000), within(0.002));
    }

    @Test
    void noPlaceScaleOrDegreesNearTheFitAreMoreLikely() {
        SeededRandom random = new SeededRandom(9);
        double[] returns = new double[500];
        Arrays.setAll(returns, i -> 0.02 * random.nextGaussian() * (i % 7 == 0 ? 3 : 1));
        StudentFit fit = StudentFit.of(returns);
        double best = logLikelihood(returns, fit.place(), fit.scale(), fit.degrees());
        assertThat(fit.logLikelihood()).isCloseTo(best, within(1e-6));
        for (double step : new double[] {0.99, 1.01}) {
            assertThat(logLikelihood(returns, fit.place() + (step - 1) * fit.scale(), fit.scale(), fit.degrees()))
                    .isLessThan(best);
            assertThat(logLikelihood(returns, fit.place(), fit.scale() * step, fit.degrees()))
                    .isLessThan(best);
            assertThat(logLikelihood(returns, fit.place(), fit.scale(), fit.degrees() * step))
                    .isLessThan(best);
        }
    }

    private static double logLikelihood(double[] x, double place, double scale, double degrees) {
        return Arrays.stream(x)
                .map(each -> Student.logDensity((each - place) / scale, degrees) - Math.log(scale))
                .sum();
    }

    /** The shortfall of a bent law is the mean of its values at risk beyond the confidence: summed by the middle rule. */
    @Test
    void theShortfallOfCornishAndFisherIsTheMeanOfItsQuantiles() {
        CornishFisher bent = new CornishFisher(-0.4, 1.5);
        double tail = 0.025;
        int steps = 200_000;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            sum += bent.at(Normal.quantile((i + 0.5) / steps * tail));
        }
        // The integrand is steepest at probability 0, where the middle rule misses about 1 / steps.
        assertThat(bent.meanBelow(Normal.quantile(tail), tail)).isCloseTo(sum / steps, within(1e-4));
    }

    /** Losses of a Pareto law of shape 1/4 have VaR p^(-1/4) - 1 and ES (VaR + 1/4 * ...) in closed form. */
    @Test
    void extremeValuesFindAParetoTail() {
        double xi = 0.25;
        double[] returns = quantiles(5_000, p -> -(Math.pow(p, -xi) - 1));
        double var = Math.pow(0.005, -xi) - 1;

        TailRisk tail = tail(returns, TailMethod.EVT, 0.995, 1);

        // GPD(xi, scale = xi): ES = (VaR + scale) / (1 - xi).
        assertThat(tail.valueAtRisk()).isCloseTo(var, within(0.02 * var));
        double shortfall = (var + xi) / (1 - xi);
        assertThat(tail.expectedShortfall()).isCloseTo(shortfall, within(0.05 * shortfall));
        assertThatThrownBy(() -> tail(returns, TailMethod.EVT, 0.8, 1)).isInstanceOf(CannotMeasure.class);
    }

    /** In turmoil after calm the filter knows more than the whole past: its figure is near the wild law's own. */
    @Test
    void filteredReturnsFollowTodaysVolatility() {
        SeededRandom random = new SeededRandom(3);
        double[] returns = new double[1_500];
        double variance = 1e-4;
        for (int i = 0; i < returns.length; i++) {
            variance = 2e-6 + 0.1 * (i == 0 ? 0 : returns[i - 1] * returns[i - 1]) + 0.88 * variance;
            returns[i] = Math.sqrt(variance) * random.nextGaussian();
        }
        for (int i = 0; i < 20; i++) {
            returns[returns.length - 1 - i] *= 4;
        }
        double calm = tail(returns, TailMethod.HISTORICAL, 0.95, 1).valueAtRisk();
        SeriesTail.Told told = SeriesTail.of(returns, TailWish.of(TailMethod.FILTERED, 0.95, 1));

        assertThat(told.tail().valueAtRisk()).isGreaterThan(1.5 * calm);
        double next = told.figures().getOrDefault("nextDeviation", Double.NaN);
        assertThat(told.tail().valueAtRisk()).isCloseTo(1.645 * next, within(0.25 * 1.645 * next));
    }

    @Test
    void severalPeriodsAreWhatTheMethodsPageSays() {
        double[] returns = quantiles(3_000, p -> 0.01 * Normal.quantile(p));
        TailRisk one = tail(returns, TailMethod.PARAMETRIC, 0.99, 1);
        TailRisk nine = tail(returns, TailMethod.PARAMETRIC, 0.99, 9);
        assertThat(nine.valueAtRisk()).isCloseTo(3 * one.valueAtRisk(), within(1e-9));
        // Independent returns: compounding hardly differs from adding, and overlapping windows find root h within
        // chance.
        assertThat(tail(returns, TailMethod.HISTORICAL, 0.95, 9).valueAtRisk())
                .isCloseTo(0.01 * 3 * 1.645, within(0.15 * 0.01 * 3 * 1.645));
        assertThat(tail(returns, TailMethod.FILTERED, 0.95, 9).valueAtRisk())
                .isCloseTo(0.01 * 3 * 1.645, within(0.15 * 0.01 * 3 * 1.645));
        double[] twin = new double[2_992];
        for (int i = 0; i < twin.length; i++) {
            double value = 1;
            for (int k = i; k < i + 9; k++) {
                value += value * returns[k];
            }
            twin[i] = value - 1;
        }
        assertThat(SeriesTail.windows(returns, 9)).containsExactly(twin, within(1e-14));
    }

    @ParameterizedTest
    @EnumSource(TailMethod.class)
    void tooFewReturnsAreRefusedInASentence(TailMethod method) {
        double[] few = new double[method.fewestReturns() - 1];
        if (method != TailMethod.MONTE_CARLO) {
            assertThatThrownBy(() -> tail(few, method, 0.95, 1))
                    .isInstanceOf(CannotMeasure.class)
                    .hasMessageContaining("needs at least");
        }
        assertThatThrownBy(() -> TailWish.of(method, 1, 1)).isInstanceOf(CannotMeasure.class);
        assertThatThrownBy(() -> TailWish.of(method, 0, 1)).isInstanceOf(CannotMeasure.class);
        assertThatThrownBy(() -> TailWish.of(method, 0.95, 0)).isInstanceOf(CannotMeasure.class);
        assertThatThrownBy(() -> TailWish.of(method, 0.95, 10_000)).isInstanceOf(CannotMeasure.class);
    }

    /** 1 - 0.9 is a little less than 0.1 in doubles; the tenth of eleven outcomes is meant all the same. */
    @Test
    void theLastBitsOfTheConfidenceLoseNoOutcome() {
        double[] outcomes = {5, 4, 3, 2, 1, 0, -1, -2, -3, -4, -50};
        TailRisk tail = HistoricalTail.of(outcomes, 0.9);
        assertThat(tail.valueAtRisk()).isEqualTo(4);
        assertThat(tail.expectedShortfall()).isEqualTo(27);
    }
}
