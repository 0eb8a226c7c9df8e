package io.sextant.execution.bracket;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.parent.BracketExits;
import io.sextant.domain.parent.ExitStop;
import io.sextant.execution.parent.ParentDesk;
import org.jspecify.annotations.Nullable;

/** Where the stop of a bracket stands now; zero ticks for nowhere yet. A trailing one is moved by the waiting room instead. */
final class StopLine {

    private final Side side;
    private final int index;
    private final Instrument instrument;
    private final @Nullable ExitStop stop;
    private final long breakEvenTicks;

    private long ticks;
    private long rangeTicks;
    private long bestTicks;
    private long nextBarNanos = Long.MAX_VALUE;
    private boolean even;

    StopLine(Side side, int index, Instrument instrument, BracketExits exits) {
        this.side = side;
        this.index = index;
        this.instrument = instrument;
        stop = exits.stop();
        Price after = exits.breakEvenAfter();
        breakEvenTicks = after == null ? 0 : Math.max(1, instrument.ticksOf(after));
        if (stop instanceof ExitStop.Fixed(Price trigger)) {
            ticks = instrument.ticksOf(trigger);
        }
    }

    long ticks() {
        return ticks;
    }

    /** The order that waits at it; null while it stands nowhere. */
    @Nullable OrderType type() {
        if (stop instanceof ExitStop.Trailing(var trail)) {
            return OrderType.trailing(trail);
        }
        return ticks == 0 ? null : new OrderType.Stop(instrument.priceOf(ticks));
    }

    boolean isEven() {
        return even;
    }

    /** A person moved the stop; from here on it follows its rule from there. */
    void movedTo(long newTicks) {
        ticks = newTicks;
    }

    /** Notes a price; true when that may move the stop. */
    boolean traded(long nowNanos, long priceTicks) {
        boolean better = bestTicks == 0 || side.sign() * (priceTicks - bestTicks) > 0;
        if (better) {
            bestTicks = priceTicks;
        }
        boolean follows = stop instanceof ExitStop.Chandelier || (breakEvenTicks > 0 && !even);
        return (better && follows) || nowNanos >= nextBarNanos;
    }

    /** Works out where it stands for an entry at this average price. */
    void follow(long averageDoubledTicks, boolean entryGrew, ParentDesk desk) {
        switch (stop) {
            case null -> {}
            case ExitStop.Fixed _, ExitStop.Trailing _ -> {}
            case ExitStop.Atr atr -> {
                measure(atr.timeframe(), atr.length(), atr.multiple(), rangeTicks == 0, desk);
                if (entryGrew && rangeTicks > 0 && !even) {
                    ticks = Math.max(1, toward(averageDoubledTicks) - side.sign() * rangeTicks);
                }
            }
            case ExitStop.Chandelier hung -> {
                measure(
                        hung.timeframe(),
                        hung.length(),
                        hung.multiple(),
                        desk.nowNanos() >= nextBarNanos || rangeTicks == 0,
                        desk);
                nextBarNanos = hung.timeframe().nextStart(hung.timeframe().startOf(desk.nowNanos()));
                if (rangeTicks > 0 && bestTicks > 0) {
                    raise(Math.max(1, bestTicks - side.sign() * rangeTicks));
                }
            }
        }
        if (breakEvenTicks > 0 && !even && bestTicks > 0) {
            long gained = side.sign() * (2 * bestTicks - averageDoubledTicks);
            if (gained >= 2 * breakEvenTicks) {
                even = true;
                raise(toward(averageDoubledTicks));
            }
        }
    }

    private void measure(Timeframe timeframe, int length, double multiple, boolean due, ParentDesk desk) {
        long range = due ? desk.averageRangeTicks(index, timeframe, length) : 0;
        if (range > 0) {
            rangeTicks = Math.max(1, (long) Math.ceil(range * multiple));
        }
    }

    /** The average price to a whole tick, on the side that loses nothing. */
    private long toward(long doubledTicks) {
        return side == Side.BUY ? Math.ceilDiv(doubledTicks, 2) : Math.floorDiv(doubledTicks, 2);
    }

    private void raise(long newTicks) {
        if (ticks == 0 || side.sign() * (newTicks - ticks) > 0) {
            ticks = newTicks;
        }
    }

    void save(StateWriter out) {
        out.putLong(ticks);
        out.putLong(rangeTicks);
        out.putLong(bestTicks);
        out.putLong(nextBarNanos);
        out.putBoolean(even);
    }

    void load(StateReader in) {
        ticks = in.getLong();
        rangeTicks = in.getLong();
        bestTicks = in.getLong();
        nextBarNanos = in.getLong();
        even = in.getBoolean();
    }
}
