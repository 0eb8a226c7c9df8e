package io.sextant.forecasting.regime;

import io.sextant.analytics.estimation.MultivariateHmm;
import io.sextant.domain.regime.RegimeName;
import java.util.List;

/**
 * States that were learned from bars, and what people call them.
 *
 * @param deviation of a bar's return over all bars learned from
 * @param fromNanos end of the first bar learned from
 * @param toNanos end of the last
 * @param stability the share of bars that this model and the one before it tell alike; NaN for the first
 * @param criteria what models of 1, 2, ... states cost by the information criterion; NaN where none could be fitted
 */
public record RegimeModel(
        MultivariateHmm states,
        List<RegimeName> names,
        double deviation,
        long fromNanos,
        long toNanos,
        int bars,
        double stability,
        double[] criteria) {

    public RegimeModel {
        names = List.copyOf(names);
    }

    /** 1, 2, ... where several states have the name; 0 where it is alone. */
    public int ordinal(int state) {
        RegimeName name = names.get(state);
        if (names.stream().filter(name::equals).count() == 1) {
            return 0;
        }
        return (int) names.subList(0, state + 1).stream().filter(name::equals).count();
    }
}
