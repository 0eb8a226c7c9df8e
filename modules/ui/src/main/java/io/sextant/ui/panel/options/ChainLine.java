package io.sextant.ui.panel.options;

import io.sextant.analytics.options.BlackScholes;
import io.sextant.analytics.options.OptionChain;
import io.sextant.analytics.options.OptionQuote;
import io.sextant.analytics.options.OptionRight;
import io.sextant.analytics.options.OptionTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The two contracts of a strike. */
record ChainLine(double strike, Optional<Leg> call, Optional<Leg> put) {

    /** One contract. Volatility and delta are NaN where no price tells them. */
    record Leg(OptionQuote quote, double volatility, double delta) {}

    Optional<Leg> leg(OptionRight right) {
        return switch (right) {
            case CALL -> call;
            case PUT -> put;
        };
    }

    /** Of an expiry, by strike. */
    static List<ChainLine> of(OptionChain chain, int expiryDay) {
        Map<Double, ChainLine> byStrike = new TreeMap<>();
        List<OptionQuote> quotes = chain.quotes();
        for (int i = 0; i < quotes.size(); i++) {
            OptionQuote quote = quotes.get(i);
            if (quote.expiryDay() == expiryDay) {
                Optional<Leg> leg = Optional.of(leg(chain, quote, chain.volatility(i)));
                ChainLine line = byStrike.getOrDefault(
                        quote.strike(), new ChainLine(quote.strike(), Optional.empty(), Optional.empty()));
                byStrike.put(
                        quote.strike(),
                        quote.right() == OptionRight.CALL
                                ? new ChainLine(quote.strike(), leg, line.put())
                                : new ChainLine(quote.strike(), line.call(), leg));
            }
        }
        return new ArrayList<>(byStrike.values());
    }

    private static Leg leg(OptionChain chain, OptionQuote quote, double volatility) {
        double delta = Double.isNaN(volatility)
                ? Double.NaN
                : BlackScholes.greeks(new OptionTerms(
                                quote.right(),
                                chain.spot(),
                                quote.strike(),
                                chain.years(quote.expiryDay()),
                                chain.rate(),
                                chain.dividend(),
                                volatility))
                        .delta();
        return new Leg(quote, volatility, delta);
    }
}
