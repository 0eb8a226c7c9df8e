package io.sextant.domain.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.instrument.FeeSchedule.FeeCurrency;
import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class FeeScheduleTest {

    private final FeeSchedule fees = new FeeSchedule(-250, 500, 0, FeeCurrency.QUOTE);

    @Test
    void roundsAgainstUsBothWays() {
        assertThat(fees.feeUnits(1_001, 1, false)).isEqualTo(1);
        assertThat(fees.feeUnits(4_001, 1, false)).isEqualTo(3);
        assertThat(fees.feeUnits(1_001, 1, true)).isZero();
        assertThat(fees.feeUnits(7_999, 1, true)).isEqualTo(-1);
        assertThat(fees.feeUnits(8_000, 1, true)).isEqualTo(-2);
    }

    @Test
    void chargesTheLotsBesidesTheShare() {
        FeeSchedule both = new FeeSchedule(0, 500, 35, FeeCurrency.QUOTE);

        assertThat(both.feeUnits(2_000, 10, false)).isEqualTo(351);
        assertThat(FeeSchedule.perLot(225).feeUnits(1_000_000, 3, true)).isEqualTo(675);
    }

    @Test
    void paysNoRebateForANegativePrice() {
        assertThat(fees.feeUnits(-4_000, 1, false)).isEqualTo(2);
        assertThat(fees.feeUnits(-4_000, 1, true)).isEqualTo(-1);
    }

    @Test
    void refusesFeesThatCannotBe() {
        refused(1_000_001, 0, 0, FeeCurrency.QUOTE);
        refused(0, -1_000_001, 0, FeeCurrency.QUOTE);
        refused(Long.MIN_VALUE, 0, 0, FeeCurrency.QUOTE);
        refused(0, 0, -1, FeeCurrency.QUOTE);
        refused(0, 0, 1, FeeCurrency.BASE_WHEN_BUYING);
    }

    private static void refused(long maker, long taker, long perLot, FeeCurrency charged) {
        assertThatThrownBy(() -> new FeeSchedule(maker, taker, perLot, charged))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void aFeeIsTheExactOneRoundedUp(
            @ForAll @IntRange(min = -1_000_000, max = 1_000_000) int partsPerMillion,
            @ForAll @LongRange(max = 1_000_000_000_000_000_000L) long traded,
            @ForAll @LongRange(min = 1, max = 1_000_000) long lots) {
        FeeSchedule schedule = new FeeSchedule(0, partsPerMillion, 7, FeeCurrency.QUOTE);
        BigDecimal exact = BigDecimal.valueOf(traded)
                .multiply(BigDecimal.valueOf(partsPerMillion, 6))
                .add(BigDecimal.valueOf(7 * lots));

        assertThat(schedule.feeUnits(traded, lots, false))
                .isEqualTo(exact.setScale(0, RoundingMode.CEILING).longValueExact());
    }
}
