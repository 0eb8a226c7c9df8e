package io.sextant.analytics.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionChainTest {

    private static final double NONE = Double.NaN;

    private static OptionQuote quote(OptionRight right, double strike, double interest, double volatility) {
        return new OptionQuote(right, strike, 30, NONE, 10, interest, volatility, NONE);
    }

    @Test
    void maxPainRatiosAndWallsByHand() {
        OptionChain chain = new OptionChain(
                List.of(
                        quote(OptionRight.CALL, 90, 10, 0.3),
                        quote(OptionRight.CALL, 100, 50, 0.3),
                        quote(OptionRight.CALL, 110, 20, 0.3),
                        quote(OptionRight.PUT, 90, 30, 0.3),
                        quote(OptionRight.PUT, 100, 40, 0.3),
                        quote(OptionRight.PUT, 110, NONE, 0.3)),
                101,
                0,
                0,
                0,
                100);
        ExpiryMetrics metrics = chain.expiries().getFirst();

        // At 90: puts 400. At 100: calls 100, nothing else. At 110: calls 200 + 500.
        assertThat(metrics.maxPainStrike()).isEqualTo(100);
        assertThat(metrics.maxPainPayout()).isEqualTo(100 * 100);
        assertThat(metrics.putCallOpenInterest()).isEqualTo(70 / 80.0);
        assertThat(metrics.putCallVolume()).isEqualTo(1);
        assertThat(metrics.callWalls()).containsExactly(100.0, 110.0, 90.0);
        assertThat(metrics.putWalls()).containsExactly(100.0, 90.0);
        assertThat(metrics.years()).isEqualTo(30 / 365.0);
        double gamma = 0;
        for (OptionQuote q : List.of(
                quote(OptionRight.CALL, 90, 10, 0.3),
                quote(OptionRight.CALL, 100, 50, 0.3),
                quote(OptionRight.CALL, 110, 20, 0.3),
                quote(OptionRight.PUT, 90, 30, 0.3),
                quote(OptionRight.PUT, 100, 40, 0.3))) {
            gamma += q.right().sign()
                    * q.openInterest()
                    * 100
                    * 101
                    * 101
                    * 0.01
                    * BlackScholes.greeks(new OptionTerms(q.right(), 101, q.strike(), 30 / 365.0, 0, 0, 0.3))
                            .gamma();
        }
        assertThat(metrics.netGamma()).isCloseTo(gamma, within(1e-9));
        assertThat(chain.netGamma()).isCloseTo(chain.netGammaAt(101), within(1e-9));
    }

    @Test
    void volatilityAtTheMoneyLiesBetweenTheStrikesAndPricesImplyIt() {
        List<OptionQuote> quotes = new ArrayList<>();
        for (double strike = 70; strike <= 130; strike += 5) {
            for (OptionRight right : OptionRight.values()) {
                double volatility = 0.25 - 0.002 * (strike - 100);
                double price =
                        BlackScholes.price(new OptionTerms(right, 102, strike, 90 / 365.0, 0.02, 0.01, volatility));
                quotes.add(new OptionQuote(right, strike, 90, price, 0, 1, 0, NONE));
            }
        }
        OptionChain chain = new OptionChain(quotes, 102, 0, 0.02, 0.01, 1);
        ExpiryMetrics metrics = chain.expiries().getFirst();

        assertThat(chain.withVolatility()).isEqualTo(quotes.size());
        assertThat(metrics.atTheMoney()).isCloseTo(0.25 - 0.004, within(1e-9));
        assertThat(metrics.skew()).as("lower strikes are dearer").isBetween(0.02, 0.1);
    }

    @Test
    void gammaTurnsWhereCallsAndPutsBalance() {
        OptionChain chain = new OptionChain(
                List.of(quote(OptionRight.CALL, 110, 100, 0.2), quote(OptionRight.PUT, 90, 100, 0.2)), 105, 0, 0, 0, 1);
        double flip = chain.gammaFlip();

        assertThat(flip).isBetween(95.0, 105.0);
        assertThat(chain.netGammaAt(flip)).isCloseTo(0, within(1e-5));
        assertThat(chain.netGammaAt(flip + 3)).isPositive();
        assertThat(chain.dealerDelta()).as("long calls, short puts").isPositive();
        assertThat(new OptionChain(List.of(quote(OptionRight.CALL, 110, 100, 0.2)), 105, 0, 0, 0, 1).gammaFlip())
                .isNaN();
    }
}
