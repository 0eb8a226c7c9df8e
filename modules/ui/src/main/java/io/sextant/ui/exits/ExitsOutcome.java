package io.sextant.ui.exits;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import java.util.Optional;

/**
 * What a position brings where its exits are, before fees; a loss is negative. {@code multiple} is the gain in units of what the stop
 * risks (R), empty where one of the two is not known or the stop loses nothing.
 */
public record ExitsOutcome(Optional<Money> atTarget, Optional<Money> atStop, Optional<Double> multiple) {

    public static final ExitsOutcome UNKNOWN = new ExitsOutcome(Optional.empty(), Optional.empty(), Optional.empty());

    /** Prices off the tick, and amounts beyond what can be counted, are not known. */
    public static ExitsOutcome of(
            Instrument instrument,
            Side side,
            Quantity quantity,
            Price around,
            Optional<Price> target,
            Optional<Price> stop) {
        Optional<Money> gain = target.flatMap(price -> between(instrument, side, quantity, around, price));
        Optional<Money> loss = stop.flatMap(price -> between(instrument, side, quantity, around, price));
        return new ExitsOutcome(
                gain,
                loss,
                gain.flatMap(
                        won -> loss.filter(lost -> lost.units() < 0).map(lost -> won.toDouble() / -lost.toDouble())));
    }

    /** What such a position gains from one price to another. */
    public static Optional<Money> between(Instrument instrument, Side side, Quantity quantity, Price from, Price to) {
        if (!instrument.isOnTick(from) || !instrument.isOnTick(to) || !instrument.isWholeLots(quantity)) {
            return Optional.empty();
        }
        try {
            long ticks = Math.subtractExact(instrument.ticksOf(to), instrument.ticksOf(from)) * side.sign();
            return Optional.of(instrument.notional(ticks, instrument.lotsOf(quantity)));
        } catch (ArithmeticException beyondCounting) {
            return Optional.empty();
        }
    }
}
