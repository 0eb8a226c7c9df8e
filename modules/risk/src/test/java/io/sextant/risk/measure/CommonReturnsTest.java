package io.sextant.risk.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.market.BarSeries;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommonReturnsTest {

    @Test
    void countsOnlyDaysThatAllMarketsHaveAndKeepsWhatHappenedOverTheOthers() {
        BarSeries coin = closes(new long[] {1, 2, 3, 4, 5}, 100, 110, 121, 121, 60.5);
        BarSeries share = closes(new long[] {1, 2, 5}, 50, 55, 44);

        CommonReturns returns = CommonReturns.of(List.of(coin, share), 10);

        assertThat(returns.days()).isEqualTo(2);
        assertThat(returns.outcomes(new double[] {1_000, 0})).containsExactly(new double[] {100, -450}, within(1e-9));
        assertThat(returns.outcomes(new double[] {0, -1_000})).containsExactly(new double[] {-100, 200}, within(1e-9));
    }

    @Test
    void keepsTheNewest() {
        BarSeries coin = closes(new long[] {1, 2, 3, 4}, 100, 200, 100, 150);
        assertThat(CommonReturns.of(List.of(coin), 2).outcomes(new double[] {2}))
                .containsExactly(new double[] {-1, 1}, within(1e-12));
    }

    @Test
    void marketsThatNeverTradeOnTheSameDayHaveNothingInCommon() {
        BarSeries one = closes(new long[] {1, 3}, 1, 2);
        BarSeries other = closes(new long[] {2, 4}, 1, 2);
        assertThat(CommonReturns.of(List.of(one, other), 10).days()).isZero();
        assertThat(CommonReturns.of(List.of(), 10).days()).isZero();
    }

    private static BarSeries closes(long[] times, double... closes) {
        return new BarSeries(times, closes, closes, closes, closes, new double[closes.length], closes.length);
    }
}
