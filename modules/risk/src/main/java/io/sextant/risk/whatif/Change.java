package io.sextant.risk.whatif;

import java.util.Map;

/** One thing that is different in a sandbox. Changes are made one after the other, each on what the one before left. */
public sealed interface Change {

    /** Prices of these tickers move by fractions, -0.2 for a fall of a fifth. */
    record Prices(Map<String, Double> moves) implements Change {
        public Prices {
            moves = Map.copyOf(moves);
        }
    }

    /** All prices move by the same fraction. */
    record AllPrices(double move) implements Change {}

    /** The volatility of these tickers is so many times as large. */
    record Volatilities(Map<String, Double> factors) implements Change {
        public Volatilities {
            factors = Map.copyOf(factors);
        }
    }

    /** All volatilities are so many times as large. */
    record AllVolatilities(double factor) implements Change {}

    /** All correlations go this part of the way to one: 0 leaves them, 1 makes all assets one. */
    record CorrelationsToOne(double share) implements Change {}

    /** The correlation of two tickers. */
    record Correlation(String one, String other, double value) implements Change {}

    /** Yields rise by so many basis points: a price falls by its duration times the rise. */
    record Rates(double basisPoints) implements Change {}

    /** Spreads are so many times as wide. */
    record Liquidity(double factor) implements Change {}

    /** A ticker becomes this share of what all is worth now, paid from cash. */
    record Weight(String ticker, double weight) implements Change {}

    /** So many units more of a ticker that has prices, paid from cash; fewer below zero. */
    record Trade(String ticker, double quantity) implements Change {}

    /** All of a ticker becomes cash. */
    record Drop(String ticker) implements Change {}

    /** The market is as it was in the calmer or the wilder of two hidden states of its past; {@code seed} begins the search for them. */
    record Regime(Weather weather, long seed) implements Change {}

    /** The states of {@link Regime}. */
    enum Weather {
        CALM,
        TURBULENT
    }
}
