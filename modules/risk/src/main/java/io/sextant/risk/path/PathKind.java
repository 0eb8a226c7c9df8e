package io.sextant.risk.path;

import java.util.Locale;

/** How futures are told from a past. */
public enum PathKind {
    /** The past again in blocks of 20 periods on average (Politis and Romano 1994). */
    BOOTSTRAP(20),
    /** Past surprises at a volatility that follows GARCH(1,1), beginning with today's. */
    GARCH(100),
    /** Hidden states with normal returns, beginning in the state that today most likely is. */
    REGIMES(200),
    /** Normal returns and now and then a normal jump (Merton 1976). */
    JUMPS(100);

    private final int fewestReturns;

    PathKind(int fewestReturns) {
        this.fewestReturns = fewestReturns;
    }

    public int fewestReturns() {
        return fewestReturns;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
