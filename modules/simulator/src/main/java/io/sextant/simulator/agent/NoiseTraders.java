package io.sextant.simulator.agent;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.matching.LadderBook;
import io.sextant.simulator.process.Draws;

/**
 * The public: orders without information that take, rest at power-law distances and are taken back at random (the zero
 * intelligence of Smith, Farmer, Gillemot and Krishnamurthy, 2003). Their mood comes and goes, so signs of successive orders
 * are correlated (Lillo and Farmer, 2004).
 */
final class NoiseTraders {

    private static final int POOL = 256;

    /** Orders that rest in equilibrium: taking back is as frequent as placing when so many are out. */
    private static final double USUAL_RESTING = 190;

    private static final double MOOD_BIAS = 0.16;
    private static final double MOOD_SECONDS = 20;
    private static final double IMPROVING_SHARE = 0.3;

    /** Where the spread is a tick or two, patience is counted in ticks: people wait over ten levels, not over two. */
    private static final double LEAST_DISTANCE_TICKS = 6;

    private static final double FARTHEST_SHARE_OF_PRICE = 0.015;
    private static final double ROUND_SHARE = 0.35;
    private static final long ROUND_TICKS = 10;

    /** A taker goes no further than this many half spreads through the book. */
    private static final double TAKER_REACH = 30;

    private final InstrumentMarket market;
    private final long[] resting = new long[POOL];
    private int restingCount;
    private int mood;

    NoiseTraders(InstrumentMarket market) {
        this.market = market;
    }

    void open() {
        while (restingCount < USUAL_RESTING) {
            placeOne();
        }
    }

    /** How much faster than placing orders are taken back now. */
    double cancelPressure() {
        return restingCount / USUAL_RESTING;
    }

    void onTick(double stepSeconds) {
        if (market.draws().happens(stepSeconds / MOOD_SECONDS)) {
            mood = market.draws().below(3) - 1;
        }
    }

    private Side side() {
        return market.draws().happens(0.5 + MOOD_BIAS * mood) ? Side.BUY : Side.SELL;
    }

    void takeOne() {
        Draws draws = market.draws();
        Side side = side();
        market.takeWithin(side, TAKER_REACH, Sizes.lots(draws, market.profile().tradeLots()));
    }

    void placeOne() {
        Draws draws = market.draws();
        Side side = side();
        double half = market.halfSpreadTicks();
        long best = market.bestOr(side, Math.round(market.valueTicks() - side.sign() * half));
        long spread = market.bestOr(side.opposite(), best + side.sign()) - best;
        long ticks;
        if (Math.abs(spread) > 1 && draws.happens(IMPROVING_SHARE)) {
            ticks = best + side.sign() * (1 + (long) draws.below((int) Math.min(Math.abs(spread) - 1, POOL)));
        } else {
            double scale = Math.max(half, LEAST_DISTANCE_TICKS);
            double distance = Math.min(scale * Sizes.distance(draws), FARTHEST_SHARE_OF_PRICE * best);
            ticks = best - side.sign() * (long) distance;
            if (distance > ROUND_TICKS && draws.happens(ROUND_SHARE)) {
                ticks -= Math.floorMod(ticks * side.sign(), ROUND_TICKS) * side.sign();
            }
        }
        placeAt(side, ticks, Sizes.lots(draws, market.profile().tradeLots() * 1.5));
    }

    /** Lets an order of the public rest unless it would trade. */
    void placeAt(Side side, long ticks, long lots) {
        if (ticks < 1 || market.wouldTrade(side, ticks)) {
            return;
        }
        if (restingCount == POOL) {
            takeBackOne();
        }
        resting[restingCount++] = market.rest(InstrumentMarket.PUBLIC, side, ticks, lots);
    }

    /** Takes back one that still rests; those found filled on the way are forgotten. */
    void takeBackOne() {
        boolean tookBack = false;
        while (!tookBack && restingCount > 0) {
            int at = market.draws().below(restingCount);
            tookBack = market.book().cancel(resting[at]) != LadderBook.NOT_RESTING;
            resting[at] = resting[--restingCount];
        }
    }

    void save(StateWriter out) {
        out.putLongs(resting, restingCount);
        out.putInt(mood);
    }

    void load(StateReader in) {
        long[] saved = in.getLongs();
        System.arraycopy(saved, 0, resting, 0, saved.length);
        restingCount = saved.length;
        mood = in.getInt();
    }
}
