package io.sextant.analytics.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.analytics.SharedData;
import io.sextant.domain.time.SeededRandom;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ArimaSelectionTest {

    private static double[] logs(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).map(Math::log).toArray();
    }

    /** Box and Jenkins's own choice. */
    @Test
    void choosesTheAirlineModelForTheAirline() throws IOException {
        ArimaFit fit =
                ArimaSelection.choose(logs(SharedData.column("bench/r_textbook_series.csv", "AirPassengers")), 12);

        assertThat(fit.order()).isEqualTo(ArimaOrder.of(0, 1, 1).seasonal(0, 1, 1, 12));
    }

    /** Of one order, never below what R reached there, with roots as far from the unit circle as R asks. */
    @Test
    void theLikelihoodOfRsChoiceIsReached() throws IOException {
        JsonNode theirs = SharedData.json("computed/arima_btc.json").get("auto_arima");
        double[] values = logs(SharedData.column("crypto/daily_six_coins_close_wide.csv", "BTC"));

        ArimaFit fit = ArimaEstimation.fit(values, ArimaOrder.of(2, 1, 4).withConstant(true));

        assertThat(fit.logLikelihood()).isGreaterThan(theirs.get("loglik").asDouble() - 1e-4);
        assertThat(fit.aicc()).isLessThan(theirs.get("aicc").asDouble() + 2e-4);
    }

    @Test
    void stepsEndWhereNoSmallOrderIsMuchBetter() {
        double[] values = ArimaTest.made(200, new double[] {0.7}, new double[] {0.4}, 1, new SeededRandom(41));

        ArimaFit chosen = ArimaSelection.choose(values, 1);

        for (int p = 0; p <= 2; p++) {
            for (int q = 0; q <= 2; q++) {
                ArimaOrder order = ArimaOrder.of(p, chosen.order().d(), q);
                ArimaFit other = ArimaEstimation.fitAway(values, order, ArimaSelection.ROOTS_MIN);
                boolean counts = ArmaPolynomials.smallestRoot(order, other.coefficients()) >= ArimaSelection.ROOTS_MIN;
                // A walk from neighbour to neighbour may stop at a hollow; two units of AICc are no evidence between
                // orders.
                assertThat(!counts || chosen.aicc() < other.aicc() + 2)
                        .as(chosen.order() + " or " + order)
                        .isTrue();
            }
        }
    }

    @Test
    void differencesWhatWandersAndNotWhatStays() {
        int right = 0;
        int rounds = 20;
        for (int round = 0; round < rounds; round++) {
            int d = round % 2;
            double[] values = ArimaTest.made(300, new double[] {0.3}, new double[0], d, new SeededRandom(60 + round));
            right += ArimaSelection.choose(values, 1).order().d() == d ? 1 : 0;
        }
        // KPSS at 5 % errs in one of twenty that stay, and does not see one in twenty or so that wander.
        assertThat(right).isGreaterThanOrEqualTo(rounds - 4);
    }

    @Test
    void theChosenModelIsWholeAndNoneOfItsRootsIsNearTheCircle() {
        double[] values = ArimaTest.made(250, new double[] {0.5, 0.2}, new double[] {0.3}, 0, new SeededRandom(90));

        ArimaFit fit = ArimaSelection.choose(values, 1);

        assertThat(fit.standardErrors()).doesNotContain(Double.NaN);
        assertThat(fit.filter().mean(3)).hasSize(3);
        assertThat(ArmaPolynomials.smallestRoot(fit.order(), fit.coefficients()))
                .isGreaterThan(1.01);
        assertThatThrownBy(() -> ArimaSelection.choose(new double[] {1, 2, 3}, 1))
                .hasMessageContaining("at least 10");
        assertThatThrownBy(() -> ArimaSelection.choose(new double[50], 1)).hasMessageContaining("do not move");
    }
}
