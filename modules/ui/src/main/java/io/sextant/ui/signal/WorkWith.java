package io.sextant.ui.signal;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.parent.ParentKind;
import java.util.Optional;

/** The reader wants an algorithm to trade this; what is not known yet is to be filled in where algorithms begin. */
public record WorkWith(
        ParentKind kind, InstrumentId instrument, Side side, Optional<Quantity> quantity, Optional<Price> limit) {}
