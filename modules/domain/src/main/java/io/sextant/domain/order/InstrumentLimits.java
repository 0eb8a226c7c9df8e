package io.sextant.domain.order;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Quantity;

/** What the gate allows for one instrument. */
public record InstrumentLimits(
        InstrumentId instrument,
        Quantity maxOrderQuantity,
        Money maxOrderNotional,
        int collarBps,
        Quantity maxPosition) {

    public InstrumentLimits {
        if (maxOrderNotional.isNegative() || collarBps < 0 || collarBps > 10_000) {
            throw new IllegalArgumentException("limits are never negative and a collar is at most 10,000 basis points");
        }
    }
}
