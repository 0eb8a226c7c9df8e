package io.sextant.domain.portfolio;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.money.Currency;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How much of each instrument, from past bars. Shares are of the desk's worth, returns and volatilities of a year. */
public sealed interface OptimiserBoard {

    /** Fewer than two instruments have enough bars; these are all that have. */
    record TooFewInstruments(List<InstrumentId> found, int neededBars) implements OptimiserBoard {
        public TooFewInstruments {
            found = List.copyOf(found);
        }
    }

    /** The instruments have too few bars in common. */
    record TooFewBars(List<InstrumentId> instruments, int bars, int neededBars) implements OptimiserBoard {
        public TooFewBars {
            instruments = List.copyOf(instruments);
        }
    }

    /** So many instruments within the cap are less than all of the money. */
    record CapTooLow(int instruments, double most) implements OptimiserBoard {}

    /** There is no answer. */
    record NotSolved(WeightTrouble trouble) implements OptimiserBoard {}

    /** Where weights of the frontier turn; between two corners they move along a line. */
    record Corner(double[] weights, double expectedReturn, double volatility) {}

    /** Which portfolio. */
    enum Kind {
        CHOSEN,
        EQUAL,
        CURRENT,
        MIN_VOLATILITY,
        MAX_SHARPE
    }

    /**
     * @param riskShares of the variance, adding up to 1; NaN where nothing moves
     */
    record Figures(double expectedReturn, double volatility, double sharpe, double[] riskShares) {}

    /**
     * What weights, brought back at each bar without costs, would have done on the bars that they were found on.
     *
     * @param worth after each bar, beginning with 1
     * @param yearly the return as a rate of a year
     * @param deepestFall from a peak, as a share above zero
     */
    record Past(double[] worth, double yearly, double volatility, double deepestFall) {}

    record Named(Kind kind, double[] weights, Figures figures, Past past) {}

    /**
     * What is held of an instrument, for the orders that would lead elsewhere.
     *
     * @param heldLots with a sign, a fraction where a fee was taken from what was bought
     * @param lotValue of one lot in the currency of the reports; NaN where there is no price or no rate
     * @param lotFee what a venue charges for one lot that takes at once
     * @param averageCost what a lot that is held cost on average; NaN where none is held long
     * @param lots what each purchase that is still held cost a lot, oldest first; empty where fills do not tell it
     */
    record Holding(double heldLots, double lotValue, double lotFee, double averageCost, List<TaxLot> lots) {

        public Holding {
            lots = List.copyOf(lots);
        }

        /** What selling so many lots would gain over what was paid for them, before fees; NaN where that is not known. */
        public double gain(double sold, LotOrder order) {
            boolean known =
                    heldLots > 0 && (order == LotOrder.AVERAGE ? Double.isFinite(averageCost) : !lots.isEmpty());
            double most = Math.min(sold, heldLots);
            return !known
                    ? Double.NaN
                    : switch (order) {
                        case AVERAGE -> most * (lotValue - averageCost);
                        case FIFO -> TaxLot.gainOfOldest(lots, most, lotValue);
                    };
        }
    }

    /**
     * @param expected by instrument
     * @param covariance of a year, by instrument
     * @param clusterOrder the instruments so that what moves together stands together
     * @param frontier from the least volatile to the one of most return
     * @param portfolios those that exist; {@link Kind#CHOSEN} is missing where the method has no answer
     * @param trouble why the method has none; empty where it has
     * @param investable the desk's worth less what is held of other instruments
     */
    record Computed(
            OptimiserWish wish,
            long marketNanos,
            List<InstrumentId> instruments,
            double[] expected,
            double[][] covariance,
            int[] clusterOrder,
            List<Corner> frontier,
            List<Named> portfolios,
            Optional<WeightTrouble> trouble,
            Currency currency,
            double investable,
            List<Holding> holdings,
            long[] barNanos,
            double barsOfAYear)
            implements OptimiserBoard {

        public Computed {
            instruments = List.copyOf(instruments);
            frontier = List.copyOf(frontier);
            portfolios = List.copyOf(portfolios);
            holdings = List.copyOf(holdings);
        }

        public Optional<Named> find(Kind kind) {
            return portfolios.stream().filter(one -> one.kind() == kind).findFirst();
        }

        public double correlation(int i, int j) {
            double scale = Math.sqrt(covariance[i][i] * covariance[j][j]);
            return i == j ? 1 : scale > 0 ? Math.clamp(covariance[i][j] / scale, -1, 1) : 0;
        }

        /** What any weights mean; what they leave of the money rests without a return. */
        public Figures figures(double[] weights) {
            double[] beside = new double[weights.length];
            double expectedReturn = 0;
            double variance = 0;
            for (int i = 0; i < weights.length; i++) {
                for (int j = 0; j < weights.length; j++) {
                    beside[i] += covariance[i][j] * weights[j];
                }
                expectedReturn += expected[i] * weights[i];
                variance += weights[i] * beside[i];
            }
            double total = Math.max(0, variance);
            double volatility = Math.sqrt(total);
            double[] shares = new double[weights.length];
            Arrays.setAll(shares, i -> total > 0 ? weights[i] * beside[i] / total : Double.NaN);
            return new Figures(
                    expectedReturn,
                    volatility,
                    volatility > 0 ? (expectedReturn - wish.riskFree()) / volatility : Double.NaN,
                    shares);
        }

        /** The weights at a place along the frontier: 0 is its first corner, 1 the second, and so on. */
        public double[] along(double place) {
            double within = Math.clamp(place, 0, frontier.size() - 1);
            int left = Math.min((int) within, Math.max(0, frontier.size() - 2));
            double[] from = frontier.get(left).weights();
            double[] to = frontier.get(Math.min(left + 1, frontier.size() - 1)).weights();
            double[] weights = new double[from.length];
            Arrays.setAll(weights, i -> from[i] + (within - left) * (to[i] - from[i]));
            return weights;
        }

        /** How far the farthest weight is from its target, as a share of the investable money; infinite where there is none. */
        public double drift(double[] weights) {
            double farthest = 0;
            for (int i = 0; i < weights.length; i++) {
                Holding holding = holdings.get(i);
                double held = holding.lotValue() > 0 ? holding.heldLots() * holding.lotValue() / investable : 0;
                farthest = Math.max(farthest, Math.abs(held - weights[i]));
            }
            return investable > 0 ? farthest : Double.POSITIVE_INFINITY;
        }

        /** Whole lots of each instrument to buy, or to sell where negative, so that no target is passed; 0 where its lot has no value. */
        public long[] lotsTowards(double[] weights) {
            long[] lots = new long[weights.length];
            for (int i = 0; i < lots.length; i++) {
                Holding holding = holdings.get(i);
                if (holding.lotValue() > 0) {
                    double wanted = weights[i] * investable / holding.lotValue() - holding.heldLots();
                    // A hair of rounding must not cost a lot.
                    lots[i] = (long) (wanted + Math.copySign(1e-9 * Math.max(1, Math.abs(wanted)), wanted));
                }
            }
            return lots;
        }

        /** What is not in any of the instruments after these orders, before fees. */
        public double cashAfter(long[] lots) {
            double left = investable;
            for (int i = 0; i < lots.length; i++) {
                Holding holding = holdings.get(i);
                left -= holding.lotValue() > 0 ? (holding.heldLots() + lots[i]) * holding.lotValue() : 0;
            }
            return left;
        }
    }
}
