package io.sextant.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.CancelScope;
import io.sextant.domain.command.ChangeRiskLimits;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.FlattenPositions;
import io.sextant.domain.command.PlaceBracket;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.InstrumentLimits;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.RiskLimits;
import io.sextant.domain.order.Trail;
import io.sextant.domain.parent.BracketExits;
import io.sextant.domain.parent.BracketTerms;
import io.sextant.domain.parent.BracketTerms.Opening;
import io.sextant.domain.parent.ExitStop;
import io.sextant.domain.parent.ParentOrder;
import io.sextant.domain.parent.ParentStage;
import io.sextant.domain.session.SessionTerms;
import io.sextant.engine.testing.CoreSession;
import io.sextant.engine.testing.ScriptedFeed;
import io.sextant.engine.testing.TestMarket;
import io.sextant.execution.paper.PaperVenue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Parents where the venue takes no order below 20 USDT: at 64,000 that is four of the smallest lots. */
class SmallestValueTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long MIDDLE_TICKS = 128_000;
    private static final long LARGEST_LOTS = 100;

    private final TestMarket market = market();
    private final Instrument btc = market.terms().instruments().get(0);
    private final CoreSession session = CoreSession.begin(market);
    private long nowNanos = CoreSession.START_NANOS;

    private static TestMarket market() {
        TestMarket plain = TestMarket.steady(CoreSession.START_NANOS, CoreSession.START_NANOS + SECOND);
        List<Instrument> instruments =
                new ArrayList<>(plain.instruments().catalog().all());
        SpotPair btc = (SpotPair) instruments.getFirst();
        TradingRules rules = btc.rules();
        instruments.set(
                0,
                new SpotPair(
                        btc.id(),
                        btc.name(),
                        btc.base(),
                        btc.quote(),
                        new TradingRules(rules.tick(), rules.lot(), rules.minQuantity(), Quantity.parse("20")),
                        FeeSchedule.FREE));
        ScriptedFeed feed = new ScriptedFeed(new InstrumentCatalog(instruments));
        SessionTerms terms = plain.terms();
        return new TestMarket(
                new SessionTerms(
                        terms.mode(),
                        terms.seed(),
                        terms.startNanos(),
                        feed.name(),
                        terms.reportingCurrency(),
                        terms.rates(),
                        terms.startingCash(),
                        terms.costBasis(),
                        feed.instruments()),
                feed,
                new PaperVenue(instruments.size(), SECOND / 50),
                plain.instruments());
    }

    SmallestValueTest() {
        RiskLimits usual = CoreSession.usualLimits(market);
        List<InstrumentLimits> limits = usual.byInstrument().stream()
                .map(one -> one.instrument().equals(btc.id())
                        ? new InstrumentLimits(
                                btc.id(),
                                btc.quantityOf(LARGEST_LOTS),
                                one.maxOrderNotional(),
                                one.collarBps(),
                                one.maxPosition())
                        : one)
                .toList();
        assertThat(session.apply(new ChangeRiskLimits(new RiskLimits(limits, usual.account(), usual.byStrategy()))))
                .isEqualTo(Outcome.DONE);
        pass(1);
    }

    @Test
    void flattensInPartsOfWhichNoneIsLessThanTheVenueTakes() {
        buy(60);
        buy(42);
        OrderId flatten = done(new FlattenPositions(new CancelScope.OneInstrument(btc.id())));
        pass(40);

        assertThat(parent(flatten).stage()).as(parent(flatten).reason()).isEqualTo(ParentStage.DONE);
        assertThat(fills(Side.SELL)).containsExactly(51L, 51L);
    }

    @Test
    void flattensWithTheLargestOrdersWhereTheRestIsLargeEnough() {
        buy(60);
        buy(70);
        OrderId flatten = done(new FlattenPositions(new CancelScope.OneInstrument(btc.id())));
        pass(40);

        assertThat(parent(flatten).stage()).as(parent(flatten).reason()).isEqualTo(ParentStage.DONE);
        assertThat(fills(Side.SELL)).containsExactly(LARGEST_LOTS, 30L);
    }

    @Test
    void refusesABracketWhoseStopTheVenueWouldNotTake() {
        Refusal refusal = refused(bracket(exits("70000", "45000")));
        assertThat(refusal.code()).isEqualTo(RefusalCode.EXIT_BELOW_MIN_VALUE);
        assertThat(refusal.sentence()).contains("45000", "18", "20");
        assertThat(refused(bracket(trailing("19000"))).code()).isEqualTo(RefusalCode.EXIT_BELOW_MIN_VALUE);
        assertThat(session.core()
                        .views()
                        .preview(bracket(exits("70000", "45000")))
                        .refusal())
                .isEqualTo(Optional.of(refusal));
    }

    @Test
    void takesABracketWhoseStopIsWorthExactlyTheSmallestValue() {
        assertThat(session.apply(new PlaceBracket(bracket(exits("70000", "50000")))))
                .isInstanceOf(Outcome.Done.class);
        pass(10);
        assertThat(session.apply(new PlaceBracket(bracket(trailing("14000"))))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void refusesExitsOfWhatIsHeldThatTheVenueWouldNotTake() {
        buy(4);
        Opening held = new Opening.Held(btc.id(), Side.BUY, btc.quantityOf(4), OrderOrigin.TICKET);
        assertThat(refused(new BracketTerms(held, exits("64100", "45000"))).code())
                .isEqualTo(RefusalCode.EXIT_BELOW_MIN_VALUE);
    }

    @Test
    void looksAtTheTargetOfWhatIsSold() {
        buy(50);
        Opening sale = new Opening.ByOrder(market(Side.SELL, 4));
        assertThat(refused(new BracketTerms(sale, exits("45000", "70000"))).code())
                .isEqualTo(RefusalCode.EXIT_BELOW_MIN_VALUE);
    }

    @Test
    void refusesATrailOffTheTickInsteadOfAStopThatCouldNeverBePlaced() {
        assertThat(refused(bracket(trailing("100.3"))).code()).isEqualTo(RefusalCode.OFF_TICK);
        assertThat(refused(bracket(trailing("9000000000000000000"))).code()).isEqualTo(RefusalCode.AMOUNT_TOO_LARGE);
    }

    private BracketTerms bracket(BracketExits exits) {
        return new BracketTerms(new Opening.ByOrder(market(Side.BUY, 4)), exits);
    }

    private static BracketExits exits(String target, String stop) {
        return BracketExits.of(Price.parse(target), Price.parse(stop));
    }

    private static BracketExits trailing(String distance) {
        return new BracketExits(null, new ExitStop.Trailing(new Trail.ByAmount(Price.parse(distance))), 0, null);
    }

    private Refusal refused(BracketTerms terms) {
        Outcome outcome = session.apply(new PlaceBracket(terms));
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).refusal();
    }

    private OrderDraft market(Side side, long lots) {
        return OrderDraft.market(btc.id(), side, btc.quantityOf(lots), OrderOrigin.TICKET);
    }

    private void buy(long lots) {
        done(new PlaceOrder(market(Side.BUY, lots)));
        pass(2);
        assertThat(fills(Side.BUY)).contains(lots);
    }

    private OrderId done(Command command) {
        Outcome outcome = session.apply(command);
        assertThat(outcome).as("%s", outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).order().orElseThrow();
    }

    /** So many seconds go by, with a quote and a trade in each. */
    private void pass(int seconds) {
        ScriptedFeed feed = (ScriptedFeed) market.feed();
        for (int i = 0; i < seconds; i++) {
            nowNanos += SECOND;
            long at = nowNanos;
            feed.say(at, sink -> {
                sink.onQuote(0, at, MIDDLE_TICKS - 1, 10_000, MIDDLE_TICKS + 1, 10_000);
                sink.onTrade(0, at, MIDDLE_TICKS, 1, Side.BUY);
            });
        }
        while (session.core().nextNanos() <= nowNanos) {
            session.core().step();
        }
    }

    private List<Long> fills(Side side) {
        return session.facts().stream()
                .filter(OrderFilled.class::isInstance)
                .map(fact -> ((OrderFilled) fact).fill())
                .filter(fill -> fill.side() == side)
                .map(fill -> btc.lotsOf(fill.quantity()))
                .toList();
    }

    private ParentOrder parent(OrderId id) {
        return session.core().views().parents().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
