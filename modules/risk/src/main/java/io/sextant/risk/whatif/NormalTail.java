package io.sextant.risk.whatif;

import io.sextant.analytics.distribution.Normal;
import io.sextant.domain.risk.TailRisk;
import io.sextant.risk.measure.TailWish;

/** The tail of a normal law around zero. */
final class NormalTail {

    private NormalTail() {}

    static TailRisk of(double volatility, TailWish wish) {
        double z = Normal.quantile(wish.tail());
        double spread = volatility * Math.sqrt(wish.horizon());
        return new TailRisk(0 - z * spread, Normal.density(z) / wish.tail() * spread);
    }
}
