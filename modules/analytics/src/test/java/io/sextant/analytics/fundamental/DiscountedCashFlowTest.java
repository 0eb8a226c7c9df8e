package io.sextant.analytics.fundamental;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DiscountedCashFlowTest {

    private static final DiscountedCashFlow FLOW = new DiscountedCashFlow(100, 0.08, 10, 0.02, 0.09, 250, 50);

    /** A thousand years one by one. */
    @Test
    void isTheSumOfAllYears() {
        double value = 0;
        double flow = 100;
        for (int year = 1; year <= 1_000; year++) {
            flow *= year <= 10 ? 1.08 : 1.02;
            value += flow / Math.pow(1.09, year);
        }
        assertThat(FLOW.enterpriseValue()).isCloseTo(value, within(1e-7));
        assertThat(FLOW.perShare()).isCloseTo((value - 250) / 50, within(1e-8));
        double last = 0;
        flow = 100 * Math.pow(1.08, 10);
        for (int year = 11; year <= 1_000; year++) {
            flow *= 1.02;
            last += flow / Math.pow(1.09, year);
        }
        assertThat(FLOW.lastingShare()).isCloseTo(last / value, within(1e-9));
    }

    @Test
    void withoutGrowthItIsGordons() {
        assertThat(new DiscountedCashFlow(100, 0.5, 0, 0.02, 0.07, 0, 10).perShare())
                .isCloseTo(204, within(1e-9));
    }

    @Test
    void theTableHoldsTheSameModelAtOtherAssumptions() {
        double[][] table = FLOW.sensitivity(new double[] {0.02, 0.09, 0.1}, new double[] {0.05, 0.08});
        assertThat(table[0]).containsOnly(Double.NaN);
        assertThat(table[1][1]).isEqualTo(FLOW.perShare());
        assertThat(table[2][0])
                .isEqualTo(FLOW.withDiscountRate(0.1).withGrowth(0.05).perShare());
        assertThat(table[2][0]).isLessThan(table[1][0]);
        assertThat(table[1][0]).isLessThan(table[1][1]);
    }

    @Test
    void refusesGrowthThatOutrunsTheDiscount() {
        assertThatThrownBy(() -> new DiscountedCashFlow(100, 0.08, 10, 0.09, 0.09, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("any sum");
    }
}
