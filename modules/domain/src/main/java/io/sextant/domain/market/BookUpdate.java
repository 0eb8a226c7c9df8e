package io.sextant.domain.market;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;

/** The quantity that now rests at one price level; zero when the level is gone. */
public record BookUpdate(InstrumentId instrument, long timeNanos, Side side, Price price, Quantity quantity) {}
