package io.sextant.analytics.indicator;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * One way to study bars. {@code code} is what people type; {@code warmUpBars} says after how many bars every output is a number.
 */
public record IndicatorKind(
        String code,
        Place place,
        List<String> outputs,
        List<Parameter> parameters,
        Function<double[], Indicator> maker,
        ToIntFunction<double[]> warmUpBars) {

    /** Where a chart draws it. */
    public enum Place {
        /** In the price's own units, over the bars. */
        ON_PRICES,
        /** In a pane of its own. */
        BELOW
    }

    public IndicatorKind {
        outputs = List.copyOf(outputs);
        parameters = List.copyOf(parameters);
    }

    @Override
    public String toString() {
        return code;
    }
}
