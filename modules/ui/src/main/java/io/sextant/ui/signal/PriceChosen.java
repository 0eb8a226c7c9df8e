package io.sextant.ui.signal;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import java.util.Optional;

/** The reader picked a price to trade at, and the side when the place of the click says which. */
public record PriceChosen(InstrumentId instrument, Price price, Optional<Side> side) {}
