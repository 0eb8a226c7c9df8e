package io.sextant.forecasting.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DieboldMarianoTest {

    private static final Path FOLDER = Path.of("..", "..", "..", "shared", "data", "computed");

    @Test
    void saysOfTwoHundredDaysWhatRSays() throws IOException {
        Path file = FOLDER.resolve("forecast_eval_btc_forecasts.csv");
        assumeTrue(Files.exists(file), () -> "no reference data at " + file.toAbsolutePath());
        List<double[]> rows = Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> Arrays.stream(line.split(",", -1))
                        .skip(1)
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
        JsonNode reference = JsonMapper.shared().readTree(Files.readString(FOLDER.resolve("forecast_eval_btc.json")));
        double[] naive = errors(rows, 1);
        double[] arima = errors(rows, 2);

        assertSame(reference.get("dm_naive_vs_arima_squared"), squares(naive), squares(arima));
        assertSame(reference.get("dm_naive_vs_ses_squared"), squares(naive), squares(errors(rows, 3)));
        assertSame(reference.get("dm_naive_vs_arima_abs"), sizes(naive), sizes(arima));
    }

    /** The forecasts stand in the file with 15 digits, and so do the statistics: nine are more than enough to tell one formula from another. */
    private static void assertSame(JsonNode reference, double[] first, double[] second) {
        DieboldMariano test = DieboldMariano.of(first, second, 1);
        assertThat(test.statistic()).isCloseTo(reference.get(0).asDouble(), within(1e-9));
        assertThat(test.pTwoSided()).isCloseTo(reference.get(1).asDouble(), within(1e-9));
    }

    @Test
    void countsOverlappingLossesAsHarveyLeybourneAndNewboldDo() {
        double[] first = {4, 1, 3, 2, 5, 9, 2, 6, 5, 3, 5, 8};
        double[] second = {2, 3, 1, 1, 4, 7, 3, 4, 6, 2, 2, 5};
        // d = 2 -2 2 1 1 2 -1 2 -1 1 3 3, mean 13/12; autocovariances by hand, divided by 12.
        double mean = 13.0 / 12;
        double[] d = {2, -2, 2, 1, 1, 2, -1, 2, -1, 1, 3, 3};
        double zero = 0;
        double one = 0;
        for (int i = 0; i < 12; i++) {
            zero += (d[i] - mean) * (d[i] - mean);
            one += i == 0 ? 0 : (d[i] - mean) * (d[i - 1] - mean);
        }
        double expected = mean / Math.sqrt((zero + 2 * one) / 12 / 12) * Math.sqrt((12 + 1 - 4 + 2.0 / 12) / 12);

        DieboldMariano test = DieboldMariano.of(first, second, 2);

        assertThat(test.statistic()).isCloseTo(expected, within(1e-12));
        assertThat(test.pSecondBetter() + test.pSecondWorse()).isCloseTo(1, within(1e-12));
        assertThat(test.pTwoSided()).isCloseTo(2 * test.pSecondBetter(), within(1e-12));
    }

    @Test
    void findsNoDifferenceWhereThereIsNone() {
        double[] same = new SplittableRandom(1).doubles(50).toArray();

        DieboldMariano test = DieboldMariano.of(same, same.clone(), 3);

        assertThat(test.statistic()).isZero();
        assertThat(test.pTwoSided()).isEqualTo(1);
    }

    /** Against the definition with its sums written out, for one step; and the same for any unit. */
    @Test
    void clarkAndWestGiveBackWhatEstimatingCosts() {
        SplittableRandom random = new SplittableRandom(8);
        int n = 90;
        double[] naive = new double[n];
        double[] model = new double[n];
        double[] products = new double[n];
        for (int i = 0; i < n; i++) {
            naive[i] = random.nextGaussian();
            double told = 0.3 * random.nextGaussian();
            model[i] = naive[i] - told;
            // e0^2 - (e0 - f)^2 + f^2 = 2 e0 f: what the test is about when the naive forecast is no change.
            products[i] = 2 * naive[i] * told;
        }
        double mean = Arrays.stream(products).average().orElseThrow();
        double squares =
                Arrays.stream(products).map(x -> (x - mean) * (x - mean)).sum();
        // Student's t of a mean: what is left of the correction at one step turns the divisor n into n - 1.
        double expected = mean / Math.sqrt(squares / (n - 1) / n);

        ClarkWest test = ClarkWest.of(naive, model, 1);

        assertThat(test.statistic()).isCloseTo(expected, within(1e-10));
        assertThat(test.degrees()).isEqualTo(n - 1);
        double[] larger = Arrays.stream(naive).map(x -> 1000 * x).toArray();
        double[] largerModel = Arrays.stream(model).map(x -> 1000 * x).toArray();
        assertThat(ClarkWest.of(larger, largerModel, 4).statistic())
                .isCloseTo(ClarkWest.of(naive, model, 4).statistic(), within(1e-9));
    }

    /** Sums of five independent numbers overlap as forecasts five steps ahead do: a test at 5 % may find 5 % of them, give or take chance. */
    @Test
    void equalCosinesKeepTheirPromiseForOverlappingSums() {
        SplittableRandom random = new SplittableRandom(77);
        int runs = 2_000;
        int found = 0;
        for (int run = 0; run < runs; run++) {
            double[] steps = random.doubles(154).map(x -> x - 0.5).toArray();
            double[] sums = new double[150];
            Arrays.setAll(sums, i -> steps[i] + steps[i + 1] + steps[i + 2] + steps[i + 3] + steps[i + 4]);
            EqualCosines test = EqualCosines.of(sums, 5);
            found += Student.above(test.statistic(), test.cosines()) < 0.05 ? 1 : 0;
        }
        // Three deviations of a share of 0.05 among 2,000 are 0.0146.
        assertThat(found / (double) runs).isBetween(0.03, 0.066);
    }

    /** Against the definition, with a cosine for each term: turning the angle step by step may lose a digit for each factor of ten in length. */
    @Test
    void equalCosinesAreTheirDefinition() {
        double[] values = new SplittableRandom(6).doubles(997).toArray();
        double mean = Arrays.stream(values).average().orElseThrow();
        int cosines = (int) (0.41 * Math.pow(997, 2.0 / 3));
        double power = 0;
        for (int j = 1; j <= cosines; j++) {
            double sum = 0;
            for (int i = 0; i < 997; i++) {
                sum += (values[i] - mean) * Math.cos(Math.PI * j * (i + 0.5) / 997) * Math.sqrt(2.0 / 997);
            }
            power += sum * sum / cosines;
        }

        EqualCosines test = EqualCosines.of(values, 2);

        assertThat(test.cosines()).isEqualTo(cosines);
        assertThat(test.statistic()).isCloseTo(mean / Math.sqrt(power / 997), within(1e-8));
    }

    private static double[] errors(List<double[]> rows, int column) {
        return rows.stream().mapToDouble(row -> row[0] - row[column]).toArray();
    }

    private static double[] squares(double[] errors) {
        return Arrays.stream(errors).map(e -> e * e).toArray();
    }

    private static double[] sizes(double[] errors) {
        return Arrays.stream(errors).map(Math::abs).toArray();
    }
}
