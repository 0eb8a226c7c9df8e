package io.sextant.portfolio.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.time.SeededRandom;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CriticalLineTest {

    @Test
    void twoAssetsMoveFromTheLeastVarianceToTheBetterReturn() {
        double[][] h = {{0.04, 0}, {0, 0.01}};

        List<double[]> corners = new CriticalLine(h, Region.fullyInvested(2, 0, 1), new double[] {0.1, 0.05}).corners();

        assertThat(corners).hasSize(2);
        assertThat(corners.getFirst()).containsExactly(new double[] {0.2, 0.8}, within(1e-14));
        assertThat(corners.getLast()).containsExactly(new double[] {1, 0}, within(1e-14));
    }

    @Test
    void everyPieceAgreesWithAProgramSolvedForItsMiddle() {
        SeededRandom chance = new SeededRandom(3);
        int n = 30;
        double[][] days = new double[90][n];
        double[][] h = new double[n][n];
        double[] m = chance.doubles(n, -0.05, 0.25).toArray();
        for (double[] day : days) {
            double common = chance.nextGaussian();
            Arrays.setAll(day, i -> 0.02 * chance.nextGaussian() + 0.01 * common);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    h[i][j] += day[i] * day[j];
                }
            }
        }
        double[] third = new double[n];
        Arrays.fill(third, 0, 10, 1);
        Region budget = Region.fullyInvested(n, 0, 0.2);
        Region region = new Region(
                budget.lower(),
                budget.upper(),
                List.of(budget.rows().getFirst(), new LinearRow("the first ten", third, 0.1, 0.35)));

        CriticalLine line = new CriticalLine(h, region, m);
        int pieces = 0;
        for (CriticalLine.Piece piece = line.next(); piece != null; piece = line.next()) {
            double lambda = Double.isInfinite(piece.to()) ? piece.from() * 2 + 1 : (piece.from() + piece.to()) / 2;
            double[] linear = Arrays.stream(m).map(each -> lambda * each).toArray();
            // The path and the program solve the same equations, of a condition of some thousands.
            assertThat(piece.at(lambda)).containsExactly(new ActiveSet(h, region).solve(linear), within(1e-9));
            pieces++;
        }
        assertThat(pieces).isGreaterThan(10);
    }
}
