package io.sextant.marketdata.depth;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Depth;
import io.sextant.domain.market.DepthLevel;
import io.sextant.domain.market.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * The books of all instruments as a feed tells them. Keeps {@link #MAX_LEVELS} levels a side; when there are more, the worst is
 * let go and comes back with its next change. A quote is believed over older levels: what is better than it is gone.
 */
public final class DepthView {

    public static final int MAX_LEVELS = 4_096;

    private final LevelSide[] bids;
    private final LevelSide[] asks;

    public DepthView(int instruments) {
        bids = new LevelSide[instruments];
        asks = new LevelSide[instruments];
        for (int i = 0; i < instruments; i++) {
            bids[i] = new LevelSide(1, MAX_LEVELS);
            asks[i] = new LevelSide(-1, MAX_LEVELS);
        }
    }

    /** {@code lots} now rest at this level in all; zero when it is gone. */
    public void onLevel(int instrument, Side side, long priceTicks, long lots) {
        side(instrument, side).set(priceTicks, lots);
    }

    /** A side with zero lots is empty. */
    public void onQuote(int instrument, long bidTicks, long bidLots, long askTicks, long askLots) {
        onBest(instrument, Side.BUY, bidTicks, bidLots);
        onBest(instrument, Side.SELL, askTicks, askLots);
    }

    /** One side of a quote. */
    public void onBest(int instrument, Side side, long priceTicks, long lots) {
        LevelSide levels = side(instrument, side);
        if (lots <= 0) {
            levels.clear();
        } else {
            levels.dropBetterThan(priceTicks);
            levels.set(priceTicks, lots);
        }
    }

    /** Forgets a book, when its feed lost touch. */
    public void clear(int instrument) {
        bids[instrument].clear();
        asks[instrument].clear();
    }

    public int levels(int instrument, Side side) {
        return side(instrument, side).size();
    }

    /** {@code depth} counts from the best level, which is 0. */
    public long priceTicks(int instrument, Side side, int depth) {
        return side(instrument, side).priceTicks(depth);
    }

    public long lots(int instrument, Side side, int depth) {
        return side(instrument, side).lots(depth);
    }

    /** Zero when nothing rests there. */
    public long lotsAt(int instrument, Side side, long priceTicks) {
        return side(instrument, side).lotsAt(priceTicks);
    }

    /** A bid at or above an ask: the feed lost something, or two levels of one step are still to come. */
    public boolean isCrossed(int instrument) {
        LevelSide bid = bids[instrument];
        LevelSide ask = asks[instrument];
        return bid.size() > 0 && ask.size() > 0 && bid.priceTicks(0) >= ask.priceTicks(0);
    }

    /** The best {@link Depth#LEVELS} levels as a value. */
    public Depth toDepth(int instrument, Instrument terms, OwnLots own) {
        return new Depth(
                topLevels(bids[instrument], instrument, Side.BUY, terms, own),
                topLevels(asks[instrument], instrument, Side.SELL, terms, own));
    }

    private static List<DepthLevel> topLevels(
            LevelSide levels, int instrument, Side side, Instrument terms, OwnLots own) {
        int count = Math.min(Depth.LEVELS, levels.size());
        List<DepthLevel> top = new ArrayList<>(count);
        for (int depth = 0; depth < count; depth++) {
            long ticks = levels.priceTicks(depth);
            top.add(new DepthLevel(
                    terms.priceOf(ticks),
                    terms.quantityOf(levels.lots(depth)),
                    terms.quantityOf(own.ownLots(instrument, side, ticks))));
        }
        return top;
    }

    private LevelSide side(int instrument, Side side) {
        return side == Side.BUY ? bids[instrument] : asks[instrument];
    }

    public void save(StateWriter out) {
        for (int i = 0; i < bids.length; i++) {
            bids[i].save(out);
            asks[i].save(out);
        }
    }

    public void load(StateReader in) {
        for (int i = 0; i < bids.length; i++) {
            bids[i].load(in);
            asks[i].load(in);
        }
    }

    /** How much of a level is ours. */
    @FunctionalInterface
    public interface OwnLots {

        OwnLots NONE = (instrument, side, priceTicks) -> 0;

        long ownLots(int instrument, Side side, long priceTicks);
    }
}
