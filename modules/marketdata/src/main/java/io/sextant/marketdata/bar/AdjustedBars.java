package io.sextant.marketdata.bar;

import io.sextant.domain.market.BarSeries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The same bars raw and adjusted, in step. Adjusted prices are those that returns can be computed from: the newest are as they
 * traded, older ones are multiplied with what happened since. A split of n for m multiplies prices before it by m/n and volumes
 * by n/m; a dividend multiplies prices by 1 - cash / last close before it (CRSP's method).
 *
 * @param priceFactor adjusted price over raw price, a bar each
 */
public record AdjustedBars(BarSeries raw, BarSeries adjusted, double[] priceFactor) {

    public static AdjustedBars of(BarSeries raw, List<? extends CorporateAction> actions) {
        List<CorporateAction> newestFirst = new ArrayList<>(actions);
        newestFirst.sort(Comparator.comparingLong(CorporateAction::exNanos).reversed());
        int size = raw.size();
        double[] price = new double[size];
        double[] shares = new double[size];
        double factor = 1;
        double sharesFactor = 1;
        int next = 0;
        for (int i = size - 1; i >= 0; i--) {
            while (next < newestFirst.size() && newestFirst.get(next).exNanos() > raw.openTimeNanos()[i]) {
                switch (newestFirst.get(next++)) {
                    case CorporateAction.Split(long ignored, double newShares, double oldShares) -> {
                        factor *= oldShares / newShares;
                        sharesFactor *= newShares / oldShares;
                    }
                    case CorporateAction.Dividend(long ignored, double cash) ->
                        // An action behind the newest bar has no price to be measured against yet.
                        factor *= i == size - 1 ? 1 : Math.max(0, 1 - cash / raw.close()[i]);
                }
            }
            price[i] = factor;
            shares[i] = sharesFactor;
        }
        return new AdjustedBars(raw, scaled(raw, price, shares), price);
    }

    private static BarSeries scaled(BarSeries raw, double[] price, double[] shares) {
        return new BarSeries(
                raw.openTimeNanos(),
                product(raw.open(), price),
                product(raw.high(), price),
                product(raw.low(), price),
                product(raw.close(), price),
                product(raw.volume(), shares),
                raw.size());
    }

    private static double[] product(double[] values, double[] factors) {
        double[] products = new double[factors.length];
        for (int i = 0; i < factors.length; i++) {
            products[i] = values[i] * factors[i];
        }
        return products;
    }
}
