package io.sextant.exchange.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.exchange.testing.Listings;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fees in whatever a venue takes them. */
class VenueAmountsTest {

    private final VenueAmounts amounts = new VenueAmounts(Listings.of(List.of(new RawListing(
                    "BTCUSDT",
                    "BTC",
                    "USDT",
                    new BigDecimal("0.01"),
                    new BigDecimal("0.001"),
                    new BigDecimal("0.001"),
                    new FeeSchedule(1_000, 1_000, 0, FeeSchedule.FeeCurrency.QUOTE))))
            .getFirst()
            .instrument());

    @Test
    void aFeeInAnotherCoinIsNamedAndCostsTheDeskNothing() {
        assertThat(amounts.feeCurrency("BNB")).isEqualTo("BNB");
        assertThat(amounts.feeUnits("BNB", "0.0123")).isZero();
    }

    @Test
    void aFeeInACurrencyOfThePairIsRoundedAgainstUs() {
        assertThat(amounts.feeCurrency("BTC")).isEqualTo("BTC");
        assertThat(amounts.feeUnits("BTC", "0.0000000001")).isEqualTo(1);
    }
}
