package io.sextant.forecasting.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.forecasting.Forecaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How often each word comes up, by truth, length and horizon: the table of docs/methods/evaluation.md. */
@Tag("figures")
class VerdictFiguresTest {

    private static final int WALKS = Integer.getInteger("sextant.walks", 1_000);
    private static final List<Forecaster> MODELS = List.of(
            PlainModel.drift(), PlainModel.smoothing(), PlainModel.autoregression(1), PlainModel.autoregression(5));

    @Test
    void writesTheTable() throws IOException {
        StringBuilder table = new StringBuilder();
        table.append(
                "| Truth | Points | Steps | any skill | drift | ses | ar1 | ar5 | one alone at most | worse, ar5 | DM alone, ar1 |\n");
        table.append("|---|---|---|---|---|---|---|---|---|---|---|\n");
        for (SimulatedWalk truth : SimulatedWalk.values()) {
            for (int points : new int[] {300, 1_500}) {
                row(table, truth, points, 1);
            }
        }
        for (int horizon : new int[] {5, 20}) {
            row(table, SimulatedWalk.NORMAL, 300, horizon);
            row(table, SimulatedWalk.CHANGING_VOLATILITY, 300, horizon);
        }
        Path page = Path.of("target", "verdict-figures.md");
        Files.writeString(page, table);
        assertThat(page).isNotEmptyFile();
    }

    private static void row(StringBuilder table, SimulatedWalk truth, int points, int horizon) {
        int m = MODELS.size();
        List<Fold> folds = Folds.expanding(points, 5, points / 2, Folds.Gap.NONE);
        double[] counts = IntStream.range(0, WALKS)
                .parallel()
                .mapToObj(walk -> {
                    Comparison comparison = Comparison.of(
                            truth.draw(points, 1_000_003L * walk + 7),
                            new LastValue(),
                            MODELS,
                            Plan.quiet(folds, horizon, Scale.AS_GIVEN, 1));
                    double[] found = new double[2 * m + 3];
                    for (int i = 0; i < m; i++) {
                        Comparison.Assessment one = comparison.models().get(i + 1);
                        found[i] = one.verdict() == Verdict.SKILL ? 1 : 0;
                        found[2 * m] = Math.max(found[2 * m], found[i]);
                        boolean nearer = one.figures().dieboldMariano().statistic() > 0;
                        found[m + i] = nearer && one.figures().clarkWest().pNothing() < Comparison.LEVEL ? 1 : 0;
                        found[2 * m + 1] = one.verdict() == Verdict.WORSE_THAN_NAIVE ? 1 : 0;
                        if (i == 2) {
                            found[2 * m + 2] =
                                    one.figures().dieboldMariano().pSecondBetter() < Comparison.LEVEL ? 1 : 0;
                        }
                    }
                    return found;
                })
                .reduce(new double[2 * m + 3], (a, b) -> {
                    double[] sum = new double[a.length];
                    Arrays.setAll(sum, i -> a[i] + b[i]);
                    return sum;
                });
        double alone = Arrays.stream(counts, m, 2 * m).max().orElseThrow();
        table.append(String.format(
                Locale.ENGLISH,
                "| %s | %,d | %d | %.1f %% | %.1f %% | %.1f %% | %.1f %% | %.1f %% | %.1f %% | %.1f %% | %.1f %% |%n",
                truth.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                points,
                horizon,
                share(counts[2 * m]),
                share(counts[0]),
                share(counts[1]),
                share(counts[2]),
                share(counts[3]),
                share(alone),
                share(counts[2 * m + 1]),
                share(counts[2 * m + 2])));
    }

    private static double share(double count) {
        return 100 * count / WALKS;
    }
}
