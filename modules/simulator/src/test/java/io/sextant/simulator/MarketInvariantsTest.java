package io.sextant.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.matching.LadderBook;
import java.lang.management.ManagementFactory;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What must hold in every market at every moment, watched from outside through the feed alone. */
class MarketInvariantsTest {

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long HOUR_NANOS = 3_600_000_000_000L;
    private static final long DAY_NANOS = 24 * HOUR_NANOS;

    /** A midnight, UTC. */
    private static final long MIDNIGHT_NANOS = 20_786 * DAY_NANOS;

    @Test
    void holdsTogetherThroughTheBusyHoursOfADay() {
        watch(31, MIDNIGHT_NANOS + 12 * HOUR_NANOS, 5);
    }

    @Test
    @Tag("soak")
    void holdsTogetherForWholeDays() {
        for (long seed = 100; seed < 102; seed++) {
            watch(seed, MIDNIGHT_NANOS, 24);
        }
    }

    private static void watch(long seed, long startNanos, int hours) {
        SimulatedExchange exchange = new SimulatedExchange(SimulatorSettings.of(seed, startNanos));
        SimulatedInstruments instruments = new SimulatedInstruments(startNanos);
        InstrumentCatalog catalog = exchange.instruments();
        WatchedMarket watched = new WatchedMarket(catalog);
        int[] deep = new int[catalog.size()];
        int seconds = hours * 3_600;
        for (int second = 1; second <= seconds; second++) {
            while (exchange.nextNanos() < startNanos + second * SECOND_NANOS) {
                exchange.step(watched);
            }
            for (int i = 0; i < deep.length; i++) {
                deep[i] += watched.depth(i) >= 10 ? 1 : 0;
            }
        }
        for (int i = 0; i < catalog.size(); i++) {
            Instrument instrument = catalog.get(i);
            double volatility = instruments.valueProfile(i).dailyVolatility() * Math.sqrt(hours / 24.0);
            double change = Math.log(watched.lastTicks(i) / (double) instruments.startTicks(i));
            // Eight usual moves would be a crash on a crash: a price that runs away, not one that moves.
            assertThat(Math.abs(change))
                    .as("change of %s, seed %d", instrument.id(), seed)
                    .isLessThan(8 * volatility);
            if (instrument.tradable()) {
                checkBook(exchange.book(i), watched, i);
                // A sweep leaves fewer for seconds; usually the ladder of ten levels is full on both sides.
                assertThat(deep[i] / (double) seconds)
                        .as("share of seconds with ten levels of %s", instrument.id())
                        .isGreaterThan(0.75);
                checkPace(instrument, watched, i, hours, instruments.startTicks(i));
            }
        }
        checkIndex(exchange, instruments, watched);
        assertThat(watched.headlines()).as("headlines").hasSizeBetween(hours * 4, hours * 20);
    }

    /** The books that the feed told are the books that there are. */
    private static void checkBook(LadderBook book, WatchedMarket watched, int instrument) {
        for (Side side : Side.values()) {
            int count = book.levelCount(side);
            long[] ticks = new long[count];
            long[] lots = new long[count];
            book.depth(side, ticks, lots);
            TreeMap<Long, Long> real = new TreeMap<>();
            for (int i = 0; i < count; i++) {
                real.put(ticks[i], lots[i]);
            }
            assertThat(watched.levels(instrument, side)).isEqualTo(real);
            assertThat(count).as("levels on each side").isGreaterThanOrEqualTo(3);
        }
    }

    /** Lively for a person, never frantic; spreads as on a liquid venue. */
    private static void checkPace(Instrument instrument, WatchedMarket watched, int index, int hours, long startTicks) {
        double tradesASecond = watched.trades(index) / (hours * 3_600.0);
        assertThat(tradesASecond).as("trades a second of %s", instrument.id()).isBetween(0.3, 40.0);
        double tickBps = 10_000.0 / startTicks;
        double usual = watched.spreadTicks(index, 0.5) * tickBps;
        double wide = watched.spreadTicks(index, 0.99) * tickBps;
        assertThat(usual)
                .as("usual spread of %s in basis points", instrument.id())
                .isLessThan(3);
        assertThat(wide)
                .as("wide spread of %s in basis points", instrument.id())
                .isLessThan(15);
        double widest = watched.spreadTicks(index, 1) * tickBps;
        assertThat(widest)
                .as("widest spread of %s in basis points", instrument.id())
                .isLessThan(100);
    }

    private static void checkIndex(
            SimulatedExchange exchange, SimulatedInstruments instruments, WatchedMarket watched) {
        InstrumentCatalog catalog = exchange.instruments();
        int index = catalog.indexOf(InstrumentId.of("SIM4"));
        double[] weights = instruments.valueProfile(index).basket();
        double level = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] != 0) {
                LadderBook book = exchange.book(i);
                double mid = (book.bestTicks(Side.BUY) + book.bestTicks(Side.SELL)) / 2.0;
                level += weights[i] * mid / instruments.startTicks(i);
            }
        }
        double printed = watched.lastTicks(index) / (double) instruments.startTicks(index);
        // The index is printed once a second, so the shares may have moved a little since.
        assertThat(printed).isCloseTo(level, within(0.001));
        // The future follows the same shares' worth: it may stray from the index by its basis, spread and flow.
        int future = catalog.indexOf(InstrumentId.of("ES"));
        double futures = watched.lastTicks(future) / (double) instruments.startTicks(future);
        assertThat(futures).isCloseTo(level, within(0.003));
    }

    @Test
    void allocatesNothingAStepButForHeadlines() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        SimulatedExchange exchange = new SimulatedExchange(SimulatorSettings.of(8, MIDNIGHT_NANOS));
        step(exchange, 300_000);

        long before = threads.getCurrentThreadAllocatedBytes();
        step(exchange, 300_000);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        // A headline takes some twenty kilobytes and a dozen come by; one object a step would be 4,800,000 bytes at
        // least.
        assertThat(allocated).isLessThan(1_000_000);
    }

    private static void step(SimulatedExchange exchange, int steps) {
        for (int i = 0; i < steps; i++) {
            exchange.nextNanos();
            exchange.step(SilentSink.INSTANCE);
        }
    }
}
