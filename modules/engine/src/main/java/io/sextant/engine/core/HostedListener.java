package io.sextant.engine.core;

import io.sextant.domain.market.Side;

/** Hears, on the loop's thread, what becomes of hosted strategies' orders. It must neither wait nor fail; a recovery does not repeat it. */
public interface HostedListener {

    /** @param feeLots what a fee took of the lots; {@code feeUnits} is what they were worth, in the quote currency */
    void onFill(
            String strategy,
            int instrument,
            long orderId,
            Side side,
            long priceTicks,
            long lots,
            long feeLots,
            long feeUnits,
            long timeNanos);

    /** An order is over, however it ended. */
    void onDone(String strategy, long orderId);

    /** All of a step or a command was heard. */
    void onStepEnd(long nowNanos);

    HostedListener NOBODY = new HostedListener() {
        @Override
        public void onFill(
                String strategy,
                int instrument,
                long orderId,
                Side side,
                long priceTicks,
                long lots,
                long feeLots,
                long feeUnits,
                long timeNanos) {}

        @Override
        public void onDone(String strategy, long orderId) {}

        @Override
        public void onStepEnd(long nowNanos) {}
    };
}
