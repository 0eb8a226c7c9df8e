package io.sextant.execution.order;

import io.sextant.domain.market.Side;
import java.util.Arrays;

/** What working orders could still trade, by instrument and side. */
final class Exposure {

    final NearestOrders nearest;
    private final long[] buyLots;
    private final long[] sellLots;
    private final long[] buyTickLots;
    private final long[] sellTickLots;

    Exposure(int instruments) {
        nearest = new NearestOrders(instruments);
        buyLots = new long[instruments];
        sellLots = new long[instruments];
        buyTickLots = new long[instruments];
        sellTickLots = new long[instruments];
    }

    /** {@code sign} 1 counts what the order could still trade, -1 takes it out again. */
    void count(OrderSlot slot, int sign) {
        nearest.count(slot, sign);
        long lots = sign * slot.exposedLots();
        long tickLots = sign * slot.exposedTickLots();
        if (slot.side == Side.BUY) {
            buyLots[slot.instrument] = Math.addExact(buyLots[slot.instrument], lots);
            buyTickLots[slot.instrument] = Math.addExact(buyTickLots[slot.instrument], tickLots);
        } else {
            sellLots[slot.instrument] = Math.addExact(sellLots[slot.instrument], lots);
            sellTickLots[slot.instrument] = Math.addExact(sellTickLots[slot.instrument], tickLots);
        }
    }

    long lots(int instrument, Side side) {
        return side == Side.BUY ? buyLots[instrument] : sellLots[instrument];
    }

    long tickLots(int instrument, Side side) {
        return side == Side.BUY ? buyTickLots[instrument] : sellTickLots[instrument];
    }

    void clear() {
        nearest.clear();
        Arrays.fill(buyLots, 0);
        Arrays.fill(sellLots, 0);
        Arrays.fill(buyTickLots, 0);
        Arrays.fill(sellTickLots, 0);
    }
}
