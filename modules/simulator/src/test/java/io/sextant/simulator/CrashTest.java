package io.sextant.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.market.Side;
import io.sextant.matching.LadderBook;
import io.sextant.simulator.process.Regime;
import io.sextant.simulator.process.RegimeChain;
import org.junit.jupiter.api.Test;

/** Crashes come about once a month, so this looks for seeds where one comes soon and lets the agents live through it. */
class CrashTest {

    private static final long START_NANOS = 20_786 * 86_400_000_000_000L;
    private static final double STEP_SECONDS = 0.25;
    private static final int STEPS_A_MINUTE = 240;
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final int BTC = 0;
    private static final int CRASHES = 3;

    @Test
    void fallsWithLiquidityGoneAndFindsItAgain() {
        long seed = 0;
        double drop = 0;
        for (int i = 0; i < CRASHES; i++) {
            while (crashMinute(seed) < 0) {
                seed++;
            }
            drop += liveThrough(seed, crashMinute(seed));
            seed++;
        }
        // Stays in a crash have random lengths: one may be short, three together take more than a day's usual move.
        double usualDay =
                new SimulatedInstruments(START_NANOS).valueProfile(BTC).dailyVolatility();
        assertThat(drop).isGreaterThan(usualDay);
    }

    /** The minute in which the market of a seed crashes for at least four minutes, if it does so within an hour; or -1. */
    private static int crashMinute(long seed) {
        RegimeChain chain = new RegimeChain(seed, STEP_SECONDS);
        int began = -1;
        for (int step = 0; step < 70 * STEPS_A_MINUTE; step++) {
            chain.step();
            boolean crash = chain.regime() == Regime.CRASH;
            if (crash && began < 0) {
                began = step;
            }
            if (!crash && began >= 0) {
                boolean long4 = step - began >= 4 * STEPS_A_MINUTE;
                return long4 && began >= 20 * STEPS_A_MINUTE ? began / STEPS_A_MINUTE : -1;
            }
        }
        return -1;
    }

    /** Returns how far the price fell from the start of the crash to its lowest, as a log return. */
    private static double liveThrough(long seed, int crashMinute) {
        SimulatedExchange exchange =
                new SimulatedExchange(SimulatorSettings.of(seed, START_NANOS), instrument -> instrument == BTC);
        WatchedMarket watched = new WatchedMarket(exchange.instruments());
        run(exchange, watched, crashMinute);
        int spreadBefore = watched.spreadTicks(BTC, 0.5);
        double depthBefore = depth(exchange.book(BTC));
        long priceBefore = exchange.book(BTC).bestTicks(Side.BUY);
        watched.forgetSpreads();

        long lowest = priceBefore;
        double thinnest = depthBefore;
        int minute = crashMinute;
        boolean crashed = false;
        while (!crashed || exchange.process().regime() == Regime.CRASH) {
            run(exchange, watched, ++minute);
            crashed |= exchange.process().regime() == Regime.CRASH;
            lowest = Math.min(lowest, exchange.book(BTC).bestTicks(Side.BUY));
            thinnest = Math.min(thinnest, depth(exchange.book(BTC)));
        }
        int spreadWithin = watched.spreadTicks(BTC, 0.5);
        assertThat(spreadWithin).as("spread in the crash of seed %d", seed).isGreaterThan(spreadBefore);
        assertThat(thinnest).as("depth in the crash of seed %d", seed).isLessThan(depthBefore / 2);

        run(exchange, watched, minute + 180);
        // Turbulence follows a crash, so the book is not as before, but it is a book again.
        assertThat(depth(exchange.book(BTC)))
                .as("depth three hours after the crash of seed %d", seed)
                .isGreaterThan(thinnest * 1.5);
        return Math.log(priceBefore / (double) lowest);
    }

    private static void run(SimulatedExchange exchange, WatchedMarket watched, int untilMinute) {
        long end = START_NANOS + untilMinute * MINUTE_NANOS;
        while (exchange.nextNanos() < end) {
            exchange.step(watched);
        }
    }

    /** Lots to buy or sell within three basis points of the best prices. */
    private static double depth(LadderBook book) {
        double sum = 0;
        for (Side side : Side.values()) {
            long best = book.bestTicks(side);
            long reach = Math.round(best * 0.000_3);
            for (int i = 0; i < book.levelCount(side) && Math.abs(book.levelTicks(side, i) - best) <= reach; i++) {
                sum += book.lotsAt(side, book.levelTicks(side, i));
            }
        }
        return sum;
    }
}
