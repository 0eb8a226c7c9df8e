package io.sextant.domain.hosting;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.Refusal;

/** An order of a hosted strategy that was not sent. */
public record HostedRefusal(
        long timeNanos, InstrumentId instrument, Side side, Quantity quantity, Price limit, Refusal refusal) {}
