package io.sextant.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.portfolio.OptimiserBoard.Holding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TaxTermsTest {

    @Test
    void nothingIsAssumedUntilAPersonSaysIt() {
        assertThat(TaxTerms.of(Map.of())).isEqualTo(TaxTerms.NONE);
        assertThat(TaxTerms.NONE.rate()).isEmpty();
        assertThat(TaxTerms.NONE.years()).isEmpty();
    }

    @Test
    void whatIsSaidIsReadBackAsItWasWritten() {
        TaxTerms terms = new TaxTerms(Optional.of(0.264), LotOrder.AVERAGE, Optional.of(2.5));
        assertThat(TaxTerms.of(terms.settings())).isEqualTo(terms);
        assertThat(TaxTerms.of(TaxTerms.NONE.settings())).isEqualTo(TaxTerms.NONE);
        assertThatThrownBy(() -> TaxTerms.of(Map.of("rebalance.taxRate", "1.2")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Six at 70 and four at 95, now at 100: five of the oldest gain 150, five at the mean of 80 gain 100. */
    @Test
    void aSaleGainsByTheLotsThatCountAsSold() {
        Holding holding = new Holding(10, 100, 0.1, 80, List.of(new TaxLot(6, 70), new TaxLot(4, 95)));
        assertThat(holding.gain(5, LotOrder.FIFO)).isCloseTo(150, within(1e-12));
        assertThat(holding.gain(5, LotOrder.AVERAGE)).isCloseTo(100, within(1e-12));
        assertThat(holding.gain(25, LotOrder.FIFO)).as("no more than is held").isCloseTo(200, within(1e-12));
        Holding unknown = new Holding(10, 100, 0.1, 80, List.of());
        assertThat(unknown.gain(5, LotOrder.FIFO)).isNaN();
        assertThat(new Holding(-3, 100, 0.1, Double.NaN, List.of()).gain(5, LotOrder.AVERAGE))
                .isNaN();
    }
}
