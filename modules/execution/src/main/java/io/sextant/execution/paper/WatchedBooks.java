package io.sextant.execution.paper;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.marketdata.depth.DepthView;

/** What the feed shows, less what our orders took of it. */
final class WatchedBooks {

    private final int instruments;
    private final DepthView depth;
    private final TakenLots[] takenBids;
    private final TakenLots[] takenAsks;

    WatchedBooks(int instruments) {
        this.instruments = instruments;
        depth = new DepthView(instruments);
        takenBids = new TakenLots[instruments];
        takenAsks = new TakenLots[instruments];
        for (int i = 0; i < instruments; i++) {
            takenBids[i] = new TakenLots();
            takenAsks[i] = new TakenLots();
        }
    }

    int levels(int instrument, Side side) {
        return depth.levels(instrument, side);
    }

    /** {@code level} counts from the best one, which is 0. */
    long priceTicks(int instrument, Side side, int level) {
        return depth.priceTicks(instrument, side, level);
    }

    long shownLots(int instrument, Side side, long priceTicks) {
        return depth.lotsAt(instrument, side, priceTicks);
    }

    /** What an order of ours can still take there. */
    long availableLots(int instrument, Side side, int level) {
        long taken = taken(instrument, side).at(depth.priceTicks(instrument, side, level));
        return Math.max(0, depth.lots(instrument, side, level) - taken);
    }

    void take(int instrument, Side side, long priceTicks, long lots) {
        taken(instrument, side).add(priceTicks, lots);
    }

    void level(int instrument, Side side, long priceTicks, long lots) {
        depth.onLevel(instrument, side, priceTicks, lots);
        if (lots == 0) {
            taken(instrument, side).forget(priceTicks);
        }
    }

    /** The feed named the best price of a side; zero lots when the side is empty. */
    void best(int instrument, Side side, long priceTicks, long lots) {
        depth.onBest(instrument, side, priceTicks, lots);
        if (lots == 0) {
            taken(instrument, side).clear();
        } else {
            taken(instrument, side).forgetBetterThan(priceTicks, side.sign());
        }
    }

    /** Whether a price lies beyond the worst level that the feed shows, so that nobody knows what rests there. */
    boolean isOutOfSight(int instrument, Side side, long priceTicks) {
        int shown = depth.levels(instrument, side);
        return shown == 0 || side.sign() * priceTicks < side.sign() * depth.priceTicks(instrument, side, shown - 1);
    }

    void clear() {
        for (int i = 0; i < instruments; i++) {
            depth.clear(i);
            takenBids[i].clear();
            takenAsks[i].clear();
        }
    }

    private TakenLots taken(int instrument, Side side) {
        return side == Side.BUY ? takenBids[instrument] : takenAsks[instrument];
    }

    void save(StateWriter out) {
        depth.save(out);
        for (int i = 0; i < instruments; i++) {
            takenBids[i].save(out);
            takenAsks[i].save(out);
        }
    }

    void load(StateReader in) {
        depth.load(in);
        for (int i = 0; i < instruments; i++) {
            takenBids[i].load(in);
            takenAsks[i].load(in);
        }
    }
}
