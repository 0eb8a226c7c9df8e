package io.sextant.simulator.agent;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.simulator.process.Draws;

/**
 * Rarely, somebody has far more to sell than the book can take and works it in small pieces for half an hour or so. Whoever
 * does that usually knows something: the worth falls a little with every piece, the rest of the fall is pressure and comes
 * back (Almgren and others, 2005).
 */
final class LargeSeller {

    private static final double EVERY_SECONDS = 10 * 3_600;
    private static final double SMALLEST = 60;
    private static final double LARGEST = 220;
    private static final double PIECE = 0.4;
    private static final double REACH = 10;

    /** What a whole sale of the largest size takes from the worth for good, in daily volatilities. */
    private static final double KNOWN_SHARE = 0.25;

    /** Pieces a second while it sells. */
    static final double PIECES_A_SECOND = 0.25;

    private final InstrumentMarket market;
    private double left;

    LargeSeller(InstrumentMarket market) {
        this.market = market;
    }

    boolean isActive() {
        return left > 0;
    }

    void onTick(double stepSeconds) {
        Draws draws = market.draws();
        if (left <= 0 && draws.happens(stepSeconds / EVERY_SECONDS)) {
            left = market.profile().frontLots() * (SMALLEST + (LARGEST - SMALLEST) * draws.uniform());
        }
    }

    void act() {
        long piece = Sizes.lots(market.draws(), PIECE * market.profile().frontLots());
        long sold = market.takeWithin(Side.SELL, REACH, Math.min(piece, (long) Math.ceil(left)));
        left -= sold;
        double whole = LARGEST * market.profile().frontLots();
        market.lowerWorth(KNOWN_SHARE * market.profile().dailyVolatility() * sold / whole);
    }

    void save(StateWriter out) {
        out.putDouble(left);
    }

    void load(StateReader in) {
        left = in.getDouble();
    }
}
