package io.sextant.domain.order;

import io.sextant.domain.instrument.InstrumentId;
import java.util.List;

/**
 * What the gate allows for all instruments together. Amounts are whole units of the reporting currency: a limit is a round number.
 * {@link #UNSET} stands for a number nobody set, which then does not restrain; only limits as a whole are missing or there.
 *
 * @param maxGrossExposure worth of all positions, each as large as its working orders could make it
 * @param maxLeverageHundredths the same by equity, in hundredths
 * @param executions fills of any one strategy; beyond it a person has to enable the strategy again
 * @param duplicateWindowNanos how long the same order again counts as a slip
 * @param maxDailyLoss since the UTC day began
 * @param maxDrawdown below the best equity of the session
 * @param cancelOnDisconnect whether working orders are cancelled when the market or the venue is lost
 * @param restricted what may not be traded at all
 */
public record AccountLimits(
        long maxGrossExposure,
        long maxLeverageHundredths,
        RateLimit orders,
        RateLimit cancels,
        RateLimit executions,
        long duplicateWindowNanos,
        boolean preventSelfMatch,
        long maxPriceAgeNanos,
        long maxClockSkewNanos,
        long maxDailyLoss,
        long maxDrawdown,
        boolean cancelOnDisconnect,
        List<InstrumentId> restricted,
        BreakerLimits breakers) {

    public static final long UNSET = Long.MAX_VALUE;

    /** What sessions had before there were limits of this kind: nothing of it restrains. */
    public static final AccountLimits UNBOUNDED = new AccountLimits(
            UNSET,
            UNSET,
            RateLimit.UNBOUNDED,
            RateLimit.UNBOUNDED,
            RateLimit.UNBOUNDED,
            0,
            false,
            UNSET,
            UNSET,
            UNSET,
            UNSET,
            false,
            List.of(),
            BreakerLimits.NONE);

    public AccountLimits {
        restricted = List.copyOf(restricted);
        if (maxGrossExposure < 0
                || maxLeverageHundredths < 0
                || duplicateWindowNanos < 0
                || maxPriceAgeNanos < 0
                || maxClockSkewNanos < 0
                || maxDailyLoss < 0
                || maxDrawdown < 0) {
            throw new IllegalArgumentException("limits are never negative");
        }
    }
}
