package io.sextant.risk.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.time.SeededRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchAndFactorsTest {

    private static ReturnTable pairs(int n, int broken, long seed) {
        SeededRandom random = new SeededRandom(seed);
        double[][] columns = new double[4][n];
        for (int i = 0; i < n; i++) {
            double common = random.nextGaussian();
            for (int c = 0; c < 4; c++) {
                double share = c == 3 && i >= broken ? -0.7 : 0.7;
                columns[c][i] = 0.01 * (share * common + Math.sqrt(0.51) * random.nextGaussian());
            }
        }
        return new ReturnTable(List.of("A", "B", "C", "D"), columns);
    }

    @Test
    void aCorrelationThatTurnsIsToldAndOnlyThat() {
        CorrelationWatch.Reading reading = CorrelationWatch.of(pairs(400, 340, 3), 60);
        assertThat(reading.breaks()).hasSize(3).allSatisfy(each -> {
            assertThat(each.other()).isEqualTo("D");
            assertThat(each.before()).isPositive();
            assertThat(each.now()).isNegative();
        });
        assertThatThrownBy(() -> CorrelationWatch.of(pairs(70, 70, 1), 60)).isInstanceOf(CannotMeasure.class);
    }

    /** Six pairs judged together at 5%: of 200 calm markets some 10 give an alarm, and 20 would be three deviations too many. */
    @Test
    void calmMarketsGiveFewAlarms() {
        int alarms = 0;
        for (int seed = 0; seed < 200; seed++) {
            alarms += CorrelationWatch.of(pairs(300, 300, seed), 60).breaks().isEmpty() ? 0 : 1;
        }
        assertThat(alarms).isLessThan(20);
    }

    @Test
    void factorsThatMadeAPortfolioAreFound() {
        ReturnTable factors = pairs(500, 500, 8);
        ReturnTable two =
                new ReturnTable(List.of("A", "B"), new double[][] {factors.columns()[0], factors.columns()[1]});
        double[] portfolio = two.portfolio(new double[] {0.6, -0.3});
        for (int i = 0; i < portfolio.length; i++) {
            portfolio[i] += 0.001;
        }
        FactorExposure exposure = FactorExposure.of(portfolio, two);
        assertThat(exposure.betas()).containsExactly(new double[] {0.6, -0.3}, within(1e-9));
        assertThat(exposure.own()).isCloseTo(0.001, within(1e-12));
        assertThat(exposure.explained()).isCloseTo(1, within(1e-9));
        ReturnTable same =
                new ReturnTable(List.of("A", "A again"), new double[][] {two.columns()[0], two.columns()[0]});
        assertThatThrownBy(() -> FactorExposure.of(portfolio, same)).isInstanceOf(CannotMeasure.class);
    }

    @Test
    void drawdownsAreReadOffAPathByHand() {
        // 1 -> 1.1 -> 0.88 -> 0.968 -> 1.21 -> 1.089
        Drawdown drawdown = Drawdown.of(new double[] {0.1, -0.2, 0.1, 0.25, -0.1});
        assertThat(drawdown.deepest()).isCloseTo(-0.2, within(1e-12));
        assertThat(drawdown.peak()).isEqualTo(1);
        assertThat(drawdown.trough()).isEqualTo(2);
        assertThat(drawdown.longest()).isEqualTo(2);
        assertThat(drawdown.under()).isEqualTo(1);
        assertThat(drawdown.current()).isCloseTo(-0.1, within(1e-12));
        assertThat(drawdown.ulcer()).isCloseTo(Math.sqrt((0.04 + 0.0144 + 0.01) / 5), within(1e-12));
    }
}
