package io.sextant.ui.panel.riskgate;

import io.sextant.domain.order.RiskLimits;
import java.util.function.BiFunction;
import java.util.function.Function;

/** One limit: how it stands among all, and all of them with another figure in its place. */
record LimitLine(
        String key,
        Function<String, LimitValue> parsing,
        Function<RiskLimits, LimitValue> reading,
        BiFunction<RiskLimits, LimitValue, RiskLimits> writing) {

    /** What a person wrote in plain notation; throws when it is no value of this kind. */
    LimitValue parse(String plain) {
        return parsing.apply(plain);
    }

    LimitValue in(RiskLimits limits) {
        return reading.apply(limits);
    }

    /** Throws when the value is none for this limit. */
    RiskLimits with(RiskLimits limits, LimitValue value) {
        return writing.apply(limits, value);
    }
}
