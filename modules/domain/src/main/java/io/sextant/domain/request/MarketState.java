package io.sextant.domain.request;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Depth;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import java.util.List;
import java.util.Optional;

/** One instrument now: last price, book, and the newest trades, newest first, numbered so that a listener can tell new ones. */
public record MarketState(
        InstrumentId instrument,
        long marketNanos,
        Optional<Price> last,
        Depth depth,
        List<TapeTrade> tape,
        Optional<Price> dayOpen,
        Optional<Price> dayHigh,
        Optional<Price> dayLow,
        Quantity dayVolume) {

    public static final int TAPE_LENGTH = 100;

    public MarketState {
        tape = List.copyOf(tape);
    }
}
