package io.sextant.neural.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.time.SeededRandom;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BoostedTreesTest {

    private static final int ROWS = 600;
    private static final BoostingSettings SMALL = new BoostingSettings(12, 3, 0.3, 1, 1, 5, 1, 1);

    private final double[][] columns = new double[5][ROWS];
    private final double[] target = new double[ROWS];

    BoostedTreesTest() {
        RandomGenerator random = new SeededRandom(5);
        for (int i = 0; i < ROWS; i++) {
            for (double[] column : columns) {
                column[i] = random.nextDouble() < 0.05 ? Double.NaN : random.nextGaussian();
            }
            double a = Double.isNaN(columns[0][i]) ? 0.5 : columns[0][i];
            double b = Double.isNaN(columns[1][i]) ? -0.5 : columns[1][i];
            target[i] = a + a * b + Math.abs(b) + 0.3 * random.nextGaussian();
        }
    }

    /**
     * What a tree expects of a row when only some columns are known: where the split's column is unknown, both ways by how many rows of the
     * training went there.
     */
    private static double expected(JsonNode node, float[] row, int known) {
        if (node.has("leaf")) {
            return node.get("leaf").asDouble();
        }
        JsonNode yes = child(node, node.get("yes").asInt());
        JsonNode no = child(node, node.get("no").asInt());
        int column = Integer.parseInt(node.get("split").asString().substring(1));
        if ((known >> column & 1) == 1) {
            if (Float.isNaN(row[column])) {
                return expected(child(node, node.get("missing").asInt()), row, known);
            }
            return expected(row[column] < (float) node.get("split_condition").asDouble() ? yes : no, row, known);
        }
        double left = yes.get("cover").asDouble();
        double right = no.get("cover").asDouble();
        return (left * expected(yes, row, known) + right * expected(no, row, known)) / (left + right);
    }

    private static JsonNode child(JsonNode node, int id) {
        for (JsonNode each : node.get("children")) {
            if (each.get("nodeid").asInt() == id) {
                return each;
            }
        }
        throw new AssertionError("no child " + id);
    }

    private static double factorial(int n) {
        return n < 2 ? 1 : n * factorial(n - 1);
    }

    /** Shapley's definition: what a column adds, over all sets of the others. */
    private static double shapley(JsonNode[] trees, float[] row, int column, int columns) {
        double sum = 0;
        for (int others = 0; others < 1 << columns; others++) {
            if ((others >> column & 1) == 1) {
                continue;
            }
            int size = Integer.bitCount(others);
            double weight = factorial(size) * factorial(columns - size - 1) / factorial(columns);
            for (JsonNode tree : trees) {
                sum += weight * (expected(tree, row, others | 1 << column) - expected(tree, row, others));
            }
        }
        return sum;
    }

    @Test
    void contributionsAreShapleysByDefinition() {
        try (BoostedTrees model = BoostedTrees.fit(columns, target, 0, ROWS, SMALL)) {
            JsonNode[] trees = Arrays.stream(model.describe())
                    .map(text -> JsonMapper.shared().readTree(text))
                    .toArray(JsonNode[]::new);
            float[][] contributions = model.contributions(columns, 0, 40);
            double[] predicted = model.predict(columns, 0, 40);
            assertThat(trees).hasSize(12);
            for (int i = 0; i < 40; i++) {
                float[] row = new float[columns.length];
                for (int j = 0; j < row.length; j++) {
                    row[j] = (float) columns[j][i];
                }
                double total = contributions[i][columns.length];
                for (int j = 0; j < row.length; j++) {
                    assertThat((double) contributions[i][j])
                            .isCloseTo(shapley(trees, row, j, row.length), within(2e-5));
                    total += contributions[i][j];
                }
                assertThat(total).isCloseTo(predicted[i], within(1e-5));
            }
        }
    }

    @Test
    void predictsBetterThanTheMeanWhereThereIsSomethingToLearn() {
        try (BoostedTrees model = BoostedTrees.fit(columns, target, 0, 500, SMALL.withTrees(60))) {
            double[] predicted = model.predict(columns, 500, ROWS);
            double mean = Arrays.stream(target, 0, 500).average().orElseThrow();
            double missed = 0;
            double plain = 0;
            for (int i = 0; i < predicted.length; i++) {
                missed += Math.pow(predicted[i] - target[500 + i], 2);
                plain += Math.pow(mean - target[500 + i], 2);
            }
            assertThat(missed).isLessThan(0.5 * plain);
            double[] importance = model.importance(columns, 0, 500);
            assertThat(Math.min(importance[0], importance[1]))
                    .isGreaterThan(3 * Math.max(importance[2], Math.max(importance[3], importance[4])));
        }
    }

    @Test
    void sameSeedSameTreesAndASavedModelIsTheSame() {
        BoostingSettings drawn = new BoostingSettings(20, 3, 0.2, 0.6, 0.6, 5, 1, 9);
        try (BoostedTrees one = BoostedTrees.fit(columns, target, 0, ROWS, drawn);
                BoostedTrees same = BoostedTrees.fit(columns, target, 0, ROWS, drawn);
                BoostedTrees other = BoostedTrees.fit(columns, target, 0, ROWS, drawn.withSeed(10));
                BoostedTrees loaded = BoostedTrees.load(one.save())) {
            double[] predicted = one.predict(columns, 0, ROWS);
            assertThat(same.predict(columns, 0, ROWS)).containsExactly(predicted);
            assertThat(loaded.predict(columns, 0, ROWS)).containsExactly(predicted);
            assertThat(loaded.columns()).isEqualTo(5);
            assertThat(other.predict(columns, 0, ROWS)).isNotEqualTo(predicted);
        }
    }

    @Test
    void infiniteNumbersAreMissingOnes() {
        double[][] infinite = Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new);
        for (double[] column : infinite) {
            for (int i = 0; i < ROWS; i++) {
                column[i] = Double.isNaN(column[i]) ? (i % 2 == 0 ? Double.POSITIVE_INFINITY : 1e300) : column[i];
            }
        }
        try (BoostedTrees one = BoostedTrees.fit(columns, target, 0, ROWS, SMALL);
                BoostedTrees other = BoostedTrees.fit(infinite, target, 0, ROWS, SMALL)) {
            assertThat(other.predict(infinite, 0, ROWS)).containsExactly(one.predict(columns, 0, ROWS));
        }
    }

    @Test
    void refusesWhatCannotBeLearned() {
        assertThatThrownBy(() -> BoostedTrees.fit(new double[0][], target, 0, ROWS, SMALL))
                .hasMessageContaining("no columns");
        target[7] = Double.NaN;
        assertThatThrownBy(() -> BoostedTrees.fit(columns, target, 0, ROWS, SMALL))
                .hasMessage("the target of row 8 is not a number");
        try (BoostedTrees model = BoostedTrees.fit(columns, target, 8, ROWS, SMALL)) {
            assertThatThrownBy(() -> model.predict(new double[2][ROWS], 0, 1)).hasMessageContaining("5 columns, not 2");
            assertThat(model.predict(columns, 3, 3)).isEmpty();
        }
        assertThatThrownBy(() -> SMALL.withTrees(0)).hasMessageContaining("not 0");
    }
}
