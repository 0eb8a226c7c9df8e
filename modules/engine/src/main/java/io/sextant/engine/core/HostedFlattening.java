package io.sextant.engine.core;

import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Decimals;
import io.sextant.execution.order.OrderSlot;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;

/**
 * Keeps the books of hosted strategies true while the desk flattens an instrument. What the flattening trades is booked to those that hold
 * what it closes, and to nobody where people held it; once the account is flat, books that only held against each other, or against
 * people, are closed at the last price. Else a book would hold what the account does not, and its exit would open a position.
 */
final class HostedFlattening {

    private static final String WHY = "flatten";

    private final InstrumentCatalog instruments;
    private final CoreTime time;
    private final Ledger ledger;
    private final MarketBoard market;
    private final ParentBook parents;
    private final Map<String, Hosted> strategies;
    private final ObjIntConsumer<Hosted> pause;
    /** The numbers of flattenings, by instrument, until their end is booked. */
    private final Map<Integer, Long> atIt = new TreeMap<>();

    /** @param pause makes one that runs pause, because the instrument is flattened */
    HostedFlattening(
            InstrumentCatalog instruments,
            CoreTime time,
            Ledger ledger,
            MarketBoard market,
            ParentBook parents,
            Map<String, Hosted> strategies,
            ObjIntConsumer<Hosted> pause) {
        this.instruments = instruments;
        this.time = time;
        this.ledger = ledger;
        this.market = market;
        this.parents = parents;
        this.strategies = strategies;
        this.pause = pause;
    }

    boolean holds(int instrument) {
        return strategies.values().stream().anyMatch(one -> lots(one, instrument) != 0);
    }

    private static long lots(Hosted one, int instrument) {
        int own = one.own(instrument);
        return own < 0 ? 0 : one.book.lots(own);
    }

    void begin(int instrument, long flatten) {
        if (!strategies.isEmpty()) {
            atIt.put(instrument, flatten);
        }
    }

    /** Which of its instruments is being flattened. */
    Optional<InstrumentId> findFlattened(Hosted one) {
        for (int instrument : one.catalogIndex) {
            if (atIt.containsKey(instrument)) {
                return Optional.of(instruments.get(instrument).id());
            }
        }
        return Optional.empty();
    }

    /** Books what an order of a flattening traded; true when it was one. */
    boolean filled(OrderSlot slot, long priceTicks, long lots, long feeUnits, long timeNanos) {
        if (!slot.link().hasParent() || !parents.isFlatten(slot.link().parent())) {
            return false;
        }
        long left = lots;
        long feeLeft = feeUnits;
        for (Hosted one : strategies.values()) {
            long held = lots(one, slot.instrument());
            if (left > 0 && Long.signum(held) == -slot.side().sign()) {
                long part = Math.min(left, Math.abs(held));
                long fee = Decimals.multiplyDivideFloor(feeLeft, part, left);
                book(one, slot.instrument(), slot.side(), slot.orderId(), priceTicks, part, fee, timeNanos);
                left -= part;
                feeLeft -= fee;
            }
        }
        return true;
    }

    private void book(
            Hosted one,
            int instrument,
            Side side,
            long orderId,
            long priceTicks,
            long lots,
            long feeUnits,
            long timeNanos) {
        pause.accept(one, instrument);
        int own = one.own(instrument);
        long realised = one.book.fill(own, side, priceTicks, lots, feeUnits);
        one.keep(new Hosted.KeptFill(orderId, own, timeNanos, side, lots, priceTicks, feeUnits, realised, WHY));
    }

    /** Books the end of what is over; true when something was. One that ended with something still held leaves the books as they are. */
    boolean settle() {
        boolean settled = false;
        for (Iterator<Map.Entry<Integer, Long>> each = atIt.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<Integer, Long> one = each.next();
            int instrument = one.getKey();
            if (parents.findFlattening(instrument).isEmpty()) {
                each.remove();
                settled = true;
                if (ledger.signedLots(instrument) == 0) {
                    close(instrument, one.getValue());
                }
            }
        }
        return settled;
    }

    private void close(int instrument, long flatten) {
        for (Hosted one : strategies.values()) {
            long held = lots(one, instrument);
            if (held != 0) {
                // Somebody traded there, or nobody would hold it.
                long ticks = Math.max(1, market.lastTicks(instrument));
                Side side = held > 0 ? Side.SELL : Side.BUY;
                book(one, instrument, side, flatten, ticks, Math.abs(held), 0, time.marketNanos);
            }
        }
    }

    void save(StateWriter out) {
        out.putInt(atIt.size());
        atIt.forEach((instrument, flatten) -> {
            out.putInt(instrument);
            out.putLong(flatten);
        });
    }

    void load(StateReader in) {
        atIt.clear();
        for (int left = in.getInt(); left > 0; left--) {
            int instrument = in.getInt();
            atIt.put(instrument, in.getLong());
        }
    }
}
