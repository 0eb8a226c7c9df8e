package io.sextant.execution.gate;

import io.sextant.domain.market.Side;

/**
 * An order that passed every rule but waits for its price: no venue takes one. When the price comes the gate is asked again, and
 * only its answer to that is an order. Prices are ticks, quantities lots; {@code limitTicks} is zero where it will trade at the
 * market. A trailing one has a distance in ticks, or a share in basis points, and zero for the other.
 */
public record HeldOrder(
        long orderId,
        int instrument,
        Side side,
        long lots,
        long triggerTicks,
        long limitTicks,
        long trailTicks,
        int trailBps) {

    private static final int BPS = 10_000;

    /** Where a trailing stop stands behind a price: at least one tick, rounded away from the market. */
    public static long behind(Side side, long priceTicks, long trailTicks, int trailBps) {
        long distance =
                trailBps == 0 ? trailTicks : Math.max(1, Math.ceilDiv(Math.multiplyExact(priceTicks, trailBps), BPS));
        return side == Side.SELL ? priceTicks - distance : priceTicks + distance;
    }
}
