package io.sextant.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.time.SeededRandom;
import io.sextant.strategy.bar.EmaCross;
import io.sextant.strategy.bar.SmaCross;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Reason;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.kind.Target;
import io.sextant.strategy.kind.Target.Strength;
import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class BacktestModesProperties {

    private static final double[] SHARES = {1, -1, 0, 0.5, -0.3, 0.77, 1};

    /** Wishes at random, some of them by what the scene shows, so that a scene that differs shows in the orders. */
    private static Told random(long seed) {
        RandomGenerator random = new SeededRandom(seed);
        return new Told(1, (scene, wishes) -> {
            boolean rose = scene.close(0, 1) > scene.open(0);
            boolean holdsMuch = scene.heldUnits(0) * scene.volume(0) > 3;
            boolean sees = rose != holdsMuch || scene.entryPrice(0) < scene.high(0) || scene.equity() < 9_000;
            if (random.nextInt(3) == 0 && sees) {
                long until = random.nextInt(4) == 0 ? scene.endNanos() - 1 : Target.ALWAYS;
                double share = SHARES[random.nextInt(SHARES.length)];
                wishes.hold(new Target(0, share, Strength.WEAK, until, Reason.of("drawn")));
            }
        });
    }

    static BarSeries bars(long seed, int size, int decimals) {
        RandomGenerator random = new SeededRandom(seed);
        double[] path = new double[4 * size];
        double price = 20 + random.nextInt(200);
        for (int i = 0; i < size; i++) {
            double open = price * Math.exp(0.01 * random.nextGaussian());
            double close = open * Math.exp(0.03 * random.nextGaussian());
            double high = Math.max(open, close) * (1 + 0.01 * random.nextDouble());
            double low = Math.min(open, close) * (1 - 0.01 * random.nextDouble());
            double[] bar = {open, high, low, close};
            double power = Math.pow(10, decimals);
            for (int k = 0; k < 4; k++) {
                path[4 * i + k] = Math.max(1, Math.rint(bar[k] * power)) / power;
            }
            price = close;
        }
        return Told.bars(path);
    }

    @Property(tries = 60)
    void columnsTradeAsTheEngineDoes(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @IntRange(min = 2, max = 120) int size,
            @ForAll @IntRange(max = 4) int decimals,
            @ForAll boolean fractional,
            @ForAll @IntRange(max = 30) int commissionBps,
            @ForAll @DoubleRange(max = 40) double spreadBps) {
        BarSeries bars = bars(seed, size, decimals);
        BacktestTerms terms = new BacktestTerms(10_000, commissionBps / 1e4, fractional);
        BacktestTerms costly = terms.withCosts(terms.costs().withPrices(spreadBps, spreadBps / 3, 0));

        BacktestRun engine = random(seed).inEngine(bars, costly);
        BacktestRun columns = random(seed).asColumns(bars, costly);

        assertThat(engine.refusals()).isEmpty();
        assertThat(columns.orders()).isEqualTo(engine.orders());
        assertThat(columns.trades()).isEqualTo(engine.trades());
        assertThat(columns.equity()).containsExactly(engine.equity());
        assertThat(columns.barsHeld()).isEqualTo(engine.barsHeld());
        assertThat(columns.orderStreamHash()).isEqualTo(engine.orderStreamHash());
    }

    /** The cross of means is read from columns without asking the strategy; it has to say and do the same. */
    @Property(tries = 40)
    void crossingsReadFromColumnsAreThoseOfTheStrategy(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @IntRange(min = 2, max = 400) int size,
            @ForAll @IntRange(max = 7) int decimals,
            @ForAll @IntRange(min = 1, max = 6) int fast,
            @ForAll @IntRange(min = 1, max = 9) int more,
            @ForAll boolean longOnly) {
        // Of six decimals and more the distances of means may be too large for 32 bits, and then the strategy is asked.
        asksNobodyAndDoesTheSame(new SmaCross(), bars(seed, size, decimals), decimals < 6, fast, fast + more, longOnly);
    }

    /** Longer than a block of columns, with a crossing at its edge as often as anywhere else. */
    @Property(tries = 6)
    void crossingsOfManyBlocksAreThoseOfTheStrategy(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @IntRange(min = 2_000, max = 3_200) int size,
            @ForAll boolean narrow) {
        asksNobodyAndDoesTheSame(new SmaCross(), bars(seed, size, narrow ? 2 : 6), narrow, 3, 5, false);
        asksNobodyAndDoesTheSame(new EmaCross(), bars(seed, size, 2), true, 1, 3, false);
    }

    @Property(tries = 30)
    void crossingsOfExponentialMeansAreThoseOfTheStrategy(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @IntRange(min = 2, max = 400) int size,
            @ForAll @IntRange(max = 3) int decimals,
            @ForAll @IntRange(min = 1, max = 5) int fast,
            @ForAll @IntRange(min = 1, max = 6) int more,
            @ForAll boolean longOnly) {
        asksNobodyAndDoesTheSame(new EmaCross(), bars(seed, size, decimals), true, fast, fast + more, longOnly);
    }

    private static void asksNobodyAndDoesTheSame(
            StrategyKind kind, BarSeries bars, boolean isExact, int fast, int slow, boolean longOnly) {
        int size = bars.size();
        BacktestTerms terms = new BacktestTerms(10_000, 0.0005, false);
        Choice choice = Choice.of(
                kind, Map.of("fast", (double) fast, "slow", (double) slow, StrategyKind.LONG_ONLY, longOnly ? 1.0 : 0));
        BacktestMarket market = BacktestMarket.of(bars, terms);
        if (isExact) {
            assertThat(CrossColumns.find(market.series().getFirst(), kind, choice))
                    .isNotNull();
        }

        BacktestRun engine = EventBacktest.run(market, kind, choice, terms);
        BacktestRun columns = VectorBacktest.run(market, kind, choice, terms);

        assertThat(columns.orders().stream()
                        .map(BacktestModesProperties::withoutFigures)
                        .toList())
                .isEqualTo(engine.orders().stream()
                        .map(BacktestModesProperties::withoutFigures)
                        .toList());
        assertThat(columns.orderStreamHash()).isEqualTo(engine.orderStreamHash());
        assertThat(columns.equity()).containsExactly(engine.equity());
        assertThat(VectorBacktest.finalEquity(market, kind, choice, terms)).isEqualTo(engine.equity()[size - 1]);
    }

    /** Means by sums that are exact and by sums that roll may round to another sixth digit where they stand halfway. */
    private static BacktestOrder withoutFigures(BacktestOrder order) {
        String code = order.reason().split(" ", -1)[0];
        return new BacktestOrder(order.instrument(), order.bar(), order.units(), order.price(), order.fee(), code);
    }

    /** Whatever comes after a bar, what was traded before the last one that both have is the same. */
    @Property(tries = 20)
    void theFutureCutOffChangesNothingBefore(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @IntRange(min = 10, max = 80) int size,
            @ForAll boolean path) {
        BarSeries whole = bars(seed, 2 * size, 2);
        BacktestTerms terms = new BacktestTerms(10_000, 0.001, false)
                .withCosts(TradingCosts.commission(0.001).withPrices(3, 2, 0.5))
                .withFill(path ? FillModel.BAR_PATH : FillModel.NEXT_OPEN, 0);
        BacktestRun cut = random(seed).inEngine(whole.copyOfRange(0, size), terms);
        BacktestRun uncut = random(seed).inEngine(whole, terms);
        int last = size - 1;
        assertThat(cut.orders().stream().filter(each -> each.bar() < last).toList())
                .isEqualTo(uncut.orders().stream()
                        .filter(each -> each.bar() < last)
                        .toList());
        assertThat(Arrays.copyOf(cut.equity(), last)).containsExactly(Arrays.copyOf(uncut.equity(), last));
    }
}
