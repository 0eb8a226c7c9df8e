package io.sextant.engine;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.Fill;
import io.sextant.domain.portfolio.TaxLot;
import java.util.ArrayDeque;
import java.util.List;

/**
 * Which purchases are still held, the oldest sold first, from the desk's own fills. Counted like the ledger counts: a fee that was taken from what was
 * bought makes the rest dearer, one in money is no part of the price.
 */
final class FillLots {

    private static final double HAIR = 1e-6;

    private FillLots() {}

    /**
     * In lots of the instrument, at what each cost in its quote currency. Empty where nothing is held long, and where fills and position do not
     * agree, as when something was held before the first of them.
     */
    static List<TaxLot> held(Instrument instrument, List<Fill> newestFirst, double heldLots) {
        ArrayDeque<TaxLot> open = new ArrayDeque<>();
        double shortLots = 0;
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            Fill fill = newestFirst.get(i);
            if (!fill.instrument().equals(instrument.id())) {
                continue;
            }
            double moved = moved(instrument, fill);
            double price = moved > 0 ? fill.notional().toDouble() / moved : 0;
            if (fill.side() == Side.BUY) {
                double covered = Math.min(shortLots, moved);
                shortLots -= covered;
                if (moved - covered > HAIR && price >= 0) {
                    open.addLast(new TaxLot(moved - covered, price));
                }
            } else {
                shortLots += sell(open, moved);
            }
        }
        double sum = open.stream().mapToDouble(TaxLot::quantity).sum();
        boolean agrees = shortLots <= HAIR && Math.abs(sum - heldLots) <= HAIR * Math.max(1, sum);
        return agrees ? List.copyOf(open) : List.of();
    }

    private static double moved(Instrument instrument, Fill fill) {
        double lots = instrument.lotsOf(fill.quantity());
        boolean inBase = instrument instanceof SpotPair pair
                && fill.fee().currency().equals(pair.base())
                && !pair.base().equals(pair.quote());
        double fee = inBase ? (double) fill.fee().units() / instrument.positionUnitsPerLot() : 0;
        return fill.side() == Side.BUY ? lots - fee : lots + fee;
    }

    /** Takes so many from the oldest; how many were not there. */
    private static double sell(ArrayDeque<TaxLot> open, double lots) {
        double left = lots;
        while (left > HAIR && !open.isEmpty()) {
            TaxLot oldest = open.removeFirst();
            double rest = oldest.quantity() - left;
            if (rest > HAIR) {
                open.addFirst(new TaxLot(rest, oldest.price()));
            }
            left -= Math.min(left, oldest.quantity());
        }
        return Math.max(0, left);
    }
}
