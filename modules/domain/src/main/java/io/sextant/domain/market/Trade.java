package io.sextant.domain.market;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;

/** One public execution. {@code aggressor} is the side that crossed the spread. */
public record Trade(InstrumentId instrument, long timeNanos, Price price, Quantity quantity, Side aggressor) {}
