package io.sextant.domain.parent;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A parent as it stands: how far it is and what it cost. {@code filled} is what opened a bracket, and what an algorithm or a
 * flattening traded. {@code arrival} is the middle of the market when it began; the benchmark is the price to beat by its kind.
 * {@code endsNanos} is zero where no end is planned.
 */
public record ParentOrder(
        OrderId id,
        ParentKind kind,
        InstrumentId instrument,
        Side side,
        Quantity quantity,
        Quantity filled,
        ParentStage stage,
        String reason,
        @Nullable Price arrival,
        @Nullable Price average,
        @Nullable Price benchmark,
        Money fees,
        long createdNanos,
        long endsNanos,
        long changedNanos) {

    private static final double BPS = 10_000;

    /**
     * What was paid beyond the benchmark in basis points of it, negative for better; empty before the first fill. A route's benchmark is
     * what its best venue alone would have cost with fees, so there what was paid counts with fees, too.
     */
    public Optional<Double> findSlippageBps() {
        double feeEach = kind == ParentKind.ROUTE && !filled.isZero() ? fees.toDouble() / filled.toDouble() : 0;
        return slippage(benchmark, feeEach);
    }

    /** The same against the price at arrival, which is the implementation shortfall of what was traded. */
    public Optional<Double> findShortfallBps() {
        return slippage(arrival, 0);
    }

    private Optional<Double> slippage(@Nullable Price against, double feeEach) {
        if (average == null || against == null || !against.isPositive()) {
            return Optional.empty();
        }
        double base = against.toDouble();
        return Optional.of((side.sign() * (average.toDouble() - base) + feeEach) / base * BPS);
    }
}
