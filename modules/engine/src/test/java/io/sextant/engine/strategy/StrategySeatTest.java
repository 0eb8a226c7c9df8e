package io.sextant.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Decimals;
import io.sextant.domain.order.BookEntry;
import io.sextant.engine.testing.CoreSession;
import io.sextant.engine.testing.TestMarket;
import io.sextant.strategy.Strategy.OrderDesk;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.kind.Reason;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.kind.StrategyRun;
import io.sextant.strategy.kind.Target;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same seat in a market of agents, where orders meet a real book and nobody knows where bars end. */
class StrategySeatTest {

    /** In and out every third bar, and what it saw of each. */
    private record InAndOut(List<Double> closes, List<Long> opens) implements StrategyKind {

        @Override
        public String name() {
            return "in-and-out";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of();
        }

        @Override
        public Needs needs(Choice choice) {
            return Needs.bars(1);
        }

        @Override
        public StrategyRun begin(Choice choice) {
            return (scene, wishes) -> {
                closes.add(scene.close(0));
                opens.add(scene.openTimeNanos(0));
                if (scene.bars(0) % 3 == 0) {
                    double share = scene.bars(0) % 6 == 0 ? 0 : 0.5;
                    wishes.hold(Target.strong(0, share, Reason.of("third-bar")));
                }
            };
        }
    }

    /** A venue at which nothing trades. */
    private static final class Misses implements OrderDesk {

        private final List<Long> limits = new ArrayList<>();

        @Override
        public long positionLots(int instrument) {
            return 0;
        }

        @Override
        public long placeLimit(int instrument, Side side, long lots, long limitTicks, BookEntry entry, String reason) {
            limits.add(limitTicks);
            return limits.size();
        }

        @Override
        public void cancel(long orderId) {}

        @Override
        public String whyRefused() {
            return "";
        }
    }

    @Test
    void whatHasToBeClosedIsTriedUntilItIsAndOthersFillsAreNotItsOwn() {
        TestMarket market = TestMarket.simulated(7, CoreSession.START_NANOS);
        InAndOut kind = new InAndOut(new ArrayList<>(), new ArrayList<>());
        SeatTerms terms = new SeatTerms(
                kind.name(),
                kind,
                Choice.usual(kind),
                market.terms().instruments(),
                List.of(1),
                1_000_000,
                List.of(new Sizing(0, 1)));
        StrategySeat seat = new StrategySeat(
                terms, BarClock.of(Timeframe.M1), PriceGuess.within(0), SeatWorld.EMPTY, SeatListener.NOBODY);
        Misses desk = new Misses();
        seat.onFill(0, 1, Side.BUY, 100, 5, 0, CoreSession.START_NANOS);
        assertThat(seat.book().lots(0)).isZero();
        seat.onFill(1, 1, Side.BUY, 100, 5, 0, CoreSession.START_NANOS);
        seat.closeOut(0, Reason.of("guard"));
        for (int i = 1; i <= 20; i++) {
            seat.onTrade(1, CoreSession.START_NANOS + i, 100 - i, 1, Side.SELL, desk);
            seat.onStepEnd(CoreSession.START_NANOS + i, desk);
            seat.onDone(i);
        }
        assertThat(desk.limits).hasSize(20).endsWith(80L);
    }

    @Test
    void hearsTheBarsThatTheEngineMakesAndHoldsWhatTheLedgerHolds() {
        TestMarket market = TestMarket.simulated(7, CoreSession.START_NANOS);
        InAndOut kind = new InAndOut(new ArrayList<>(), new ArrayList<>());
        List<Side> fills = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        var instrument = market.terms().instruments().get(0);
        SeatTerms terms = new SeatTerms(
                kind.name(),
                kind,
                Choice.usual(kind),
                market.terms().instruments(),
                List.of(0),
                10_000 * Decimals.powerOfTen(instrument.quote().scale()),
                List.of(new Sizing(0.001, 1)));
        StrategySeat seat = new StrategySeat(
                terms, BarClock.of(Timeframe.S5), PriceGuess.within(20), SeatWorld.EMPTY, new SeatListener() {
                    @Override
                    public void onFill(int own, Side side, long ticks, long lots, long fee, long nanos, Reason reason) {
                        assertThat(reason.code()).isEqualTo("third-bar");
                        fills.add(side);
                    }

                    @Override
                    public void onRefused(int own, long nanos, String sentence) {
                        refusals.add(sentence);
                    }
                });
        CoreSession session = CoreSession.begin(market, List.of(seat));
        while (session.core().marketNanos() < CoreSession.START_NANOS + 120_000_000_000L) {
            session.run(100);
        }

        assertThat(refusals).isEmpty();
        assertThat(fills).contains(Side.BUY, Side.SELL);
        assertThat(seat.book().lots(0)).isEqualTo(session.core().views().positionLots(0));
        BarSeries own = session.core().bars().newest(instrument.id(), Timeframe.S5);
        assertThat(kind.opens()).hasSizeGreaterThan(15);
        for (int i = 0; i < kind.opens().size(); i++) {
            int at = own.indexAtOrAfter(kind.opens().get(i));
            assertThat(own.openTimeNanos()[at]).isEqualTo(kind.opens().get(i));
            assertThat(own.close()[at]).isEqualTo(kind.closes().get(i));
        }
    }
}
