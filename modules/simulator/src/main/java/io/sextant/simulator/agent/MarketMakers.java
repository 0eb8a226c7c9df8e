package io.sextant.simulator.agent;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;

/**
 * Three makers, from keen to careful, each with quotes at four levels a side around its idea of the fair price: what it knows
 * of the worth, pushed by recent order flow and leaning against its inventory (Ho and Stoll, 1981; Avellaneda and Stoikov,
 * 2008). Spreads widen and sizes shrink with the volatility they see, so a crash thins the book by itself.
 */
final class MarketMakers {

    static final int MAKERS = 3;
    private static final int LEVELS = 4;
    private static final int QUOTES = 2 * LEVELS;

    /** Owners of the makers' orders are consecutive from here. */
    static final int FIRST_OWNER = 2;

    private static final double[] WIDTH = {1.0, 1.35, 2.0};
    private static final double[] SIZE = {0.7, 1.0, 1.5};
    private static final double[] LEVEL_SIZE = {1.0, 1.5, 2.2, 3.0};

    /** How much of the news a maker takes in each time it looks. */
    private static final double ATTENTION = 0.7;

    private static final double LEVEL_GAP = 0.9;
    private static final double FRONT_TOLERANCE = 0.3;
    private static final double DEEP_TOLERANCE = 0.6;
    private static final double INVENTORY_SCALE = 8;
    private static final double INVENTORY_LEAN = 0.4;
    private static final double INVENTORY_MAX_LEAN = 2;

    /** Part of a maker's size with which it takes a quote that is stale. */
    private static final double STALE_TAKE = 0.35;

    private final InstrumentMarket market;
    private final double[] estimate = new double[MAKERS];
    private final double[] lastFair = new double[MAKERS];
    private final double[] inventory = new double[MAKERS];
    private final int[] turn = new int[MAKERS];
    private final long[] quoteId = new long[MAKERS * QUOTES];
    private final long[] quoteTicks = new long[MAKERS * QUOTES];

    MarketMakers(InstrumentMarket market) {
        this.market = market;
    }

    void open(double valueTicks) {
        for (int maker = 0; maker < MAKERS; maker++) {
            estimate[maker] = valueTicks;
            lastFair[maker] = valueTicks;
            for (int i = 0; i < LEVELS; i++) {
                wake(maker);
            }
        }
    }

    void filled(int owner, Side side, long lots) {
        inventory[owner - FIRST_OWNER] += side.sign() * (double) lots;
    }

    void hedge(double keep) {
        for (int maker = 0; maker < MAKERS; maker++) {
            inventory[maker] *= keep;
        }
    }

    void wake(int maker) {
        estimate[maker] += ATTENTION * (market.valueTicks() - estimate[maker]);
        double half = market.halfSpreadTicks() * WIDTH[maker];
        double lean = inventory[maker] / (INVENTORY_SCALE * market.profile().frontLots());
        lean = Math.max(-INVENTORY_MAX_LEAN, Math.min(INVENTORY_MAX_LEAN, lean)) * INVENTORY_LEAN;
        double fair = Math.max(half + 2, estimate[maker] + market.flowShiftTicks() - lean * half);
        long bid = Math.max(1, (long) Math.floor(fair - half));
        long ask = Math.max(bid + 1, (long) Math.ceil(fair + half));
        turn[maker] = 1 + turn[maker] % (LEVELS - 1);
        // The side that the price moves towards goes first, so that a maker never meets its own old quote.
        if (fair >= lastFair[maker]) {
            refresh(maker, Side.SELL, ask, half);
            refresh(maker, Side.BUY, bid, half);
        } else {
            refresh(maker, Side.BUY, bid, half);
            refresh(maker, Side.SELL, ask, half);
        }
        lastFair[maker] = fair;
    }

    private void refresh(int maker, Side side, long frontTicks, double half) {
        int sign = side.sign();
        long gap = Math.max(1, Math.round(half * LEVEL_GAP));
        int firstQuote = maker * QUOTES + (side == Side.BUY ? 0 : LEVELS);
        for (int level = 0; level < LEVELS; level++) {
            int quote = firstQuote + level;
            boolean tooKeen = quoteId[quote] != 0 && sign * (quoteTicks[quote] - frontTicks) > FRONT_TOLERANCE * half;
            if (level != 0 && level != turn[maker] && !tooKeen) {
                continue;
            }
            long wanted = frontTicks - sign * (level * gap);
            double tolerance = (level == 0 ? FRONT_TOLERANCE : DEEP_TOLERANCE) * half;
            boolean good = quoteId[quote] != 0
                    && Math.abs(quoteTicks[quote] - wanted) <= tolerance
                    && market.book().isResting(quoteId[quote]);
            if (!good) {
                replace(quote, maker, side, wanted, SIZE[maker] * LEVEL_SIZE[level]);
            }
        }
    }

    private void replace(int quote, int maker, Side side, long wantedTicks, double relativeSize) {
        if (quoteId[quote] != 0) {
            market.book().cancel(quoteId[quote]);
            quoteId[quote] = 0;
        }
        if (wantedTicks < 1) {
            return;
        }
        double size = market.profile().frontLots() * relativeSize * market.thinness();
        double jitter = 0.75 + 0.5 * market.draws().uniform();
        long lots = Math.max(1, Math.round(size * jitter));
        if (market.wouldTrade(side, wantedTicks)) {
            market.take(FIRST_OWNER + maker, side, wantedTicks, Math.max(1, Math.round(lots * STALE_TAKE)));
            if (market.wouldTrade(side, wantedTicks)) {
                return;
            }
        }
        quoteId[quote] = market.rest(FIRST_OWNER + maker, side, wantedTicks, lots);
        quoteTicks[quote] = wantedTicks;
    }

    void save(StateWriter out) {
        for (int maker = 0; maker < MAKERS; maker++) {
            out.putDouble(estimate[maker]);
            out.putDouble(lastFair[maker]);
            out.putDouble(inventory[maker]);
            out.putInt(turn[maker]);
        }
        out.putLongs(quoteId, quoteId.length);
        out.putLongs(quoteTicks, quoteTicks.length);
    }

    void load(StateReader in) {
        for (int maker = 0; maker < MAKERS; maker++) {
            estimate[maker] = in.getDouble();
            lastFair[maker] = in.getDouble();
            inventory[maker] = in.getDouble();
            turn[maker] = in.getInt();
        }
        System.arraycopy(in.getLongs(), 0, quoteId, 0, quoteId.length);
        System.arraycopy(in.getLongs(), 0, quoteTicks, 0, quoteTicks.length);
    }
}
