package io.sextant.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.event.Event;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.OrderId;
import io.sextant.engine.backtest.BacktestMarket.PricedBars;
import io.sextant.engine.backtest.TradingCosts.FeeTier;
import io.sextant.engine.core.FactSink;
import io.sextant.engine.strategy.SeatListener;
import io.sextant.engine.strategy.SeatWorld;
import io.sextant.marketdata.bar.CorporateAction.Dividend;
import io.sextant.marketdata.bar.CorporateAction.Split;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.OrderWish;
import io.sextant.strategy.kind.Reason;
import io.sextant.strategy.kind.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What only the engine itself can do; every number reckoned by hand. */
class EventBacktestTest {

    private static final double NOTHING = Double.NaN;
    private static final BacktestTerms PLAIN = new BacktestTerms(10_000, 0, false);
    private static final BacktestTerms PATH = PLAIN.withFill(FillModel.BAR_PATH, 0);

    private static Told ordering(int atBar, Side side, double units, double limit, long untilNanos) {
        return new Told(1, (scene, wishes) -> {
            if (scene.bars(0) == atBar) {
                wishes.order(new OrderWish(0, side, units, limit, untilNanos, Reason.of("cheap")));
            }
        });
    }

    @Test
    void reasonAndEvidenceTravelWithTheOrderToItsFill() {
        Map<OrderId, String> reasons = new HashMap<>();
        List<OrderFilled> fills = new ArrayList<>();
        FactSink facts = new FactSink() {
            @Override
            public boolean isListening() {
                return true;
            }

            @Override
            public long nextPosition() {
                return 1;
            }

            @Override
            public void accept(Event fact) {
                if (fact instanceof OrderChanged changed) {
                    reasons.put(changed.order().id(), changed.order().terms().reason());
                } else if (fact instanceof OrderFilled filled) {
                    fills.add(filled);
                }
            }
        };
        Told told = Told.shares(1, -1);
        EventBacktest.run(
                BacktestMarket.of(Told.opensAndCloses(10, 10, 10, 10, 10, 10, 10, 10), PLAIN),
                told,
                Choice.usual(told),
                PLAIN,
                SeatWorld.EMPTY,
                SeatListener.NOBODY,
                facts);
        assertThat(fills)
                .extracting(each -> reasons.get(each.fill().order()))
                .containsExactly("told bar=0.00000", "told bar=1.00000", "told bar=1.00000", "last-bar");
    }

    /** At 100 a limit of 95 rests; the low of the second bar goes through it to 90. Held long since, so later lows come first. */
    @Test
    void aRestingOrderIsFilledAtItsLimitWhereThePathGoesThroughIt() {
        BarSeries bars = Told.bars(100, 100, 100, 100, 100, 101, 90, 99, 99, 99, 99, 99);
        BacktestRun run = ordering(1, Side.BUY, 10, 95, Target.ALWAYS).inEngine(bars, PATH);
        assertThat(run.orders().getFirst()).isEqualTo(new BacktestOrder(0, 1, 10, 95, 0, "cheap"));
        assertThat(run.equity()).containsExactly(10_000, 10_000 + 10 * 4, 10_000 + 10 * 4);
    }

    @Test
    void aTouchIsNotEnoughAndAnOpenBeyondTheLimitIsBetter() {
        BarSeries touch = Told.bars(100, 100, 100, 100, 100, 101, 95, 99, 99, 99, 99, 99);
        assertThat(ordering(1, Side.BUY, 10, 95, Target.ALWAYS)
                        .inEngine(touch, PATH)
                        .orders())
                .isEmpty();
        BarSeries gap = Told.bars(100, 100, 100, 100, 100, 101, 99, 99, 92, 93, 91, 93, 93, 93, 93, 93);
        assertThat(ordering(1, Side.BUY, 10, 95, Target.ALWAYS)
                        .inEngine(gap, PATH)
                        .orders()
                        .getFirst())
                .isEqualTo(new BacktestOrder(0, 2, 10, 92, 0, "cheap"));
    }

    @Test
    void anOrderThatLapsedIsTakenBack() {
        BarSeries bars = Told.bars(100, 100, 100, 100, 100, 101, 99, 99, 99, 99, 90, 99, 99, 99, 99, 99);
        BacktestRun run = ordering(1, Side.BUY, 10, 95, 2 * Told.DAY_NANOS).inEngine(bars, PATH);
        assertThat(run.orders()).isEmpty();
    }

    /** Who is long sees the low first: a sale at 106 on the way up comes after a purchase at 94 on the way down. */
    @Test
    void theExtremeThatHurtsWhatIsHeldComesFirst() {
        Told both = new Told(1, (scene, wishes) -> {
            if (scene.bars(0) == 1) {
                wishes.hold(Target.strong(0, 0.5, Reason.of("half")));
            }
            if (scene.bars(0) == 2) {
                wishes.order(new OrderWish(0, Side.BUY, 1, 94, Target.ALWAYS, Reason.of("low")));
                wishes.order(new OrderWish(0, Side.SELL, 1, 106, Target.ALWAYS, Reason.of("high")));
            }
        });
        BarSeries bars = Told.bars(100, 100, 100, 100, 100, 100, 100, 100, 100, 110, 90, 100, 100, 100, 100, 100);
        assertThat(both.inEngine(bars, PATH).orders())
                .extracting(BacktestOrder::reason)
                .containsExactly("half", "low", "high", "last-bar");
        Told shorted = new Told(1, (scene, wishes) -> {
            if (scene.bars(0) == 1) {
                wishes.hold(Target.strong(0, -0.5, Reason.of("half")));
            }
            if (scene.bars(0) == 2) {
                wishes.order(new OrderWish(0, Side.BUY, 1, 94, Target.ALWAYS, Reason.of("low")));
                wishes.order(new OrderWish(0, Side.SELL, 1, 106, Target.ALWAYS, Reason.of("high")));
            }
        });
        assertThat(shorted.inEngine(bars, PATH).orders())
                .extracting(BacktestOrder::reason)
                .containsExactly("half", "high", "low", "last-bar");
    }

    /** Closes 100, 110, 100, 110, 100: returns of plus and minus log 1.1, deviation sqrt(4/3) log 1.1; an order of 25 of 100 moves half as far. */
    @Test
    void anOrderMovesThePriceByTheRootOfItsShareOfTheVolume() {
        BarSeries bars = Told.opensAndCloses(100, 100, 100, 110, 110, 100, 100, 110, 110, 100, 100.0001, 100, 100, 100);
        BacktestTerms terms = PLAIN.withCosts(TradingCosts.NONE.withPrices(0, 0, 1));
        Told quarter = Told.shares(NOTHING, NOTHING, NOTHING, NOTHING, 0.25);
        BacktestOrder order = quarter.inEngine(bars, terms).orders().getFirst();
        double deviation = Math.sqrt(4.0 / 3) * Math.log(1.1);
        // The first size, 24 by the price without impact, gives the price by which 22 are sized, and these pay for
        // their own impact.
        double worst = 100.0001 * (1 + deviation * Math.sqrt(24 / 100.0));
        double units = Math.floor(0.9999 * 10_000 * 0.25 / worst);
        assertThat(order.units()).isEqualTo(units);
        assertThat(order.price()).isCloseTo(100.0001 * (1 + deviation * Math.sqrt(units / 100)), within(1e-4));
    }

    @Test
    void anOrderThatIsLateTradesAtTheNextOpen() {
        BarSeries bars = Told.opensAndCloses(100, 100, 100, 100, 100.5, 100.5, 101, 101, 101, 101);
        BacktestRun run = Told.shares(0.5).inEngine(bars, PLAIN.withFill(FillModel.NEXT_OPEN, 1_000_000));
        // Sent at the open of the second day, there a millisecond too late, so filled at the third's; sized by its
        // limit of 101.
        assertThat(run.orders().getFirst())
                .isEqualTo(new BacktestOrder(0, 2, Math.floor(0.9999 * 5_000 / 101), 100.5, 0, "told bar=0.00000"));
    }

    /** 10 bps at first; after 100 units at 50, which are 5,000, the tier from 4,000 takes 5. */
    @Test
    void feesFallWithWhatWasTradedBefore() {
        BarSeries bars = Told.opensAndCloses(50, 50, 50, 50, 50, 50, 50, 50);
        BacktestTerms terms = PLAIN.withCosts(
                TradingCosts.NONE.withTiers(List.of(new FeeTier(0, 0.001, 0.001), new FeeTier(4_000, 0, 0.0005))));
        BacktestRun run = Told.shares(0.5, 0).inEngine(bars, terms);
        double units = Math.floor(0.9999 * 5_000 / (50 * 1.001));
        assertThat(run.orders()).extracting(BacktestOrder::fee).containsExactly(units * 0.05, units * 0.025);
        assertThat(run.equity()[3]).isCloseTo(10_000 - units * 0.075, within(1e-9));
    }

    /** 99 units from the second open on; a dividend of 2 goes ex at the third, one of 5 before anything was held. */
    @Test
    void whoHoldsAShareWhenItGoesExGetsTheDividendAndWhoIsShortPaysIt() {
        BarSeries bars = Told.opensAndCloses(100, 100, 100, 100, 98, 98, 98, 98);
        List<PricedBars> priced = List.of(new PricedBars(
                InstrumentId.of("PAYS"),
                bars,
                List.of(new Dividend(Told.DAY_NANOS, 5), new Dividend(2 * Told.DAY_NANOS, 2))));
        Told held = Told.shares(1);
        BacktestRun run = EventBacktest.run(BacktestMarket.of(priced, PLAIN), held, Choice.usual(held), PLAIN);
        assertThat(run.flows().dividends()).isEqualTo(99 * 2);
        assertThat(run.equity()).containsExactly(10_000, 10_000, 10_000, 10_000);
        Told sold = Told.shares(-1);
        assertThat(EventBacktest.run(BacktestMarket.of(priced, PLAIN), sold, Choice.usual(sold), PLAIN)
                        .flows()
                        .dividends())
                .isEqualTo(-99 * 2);
    }

    /** Two for one at the third bar: what was 100 counts as 50, and a dividend of 2 before it as 1 on twice as many. */
    @Test
    void aSplitChangesNobodysWealth() {
        BarSeries bars = Told.opensAndCloses(100, 100, 100, 100, 50, 50, 50, 50);
        List<PricedBars> priced = List.of(new PricedBars(
                InstrumentId.of("SPLITS"),
                bars,
                List.of(new Split(2 * Told.DAY_NANOS, 2, 1), new Dividend(2 * Told.DAY_NANOS, 2))));
        Told held = Told.shares(1);
        BacktestRun run = EventBacktest.run(BacktestMarket.of(priced, PLAIN), held, Choice.usual(held), PLAIN);
        assertThat(run.orders().getFirst().units()).isEqualTo(199);
        assertThat(run.equity()).containsExactly(10_000, 10_000, 10_199, 10_199);
    }

    /** 99 sold at 100 cost a hundredth of a year's 36.5 percent of 9,900 each day: 9.90. */
    @Test
    void whoIsShortPaysForTheLoan() {
        BarSeries bars = Told.opensAndCloses(100, 100, 100, 100, 100, 100, 100, 100);
        BacktestTerms terms = PLAIN.withCosts(TradingCosts.NONE.withHolding(0.365, 0));
        BacktestRun run = Told.shares(-1).inEngine(bars, terms);
        assertThat(run.flows().borrowing()).isCloseTo(-2 * 9.9, within(1e-6));
        assertThat(run.equity()[3]).isCloseTo(10_000 - 19.8, within(1e-6));
        assertThat(Told.shares(1).inEngine(bars, terms).flows().borrowing()).isZero();
    }

    /** Three fundings lie between two days: at 8 and 16 o'clock and at midnight. */
    @Test
    void whoIsLongPaysFundingToWhoIsShort() {
        BarSeries bars = Told.opensAndCloses(100, 100, 100, 100, 100, 100, 100, 100);
        BacktestTerms terms = PLAIN.withCosts(TradingCosts.NONE.withHolding(0, 0.0001));
        assertThat(Told.shares(1).inEngine(bars, terms).flows().funding()).isCloseTo(-2 * 3 * 0.99, within(1e-9));
        assertThat(Told.shares(-1).inEngine(bars, terms).flows().funding()).isCloseTo(2 * 3 * 0.99, within(1e-9));
    }

    /**
     * Four times 10,000 at 100: 399 units, 100 short of the whole by rounding. At 80 the equity is 10,000 - 7,980 = 2,020 and what is held 31,920, so below a
     * tenth of it; at 84 it was 3,616 of 33,516 and above.
     */
    @Test
    void whatTheMarginNoLongerCarriesIsClosedWhereThePathGoes() {
        BarSeries bars = Told.bars(
                100, 100, 100, 100, 100, 100, 84, 90, 90, 90, 80, 120, 120, 120, 120, 120, 120, 120, 120, 120);
        BacktestRun run = Told.shares(4).inEngine(bars, PATH.withMargin(0.1));
        assertThat(run.orders())
                .containsExactly(
                        new BacktestOrder(0, 1, 399, 100, 0, "told bar=0.00000"),
                        new BacktestOrder(0, 2, -399, 80, 0, "liquidated"));
        assertThat(run.equity()).containsExactly(10_000, 10_000 - 3_990, 2_020, 2_020, 2_020);
    }

    @Test
    void withoutMarginTheGateRefusesWhatCannotBePaid() {
        BacktestRun run = Told.shares(4).inEngine(Told.opensAndCloses(100, 100, 100, 100, 100, 100), PLAIN);
        assertThat(run.orders()).isEmpty();
        assertThat(run.refusals()).hasSize(1).first().asString().contains("free");
    }

    /** Half in each of two; the second sells before the first, which needs the cash, can buy. */
    @Test
    void severalInstrumentsShareTheCashAndWhatIsClosedPaysForWhatIsOpened() {
        BarSeries flat = Told.opensAndCloses(100, 100, 100, 100, 100, 100, 100, 100);
        BarSeries rises = Told.opensAndCloses(50, 50, 50, 50, 60, 60, 60, 60);
        Told turning = new Told(2, (scene, wishes) -> {
            if (scene.bars(0) == 1) {
                wishes.hold(Target.strong(1, 1, Reason.of("in")));
            }
            if (scene.bars(0) == 2) {
                wishes.hold(Target.strong(0, 1, Reason.of("over")));
                wishes.hold(Target.strong(1, 0, Reason.of("out")));
            }
        });
        List<PricedBars> priced =
                List.of(new PricedBars(InstrumentId.of("FLAT"), flat), new PricedBars(InstrumentId.of("RISES"), rises));
        BacktestRun run = EventBacktest.run(BacktestMarket.of(priced, PLAIN), turning, Choice.usual(turning), PLAIN);
        assertThat(run.orders())
                .containsExactly(
                        new BacktestOrder(1, 1, 199, 50, 0, "in"),
                        new BacktestOrder(1, 2, -199, 60, 0, "out"),
                        new BacktestOrder(0, 2, 119, 100, 0, "over"),
                        new BacktestOrder(0, 3, -119, 100, 0, "last-bar"));
        assertThat(run.equity()).containsExactly(10_000, 10_000, 11_990, 11_990);
    }

    /** The second is gone after its second bar; of 50 a share 30 percent are lost. */
    @Test
    void whatIsDelistedIsSoldForWhatIsLeft() {
        double[] prices = new double[16];
        Arrays.fill(prices, 100);
        BarSeries whole = Told.opensAndCloses(prices);
        BarSeries gone = Told.opensAndCloses(50, 50, 50, 50, 50, 50);
        Told holding = new Told(2, (scene, wishes) -> {
            if (scene.bars(1) == 1 && scene.isNew(1)) {
                wishes.hold(Target.strong(1, 1, Reason.of("in")));
            }
        });
        List<PricedBars> priced =
                List.of(new PricedBars(InstrumentId.of("WHOLE"), whole), new PricedBars(InstrumentId.of("GONE"), gone));
        BacktestTerms terms = PLAIN.withDelisting(-0.3);
        BacktestRun run = EventBacktest.run(BacktestMarket.of(priced, terms), holding, Choice.usual(holding), terms);
        assertThat(run.orders())
                .containsExactly(
                        new BacktestOrder(1, 1, 199, 50, 0, "in"), new BacktestOrder(1, 2, -199, 35, 0, "delisted"));
        assertThat(run.equity()[4]).isEqualTo(10_000 - 199 * 15);
    }
}
