package io.sextant.analytics.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.SharedData;
import io.sextant.analytics.linear.LeastSquares;
import io.sextant.analytics.statistics.Deterministic;
import io.sextant.analytics.statistics.Series;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HiddenStateTest {

    private final SplittableRandom random = new SplittableRandom(4);

    @Test
    void levelOfTheNileIsStatsmodels() throws IOException {
        JsonNode expected = SharedData.json("bench/nile_local_level.json");
        double[] nile = SharedData.column("bench/r_textbook_series.csv", "Nile");
        double seen = expected.get("statsmodels").get("sigma2_eps").asDouble();
        double moved = expected.get("statsmodels").get("sigma2_eta").asDouble();
        KalmanFilter filter = KalmanFilter.ofWandering(new double[] {moved}, 1e6);
        double[] level = {1};

        double first = 0;
        for (int i = 0; i < 100; i++) {
            if (i > 0) {
                filter.predict();
            }
            filter.update(level, nile[i], seen);
            first = i == 0 ? filter.logLikelihood() : first;
            assertThat(filter.state(0))
                    .isCloseTo(expected.get("filtered_state").get(i).asDouble(), within(1e-8));
        }
        // The first value only tells the level and is not counted there.
        assertThat(filter.logLikelihood() - first)
                .isCloseTo(
                        expected.get("statsmodels").get("loglik_approx_diffuse").asDouble(), within(1e-8));
    }

    /** A state that does not move, of which little is known before: least squares, one row at a time. */
    @Test
    void aStillStateIsLeastSquares() {
        int n = 60;
        double[][] columns = {Series.ones(n), new double[n], new double[n]};
        double[] y = new double[n];
        KalmanFilter filter = KalmanFilter.ofWandering(new double[3], 1e10);
        for (int i = 0; i < n; i++) {
            columns[1][i] = random.nextGaussian();
            columns[2][i] = random.nextGaussian();
            y[i] = 2 - columns[1][i] + 0.5 * columns[2][i] + random.nextGaussian();
            filter.predict();
            filter.update(new double[] {1, columns[1][i], columns[2][i]}, y[i], 1);
            filter.update(new double[] {1, 1, 1}, Double.NaN, 1);
        }
        assertThat(filter.state()).containsExactly(LeastSquares.fit(y, columns).coefficients(), within(1e-6));
        assertThat(filter.innovation()).isNaN();
        for (int i = 0; i < 3; i++) {
            assertThat(filter.covariance(i, i)).isPositive();
        }
    }

    /** Two numbers at once one after the other, against the textbook with a matrix that is inverted. */
    @Test
    void oneAfterTheOtherIsBothAtOnce() {
        double[] transition = {0.9, 0.2, -0.1, 0.8};
        double[] noise = {0.3, 0.1, 0.1, 0.2};
        KalmanFilter filter = new KalmanFilter(transition, noise, new double[] {1, -1}, new double[] {2, 0.5, 0.5, 1});
        filter.predict();
        // By hand: s = T s, P = T P T' + Q.
        double[] s = {0.9 - 0.2, -0.1 - 0.8};
        double[][] p = new double[2][2];
        double[][] t = {{0.9, 0.2}, {-0.1, 0.8}};
        double[][] before = {{2, 0.5}, {0.5, 1}};
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                p[i][j] = noise[i * 2 + j];
                for (int k = 0; k < 2; k++) {
                    for (int l = 0; l < 2; l++) {
                        p[i][j] += t[i][k] * before[k][l] * t[j][l];
                    }
                }
            }
        }
        double[][] f = {{p[0][0] + 0.4, p[0][1]}, {p[1][0], p[1][1] + 0.7}};
        double det = f[0][0] * f[1][1] - f[0][1] * f[1][0];
        double[][] inverse = {{f[1][1] / det, -f[0][1] / det}, {-f[1][0] / det, f[0][0] / det}};
        double[] v = {0.3 - s[0], 1.1 - s[1]};
        double[] expected = new double[2];
        for (int i = 0; i < 2; i++) {
            expected[i] = s[i];
            for (int k = 0; k < 2; k++) {
                for (int l = 0; l < 2; l++) {
                    expected[i] += p[i][k] * inverse[k][l] * v[l];
                }
            }
        }
        filter.update(new double[] {1, 0}, 0.3, 0.4);
        filter.update(new double[] {0, 1}, 1.1, 0.7);
        assertThat(filter.state()).containsExactly(expected, within(1e-12));
        double quadratic = 0;
        for (int i = 0; i < 2; i++) {
            for (int k = 0; k < 2; k++) {
                quadratic += v[i] * inverse[i][k] * v[k];
            }
        }
        assertThat(filter.logLikelihood())
                .isCloseTo(-Math.log(2 * Math.PI) - 0.5 * Math.log(det) - 0.5 * quadratic, within(1e-12));
    }

    @Test
    void autoregressionFindsWhatWasPutInAndForecastsIt() {
        int n = 4_000;
        double[][] series = new double[2][n];
        for (int i = 1; i < n; i++) {
            series[0][i] = 1 + 0.5 * series[0][i - 1] + 0.2 * series[1][i - 1] + random.nextGaussian();
            series[1][i] = -0.3 * series[0][i - 1] + 0.4 * series[1][i - 1] + 2 * random.nextGaussian();
        }
        VectorAutoregression one = VectorAutoregression.fit(series, 1, Deterministic.CONSTANT);

        assertThat(one.coefficients()[0]).containsExactly(new double[] {0.5, 0.2, 1}, within(0.08));
        assertThat(one.coefficients()[1]).containsExactly(new double[] {-0.3, 0.4, 0}, within(0.12));
        assertThat(one.covariance()[1][1]).isCloseTo(4, within(0.3));
        assertThat(one.logDeterminant()).isCloseTo(Math.log(4), within(0.1));
        double[][] path = one.forecast(series, n, 2);
        double[] c = one.coefficients()[0];
        assertThat(path[0][0]).isCloseTo(c[0] * series[0][n - 1] + c[1] * series[1][n - 1] + c[2], within(1e-12));
        assertThat(path[1][0]).isCloseTo(c[0] * path[0][0] + c[1] * path[0][1] + c[2], within(1e-12));
        assertThat(one.schwarz())
                .as("one lag is enough")
                .isLessThan(VectorAutoregression.fit(series, 3, Deterministic.CONSTANT)
                        .schwarz());
    }

    @Test
    void aTrendContinuesInTheForecast() {
        double[][] series = {new double[40]};
        Arrays.setAll(series[0], i -> 5 + 2 * i + Math.sin(i * i));
        VectorAutoregression fit = VectorAutoregression.fit(series, 1, Deterministic.TREND);
        double[] c = fit.coefficients()[0];

        assertThat(fit.forecast(series, fit.observations(), 1)[0][0])
                .isCloseTo(c[0] * series[0][39] + c[1] + c[2] * 40, within(1e-9));
    }
}
