package io.sextant.engine.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.domain.hosting.ComparedSignal;
import io.sextant.domain.hosting.HostedStage;
import io.sextant.domain.hosting.HostingLimits;
import io.sextant.domain.hosting.HostingTerms;
import io.sextant.domain.hosting.ParityMeter;
import io.sextant.domain.instrument.Equity;
import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.order.BookEntry;
import io.sextant.domain.time.SeededRandom;
import io.sextant.engine.backtest.ModelPrices;
import io.sextant.engine.core.HostedViews.BookNow;
import io.sextant.strategy.Strategy;
import io.sextant.strategy.StrategyCatalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A desk that ends and begins again, against one that went on, on the same bars. */
class ShadowRestartTest {

    private static final long MINUTE = 60_000_000_000L;
    private static final long START = 1_780_000_020_000_000_000L;
    private static final int BARS = 150;
    private static final int PARTS = 4;
    private static final InstrumentId ID = InstrumentId.of("TESTED");
    private static final InstrumentCatalog CATALOG = new InstrumentCatalog(
            List.of(new Equity(ID, "Tested", Currency.USD, TradingRules.of("0.01", "1"), FeeSchedule.FREE)));
    private static final HostingTerms TERMS = new HostingTerms(
            "one",
            "sma-cross",
            Map.of("fast", 3.0, "slow", 8.0),
            List.of(ID),
            Timeframe.M1,
            Money.parse("100000", Currency.USD),
            new HostingLimits(Money.parse("100000", Currency.USD), Money.parse("90000", Currency.USD), 600, 100),
            new BacktestSetup.Costs(5, 2, 3));

    private record Fill(double signedUnits, double price, double fee, long timeNanos) {}

    private final BarSeries bars = bars();
    private final HostTap.Hearing hearing = new HostTap.Hearing("one", new boolean[] {true}, 64);
    private final List<Fill> fills = new ArrayList<>();
    private final List<KeptShadow> written = new ArrayList<>();
    private Parity parity = new Parity(CATALOG);
    private long cashUnits = TERMS.capital().units();
    private long heldLots;
    private long entryTickLots;
    private int orders;

    private static BarSeries bars() {
        RandomGenerator random = SeededRandom.stream(7, 0);
        BarSeriesBuilder built = new BarSeriesBuilder();
        double close = 100;
        for (int i = 0; i < BARS; i++) {
            double open = cents(close * (1 + 0.001 * random.nextGaussian()));
            close = cents(open * (1 + 0.01 * random.nextGaussian()));
            double high = cents(Math.max(open, close) + 0.3);
            built.add(START + i * MINUTE, open, high, cents(Math.min(open, close) - 0.3), close, 1_000);
        }
        return built.build();
    }

    private static double cents(double price) {
        return Math.rint(price * 100) / 100;
    }

    /** The strategy's book as the core has it, from its own fills. */
    private BookNow book(long lastTicks) {
        return new BookNow(
                HostedStage.RUNNING,
                0,
                0,
                cashUnits,
                new long[] {heldLots},
                new long[] {entryTickLots},
                new long[1],
                new long[] {lastTicks},
                new long[0]);
    }

    private Seats seats(Optional<KeptShadow> kept, long lastTicks) {
        return new Seats(
                TERMS,
                StrategyCatalog::get,
                CATALOG,
                book(lastTicks),
                parity,
                new ConcurrentHashMap<>(),
                kept,
                HostWorld.NOTHING,
                new ConcurrentHashMap<>());
    }

    private final class Venue implements Strategy.OrderDesk {

        private final ModelPrices prices = new ModelPrices(CATALOG, TERMS.costs());
        private final double worseBps;
        private long nowNanos;

        Venue(double worseBps) {
            this.worseBps = worseBps;
        }

        @Override
        public long positionLots(int instrument) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long placeLimit(int instrument, Side side, long lots, long limitTicks, BookEntry entry, String reason) {
            orders++;
            parity.sent(Parity.STRATEGY, 0, orders, side.sign() * (double) lots);
            long ticks = Math.round(limitTicks * (1 + side.sign() * worseBps / 1e4));
            long fee = prices.feeUnits(0, ticks, lots);
            long before = heldLots;
            heldLots += side.sign() * lots;
            entryTickLots = heldLots == 0 ? 0 : before == 0 ? ticks * lots : entryTickLots;
            cashUnits -= CATALOG.get(0).notional(ticks, lots).units() * side.sign() + fee;
            fills.add(new Fill(
                    side.sign() * (double) lots,
                    CATALOG.get(0).priceOf(ticks).toDouble(),
                    Money.of(fee, Currency.USD).toDouble(),
                    nowNanos));
            hearing.put(HostTap.FILL, 0, nowNanos, ticks, lots, side.sign(), orders, fee);
            hearing.put(HostTap.DONE, orders, 0, 0, 0, 0, 0, 0);
            hearing.put(HostTap.STEP_END, nowNanos, 0, 0, 0, 0, 0, 0);
            return orders;
        }

        @Override
        public void cancel(long orderId) {}
    }

    private static long partNanos(int bar, int part) {
        return START + bar * MINUTE + part * MINUTE / 5;
    }

    private double price(int bar, int part) {
        return switch (part) {
            case 0 -> bars.open()[bar];
            case 1 -> bars.high()[bar];
            case 2 -> bars.low()[bar];
            default -> bars.close()[bar];
        };
    }

    private void hear(Seats seats, Venue venue, int fromBar, int toBar) {
        for (int bar = fromBar; bar < toBar; bar++) {
            for (int part = 0; part < PARTS; part++) {
                venue.nowNanos = partNanos(bar, part);
                hearing.put(
                        HostTap.TRADE,
                        0,
                        venue.nowNanos,
                        Math.round(price(bar, part) * 100),
                        part == 0 ? 1_000 : 1,
                        1,
                        0,
                        0);
                hearing.put(HostTap.STEP_END, venue.nowNanos, 0, 0, 0, 0, 0, 0);
                while (hearing.ring.waiting() > 0) {
                    seats.hear(hearing.ring, venue);
                    hearing.ring.release(1);
                }
                written.add(written(seats));
            }
        }
    }

    /** Through bytes, as a file keeps it. */
    private static KeptShadow written(Seats seats) {
        return KeptShadow.read(seats.kept(1).bytes(), CATALOG).orElseThrow();
    }

    private ParityMeter throughout(double worseBps) {
        parity.begin(START, Long.MIN_VALUE);
        hear(seats(Optional.empty(), 0), new Venue(worseBps), 0, BARS);
        return parity.meter();
    }

    /** @param lateParts by so many reports the file is behind what the strategy did when it was killed */
    private ParityMeter withRestart(double worseBps, int bar, int lateParts) {
        parity.begin(START, Long.MIN_VALUE);
        Venue venue = new Venue(worseBps);
        hear(seats(Optional.empty(), 0), venue, 0, bar);
        KeptShadow kept = written.get(written.size() - 1 - lateParts);
        long died = partNanos(bar - 1, PARTS - 1);
        parity = kept.parity();
        Seats again = seats(Optional.of(kept), Math.round(price(bar - 1, PARTS - 1) * 100));
        parity.resume(died, kept.heardUntilNanos());
        again.shadowActs(kept.heardUntilNanos(), died);
        again.warmUp(List.of(bars.copyOfRange(0, bar)), died, done -> {});
        fills.stream()
                .filter(each -> each.timeNanos() > kept.heardUntilNanos())
                .forEach(each -> parity.unheard(0, each.signedUnits(), each.price(), each.fee(), each.timeNanos()));
        hear(again, venue, bar, BARS);
        return parity.meter();
    }

    private static List<List<Double>> legs(ParityMeter meter) {
        return meter.newest().stream()
                .map(signal -> List.of(
                        (double) signal.barEndNanos(),
                        signal.strategy().share(),
                        signal.strategy().units(),
                        signal.strategy().price(),
                        signal.shadow().share(),
                        signal.shadow().units(),
                        signal.shadow().price(),
                        (double) signal.differences().size()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"0, 60, 0", "0, 61, 3", "0, 90, 4", "0, 100, 9", "4, 60, 0", "4, 77, 4", "4, 120, 9"})
    void afterARestartTheMeterIsWhatItWouldHaveBeenWithoutOne(double worseBps, int bar, int lateParts) {
        ParityMeter whole = new ShadowRestartTest().throughout(worseBps);
        assertThat(whole.signals()).isGreaterThan(10);
        ParityMeter restarted = withRestart(worseBps, bar, lateParts);
        assertThat(restarted.signals()).isEqualTo(whole.signals());
        assertThat(restarted.alike()).isEqualTo(whole.alike());
        assertThat(restarted.counts()).isEqualTo(whole.counts());
        assertThat(restarted.sinceNanos()).isEqualTo(START);
        assertThat(restarted.shadowEquity()).isCloseTo(whole.shadowEquity(), within(1e-6));
        assertThat(restarted.strategyEquity()).isCloseTo(whole.strategyEquity(), within(1e-6));
        assertThat(legs(restarted)).isEqualTo(legs(whole));
    }

    /** Whoever kills it between order and file must find a fill that the file knows nothing of; so this looks at every bar. */
    @Test
    void atWhicheverBarItIsKilledNothingIsAFalseDifference() {
        for (int bar = 20; bar < BARS - 5; bar += 7) {
            for (int late : new int[] {0, 1, 4}) {
                ParityMeter meter = new ShadowRestartTest().withRestart(0, bar, late);
                assertThat(meter.counts())
                        .as("killed after bar %d, %d late", bar, late)
                        .isEmpty();
                assertThat(meter.newest()).noneMatch(ComparedSignal::isOpen);
            }
        }
    }

    @Test
    void aFileThatIsDamagedOrOfAnotherStrategyIsNoShadow(@TempDir Path folder) throws Exception {
        ShadowFiles files = new ShadowFiles(folder.resolve("shadows"));
        assertThat(files.read("one")).isEmpty();
        parity.begin(START, Long.MIN_VALUE);
        byte[] bytes = seats(Optional.empty(), 0).kept(1).bytes();
        files.write("one", bytes);
        assertThat(new ShadowFiles(folder.resolve("shadows")).read("one")).contains(bytes);
        Path file = folder.resolve("shadows").resolve("one.shadow");
        byte[] damaged = Files.readAllBytes(file);
        damaged[20]++;
        Files.write(file, damaged);
        assertThat(files.read("one")).isEmpty();
        bytes[3]++;
        assertThat(KeptShadow.read(bytes, CATALOG)).isEmpty();
        files.forget("one");
        assertThat(file).doesNotExist();
    }
}
