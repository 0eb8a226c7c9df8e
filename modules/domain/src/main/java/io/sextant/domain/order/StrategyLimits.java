package io.sextant.domain.order;

/**
 * What the gate allows one strategy, on top of what the account and the instrument allow. {@code maxOrderValue} is in whole units
 * of the reporting currency. A strategy without them may send nothing.
 */
public record StrategyLimits(
        String strategy, long maxOrderValue, RateLimit orders, RateLimit cancels, RateLimit executions) {

    public StrategyLimits {
        if (strategy.isBlank() || maxOrderValue < 0) {
            throw new IllegalArgumentException("limits of a strategy have its name and are never negative");
        }
    }
}
