package io.sextant.risk.whatif;

import io.sextant.risk.measure.CannotMeasure;
import io.sextant.risk.measure.CorrelationRoot;
import io.sextant.risk.measure.MarketWeather;
import io.sextant.risk.measure.Moments;
import io.sextant.risk.measure.ReturnTable;
import java.util.Arrays;
import java.util.List;

/**
 * A copy of a market and of what is held in it. Changes make new copies; nothing leads back to where it was copied from.
 *
 * @param past returns of all tickers, which changes leave alone
 * @param prices one unit's price of each ticker
 * @param deviations of one period
 * @param quantities held of each ticker, below zero when sold short
 * @param durations of each ticker in years, 0 for what does not follow rates
 * @param spreads as fractions of the price
 */
public record Sandbox(
        ReturnTable past,
        double[] prices,
        double[] deviations,
        double[][] correlations,
        double[] quantities,
        double cash,
        double[] durations,
        double[] spreads) {

    private static final double FACTOR_MAX = 1_000;

    /** As the past says; without durations and spreads. */
    public static Sandbox of(ReturnTable past, double[] prices, double[] quantities, double cash) {
        double[] deviations = Arrays.stream(past.columns())
                .mapToDouble(column -> Moments.of(column).deviation())
                .toArray();
        int n = past.assets();
        return new Sandbox(
                past,
                prices.clone(),
                deviations,
                CorrelationRoot.correlation(past.columns()),
                quantities.clone(),
                cash,
                new double[n],
                new double[n]);
    }

    public Sandbox withCosts(double[] newDurations, double[] newSpreads) {
        return new Sandbox(
                past, prices, deviations, correlations, quantities, cash, newDurations.clone(), newSpreads.clone());
    }

    public List<String> tickers() {
        return past.names();
    }

    public double value() {
        double value = cash;
        for (int i = 0; i < prices.length; i++) {
            value += quantities[i] * prices[i];
        }
        return value;
    }

    /** Shares of the value. */
    public double[] weights() {
        double value = value();
        if (!(value > 0)) {
            throw new CannotMeasure("In this case nothing is left: the portfolio is worth " + value + ".");
        }
        double[] weights = new double[prices.length];
        Arrays.setAll(weights, i -> quantities[i] * prices[i] / value);
        return weights;
    }

    /** What it costs to sell all at half the spread, in money. */
    public double exitCost() {
        double cost = 0;
        for (int i = 0; i < prices.length; i++) {
            cost += Math.abs(quantities[i]) * prices[i] * spreads[i] / 2;
        }
        return cost;
    }

    public double[][] covariance() {
        double[][] covariance = new double[prices.length][prices.length];
        for (int i = 0; i < prices.length; i++) {
            for (int j = 0; j < prices.length; j++) {
                covariance[i][j] = correlations[i][j] * deviations[i] * deviations[j];
            }
        }
        return covariance;
    }

    public Sandbox with(Scenario scenario) {
        Sandbox changed = this;
        for (Change change : scenario.changes()) {
            changed = changed.with(change);
        }
        return changed;
    }

    /** @throws CannotMeasure with a sentence, when the change makes no sense */
    public Sandbox with(Change change) {
        return switch (change) {
            case Change.Prices moves -> {
                double[] moved = prices.clone();
                moves.moves().forEach((ticker, move) -> moved[place(ticker)] *= 1 + atLeast(move, -1, "a move"));
                yield priced(moved);
            }
            case Change.AllPrices all -> {
                double factor = 1 + atLeast(all.move(), -1, "a move");
                yield priced(Arrays.stream(prices).map(p -> p * factor).toArray());
            }
            case Change.Volatilities factors -> {
                double[] other = deviations.clone();
                factors.factors().forEach((ticker, factor) -> other[place(ticker)] *= atLeast(factor, 0, "a factor"));
                yield moving(other, correlations);
            }
            case Change.AllVolatilities all -> {
                double factor = atLeast(all.factor(), 0, "a factor");
                yield moving(Arrays.stream(deviations).map(d -> d * factor).toArray(), correlations);
            }
            case Change.CorrelationsToOne toOne -> moving(deviations, toOne(toOne.share()));
            case Change.Correlation pair -> moving(deviations, paired(pair));
            case Change.Rates rates -> {
                double[] moved = prices.clone();
                Arrays.setAll(
                        moved,
                        i -> prices[i]
                                * Math.max(0, 1 - durations[i] * atLeast(rates.basisPoints(), -1e5, "a rise") / 1e4));
                yield priced(moved);
            }
            case Change.Liquidity wide -> {
                double factor = atLeast(wide.factor(), 0, "a factor");
                yield withCosts(
                        durations, Arrays.stream(spreads).map(s -> s * factor).toArray());
            }
            case Change.Weight wanted -> {
                int place = place(wanted.ticker());
                double amount = atLeast(wanted.weight(), -FACTOR_MAX, "a weight") * value();
                yield traded(place, amount / requirePrice(place) - quantities[place]);
            }
            case Change.Trade trade ->
                traded(place(trade.ticker()), atLeast(trade.quantity(), -Double.MAX_VALUE, "a quantity"));
            case Change.Regime regime -> {
                MarketWeather weather =
                        MarketWeather.of(past, regime.weather() == Change.Weather.TURBULENT, regime.seed());
                double[] other = deviations.clone();
                Arrays.setAll(other, i -> deviations[i] * weather.factors()[i]);
                yield moving(other, weather.correlations());
            }
            case Change.Drop drop -> traded(place(drop.ticker()), -quantities[place(drop.ticker())]);
        };
    }

    private Sandbox priced(double[] other) {
        return new Sandbox(past, other, deviations, correlations, quantities, cash, durations, spreads);
    }

    private Sandbox moving(double[] otherDeviations, double[][] otherCorrelations) {
        return new Sandbox(past, prices, otherDeviations, otherCorrelations, quantities, cash, durations, spreads);
    }

    private Sandbox traded(int place, double quantity) {
        double[] other = quantities.clone();
        other[place] += quantity;
        return new Sandbox(
                past,
                prices,
                deviations,
                correlations,
                other,
                cash - quantity * requirePrice(place),
                durations,
                spreads);
    }

    private double requirePrice(int place) {
        if (!(prices[place] > 0)) {
            throw new CannotMeasure(past.names().get(place) + " is worth nothing in this case, so it is not traded.");
        }
        return prices[place];
    }

    private double[][] toOne(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new CannotMeasure("Correlations go a part of the way to one, from 0 to 1, not " + share + ".");
        }
        double[][] other = new double[prices.length][prices.length];
        for (int i = 0; i < other.length; i++) {
            for (int j = 0; j < other.length; j++) {
                other[i][j] = i == j ? 1 : correlations[i][j] + share * (1 - correlations[i][j]);
            }
        }
        return other;
    }

    private double[][] paired(Change.Correlation pair) {
        int one = place(pair.one());
        int other = place(pair.other());
        if (one == other || !(Math.abs(pair.value()) <= 1)) {
            throw new CannotMeasure("A correlation is of two tickers, from -1 to 1.");
        }
        double[][] changed = new double[prices.length][];
        Arrays.setAll(changed, i -> correlations[i].clone());
        changed[one][other] = pair.value();
        changed[other][one] = pair.value();
        if (!CorrelationRoot.isPossible(changed)) {
            throw new CannotMeasure("No market has a correlation of " + pair.value() + " between " + pair.one()
                    + " and " + pair.other() + " while the others stay as they are.");
        }
        return changed;
    }

    private int place(String ticker) {
        int place = past.names().indexOf(ticker);
        if (place < 0) {
            throw new CannotMeasure("There are no prices of " + ticker + " in this sandbox.");
        }
        return place;
    }

    private static double atLeast(double value, double least, String what) {
        if (!(value >= least && value < Double.MAX_VALUE)) {
            throw new CannotMeasure(
                    Character.toUpperCase(what.charAt(0)) + what.substring(1) + " of " + value + " makes no sense.");
        }
        return value;
    }
}
