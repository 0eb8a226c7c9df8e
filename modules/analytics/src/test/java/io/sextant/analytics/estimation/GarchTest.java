package io.sextant.analytics.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.SharedData;
import io.sextant.domain.time.SeededRandom;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class GarchTest {

    /** Surprises of size sqrt(h) z with h = omega + (alpha + gamma [loss]) e^2 + beta h; the shape 0 is normal. */
    private static double[] made(
            int n, double omega, double alpha, double gamma, double beta, int shape, RandomGenerator random) {
        double[] returns = new double[n];
        double h = omega / (1 - alpha - gamma / 2 - beta);
        for (int i = 0; i < n; i++) {
            double z = random.nextGaussian();
            if (shape > 0) {
                double chi = 0;
                for (int k = 0; k < shape; k++) {
                    double each = random.nextGaussian();
                    chi += each * each;
                }
                z *= Math.sqrt((shape - 2) / chi);
            }
            double e = Math.sqrt(h) * z;
            returns[i] = 0.05 + e;
            h = omega + (alpha + (e < 0 ? gamma : 0)) * e * e + beta * h;
        }
        return returns;
    }

    private static double[] percent(double[] prices) {
        double[] returns = new double[prices.length - 1];
        Arrays.setAll(returns, i -> 100 * Math.log(prices[i + 1] / prices[i]));
        return returns;
    }

    @ParameterizedTest
    @CsvSource({"GARCH, NORMAL", "GARCH, STUDENT", "GJR, NORMAL", "GJR, STUDENT", "EGARCH, NORMAL", "EGARCH, STUDENT"})
    void derivativesAreThoseOfTheLikelihood(VolatilityModel model, ErrorLaw law) {
        double[] returns = made(300, 0.1, 0.08, 0.05, 0.8, 6, new SeededRandom(3));
        GarchLikelihood likelihood = new GarchLikelihood(returns, model, law);
        double[] at = new double[likelihood.size()];
        List<String> names = model.parameters(law);
        for (int i = 0; i < at.length; i++) {
            at[i] = switch (names.get(i)) {
                case "mu" -> 0.031;
                case "omega" -> model == VolatilityModel.EGARCH ? 0.02 : 0.12;
                case "alpha" -> 0.11;
                case "gamma" -> model == VolatilityModel.EGARCH ? -0.07 : 0.04;
                case "beta" -> 0.79;
                default -> 5.3;
            };
        }
        double[] gradient = new double[at.length];
        likelihood.at(at, gradient);
        double[] nothing = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            double[] moved = at.clone();
            moved[i] = at[i] + 1e-6;
            double up = likelihood.at(moved, nothing);
            moved[i] = at[i] - 1e-6;
            double down = likelihood.at(moved, nothing);
            assertThat(gradient[i])
                    .as(names.get(i))
                    .isCloseTo((up - down) / 2e-6, within(1e-5 * Math.max(1, Math.abs(gradient[i]))));
        }
    }

    @Test
    void findsThePublishedBenchmarkToSixDigits() throws IOException {
        double[] returns = SharedData.column("bench/dem2gbp.csv", "ret_pct");
        JsonNode published =
                SharedData.json("computed/garch_shared.json").get("dem2gbp").get("published_mccullough_renfro_FCP");

        GarchFit fit = GarchEstimation.fit(returns, VolatilityModel.GARCH, ErrorLaw.NORMAL);

        for (String name : List.of("mu", "omega", "alpha", "beta")) {
            double expected = published.get(name).asDouble();
            assertThat(fit.get(name)).as(name).isCloseTo(expected, within(1e-5 * Math.abs(expected)));
        }
        double[] errors = SharedData.numbers(published.get("se_hessian"));
        for (int i = 0; i < errors.length; i++) {
            assertThat(fit.standardErrors()[i]).isCloseTo(errors[i], within(5e-6 * errors[i]));
        }
        double[] sigmas = SharedData.column("computed/garch_dem2gbp_sigma.csv", "sigma");
        for (int i = 0; i < sigmas.length; i++) {
            assertThat(fit.sigmas()[i]).isCloseTo(sigmas[i], within(1e-5 * sigmas[i]));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dem2gbp", "dem2gbp_t", "btc_norm", "btc_t", "ltc_norm", "sp500_1999_2018_norm"})
    void agreesWithFGarch(String name) throws IOException {
        JsonNode expected = SharedData.json("computed/garch_shared.json").get(name);
        double[] returns = switch (name) {
            case "dem2gbp", "dem2gbp_t" -> SharedData.column("bench/dem2gbp.csv", "ret_pct");
            case "btc_norm", "btc_t" -> percent(SharedData.column("crypto/daily_six_coins_close_wide.csv", "BTC"));
            case "ltc_norm" -> percent(SharedData.column("crypto/daily_six_coins_close_wide.csv", "LTC"));
            default -> percent(SharedData.column("equities/arch_sp500.csv.gz", "Adj Close"));
        };
        ErrorLaw law = expected.get("dist").asString().equals("std") ? ErrorLaw.STUDENT : ErrorLaw.NORMAL;

        GarchFit fit = GarchEstimation.fit(returns, VolatilityModel.GARCH, law);

        assertThat(returns).hasSize(expected.get("n").asInt());
        assertThat(fit.logLikelihood())
                .isGreaterThan(expected.get("loglik").asDouble() - 1e-6)
                .isCloseTo(expected.get("loglik").asDouble(), within(1e-3));
        for (String each : VolatilityModel.GARCH.parameters(law)) {
            String theirs = each.equals("alpha") || each.equals("beta") ? each + "1" : each;
            double value = expected.get("coef").get(theirs).asDouble();
            assertThat(fit.get(each)).as(each).isCloseTo(value, within(2e-4 * Math.abs(value) + 2e-5));
            double error = expected.get("se_hessian").get(theirs).asDouble();
            assertThat(fit.standardError(each)).as("error of " + each).isCloseTo(error, within(0.05 * error));
        }
        double[] ahead = SharedData.numbers(expected.get("forecast_sigma"));
        double[] ours = fit.forecastSigma(ahead.length);
        for (int i = 0; i < ahead.length; i++) {
            assertThat(ours[i]).isCloseTo(ahead[i], within(2e-4 * ahead[i]));
        }
    }

    @Test
    void findsAsymmetryThatIsThere() {
        double[] returns = made(5_000, 0.05, 0.03, 0.1, 0.88, 6, new SeededRandom(11));

        GarchFit fit = GarchEstimation.fit(returns, VolatilityModel.GJR, ErrorLaw.STUDENT);

        assertThat(fit.get("alpha")).isCloseTo(0.03, within(0.02));
        assertThat(fit.get("gamma")).isCloseTo(0.1, within(0.04));
        assertThat(fit.get("beta")).isCloseTo(0.88, within(0.03));
        assertThat(fit.get("shape")).isCloseTo(6, within(1.0));
        assertThat(fit.logLikelihood())
                .isGreaterThan(GarchEstimation.fit(returns, VolatilityModel.GARCH, ErrorLaw.STUDENT)
                                .logLikelihood()
                        + 8);
        assertThat(GarchEstimation.fit(returns, VolatilityModel.EGARCH, ErrorLaw.STUDENT)
                        .get("gamma"))
                .isNegative();
    }

    /** With as many returns, standard errors tell how far estimates lie from what was put in. */
    @Test
    void standardErrorsTellTheSpreadOfEstimates() {
        int rounds = 40;
        int within = 0;
        int asked = 0;
        double[] truth = {0.05, 0.1, 0.1, 0.8};
        for (int round = 0; round < rounds; round++) {
            GarchFit fit = GarchEstimation.fit(
                    made(2_000, 0.1, 0.1, 0, 0.8, 0, new SeededRandom(100 + round)),
                    VolatilityModel.GARCH,
                    ErrorLaw.NORMAL);
            for (int i = 0; i < truth.length; i++) {
                asked++;
                within += Math.abs(fit.parameters()[i] - truth[i]) < 1.96 * fit.standardErrors()[i] ? 1 : 0;
            }
        }
        assertThat((double) within / asked).isBetween(0.87, 0.99);
    }

    @ParameterizedTest
    @EnumSource(VolatilityModel.class)
    void unitsChangeNothingButUnits(VolatilityModel model) {
        double[] returns = made(1_500, 0.1, 0.06, 0.05, 0.85, 0, new SeededRandom(5));
        double[] small = Arrays.stream(returns).map(r -> r / 100).toArray();

        GarchFit percent = GarchEstimation.fit(returns, model, ErrorLaw.NORMAL);
        GarchFit fraction = GarchEstimation.fit(small, model, ErrorLaw.NORMAL);

        assertThat(fraction.get("beta")).isCloseTo(percent.get("beta"), within(1e-6));
        assertThat(fraction.get("mu")).isCloseTo(percent.get("mu") / 100, within(1e-8));
        assertThat(fraction.logLikelihood())
                .isCloseTo(percent.logLikelihood() + returns.length * Math.log(100), within(1e-6));
        assertThat(fraction.forecastSigma(3)[2]).isCloseTo(percent.forecastSigma(3)[2] / 100, within(1e-8));
        double[] nothing = new double[percent.parameters().length];
        assertThat(new GarchLikelihood(returns, model, ErrorLaw.NORMAL).at(percent.parameters(), nothing))
                .isCloseTo(percent.logLikelihood(), within(1e-7));
        for (double each : nothing) {
            assertThat(each).isCloseTo(0, within(1e-3));
        }
    }

    @Test
    void aParameterOnItsBoundHasNoStandardErrorAndTheOthersDo() {
        double[] returns = made(2_000, 0.1, 0, 0.2, 0.8, 0, new SeededRandom(9));
        double[] turned = Arrays.stream(returns).map(r -> 0.1 - r).toArray();

        GarchFit fit = GarchEstimation.fit(turned, VolatilityModel.GJR, ErrorLaw.NORMAL);

        assertThat(fit.get("alpha") + fit.get("gamma")).isBetween(0.0, 0.03);
        GarchFit losses = GarchEstimation.fit(returns, VolatilityModel.GJR, ErrorLaw.NORMAL);
        assertThat(losses.get("alpha")).isBetween(0.0, 0.03);
        if (losses.get("alpha") == 0) {
            assertThat(losses.standardError("alpha")).isNaN();
        }
        assertThat(losses.standardError("beta")).isPositive();
    }

    /** By the curvature of the likelihood in the unit in which the returns are given, and from one unit to the other. */
    @ParameterizedTest
    @EnumSource(VolatilityModel.class)
    void standardErrorsBelongToTheUnitOfTheReturns(VolatilityModel model) {
        double[] percent = made(1_500, 0.1, 0.06, 0.05, 0.85, 0, new SeededRandom(5));
        double[] fractions = Arrays.stream(percent).map(r -> r / 100).toArray();

        for (double[] returns : List.of(percent, fractions)) {
            GarchFit fit = GarchEstimation.fit(returns, model, ErrorLaw.NORMAL);
            GarchLikelihood likelihood = new GarchLikelihood(returns, model, ErrorLaw.NORMAL);
            QuasiNewton.Valley minus = (x, gradient) -> {
                double value = -likelihood.at(x, gradient);
                Arrays.setAll(gradient, i -> -gradient[i]);
                return value;
            };
            double[][] covariance = Curvature.of(
                            minus,
                            fit.parameters(),
                            IntStream.range(0, likelihood.size()).toArray())
                    .covariance(likelihood.size());
            for (String name : model.parameters(ErrorLaw.NORMAL)) {
                int at = model.parameters(ErrorLaw.NORMAL).indexOf(name);
                double expected = Math.sqrt(covariance[at][at]);
                assertThat(fit.standardError(name)).as(name).isCloseTo(expected, within(2e-3 * expected));
            }
        }
    }

    /** Only gains are followed by wilder days, so that alpha + gamma ends on its bound. */
    @Test
    void whereLossesLeaveNoTraceNeitherAlphaNorGammaHasAnErrorOfItsOwn() {
        double[] returns = made(3_000, 0.1, 0.15, -0.16, 0.8, 0, new SeededRandom(9));

        GarchFit fit = GarchEstimation.fit(returns, VolatilityModel.GJR, ErrorLaw.NORMAL);

        assertThat(fit.get("alpha") + fit.get("gamma")).isZero();
        assertThat(fit.get("alpha")).isCloseTo(0.15, within(0.04));
        assertThat(fit.standardError("gamma")).isNaN();
        assertThat(fit.standardError("alpha")).isNaN();
        assertThat(fit.standardError("omega")).isBetween(0.005, 0.03);
        assertThat(fit.standardError("beta")).isBetween(0.02, 0.06);
        assertThat(fit.get("beta")).isCloseTo(0.8, within(3 * fit.standardError("beta")));
    }

    @Test
    void refusesWhatCannotBeFitted() {
        assertThatThrownBy(() -> GarchEstimation.fit(new double[20], VolatilityModel.GARCH, ErrorLaw.NORMAL))
                .hasMessageContaining("at least 50");
        double[] still = new double[100];
        Arrays.fill(still, 0.3);
        assertThatThrownBy(() -> GarchEstimation.fit(still, VolatilityModel.GARCH, ErrorLaw.NORMAL))
                .hasMessage("the returns do not move");
    }
}
