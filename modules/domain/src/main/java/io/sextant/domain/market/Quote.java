package io.sextant.domain.market;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;

/** Best bid and offer at one moment (UTC). A side with zero quantity is empty. */
public record Quote(
        InstrumentId instrument, long timeNanos, Price bid, Quantity bidQuantity, Price ask, Quantity askQuantity) {}
