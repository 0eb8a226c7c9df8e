package io.sextant.execution.gate;

import static io.sextant.domain.market.Side.BUY;
import static io.sextant.domain.market.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.money.Money;
import org.junit.jupiter.api.Test;

class BuyingPowerTest {

    private final BuyingPower buyingPower = new BuyingPower(Desk.CATALOG);
    private final Desk desk = new Desk();

    @Test
    void nothingIsTiedByNothing() {
        for (int i = 0; i < Desk.CATALOG.size(); i++) {
            assertThat(buyingPower.tiedUnits(i, desk)).isZero();
        }
    }

    @Test
    void workingPurchasesTieTheirValueAndFee() {
        desk.works(Desk.BTC, BUY, "0.5", "48000").holds(Desk.BTC, "3");
        assertThat(tied(Desk.BTC)).isEqualTo("24024.00000000 USDT");
    }

    @Test
    void workingSalesOfHeldCoinsTieNothing() {
        desk.works(Desk.BTC, SELL, "0.5", "52000").holds(Desk.BTC, "3");
        assertThat(tied(Desk.BTC)).isEqualTo("0.00000000 USDT");
    }

    @Test
    void aShortShareTiesItsProceedsAndHalfAsMuchAgain() {
        desk.holds(Desk.ACME, "-100");
        assertThat(tied(Desk.ACME)).isEqualTo("15000.00000000 USD");
    }

    @Test
    void aSaleOnItsWayToAShortTiesHalfItsValue() {
        desk.holds(Desk.ACME, "40").works(Desk.ACME, SELL, "100", "101");
        assertThat(tied(Desk.ACME)).isEqualTo("3000.00000000 USD");
    }

    @Test
    void aFutureTiesMarginOnTheLargestExposure() {
        desk.holds(Desk.ES, "2").works(Desk.ES, BUY, "1", "4990").works(Desk.ES, SELL, "6", "5010");
        assertThat(tied(Desk.ES)).as("short 4 is more than long 3").isEqualTo("100000.00000000 USD");
    }

    private String tied(int instrument) {
        return Money.of(
                        buyingPower.tiedUnits(instrument, desk),
                        Desk.CATALOG.get(instrument).quote())
                .toString();
    }
}
