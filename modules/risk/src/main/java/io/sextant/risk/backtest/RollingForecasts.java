package io.sextant.risk.backtest;

import io.sextant.domain.risk.TailRisk;
import io.sextant.risk.measure.CannotMeasure;
import io.sextant.risk.measure.SeriesTail;
import io.sextant.risk.measure.TailMethod;
import io.sextant.risk.measure.TailWish;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Forecasts as they would have been made: each from the window of returns before its period, and from nothing later. */
public final class RollingForecasts {

    private RollingForecasts() {}

    /** @throws CannotMeasure with a sentence */
    public static List<TailForecast> of(double[] returns, TailWish wish, int window) {
        if (wish.horizon() != 1) {
            throw new CannotMeasure(
                    "A backtest is of one period; several would overlap and count a loss more than once.");
        }
        if (wish.method() == TailMethod.MONTE_CARLO) {
            throw new CannotMeasure("A backtest draws no paths; choose another method.");
        }
        if (window < wish.method().fewestReturns() || returns.length <= window) {
            throw new CannotMeasure("A backtest needs a window of at least "
                    + wish.method().fewestReturns() + " returns and more returns than the window; there are "
                    + returns.length + ", and the window is " + window + ".");
        }
        List<TailForecast> forecasts = new ArrayList<>();
        for (int t = window; t < returns.length; t++) {
            TailRisk tail = SeriesTail.of(Arrays.copyOfRange(returns, t - window, t), wish)
                    .tail();
            forecasts.add(new TailForecast(tail.valueAtRisk(), tail.expectedShortfall(), returns[t]));
        }
        return forecasts;
    }
}
