package io.sextant.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.engine.backtest.BacktestMarket.PricedBars;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Reason;
import io.sextant.strategy.kind.Target;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That what has to trade does, at prices that nobody could choose, and in an order that pays for itself. */
class CarriedOutTest {

    private static final BacktestTerms PLAIN = new BacktestTerms(10_000, 0, false);
    private static final long HOUR_NANOS = Told.DAY_NANOS / 24;

    private static BarSeries later(BarSeries bars, long byNanos) {
        long[] times =
                Arrays.stream(bars.openTimeNanos()).map(each -> each + byNanos).toArray();
        return new BarSeries(times, bars.open(), bars.high(), bars.low(), bars.close(), bars.volume(), bars.size());
    }

    private static BarSeries flat(double price, int size) {
        double[] prices = new double[2 * size];
        Arrays.fill(prices, price);
        return Told.opensAndCloses(prices);
    }

    private static BacktestRun run(Told told, BacktestTerms terms, BarSeries first, BarSeries second) {
        List<PricedBars> priced = List.of(
                new PricedBars(InstrumentId.of("FIRST"), first), new PricedBars(InstrumentId.of("SECOND"), second));
        return EventBacktest.run(BacktestMarket.of(priced, terms), told, Choice.usual(told), terms);
    }

    /** 399 units at 100; at the close of 78 the equity of 1,222 is below a tenth of 31,122, and every open is below the close before. */
    @Test
    void aMarginCallIsCarriedOutAtTheNextOpenHoweverFarItGaps() {
        BarSeries bars = Told.opensAndCloses(100, 100, 100, 100, 100, 78, 70, 68, 60, 58, 50, 50);
        BacktestRun run = Told.shares(4).inEngine(bars, PLAIN.withMargin(0.1));
        assertThat(run.orders())
                .containsExactly(
                        new BacktestOrder(0, 1, 399, 100, 0, "told bar=0.00000"),
                        new BacktestOrder(0, 3, -399, 70, 0, "liquidated"));
        assertThat(run.equity()[5]).isEqualTo(10_000 - 399 * 30);
    }

    /** Sent at the close and late for the open that follows, it fills at the one after, far below the percent that other orders give way. */
    @Test
    void aLateMarginCallIsCarriedOutToo() {
        BarSeries bars = Told.opensAndCloses(100, 100, 100, 100, 100, 100, 100, 78, 70, 68, 60, 58, 50, 50);
        BacktestTerms terms = PLAIN.withMargin(0.1).withFill(FillModel.NEXT_OPEN, 1_000_000);
        // Sized by its limit of 101.
        assertThat(Told.shares(4).inEngine(bars, terms).orders())
                .containsExactly(
                        new BacktestOrder(0, 2, 396, 100, 0, "told bar=0.00000"),
                        new BacktestOrder(0, 5, -396, 60, 0, "liquidated"));
    }

    /** The second's bars end at noon, when the first is in the middle of a bar; the first opens higher each day than it closed. */
    @Test
    void aWishAmidABarIsCarriedOutAtTheNextOpenAlsoWhereThatIsDearer() {
        Told told = new Told(2, (scene, wishes) -> {
            if (scene.isNew(1) && scene.bars(1) == 1) {
                wishes.hold(Target.strong(0, 0.5, Reason.of("in")));
            } else if (scene.isNew(1) && scene.bars(1) == 3) {
                wishes.hold(Target.strong(0, 0, Reason.of("out")));
            }
        });
        BarSeries rises = Told.opensAndCloses(100, 100, 101, 102, 103, 104, 105, 106, 101, 100, 99, 98);
        BacktestRun run = run(told, PLAIN, rises, later(flat(50, 6), 12 * HOUR_NANOS));
        assertThat(run.orders())
                .containsExactly(
                        new BacktestOrder(0, 2, 48, 103, 0, "in"), new BacktestOrder(0, 4, -48, 101, 0, "out"));
    }

    private static Told shifting(int atBar) {
        return new Told(2, (scene, wishes) -> {
            if (scene.isNew(0) && scene.bars(0) == 1) {
                wishes.hold(Target.strong(0, 0.5, Reason.of("half")));
                wishes.hold(Target.strong(1, 0.5, Reason.of("half")));
            } else if (scene.isNew(0) && scene.bars(0) == atBar) {
                wishes.hold(Target.strong(0, 0.9, Reason.of("more")));
                wishes.hold(Target.strong(1, 0.1, Reason.of("less")));
            }
        });
    }

    /** 49 at 100 and 99 at 50 leave 150; 40 more at 100 take the 4,000 that 80 of the other bring. */
    @Test
    void whatIsReducedPaysForWhatIsBought() {
        BacktestRun run = run(shifting(2), PLAIN, flat(100, 5), flat(50, 5));
        assertThat(run.refusals()).isEmpty();
        assertThat(run.orders().subList(2, 4))
                .containsExactly(
                        new BacktestOrder(1, 2, -80, 50, 0, "less"), new BacktestOrder(0, 2, 40, 100, 0, "more"));
    }

    @Test
    void aPurchaseWaitsForTheCashOfASaleWhoseMarketIsNotOpenYet() {
        BacktestRun run = run(shifting(3), PLAIN, flat(100, 7), later(flat(50, 7), 12 * HOUR_NANOS));
        assertThat(run.refusals()).isEmpty();
        assertThat(run.orders().subList(2, 4))
                .containsExactly(
                        new BacktestOrder(1, 3, -80, 50, 0, "less"), new BacktestOrder(0, 4, 40, 100, 0, "more"));
    }

    /** Bought at the open of the fourth day at the latest; sold at the last, with a hundredth of both sides as the fee. */
    @ParameterizedTest
    @ValueSource(longs = {1, 20, 36})
    void theLastPositionIsSoldAtTheLastOpenHoweverLateOrdersAre(long latencyHours) {
        BacktestTerms terms =
                new BacktestTerms(10_000, 0.01, false).withFill(FillModel.NEXT_OPEN, latencyHours * HOUR_NANOS);
        BacktestRun run = Told.shares(0.5).inEngine(flat(100, 5), terms);
        double units = Math.floor(0.9999 * 5_000 / (101 * 1.01));
        assertThat(run.trades())
                .containsExactly(new BacktestTrade(
                        0, units, latencyHours > 24 ? 3 : 2, 4, 100, 100, 2 * units, "told bar=0.00000", "last-bar"));
        assertThat(run.equity()[4]).isEqualTo(10_000 - 2 * units);
    }

    /** Sent at the fourth open, a sale would arrive half a day after the fifth and last. */
    @Test
    void anOrderStillOnItsWayAtTheEndDoesNotKeepThePositionOpen() {
        BacktestTerms terms = PLAIN.withFill(FillModel.NEXT_OPEN, 36 * HOUR_NANOS);
        BacktestRun run = Told.shares(0.5, Double.NaN, 0).inEngine(flat(100, 5), terms);
        assertThat(run.trades()).extracting(BacktestTrade::exitReason).containsExactly("last-bar");
        assertThat(run.trades()).extracting(BacktestTrade::exitBar).containsExactly(4);
    }

    /** A share has no bars at the weekend, a coin has. */
    @Test
    void aWeekendIsNoDelisting() {
        Told holding = new Told(2, (scene, wishes) -> {
            if (scene.bars(1) == 1 && scene.isNew(1)) {
                wishes.hold(Target.strong(1, 1, Reason.of("in")));
            }
        });
        BarSeries share = Told.opensAndCloses(50, 50, 50, 50, 50, 50, 50, 50, 50, 50);
        BacktestTerms terms = PLAIN.withDelisting(-0.3);
        assertThat(run(holding, terms, flat(100, 7), share).orders().getLast())
                .isEqualTo(new BacktestOrder(1, 4, -199, 50, 0, "last-bar"));
        assertThat(run(holding, terms, flat(100, 9), share).orders().getLast())
                .isEqualTo(new BacktestOrder(1, 4, -199, 50, 0, "last-bar"));
        assertThat(run(holding, terms, flat(100, 10), share).orders().getLast())
                .isEqualTo(new BacktestOrder(1, 4, -199, 35, 0, "delisted"));
    }

    private static long nanos(int year, int month, int day) {
        return LocalDate.of(year, month, day)
                        .atStartOfDay()
                        .toInstant(ZoneOffset.UTC)
                        .getEpochSecond()
                * 1_000_000_000;
    }

    private static long[] ends(long... opens) {
        BarSeries flat = flat(10, opens.length);
        BarSeries bars =
                new BarSeries(opens, flat.open(), flat.high(), flat.low(), flat.close(), flat.volume(), opens.length);
        return BacktestMarket.of(bars, PLAIN).series().getFirst().endNanos();
    }

    @Test
    void aMonthIsOverWhenTheNextBegins() {
        long[] months = IntStream.rangeClosed(1, 6)
                .mapToLong(month -> nanos(2023, month, 1))
                .toArray();
        long[] ends = ends(months);
        assertThat(Arrays.copyOf(ends, 5)).containsExactly(Arrays.copyOfRange(months, 1, 6));
        assertThat(ends[5]).isEqualTo(nanos(2023, 7, 2));
    }

    @Test
    void aFridayIsOverBeforeMonday() {
        assertThat(ends(nanos(2023, 3, 1), nanos(2023, 3, 2), nanos(2023, 3, 3), nanos(2023, 3, 6), nanos(2023, 3, 7)))
                .containsExactly(
                        nanos(2023, 3, 2), nanos(2023, 3, 3), nanos(2023, 3, 4), nanos(2023, 3, 7), nanos(2023, 3, 8));
    }
}
