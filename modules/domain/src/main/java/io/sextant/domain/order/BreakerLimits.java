package io.sextant.domain.order;

/**
 * What trips a circuit breaker, besides the loss, drawdown and clock skew that {@link AccountLimits} name.
 *
 * @param volatilityBps range of an instrument's price within a minute
 * @param slippageBps mean of what fills of the last minute lost against the price at sending
 * @param rejects orders that the venue rejected
 * @param feedSilenceNanos how long no report of any instrument came
 * @param latencyNanos mean time of the last minute until a venue answered an order
 */
public record BreakerLimits(
        long volatilityBps, long slippageBps, RateLimit rejects, long feedSilenceNanos, long latencyNanos) {

    public static final BreakerLimits NONE = new BreakerLimits(
            AccountLimits.UNSET, AccountLimits.UNSET, RateLimit.UNBOUNDED, AccountLimits.UNSET, AccountLimits.UNSET);

    public BreakerLimits {
        if (volatilityBps <= 0 || slippageBps <= 0 || feedSilenceNanos <= 0 || latencyNanos <= 0) {
            throw new IllegalArgumentException("what trips a breaker is above zero");
        }
    }
}
