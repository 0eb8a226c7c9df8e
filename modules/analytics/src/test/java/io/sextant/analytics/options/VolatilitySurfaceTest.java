package io.sextant.analytics.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.options.ArbitrageFinding.Kind;
import io.sextant.analytics.options.ArbitrageFinding.Source;
import io.sextant.domain.time.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class VolatilitySurfaceTest {

    private static final int DAY = 16_000;
    private static final double SPOT = 100;
    private static final double RATE = 0.03;
    private static final double DIVIDEND = 0.01;

    /** Gatheral and Jacquier 2014, section 3.1, after Vogt: a smile of usual shape whose density is negative. */
    private static SviSmile vogt() {
        return new SviSmile(-0.0410, 0.1331, 0.3060, 0.3586, 0.4153, 1, SPOT);
    }

    private static SviSmile smile(double years, double level) {
        double forward = SPOT * Math.exp((RATE - DIVIDEND) * years);
        return new SviSmile(0.5 * level * years, 0.12 * Math.sqrt(years), -0.45, 0.02, 0.15, years, forward);
    }

    /** Both rights of every strike, at the prices of a smile. */
    private static List<OptionQuote> quotes(SviSmile smile, int days, double from, double to, double step) {
        List<OptionQuote> quotes = new ArrayList<>();
        for (double strike = from; strike <= to; strike += step) {
            for (OptionRight right : OptionRight.values()) {
                double price = smile.price(right, strike) * Math.exp(-RATE * smile.years());
                quotes.add(new OptionQuote(right, strike, DAY + days, price, 10, 100, Double.NaN, Double.NaN));
            }
        }
        return quotes;
    }

    private static VolatilitySurface surface(List<OptionQuote> quotes) {
        return VolatilitySurface.of(new OptionChain(quotes, SPOT, DAY, RATE, DIVIDEND, 100));
    }

    @Test
    void findsTheSmileThatMadeThePrices() {
        List<OptionQuote> quotes = new ArrayList<>();
        quotes.addAll(quotes(smile(73 / 365.0, 0.04), 73, 80, 120, 2.5));
        quotes.addAll(quotes(smile(1, 0.05), 365, 60, 150, 5));
        VolatilitySurface surface = surface(quotes);

        assertThat(surface.slices()).hasSize(2);
        for (VolatilitySurface.Slice slice : surface.slices()) {
            SviSmile made = smile(slice.years(), slice.years() == 1 ? 0.05 : 0.04);
            assertThat(slice.forward()).isCloseTo(made.forward(), within(1e-9));
            assertThat(slice.error()).isLessThan(1e-6);
            for (double strike = 80; strike <= 120; strike += 1) {
                assertThat(slice.smile().volatility(strike)).isCloseTo(made.volatility(strike), within(2e-6));
            }
        }
        assertThat(surface.arbitrage()).isEmpty();
    }

    @Test
    void totalVarianceIsLinearBetweenExpiriesAndVolatilityStaysOutside() {
        List<OptionQuote> quotes = new ArrayList<>();
        quotes.addAll(quotes(smile(0.2, 0.04), 73, 80, 120, 2.5));
        quotes.addAll(quotes(smile(1, 0.05), 365, 60, 150, 5));
        VolatilitySurface surface = surface(quotes);
        double first = surface.slices().getFirst().smile().totalVariance(-0.1);
        double second = surface.slices().getLast().smile().totalVariance(-0.1);
        assertThat(surface.totalVariance(-0.1, 0.6)).isCloseTo((first + second) / 2, within(1e-12));
        assertThat(surface.totalVariance(-0.1, 0.1)).isCloseTo(first / 2, within(1e-12));
        assertThat(surface.totalVariance(-0.1, 2)).isCloseTo(2 * second, within(1e-12));
        assertThat(surface.forward(0.6)).isCloseTo(SPOT * Math.exp(0.02 * 0.6), within(1e-9));
        assertThat(surface.forward(3)).isCloseTo(SPOT * Math.exp(0.02 * 3), within(1e-9));
        VolatilitySurface.Slice last = surface.slices().getLast();
        double forward = surface.forwardVolatility(last);
        assertThat(forward * forward * 0.8 + surface.totalVariance(0, 0.2))
                .isCloseTo(surface.totalVariance(0, 1), within(1e-12));
    }

    @Test
    void namesTheStrikeOfAButterflyThatPaysMoney() {
        List<OptionQuote> quotes = quotes(smile(0.2, 0.04), 73, 80, 120, 2.5);
        quotes.replaceAll(quote -> quote.strike() == 110 && quote.right() == OptionRight.CALL
                ? new OptionQuote(
                        quote.right(), 110, quote.expiryDay(), quote.price() + 0.4, 1, 1, Double.NaN, Double.NaN)
                : quote);
        List<ArbitrageFinding> found = surface(quotes).arbitrage();
        assertThat(found)
                .filteredOn(finding -> finding.kind() == Kind.BUTTERFLY && finding.source() == Source.QUOTES)
                .anySatisfy(finding -> {
                    assertThat(finding.strike()).isEqualTo(110);
                    assertThat(finding.expiryDay()).isEqualTo(DAY + 73);
                    assertThat(finding.size()).isBetween(0.2, 0.4 * Math.exp(RATE * 0.2));
                });
        assertThat(found)
                .filteredOn(finding -> finding.source() == Source.FITTED)
                .isEmpty();
    }

    @Test
    void namesStrikeAndLaterExpiryOfACalendarThatPaysMoney() {
        List<OptionQuote> quotes = new ArrayList<>();
        quotes.addAll(quotes(smile(0.2, 0.09), 73, 80, 120, 2.5));
        SviSmile cheap = new SviSmile(0.002, 0.01, -0.3, 0, 0.1, 0.3, SPOT * Math.exp(0.02 * 0.3));
        quotes.addAll(quotes(cheap, 110, 80, 120, 2.5));
        List<ArbitrageFinding> found = surface(quotes).arbitrage();
        assertThat(found)
                .filteredOn(finding -> finding.kind() == Kind.CALENDAR && finding.source() == Source.QUOTES)
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.expiryDay()).isEqualTo(DAY + 110))
                .extracting(ArbitrageFinding::strike)
                .contains(100.0);
    }

    @Test
    void mendsASmileWhoseDensityIsNegative() {
        SviSmile wrong = vogt();
        assertThat(wrong.durrleman(0.9)).isNegative();
        List<SmilePoint> points = new ArrayList<>();
        for (double k = -1; k <= 1; k += 0.1) {
            double strike = SPOT * Math.exp(k);
            OptionRight right = k >= 0 ? OptionRight.CALL : OptionRight.PUT;
            points.add(new SmilePoint(right, strike, wrong.volatility(strike), wrong.price(right, strike)));
        }
        SviSmile mended = SviFit.of(points, 1, SPOT, Optional.empty());
        for (double k = -2; k <= 2; k += 0.01) {
            assertThat(mended.durrleman(k)).as("at %s", k).isGreaterThan(-1e-6);
        }
        for (SmilePoint point : points) {
            assertThat(mended.volatility(point.strike())).isCloseTo(point.volatility(), within(0.02));
        }
    }

    @Test
    void aFewWrongPricesBendTheSmileLittle() {
        RandomGenerator random = new SeededRandom(3);
        for (int round = 0; round < 20; round++) {
            List<OptionQuote> quotes = quotes(smile(0.2, 0.04), 73, 80, 120, 2);
            for (int i = 0; i < 3; i++) {
                int place = random.nextInt(quotes.size());
                OptionQuote q = quotes.get(place);
                quotes.set(
                        place,
                        new OptionQuote(
                                q.right(), q.strike(), q.expiryDay(), q.price() + 0.5, 1, 1, Double.NaN, Double.NaN));
            }
            VolatilitySurface surface = surface(quotes);
            assertThat(surface.atTheMoney(0.2)).isCloseTo(smile(0.2, 0.04).atTheMoney(), within(0.01));
            assertThat(surface.arbitrage())
                    .filteredOn(finding -> finding.source() == Source.FITTED)
                    .isEmpty();
        }
    }

    @Test
    void leavesOutAnExpiryWithTooFewStrikes() {
        assertThat(surface(quotes(smile(0.2, 0.04), 73, 95, 105, 5)).slices()).isEmpty();
        assertThat(surface(quotes(smile(0.2, 0.04), 73, 95, 105, 5)).atTheMoney(1))
                .isNaN();
    }

    @Test
    void riskReversalAndButterflyAreThoseOfTheQuarterDeltas() {
        SviSmile smile = smile(0.5, 0.04);
        double yield = Math.exp(-DIVIDEND * 0.5);
        double put = smile.strikeOfDelta(OptionRight.PUT, -0.25, yield);
        double call = smile.strikeOfDelta(OptionRight.CALL, 0.25, yield);
        assertThat(delta(smile, OptionRight.PUT, put)).isCloseTo(-0.25, within(1e-10));
        assertThat(delta(smile, OptionRight.CALL, call)).isCloseTo(0.25, within(1e-10));
        assertThat(smile.riskReversal(yield)).isCloseTo(smile.volatility(call) - smile.volatility(put), within(1e-12));
        assertThat(smile.riskReversal(yield)).isNegative();
        assertThat(smile.butterfly(yield)).isPositive();
    }

    private static double delta(SviSmile smile, OptionRight right, double strike) {
        return BlackScholes.greeks(
                        new OptionTerms(right, SPOT, strike, smile.years(), RATE, DIVIDEND, smile.volatility(strike)))
                .delta();
    }
}
