package io.sextant.engine.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.domain.forecast.Verdict;
import io.sextant.domain.hosting.ComparedSignal;
import io.sextant.domain.hosting.HostedOutlook;
import io.sextant.domain.hosting.HostedStage;
import io.sextant.domain.hosting.HostingLimits;
import io.sextant.domain.hosting.HostingTerms;
import io.sextant.domain.hosting.ParityDifference;
import io.sextant.domain.hosting.ParityDifference.Kind;
import io.sextant.domain.hosting.ParityMeter;
import io.sextant.domain.instrument.Equity;
import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.order.BookEntry;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.regime.RegimeName;
import io.sextant.domain.time.SeededRandom;
import io.sextant.engine.backtest.BacktestMarket;
import io.sextant.engine.backtest.BacktestOrder;
import io.sextant.engine.backtest.BacktestRun;
import io.sextant.engine.backtest.BacktestTerms;
import io.sextant.engine.backtest.EventBacktest;
import io.sextant.engine.backtest.ModelPrices;
import io.sextant.engine.backtest.TradingCosts;
import io.sextant.engine.core.FactSink;
import io.sextant.engine.core.FeeInKind;
import io.sextant.engine.core.HostedViews.BookNow;
import io.sextant.engine.strategy.SeatListener;
import io.sextant.engine.strategy.SeatWorld;
import io.sextant.strategy.Strategy;
import io.sextant.strategy.StrategyCatalog;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Scene.Outlook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shadow against the backtest itself on the same bars, and a strategy against its shadow. */
class ShadowTest {

    private static final long MINUTE = 60_000_000_000L;
    private static final long START = 1_780_000_020_000_000_000L;
    private static final InstrumentId ID = InstrumentId.of("TESTED");
    private static final BacktestSetup.Costs COSTS = new BacktestSetup.Costs(5, 2, 3);
    private static final InstrumentCatalog CATALOG = new InstrumentCatalog(
            List.of(new Equity(ID, "Tested", Currency.USD, TradingRules.of("0.01", "1"), FeeSchedule.FREE)));
    private static final List<RegimeName> REGIMES = List.of(RegimeName.values());
    private static final Map<String, Double> VALUES = Map.of("fast", 3.0, "slow", 8.0);

    private final BarSeries bars = bars();
    private InstrumentCatalog catalog = CATALOG;
    private Parity parity = new Parity(CATALOG);
    private final ConcurrentHashMap<InstrumentId, HostedOutlook> told = new ConcurrentHashMap<>();
    private final HostTap.Hearing hearing = new HostTap.Hearing("one", new boolean[] {true}, 64);

    private static BarSeries bars() {
        RandomGenerator random = SeededRandom.stream(7, 0);
        BarSeriesBuilder built = new BarSeriesBuilder();
        double close = 100;
        for (int i = 0; i < 150; i++) {
            double open = cents(close * (1 + 0.001 * random.nextGaussian()));
            close = cents(open * (1 + 0.01 * random.nextGaussian()));
            built.add(
                    START + i * MINUTE,
                    open,
                    cents(Math.max(open, close) + 0.3),
                    cents(Math.min(open, close) - 0.3),
                    close,
                    1_000);
        }
        return built.build();
    }

    private static double cents(double price) {
        return Math.rint(price * 100) / 100;
    }

    private Seats seats() {
        return seats(VALUES);
    }

    private Seats seats(Map<String, Double> values) {
        return seats("sma-cross", values, HostWorld.NOTHING);
    }

    private Seats seats(String kind, Map<String, Double> values, HostWorld world) {
        HostingTerms terms = new HostingTerms(
                "one",
                kind,
                values,
                List.of(ID),
                Timeframe.M1,
                Money.parse("100000", Currency.USD),
                new HostingLimits(Money.parse("100000", Currency.USD), Money.parse("90000", Currency.USD), 600, 100),
                COSTS);
        BookNow nothing = new BookNow(
                HostedStage.RUNNING,
                0,
                0,
                terms.capital().units(),
                new long[1],
                new long[1],
                new long[1],
                new long[1],
                new long[0]);
        parity.begin(START, Long.MIN_VALUE);
        return new Seats(
                terms,
                StrategyCatalog::get,
                catalog,
                nothing,
                parity,
                new ConcurrentHashMap<>(),
                Optional.empty(),
                world,
                told);
    }

    private void hear(Seats seats, Strategy.OrderDesk desk) {
        for (int i = 0; i < bars.size(); i++) {
            long time = bars.openTimeNanos()[i];
            double[] path = {bars.open()[i], bars.high()[i], bars.low()[i], bars.close()[i]};
            for (int part = 0; part < path.length; part++) {
                hearing.put(
                        HostTap.TRADE,
                        0,
                        time + part * MINUTE / 5,
                        Math.round(path[part] * 100),
                        part == 0 ? 1_000 : 1,
                        1,
                        0,
                        0);
                hearing.put(HostTap.STEP_END, time + part * MINUTE / 5, 0, 0, 0, 0, 0, 0);
                while (hearing.ring.waiting() > 0) {
                    seats.hear(hearing.ring, desk);
                    hearing.ring.release(1);
                }
            }
        }
    }

    /** A venue that is what the model says, but for the orders of which it says no. */
    private final class ModelVenue implements Strategy.OrderDesk {

        private final ModelPrices prices = new ModelPrices(catalog, COSTS);
        private final FeeInKind feeInKind = new FeeInKind(catalog.all());
        private final int refusedOrder;
        private final double worseBps;
        private int orders;
        private long heldLots;
        private long leastLots;

        ModelVenue(int refusedOrder, double worseBps) {
            this.refusedOrder = refusedOrder;
            this.worseBps = worseBps;
        }

        @Override
        public long positionLots(int instrument) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long placeLimit(int instrument, Side side, long lots, long limitTicks, BookEntry entry, String reason) {
            if (++orders == refusedOrder) {
                parity.refused(0, Refusal.of(RefusalCode.FLATTENING, ID));
                return 0;
            }
            parity.sent(
                    Parity.STRATEGY,
                    0,
                    orders,
                    side.sign() * catalog.get(0).quantityOf(lots).toDouble());
            long ticks = Math.round(limitTicks * (1 + side.sign() * worseBps / 1e4));
            long inKindUnits = prices.feeInKindUnits(0, side, lots);
            long feeLots = inKindUnits > 0 ? feeInKind.take(0, lots, inKindUnits) : 0;
            heldLots += side.sign() * lots - feeLots;
            leastLots = Math.min(leastLots, heldLots);
            long fee =
                    inKindUnits > 0 ? catalog.get(0).notional(ticks, feeLots).units() : prices.feeUnits(0, ticks, lots);
            hearing.put(HostTap.FILL, 0, START, ticks, lots, side.sign() * (1 + feeLots), orders, fee);
            hearing.put(HostTap.DONE, orders, 0, 0, 0, 0, 0, 0);
            hearing.put(HostTap.STEP_END, START, 0, 0, 0, 0, 0, 0);
            return orders;
        }

        @Override
        public void cancel(long orderId) {}
    }

    /** By the end of the bar that decided, which is the opening of the bar that traded: units, notional and fees. */
    private static Map<Long, double[]> traded(BacktestRun run) {
        Map<Long, double[]> by = new TreeMap<>();
        for (BacktestOrder order : run.orders()) {
            double[] sum = by.computeIfAbsent(run.timeNanos()[order.bar()], fresh -> new double[3]);
            sum[0] += order.units();
            sum[1] += order.units() * order.price();
            sum[2] += order.fee();
        }
        return by;
    }

    @Test
    void theShadowTradesWhatTheBacktestTrades() {
        BacktestTerms terms = new BacktestTerms(100_000, 0.0005, false)
                .withCosts(TradingCosts.commission(0.0005).withPrices(2, 3, 0));
        BacktestRun run = EventBacktest.run(
                BacktestMarket.of(bars, terms),
                StrategyCatalog.get("sma-cross"),
                Choice.of(StrategyCatalog.get("sma-cross"), VALUES),
                terms);
        hear(seats(), new ModelVenue(Integer.MAX_VALUE, 0));
        assertThatTheShadowTraded(run);
    }

    /** What a desk tells at the end of each bar, here by the bar's number, to whoever asks. */
    private static final class Told implements HostWorld, SeatWorld {

        private final List<Long> askedEnds = new ArrayList<>();

        @Override
        public @Nullable Outlook outlook(int instrument, long nanos) {
            long bar = (nanos - START) / MINUTE;
            double expected = 0.002 * Math.sin(bar / 7.0);
            return bar < 20
                    ? null
                    : new Outlook(
                            expected,
                            expected - 0.001,
                            expected + 0.001,
                            bar % 40 < 30 ? Verdict.SKILL : Verdict.NO_EVIDENCE,
                            "told-" + bar);
        }

        @Override
        public @Nullable RegimeName regime(int instrument, long nanos) {
            long bar = (nanos - START) / MINUTE;
            return bar < 20 ? null : REGIMES.get((int) (bar / 7 % REGIMES.size()));
        }

        @Override
        public CompletionStage<Optional<Outlook>> outlook(InstrumentId instrument, Timeframe timeframe, long endNanos) {
            askedEnds.add(endNanos);
            return CompletableFuture.completedFuture(Optional.ofNullable(outlook(0, endNanos)));
        }

        @Override
        public CompletionStage<Optional<RegimeName>> regime(
                InstrumentId instrument, Timeframe timeframe, long endNanos) {
            askedEnds.add(endNanos);
            return CompletableFuture.completedFuture(Optional.ofNullable(regime(0, endNanos)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"forecast-driven", "regime-switch"})
    void whatFollowsForecastsOrRegimesTradesAsItsBacktestThatIsToldTheSame(String kind) {
        Told world = new Told();
        Map<String, Double> values = kind.equals("regime-switch") ? Map.of("length", 5.0) : Map.of();
        BacktestTerms terms = new BacktestTerms(100_000, 0.0005, false)
                .withCosts(TradingCosts.commission(0.0005).withPrices(2, 3, 0));
        BacktestRun run = EventBacktest.run(
                BacktestMarket.of(bars, terms),
                StrategyCatalog.get(kind),
                Choice.of(StrategyCatalog.get(kind), values),
                terms,
                world,
                SeatListener.NOBODY,
                FactSink.DEAF);
        hear(seats(kind, values, world), new ModelVenue(Integer.MAX_VALUE, 0));
        assertThatTheShadowTraded(run);
        assertThat(parity.meter().counts()).isEmpty();
        assertThat(world.askedEnds)
                .as("once a bar, for strategy and shadow")
                .doesNotHaveDuplicates()
                .isSorted();
        long lastEnd = bars.openTimeNanos()[bars.size() - 1];
        HostedOutlook shown = told.get(ID);
        assertThat(shown.barEndNanos()).isEqualTo(lastEnd);
        assertThat(shown.usesForecast()).isEqualTo(kind.equals("forecast-driven"));
        if (shown.usesForecast()) {
            assertThat(shown.forecast().orElseThrow().model()).isEqualTo("told-" + (bars.size() - 1));
            assertThat(shown.regime()).isEmpty();
        } else {
            assertThat(shown.regime()).contains(world.regime(0, lastEnd));
        }
    }

    private void assertThatTheShadowTraded(BacktestRun run) {
        Map<Long, double[]> expected = traded(run);
        // The test ends by selling what is held at its last bar's open, which a shadow does not.
        expected.remove(run.timeNanos()[run.size() - 1]);
        Map<Long, double[]> shadow = new TreeMap<>();
        for (ComparedSignal signal : parity.meter().newest()) {
            ComparedSignal.Leg leg = signal.shadow();
            if (leg.orders() > 0 && signal.barEndNanos() < run.timeNanos()[run.size() - 1]) {
                shadow.put(signal.barEndNanos(), new double[] {leg.units(), leg.units() * leg.price(), leg.fee()});
            }
        }
        assertThat(expected.size()).isGreaterThan(10);
        assertThat(shadow.keySet()).isEqualTo(expected.keySet());
        shadow.forEach((time, sums) -> {
            assertThat(sums[0]).isEqualTo(expected.get(time)[0]);
            assertThat(sums[1]).isCloseTo(expected.get(time)[1], within(1e-6));
            // Each fee is rounded up to a ledger unit of either currency.
            assertThat(sums[2]).isCloseTo(expected.get(time)[2], within(1e-5));
        });
    }

    @Test
    void onACalmVenueEverySignalIsAlike() {
        hear(seats(), new ModelVenue(Integer.MAX_VALUE, 0));
        ParityMeter meter = parity.meter();
        assertThat(meter.signals()).isGreaterThan(10);
        assertThat(meter.counts()).isEmpty();
        assertThat(meter.sinceNanos()).isEqualTo(START);
        parity.begin(START + MINUTE, Long.MIN_VALUE);
        assertThat(parity.meter().sinceNanos())
                .as("what was compared before a pause counts, and since then")
                .isEqualTo(START);
        assertThat(parity.meter().signals()).isEqualTo(meter.signals());
        assertThat(meter.alike()).isEqualTo(meter.signals());
        assertThat(meter.strategyEquity()).isEqualTo(meter.shadowEquity());
    }

    @Test
    void aRefusedOrderIsNamedAndWhatFollowsIsSaidToFollow() {
        // The third order opens the second position.
        hear(seats(), new ModelVenue(3, 0));
        ParityMeter meter = parity.meter();
        List<ComparedSignal> inTime = new ArrayList<>(meter.newest());
        inTime.sort((a, b) -> Long.compare(a.barEndNanos(), b.barEndNanos()));
        List<ParityDifference> differences =
                inTime.stream().flatMap(signal -> signal.differences().stream()).toList();
        assertThat(differences.getFirst().kind()).isEqualTo(Kind.REFUSED);
        assertThat(differences.getFirst().refusal().orElseThrow().code()).isEqualTo(RefusalCode.FLATTENING);
        assertThat(differences.stream().map(ParityDifference::kind)).doesNotContain(Kind.SIGNAL, Kind.QUANTITY);
        assertThat(differences.stream().filter(one -> one.kind() == Kind.EARLIER_DIFFERENCE))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.sinceBarEndNanos()).isPositive());
    }

    @Test
    void aWorsePriceIsSpreadAndWhatItCostIsCarriedOn() {
        hear(seats(), new ModelVenue(Integer.MAX_VALUE, 4));
        ParityMeter meter = parity.meter();
        assertThat(meter.counts().stream().map(ParityMeter.Count::kind))
                .contains(Kind.PRICE)
                .doesNotContain(Kind.FEE);
        assertThat(meter.strategyEquity()).isLessThan(meter.shadowEquity());
    }

    /** As Binance and Bybit do: who sold all that he bought would sell what he has not. */
    @Test
    void whatAFeeTookOfWhatWasBoughtIsNeverSold() {
        catalog = new InstrumentCatalog(List.of(new SpotPair(
                ID,
                "Tested",
                Currency.BTC,
                Currency.USD,
                TradingRules.of("0.01", "0.01"),
                new FeeSchedule(500, 500, 0, FeeSchedule.FeeCurrency.BASE_WHEN_BUYING))));
        parity = new Parity(catalog);
        ModelVenue venue = new ModelVenue(Integer.MAX_VALUE, 0);
        hear(seats(Map.of("fast", 3.0, "slow", 8.0, "long-only", 1.0)), venue);
        assertThat(venue.orders).isGreaterThan(10);
        assertThat(venue.leastLots).isZero();
        assertThat(parity.meter().alike()).isEqualTo(parity.meter().signals());
        assertThat(parity.meter().counts()).isEmpty();
    }
}
