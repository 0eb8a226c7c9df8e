package io.sextant.benchmarks.simulator;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.SystemClock;
import io.sextant.simulator.SimulatedExchange;
import io.sextant.simulator.SimulatedHistory;
import io.sextant.simulator.SimulatedInstruments;
import io.sextant.simulator.SimulatorSettings;
import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * The agents' market on one core, with one instrument and with all, as fast as it goes and with nobody listening but a
 * counter; then years of minute bars from the bar-level process, of one instrument and of all. A step is one action of an agent
 * or one tick of the worth; a message is a trade, a quote or a changed level that came of it. Best of the rounds.
 */
public final class SimulatorThroughput {

    /** A Monday, noon in UTC: Europe trades, America is about to. */
    private static final long START_NANOS = 1_796_040_000_000_000_000L;

    private static final InstrumentId COIN = InstrumentId.of("BTC-USDT");
    private static final int HOURS = Integer.getInteger("hours", 6);
    private static final int YEARS = Integer.getInteger("years", 2);
    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final long YEAR_NANOS = 365 * Timeframe.D1.nominalNanos();

    private final Clock clock = new SystemClock();
    private final SimulatorSettings settings = SimulatorSettings.of(1, START_NANOS);
    private final InstrumentCatalog catalog = new SimulatedInstruments(START_NANOS).catalog();

    private SimulatorThroughput() {}

    public static void main(String[] args) {
        SimulatorThroughput bench = new SimulatorThroughput();
        int coin = bench.catalog.indexOf(COIN);
        for (int round = 1; round <= ROUNDS; round++) {
            bench.trade("one instrument", instrument -> instrument == coin);
            bench.trade("all instruments", instrument -> true);
        }
        for (int round = 1; round <= ROUNDS; round++) {
            bench.remember("one instrument", instrument -> instrument == coin);
            bench.remember("all instruments", instrument -> true);
        }
    }

    private void trade(String what, IntPredicate traded) {
        SimulatedExchange exchange = new SimulatedExchange(settings, traded);
        CountedMessages heard = new CountedMessages();
        long end = START_NANOS + HOURS * Timeframe.H1.nominalNanos();
        long steps = 0;
        long began = clock.nanos();
        while (exchange.nextNanos() < end) {
            exchange.step(heard);
            steps++;
        }
        double seconds = (clock.nanos() - began) / 1e9;
        System.out.printf(
                Locale.ENGLISH,
                "%s: %,.0f steps/s, %,.0f messages/s (%,d trades), %,.0f times real time%n",
                what,
                steps / seconds,
                heard.all() / seconds,
                heard.trades(),
                HOURS * 3_600 / seconds);
    }

    private void remember(String what, IntPredicate wanted) {
        // A new one each time: levels of weeks once made would be kept.
        SimulatedHistory history = new SimulatedHistory(settings);
        long bars = 0;
        long began = clock.nanos();
        for (Instrument instrument : catalog.all()) {
            if (wanted.test(catalog.indexOf(instrument.id()))) {
                bars += history.bars(instrument.id(), Timeframe.M1, START_NANOS - YEARS * YEAR_NANOS, START_NANOS)
                        .size();
            }
        }
        double seconds = (clock.nanos() - began) / 1e9;
        System.out.printf(Locale.ENGLISH, "%s: %,d minute bars of %d years in %.2f s%n", what, bars, YEARS, seconds);
    }
}
