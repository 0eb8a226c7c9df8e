package io.sextant.domain.risk;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.portfolio.WeightMethod;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One case of a what-if: what happens to prices, how the market moves afterwards, and what is held then. Each on what the one before left:
 * the shock, the rise of rates, the weather, the weights of a method, and last the shares that a person sets.
 *
 * @param mix by which all that is held or named is weighed anew, long only; null leaves it as it is
 * @param rateBasisPoints by which rates rise, after the shock: a price falls by its duration times the rise, where a person gave it one
 * @param shares of the desk's worth by then, below zero against it; what they cost is paid from cash
 */
public record Supposition(
        RiskShock shock,
        int rateBasisPoints,
        Weather weather,
        @Nullable WeightMethod mix,
        Map<InstrumentId, Double> shares) {

    public static final Supposition NONE = new Supposition(RiskShock.NONE, 0, Weather.AS_IT_IS, null, Map.of());

    public static final int SHARES_MAX = 50;
    private static final double SHARE_MAX = 10;
    private static final int RATES_MAX = 2_000;

    /** How the market moves. */
    public enum Weather {
        AS_IT_IS,
        /** As in the calmer of two hidden states of its past. */
        CALM,
        /** As in the wilder one. */
        TURBULENT
    }

    public Supposition {
        shares = Map.copyOf(shares);
        if (Math.abs(rateBasisPoints) > RATES_MAX) {
            throw new IllegalArgumentException(
                    "rates rise by at most " + RATES_MAX + " basis points, were " + rateBasisPoints);
        }
        if (mix == WeightMethod.GOALS) {
            throw new IllegalArgumentException("goals are for the long run, and a case is of now");
        }
        if (shares.size() > SHARES_MAX || shares.values().stream().anyMatch(share -> !(Math.abs(share) <= SHARE_MAX))) {
            throw new IllegalArgumentException(
                    "at most " + SHARES_MAX + " shares from -" + SHARE_MAX + " to " + SHARE_MAX + ", was " + shares);
        }
    }

    public static Supposition of(RiskShock shock) {
        return NONE.with(shock);
    }

    public Supposition with(RiskShock other) {
        return new Supposition(other, rateBasisPoints, weather, mix, shares);
    }

    public Supposition with(Weather other) {
        return new Supposition(shock, rateBasisPoints, other, mix, shares);
    }

    public Supposition with(@Nullable WeightMethod other) {
        return new Supposition(shock, rateBasisPoints, weather, other, shares);
    }

    public Supposition with(Map<InstrumentId, Double> other) {
        return new Supposition(shock, rateBasisPoints, weather, mix, other);
    }

    public Supposition withRates(int basisPoints) {
        return new Supposition(shock, basisPoints, weather, mix, shares);
    }

    public Optional<WeightMethod> findMix() {
        return Optional.ofNullable(mix);
    }

    public boolean isNothing() {
        return equals(NONE);
    }
}
