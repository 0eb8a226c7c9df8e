package io.sextant.analytics.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** Every derivative against differences of what it is the derivative of, and the relations that hold whatever the model. */
class BlackScholesTest {

    private static OptionTerms terms(boolean call, double strike, double years, double vol, double rate, double yield) {
        return new OptionTerms(call ? OptionRight.CALL : OptionRight.PUT, 100, strike, years, rate, yield, vol);
    }

    @Property(tries = 300)
    void everyGreekIsItsDerivative(
            @ForAll boolean call,
            @ForAll @DoubleRange(min = 70, max = 140) double strike,
            @ForAll @DoubleRange(min = 0.1, max = 3) double years,
            @ForAll @DoubleRange(min = 0.1, max = 0.8) double vol,
            @ForAll @DoubleRange(min = -0.02, max = 0.1) double rate,
            @ForAll @DoubleRange(min = 0, max = 0.08) double yield) {
        OptionTerms t = terms(call, strike, years, vol, rate, yield);
        Greeks g = BlackScholes.greeks(t);

        assertThat(g.price()).isEqualTo(BlackScholes.price(t), within(1e-12));
        check(g.delta(), bySpot(t, Greeks::price));
        check(g.gamma(), bySpot(t, Greeks::delta));
        check(g.speed(), bySpot(t, Greeks::gamma));
        check(g.vega(), byVolatility(t, Greeks::price));
        check(g.vanna(), byVolatility(t, Greeks::delta));
        check(g.volga(), byVolatility(t, Greeks::vega));
        check(g.zomma(), byVolatility(t, Greeks::gamma));
        check(g.theta(), byTime(t, Greeks::price));
        check(g.charm(), byTime(t, Greeks::delta));
        check(g.veta(), byTime(t, Greeks::vega));
        check(g.color(), byTime(t, Greeks::gamma));
        check(g.rho(), byRate(t, Greeks::price));
        check(g.vera(), byRate(t, Greeks::vega));
        double h = 1e-6;
        check(
                g.dividendRho(),
                (BlackScholes.price(t.withDividend(yield + h)) - BlackScholes.price(t.withDividend(yield - h)))
                        / (2 * h));
    }

    private static void check(double greek, double difference) {
        assertThat(greek).isCloseTo(difference, within(2e-5 * Math.max(1, Math.abs(difference))));
    }

    private static double bySpot(OptionTerms t, ToDoubleFunction<Greeks> of) {
        double h = 1e-3;
        return (at(t.withSpot(t.spot() + h), of) - at(t.withSpot(t.spot() - h), of)) / (2 * h);
    }

    private static double byVolatility(OptionTerms t, ToDoubleFunction<Greeks> of) {
        double h = 1e-5;
        return (at(t.withVolatility(t.volatility() + h), of) - at(t.withVolatility(t.volatility() - h), of)) / (2 * h);
    }

    /** Passing time shortens what is left. */
    private static double byTime(OptionTerms t, ToDoubleFunction<Greeks> of) {
        double h = 1e-5;
        return (at(t.withYears(t.years() - h), of) - at(t.withYears(t.years() + h), of)) / (2 * h);
    }

    private static double byRate(OptionTerms t, ToDoubleFunction<Greeks> of) {
        double h = 1e-6;
        return (at(t.withRate(t.rate() + h), of) - at(t.withRate(t.rate() - h), of)) / (2 * h);
    }

    private static double at(OptionTerms t, ToDoubleFunction<Greeks> of) {
        return of.applyAsDouble(BlackScholes.greeks(t));
    }

    @Property(tries = 200)
    void callLessPutIsTheForward(
            @ForAll @DoubleRange(min = 1, max = 1_000) double strike,
            @ForAll @DoubleRange(min = 0, max = 5) double years,
            @ForAll @DoubleRange(min = 0, max = 2) double vol) {
        double call = BlackScholes.price(terms(true, strike, years, vol, 0.03, 0.01));
        double put = BlackScholes.price(terms(false, strike, years, vol, 0.03, 0.01));

        assertThat(call - put)
                .isCloseTo(100 * Math.exp(-0.01 * years) - strike * Math.exp(-0.03 * years), within(1e-10));
    }

    @Test
    void withoutUncertaintyIsTheDiscountedDifference() {
        Greeks in = BlackScholes.greeks(terms(true, 90, 1, 0, 0.05, 0));
        assertThat(in.price()).isCloseTo(100 - 90 * Math.exp(-0.05), within(1e-12));
        assertThat(in.delta()).isEqualTo(1);
        assertThat(BlackScholes.greeks(terms(false, 90, 0, 0.3, 0.05, 0)).price())
                .isZero();
        assertThat(BlackScholes.greeks(terms(false, 110, 0, 0.3, 0.05, 0)).delta())
                .isEqualTo(-1);
    }

    /** Black (1976) with Haug's example of a put on oil: F = K = 19, T = 0.75, r = 10 %, 28 %: 1.7011. */
    @Test
    void black76IsHaugsExampleAndItsRateOnlyDiscounts() {
        assertThat(Black76.price(OptionRight.PUT, 19, 19, 0.75, 0.1, 0.28)).isCloseTo(1.7011, within(5e-5));
        double h = 1e-6;
        double byRate = (Black76.price(OptionRight.CALL, 20, 19, 0.75, 0.1 + h, 0.28)
                        - Black76.price(OptionRight.CALL, 20, 19, 0.75, 0.1 - h, 0.28))
                / (2 * h);
        Greeks g = Black76.greeks(OptionRight.CALL, 20, 19, 0.75, 0.1, 0.28);
        assertThat(g.rho()).isCloseTo(byRate, within(1e-7));
        double vegaByRate =
                (Black76.greeks(OptionRight.CALL, 20, 19, 0.75, 0.1 + h, 0.28).vega()
                                - Black76.greeks(OptionRight.CALL, 20, 19, 0.75, 0.1 - h, 0.28)
                                        .vega())
                        / (2 * h);
        assertThat(g.vera()).isCloseTo(vegaByRate, within(1e-6));
    }
}
