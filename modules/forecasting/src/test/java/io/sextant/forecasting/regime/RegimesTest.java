package io.sextant.forecasting.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.estimation.MultivariateHmm;
import io.sextant.analytics.feature.Feature;
import io.sextant.analytics.feature.FeatureCatalog;
import io.sextant.analytics.feature.FeatureStream;
import io.sextant.domain.regime.RegimeName;
import io.sextant.domain.regime.RegimePath;
import io.sextant.domain.regime.RegimeState;
import io.sextant.domain.time.SeededRandom;
import io.sextant.forecasting.UnfitWindow;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegimesTest {

    private static final int BARS = 1_920;

    private static final RegimeModel LEARNED = learn(PlantedMarket.closes(BARS, 1), 0, Optional.empty());

    private static RegimeModel learn(double[] closes, int from, Optional<RegimeModel> before) {
        return RegimeLearning.learn(
                Arrays.copyOfRange(PlantedMarket.ends(closes.length), from, closes.length),
                Arrays.copyOfRange(closes, from, closes.length),
                before,
                new SeededRandom(1));
    }

    private static RegimeHistory history(RegimeModel model, double[] closes, int bars) {
        RegimeHistory history = new RegimeHistory(model);
        for (int t = 0; t < bars; t++) {
            history.add(60L * (t + 1), closes[t]);
        }
        return history;
    }

    /** On prices that it has not seen, once a stretch has lasted long enough for exponential means of 12 bars to show it. */
    @Test
    void tellsPlantedRegimesByTheirNamesOnPricesItHasNotSeen() {
        assertThat(LEARNED.names())
                .contains(RegimeName.TREND_UP, RegimeName.TREND_DOWN, RegimeName.RANGE, RegimeName.TURBULENT);
        double[] fresh = PlantedMarket.closes(BARS, 2);
        RegimePath path = history(LEARNED, fresh, BARS).path(BARS);
        RegimeName[] meant = {RegimeName.TREND_UP, RegimeName.RANGE, RegimeName.TURBULENT, RegimeName.TREND_DOWN};
        int[] right = new int[4];
        int[] all = new int[4];
        for (int i = 0; i < path.size(); i++) {
            int bar = (int) (path.timesNanos()[i] / 60) - 1;
            if (bar % PlantedMarket.STRETCH > 40) {
                int planted = PlantedMarket.planted(bar);
                all[planted]++;
                right[planted] += LEARNED.names().get(path.told()[i]) == meant[planted] ? 1 : 0;
            }
        }
        for (int planted = 0; planted < 4; planted++) {
            assertThat((double) right[planted] / all[planted])
                    .as(meant[planted].name())
                    .isGreaterThan(planted == 1 ? 0.5 : 0.7);
        }
    }

    @Test
    void whatIsToldOfABarKnowsNothingOfWhatComesAfter() {
        double[] closes = PlantedMarket.closes(BARS, 3);
        RegimePath whole = history(LEARNED, closes, BARS).path(BARS);
        for (int cut : new int[] {60, 500, 1_499}) {
            RegimePath part = history(LEARNED, closes, cut).path(BARS);
            int n = part.size();
            assertThat(part.told()).isEqualTo(Arrays.copyOf(whole.told(), n));
            for (int i = 0; i < part.chances().length; i++) {
                assertThat(part.chances()[i]).isEqualTo(Arrays.copyOf(whole.chances()[i], n));
            }
        }
    }

    @Test
    void whatIsToldFlickersLessThanWhatIsLikeliest() {
        RegimePath path = history(LEARNED, PlantedMarket.closes(BARS, 4), BARS).path(BARS);
        int told = 0;
        int likeliest = 0;
        for (int t = 1; t < path.size(); t++) {
            told += path.told()[t] != path.told()[t - 1] ? 1 : 0;
            likeliest += best(path, t) != best(path, t - 1) ? 1 : 0;
            if (path.told()[t] != path.told()[t - 1]) {
                assertThat(path.chances()[path.told()[t]][t]).isGreaterThanOrEqualTo(RegimeTeller.CONFIRMING_CHANCE);
                assertThat(best(path, t - 1)).isEqualTo(path.told()[t]);
            }
        }
        assertThat(told).isLessThan(likeliest).isPositive();
    }

    private static int best(RegimePath path, int t) {
        return IntStream.range(0, path.chances().length)
                .reduce((a, b) -> path.chances()[b][t] > path.chances()[a][t] ? b : a)
                .orElseThrow();
    }

    @Test
    void learnedAnewStatesKeepTheirPlacesAndNames() {
        double[] more = PlantedMarket.closes(BARS + 480, 1);
        RegimeModel again = learn(more, 480, Optional.of(LEARNED));
        assertThat(again.names()).isEqualTo(LEARNED.names());
        assertThat(again.stability()).isGreaterThan(0.9);
        assertThat(LEARNED.stability()).isNaN();
    }

    @Test
    void namesFollowWhatBarsWere() {
        assertThat(RegimeNaming.names(List.of(
                        new RegimeNaming.Measured(400, 0.4, 0, 0.01, 30),
                        new RegimeNaming.Measured(200, 0.2, 0.002, 0.01, 30),
                        new RegimeNaming.Measured(200, 0.2, -0.002, 0.01, 30),
                        new RegimeNaming.Measured(100, 0.1, 0.001, 0.03, 30),
                        new RegimeNaming.Measured(100, 0.1, -0.01, 0.03, 9))))
                .containsExactly(
                        RegimeName.RANGE,
                        RegimeName.TREND_UP,
                        RegimeName.TREND_DOWN,
                        RegimeName.TURBULENT,
                        RegimeName.CRASH);
    }

    @Test
    void whatMayBeChanceIsNoCrash() {
        RegimeNaming.Measured usual = new RegimeNaming.Measured(900, 0.9, 0, 0.01, 90);
        assertThat(RegimeNaming.names(List.of(usual, new RegimeNaming.Measured(40, 0.04, -0.008, 0.03, 9))))
                .containsExactly(RegimeName.RANGE, RegimeName.TURBULENT);
        assertThat(RegimeNaming.names(List.of(usual, new RegimeNaming.Measured(80, 0.08, -0.008, 0.03, 9))))
                .containsExactly(RegimeName.RANGE, RegimeName.CRASH);
    }

    @Test
    void featuresAreTheChancesOfTheNewestBarThatWasOverAndNoneOfBarsLearnedFrom() {
        RegimeModel model = twoStates(0.03, 0.2);
        RegimePath path = new RegimePath(
                new long[] {540, 600, 660},
                new double[] {1, 1, 1},
                new double[][] {{0.9, 0.8, 0.3}, {0.1, 0.2, 0.7}},
                new int[] {0, 0, 1});
        RegimeFeatures source = new RegimeFeatures(model, path);
        List<Feature> features = List.of(
                FeatureCatalog.find("p_range").orElseThrow(),
                FeatureCatalog.find("p_danger").orElseThrow());
        FeatureStream stream = new FeatureStream(features);
        double[][] told = new double[4][2];
        long[] reads = {540, 600, 659, 700};
        for (int i = 0; i < reads.length; i++) {
            stream.input().bar(reads[i], 1, 1, 1, 1, 1);
            stream.input().clearReadings();
            source.read(reads[i], stream.input());
            stream.next(told[i]);
        }
        assertThat(told[0][0]).isNaN();
        assertThat(told[1]).containsExactly(new double[] {0.8, 0.2}, within(1e-12));
        assertThat(told[2]).containsExactly(new double[] {0.8, 0.2}, within(1e-12));
        assertThat(told[3]).containsExactly(new double[] {0.3, 0.7}, within(1e-12));
    }

    private static RegimeModel twoStates(double leave, double calm) {
        return new RegimeModel(
                new MultivariateHmm(
                        new double[] {1, 0},
                        new double[][] {{1 - leave, leave}, {calm, 1 - calm}},
                        new double[][] {{0, Math.log(0.001)}, {0, Math.log(0.1)}},
                        new double[][][] {{{1, 0}, {0, 0.01}}, {{1, 0}, {0, 0.01}}},
                        Double.NaN,
                        1_000),
                List.of(RegimeName.RANGE, RegimeName.TURBULENT),
                0.01,
                0,
                600,
                1_000,
                Double.NaN,
                new double[] {2, 1});
    }

    /** Danger within ten bars is missed only by not leaving ten times in a row. */
    @Test
    void theWarningIsTheChanceToMeetDanger() {
        SeededRandom random = new SeededRandom(5);
        RegimeWatch watch = new RegimeWatch(twoStates(0.03, 0.2));
        double price = 100;
        for (int t = 0; t < 200; t++) {
            price *= Math.exp(0.001 * random.nextGaussian());
            watch.update(price);
        }
        assertThat(watch.told()).isZero();
        assertThat(watch.warning()).isCloseTo(1 - Math.pow(0.97, RegimeWatch.WARNING_BARS), within(1e-9));
        for (int t = 0; t < 100; t++) {
            price *= Math.exp(0.1 * random.nextGaussian());
            watch.update(price);
        }
        assertThat(watch.told()).isEqualTo(1);
        assertThat(watch.warning()).isCloseTo(1 - 0.2 * Math.pow(0.97, 9), within(1e-9));
    }

    @Test
    void whatAStateMeantIsMeasuredOnTheBarAfter() {
        double[] closes = PlantedMarket.closes(BARS, 6);
        RegimeHistory history = history(LEARNED, closes, BARS);
        RegimePath path = history.path(BARS);
        for (int i = 0; i < history.states().size(); i++) {
            RegimeState state = history.states().get(i);
            int at = i;
            double[] next = IntStream.range(0, path.size() - 1)
                    .filter(t -> path.told()[t] == at)
                    .mapToDouble(t -> Math.log(path.closes()[t + 1] / path.closes()[t]))
                    .toArray();
            double mean = Arrays.stream(next).average().orElseThrow();
            double variance = Arrays.stream(next)
                            .map(move -> (move - mean) * (move - mean))
                            .sum()
                    / (next.length - 1);
            assertThat(state.meanReturn()).isCloseTo(mean, within(1e-12));
            assertThat(state.deviation()).isCloseTo(Math.sqrt(variance), within(1e-9));
            assertThat(state.returnError()).isCloseTo(Math.sqrt(variance / next.length), within(1e-9));
            assertThat(state.worstDrawdown()).isBetween(-1.0, 0.0);
            assertThat(state.leaveChance()).isCloseTo(1 / state.expectedStayBars(), within(1e-9));
        }
        assertThat(history.states().stream().mapToDouble(RegimeState::share).sum())
                .isCloseTo(1, within(1e-12));
        assertThat(history.warning().skill()).isPositive();
    }

    @Test
    void refusesWhatTeachesNothing() {
        assertThatThrownBy(() -> learn(PlantedMarket.closes(399, 1), 0, Optional.empty()))
                .hasMessage("regimes take at least 400 bars that are over, not 399");
        double[] still = new double[500];
        Arrays.fill(still, 7);
        assertThatThrownBy(() -> learn(still, 0, Optional.empty())).isInstanceOf(UnfitWindow.class);
    }

    @Test
    void missingPricesBreakNothing() {
        RegimeHistory history = history(LEARNED, PlantedMarket.closes(300, 7), 300);
        int told = history.told();
        assertThat(history.add(60L * 301, Double.NaN)).isFalse();
        assertThat(history.add(60L * 302, -3)).isFalse();
        assertThat(history.told()).isEqualTo(told);
        assertThat(history.path(10).timesNanos()[9]).isEqualTo(60L * 300);
    }
}
