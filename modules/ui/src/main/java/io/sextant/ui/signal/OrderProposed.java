package io.sextant.ui.signal;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Quantity;

/** Something worked out an order that a person may want; the ticket drafts it, and nothing is sent. */
public record OrderProposed(InstrumentId instrument, Side side, Quantity quantity) {}
