package io.sextant.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.domain.command.ChangeGateState;
import io.sextant.domain.command.ChangeRiskLimits;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.command.HostStrategy;
import io.sextant.domain.command.PlaceStrategyOrder;
import io.sextant.domain.command.RealMoney;
import io.sextant.domain.command.ReleaseKillSwitch;
import io.sextant.domain.command.SteerStrategy;
import io.sextant.domain.event.StrategyChanged;
import io.sextant.domain.hosting.HostSteering;
import io.sextant.domain.hosting.HostedStage;
import io.sextant.domain.hosting.HostedStrategy;
import io.sextant.domain.hosting.HostingLimits;
import io.sextant.domain.hosting.HostingTerms;
import io.sextant.domain.hosting.StageCause;
import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.order.GateState;
import io.sextant.domain.order.InstrumentLimits;
import io.sextant.domain.order.KillScope;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.RiskLimits;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.position.CostBasis;
import io.sextant.domain.session.SessionTerms;
import io.sextant.engine.testing.CoreSession;
import io.sextant.engine.testing.ScriptedFeed;
import io.sextant.engine.testing.ScriptedVenue;
import io.sextant.engine.testing.TestMarket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the core keeps of strategies that the desk runs: terms, stages, books, and what of theirs it lets pass. */
class HostedStrategiesTest {

    private final BreakerDesk desk = new BreakerDesk();

    private HostingTerms terms(String name, String capital, String largestOrder, String dayLoss, int rate) {
        return new HostingTerms(
                name,
                "sma-cross",
                Map.of(),
                List.of(desk.future.id()),
                Timeframe.M1,
                usd(capital),
                new HostingLimits(usd(largestOrder), usd(dayLoss), rate, 100),
                new BacktestSetup.Costs(0, 0, 0));
    }

    private static Money usd(String amount) {
        return Money.parse(amount, Currency.USD);
    }

    private void host(String name) {
        done(new HostStrategy(terms(name, "90000", "90000", "1000", 100)));
    }

    private void done(Command command) {
        assertThat(desk.session.apply(command)).isInstanceOf(Outcome.Done.class);
        desk.runToNow();
    }

    private void steer(String name, HostSteering how) {
        done(SteerStrategy.asked(name, how, ""));
    }

    private Optional<RefusalCode> order(String name, Side side, long lots) {
        Outcome outcome = desk.session.apply(new PlaceStrategyOrder(
                name,
                new OrderDraft(
                        desk.future.id(),
                        side,
                        OrderType.limit(desk.future.priceOf(desk.start)),
                        desk.future.quantityOf(lots),
                        TimeInForce.IMMEDIATE_OR_CANCEL,
                        OrderOrigin.STRATEGY,
                        "crossed-up")));
        desk.runToNow();
        return outcome instanceof Outcome.Refused(var refusal) ? Optional.of(refusal.code()) : Optional.empty();
    }

    private HostedStrategy see(String name) {
        return desk.session.core().hosted().strategies().stream()
                .filter(each -> each.terms().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anOrderOfAStrategyTradesIntoItsOwnBookAndTheAccountHoldsTheSum() {
        host("one");
        host("two");
        steer("one", HostSteering.START);
        steer("two", HostSteering.START);
        assertThat(order("one", Side.BUY, 2)).isEmpty();
        assertThat(order("two", Side.SELL, 1)).isEmpty();

        assertThat(see("one").positions())
                .singleElement()
                .satisfies(held -> assertThat(held.units()).isEqualTo(2));
        assertThat(see("two").positions())
                .singleElement()
                .satisfies(held -> assertThat(held.units()).isEqualTo(-1));
        assertThat(desk.session.core().views().positionLots(desk.index)).isEqualTo(1);
        assertThat(see("one").fills())
                .singleElement()
                .satisfies(fill -> assertThat(fill.reason()).isEqualTo("crossed-up"));
        assertThat(order("one", Side.SELL, 2)).isEmpty();
        assertThat(see("one").positions()).isEmpty();
        assertThat(see("one").figures().trades()).isEqualTo(1);
    }

    @Test
    void whatDoesNotRunSendsNothingAndTakesBackWhatWorks() {
        assertThat(order("one", Side.BUY, 1)).contains(RefusalCode.NO_SUCH_STRATEGY);
        host("one");
        assertThat(order("one", Side.BUY, 1)).contains(RefusalCode.STRATEGY_NOT_RUNNING);
        steer("one", HostSteering.START);
        assertThat(order("one", Side.BUY, 1)).isEmpty();
        steer("one", HostSteering.PAUSE);
        assertThat(order("one", Side.SELL, 1)).contains(RefusalCode.STRATEGY_NOT_RUNNING);
        steer("one", HostSteering.STOP_AND_CLOSE);
        assertThat(order("one", Side.BUY, 1)).contains(RefusalCode.STRATEGY_NOT_RUNNING);
        assertThat(order("one", Side.SELL, 1)).isEmpty();
        assertThat(see("one").stage()).isEqualTo(HostedStage.STOPPED);
        assertThat(see("one").cause()).isEqualTo(StageCause.CLOSED);
        steer("one", HostSteering.REMOVE);
        assertThat(desk.session.core().hosted().strategies()).isEmpty();
    }

    @Test
    void itsOwnLimitsHoldAndGettingOutPassesThem() {
        // One lot of the future at the start is worth a good 42,000 dollars.
        done(new HostStrategy(terms("one", "90000", "45000", "1000", 3)));
        steer("one", HostSteering.START);
        assertThat(order("one", Side.BUY, 2)).contains(RefusalCode.STRATEGY_LARGEST_ORDER);
        assertThat(order("one", Side.BUY, 1)).isEmpty();
        assertThat(order("one", Side.BUY, 1)).isEmpty();
        assertThat(order("one", Side.BUY, 1)).contains(RefusalCode.STRATEGY_CAPITAL);
        assertThat(order("one", Side.SELL, 2)).isEmpty();
        assertThat(order("one", Side.BUY, 1)).contains(RefusalCode.STRATEGY_ORDERS_A_MINUTE);
        desk.pass(61);
        assertThat(order("one", Side.BUY, 1)).isEmpty();
        assertThat(see("one").refusals()).hasSize(3);
    }

    @Test
    void theDaysLossPausesItAndTheDeskGoesOn() {
        host("one");
        host("two");
        steer("one", HostSteering.START);
        steer("two", HostSteering.START);
        assertThat(order("one", Side.BUY, 2)).isEmpty();
        // Two lots lose a dollar a tick: 1,100 ticks are more than its 1,000 dollars.
        desk.tick(desk.start - 1_100);
        assertThat(see("one").stage()).isEqualTo(HostedStage.PAUSED);
        assertThat(see("one").cause()).isEqualTo(StageCause.DAY_LOSS);
        assertThat(see("one").figures().today().units()).isNegative();
        assertThat(see("two").stage()).isEqualTo(HostedStage.RUNNING);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theKillSwitchPausesItAndReleasingDoesNotStartItAgain(boolean everybody) {
        KillScope scope = everybody ? KillScope.ALL : new KillScope.OneStrategy("one");
        host("one");
        host("two");
        steer("one", HostSteering.START);
        steer("two", HostSteering.START);
        done(new EngageKillSwitch("enough", scope));
        assertThat(see("one").stage()).isEqualTo(HostedStage.PAUSED);
        assertThat(see("one").cause()).isEqualTo(StageCause.KILL_SWITCH);
        assertThat(see("two").stage()).isEqualTo(everybody ? HostedStage.PAUSED : HostedStage.RUNNING);
        assertThat(desk.session.apply(SteerStrategy.asked("one", HostSteering.RESUME, "")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.KILL_SWITCH));
        done(new ReleaseKillSwitch("looked at", scope));
        desk.pass(5);
        assertThat(see("one").stage()).isEqualTo(HostedStage.PAUSED);
        steer("one", HostSteering.RESUME);
        assertThat(see("one").stage()).isEqualTo(HostedStage.RUNNING);
    }

    @Test
    void aHaltedGatePausesItAndSaysWhy() {
        host("one");
        steer("one", HostSteering.START);
        done(new ChangeGateState(GateState.HALTED, "lunch"));
        assertThat(see("one").cause()).isEqualTo(StageCause.GATE_HALTED);
        assertThat(see("one").why()).isEqualTo("lunch");
        assertThat(desk.facts(StrategyChanged.class).getLast().change().now()).isEqualTo(HostedStage.PAUSED);
    }

    @Test
    void allSharesTogetherAreNoMoreThanTheAccount() {
        host("one");
        host("two");
        assertThat(desk.session.apply(new HostStrategy(terms("three", "90000", "1000", "1000", 10))))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.STRATEGIES_OVER_ACCOUNT));
        done(new HostStrategy(terms("two", "20000", "1000", "1000", 10)));
        done(new HostStrategy(terms("three", "80000", "1000", "1000", 10)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void booksStagesTermsAndWhoseOrdersWorkComeBackByRecovery(boolean withSnapshot) {
        FuturesDesk futures = new FuturesDesk(3);
        for (String name : List.of("one", "two")) {
            apply(futures, new HostStrategy(terms(name, "90000", "90000", "80000", 100)));
            apply(futures, SteerStrategy.asked(name, HostSteering.START, "wanted"));
        }
        buy(futures, "one", 2, futures.last() + 200);
        assertThat(futures.runUntil(() -> futures.position() == 2)).isTrue();
        buy(futures, "two", 1, futures.last() - 2_000);
        apply(futures, SteerStrategy.asked("one", HostSteering.PAUSE, "lunch"));
        futures.session().run(2_000);
        if (withSnapshot) {
            futures.session().takeSnapshot();
            futures.session().run(2_000);
        }
        List<HostedStrategy> before = futures.session().core().hosted().strategies();
        assertThat(before.getLast().positions())
                .singleElement()
                .satisfies(held -> assertThat(held.workingUnits()).isEqualTo(1));

        futures.restart(false);

        assertThat(futures.session().core().hosted().strategies())
                .usingRecursiveComparison()
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(before);
    }

    private static void apply(FuturesDesk futures, Command command) {
        assertThat(futures.session().apply(command)).isInstanceOf(Outcome.Done.class);
    }

    private static void buy(FuturesDesk futures, String strategy, long lots, long ticks) {
        apply(futures, new PlaceStrategyOrder(strategy, futures.limit(Side.BUY, lots, ticks)));
    }

    /** On Binance and Bybit a buyer gets less than he bought; who then sold all of it would sell what he has not. */
    @Test
    void aFeeThatWasTakenOfWhatWasBoughtIsNotTheStrategysToSell() {
        SpotPair pair = new SpotPair(
                InstrumentId.of("BTC-USDT"),
                "Bitcoin",
                Currency.BTC,
                Currency.USDT,
                TradingRules.of("0.10", "0.00001"),
                new FeeSchedule(1_000, 1_000, 0, FeeSchedule.FeeCurrency.BASE_WHEN_BUYING));
        InstrumentCatalog catalog = new InstrumentCatalog(List.of(pair));
        ScriptedFeed feed = new ScriptedFeed(catalog);
        ScriptedVenue venue = new ScriptedVenue();
        venue.fillsAt(600_000);
        SessionTerms terms = new SessionTerms(
                TradingMode.PAPER,
                0,
                CoreSession.START_NANOS,
                feed.name(),
                Currency.USDT,
                List.of(),
                List.of(Money.parse("100000", Currency.USDT)),
                CostBasis.AVERAGE,
                catalog);
        TradingCore core = new TradingCore(terms, feed, venue, List.of(), CompletedBars.Sink.NONE);
        Quantity most = Quantity.parse("10.00000");
        Money dollars = Money.parse("90000", Currency.USDT);
        apply(
                core,
                new ChangeRiskLimits(new RiskLimits(
                        List.of(new InstrumentLimits(pair.id(), most, dollars, 500, most)),
                        AccountLimits.UNBOUNDED,
                        List.of())));
        feed.say(CoreSession.START_NANOS + 1, sink -> {
            sink.onQuote(0, CoreSession.START_NANOS + 1, 599_999, 100, 600_001, 100);
            sink.onTrade(0, CoreSession.START_NANOS + 1, 600_000, 1, Side.BUY);
        });
        core.step();
        apply(
                core,
                new HostStrategy(new HostingTerms(
                        "one",
                        "sma-cross",
                        Map.of(),
                        List.of(pair.id()),
                        Timeframe.M1,
                        dollars,
                        new HostingLimits(dollars, dollars, 100, 100),
                        new BacktestSetup.Costs(10, 0, 0))));
        apply(core, SteerStrategy.asked("one", HostSteering.START, ""));
        // 0.01234 and a fee of a thousandth of it: 1.234 lots, which are two.
        apply(core, order(pair, Side.BUY, "0.01234"));
        run(core);
        HostedStrategy bought = core.hosted().strategies().getFirst();
        assertThat(bought.positions())
                .singleElement()
                .satisfies(held -> assertThat(held.units()).isEqualTo(0.01232));
        assertThat(bought.figures().equity()).isEqualTo(Money.parse("89998.8", Currency.USDT));
        assertThat(bought.figures().fees()).isEqualTo(Money.parse("1.2", Currency.USDT));

        apply(core, SteerStrategy.asked("one", HostSteering.STOP_AND_CLOSE, ""));
        apply(core, order(pair, Side.SELL, "0.01232"));
        run(core);
        assertThat(core.hosted().strategies().getFirst().stage()).isEqualTo(HostedStage.STOPPED);
        assertThat(core.views().positionLots(0)).isNotNegative();
    }

    @Test
    void startsNoneWithRealMoneyThatNobodyArmedForThisAccountAsItIsAgreed() {
        TestMarket market = TestMarket.simulated(3, CoreSession.START_NANOS);
        SessionTerms as = market.terms();
        SessionTerms live = new SessionTerms(
                TradingMode.LIVE,
                as.seed(),
                as.startNanos(),
                as.feed(),
                as.reportingCurrency(),
                as.rates(),
                as.startingCash(),
                as.costBasis(),
                as.instruments());
        TradingCore core = new TradingCore(live, market.feed(), market.venue(), List.of(), CompletedBars.Sink.NONE);
        apply(core, new HostStrategy(terms("one", "9000", "9000", "100", 100)));
        Outcome outcome = core.apply(
                core.marketNanos(), new CommandKey("start"), SteerStrategy.asked("one", HostSteering.START, ""));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        no -> assertThat(no.refusal().code()).isEqualTo(RefusalCode.STRATEGY_REAL_MONEY));
        HostedStrategy one = core.hosted().strategies().getFirst();
        assertThat(one.stage()).isEqualTo(HostedStage.READY);
        assertThat(one.isArmed()).isFalse();
        apply(
                core,
                RealMoney.arm(
                        terms("one", "8000", "9000", "100", 100), market.venue().name()));
        assertThat(core.hosted().strategies().getFirst().isArmed()).isFalse();
        apply(core, RealMoney.arm(one.terms(), market.venue().name()));
        assertThat(core.hosted().strategies().getFirst().isArmed()).isTrue();
        apply(core, SteerStrategy.asked("one", HostSteering.START, ""));
        assertThat(core.hosted().strategies().getFirst().stage()).isEqualTo(HostedStage.RUNNING);
        apply(core, RealMoney.disarm("one"));
        run(core);
        assertThat(core.hosted().strategies().getFirst().stage())
                .as("what is armed no more does not go on")
                .isEqualTo(HostedStage.PAUSED);
        apply(core, RealMoney.arm(one.terms(), market.venue().name()));
        apply(core, SteerStrategy.asked("one", HostSteering.RESUME, ""));
        apply(core, SteerStrategy.asked("one", HostSteering.PAUSE, ""));
        assertThat(core.hosted().strategies().getFirst().isArmed())
                .as("a yes is used up by one stretch of trading")
                .isFalse();
        apply(core, RealMoney.arm(one.terms(), market.venue().name()));
        apply(core, new HostStrategy(terms("one", "9000", "9000", "100", 100)));
        assertThat(core.hosted().strategies().getFirst().isArmed())
                .as("and by agreeing anew, though it is the same that is agreed")
                .isFalse();
    }

    private static void run(TradingCore core) {
        for (int i = 0; i < 20 && core.nextNanos() != Long.MAX_VALUE; i++) {
            core.step();
        }
    }

    private static void apply(TradingCore core, Command command) {
        assertThat(core.apply(core.marketNanos(), new CommandKey("key-" + command.hashCode()), command))
                .isInstanceOf(Outcome.Done.class);
    }

    private static PlaceStrategyOrder order(SpotPair pair, Side side, String quantity) {
        return new PlaceStrategyOrder(
                "one",
                new OrderDraft(
                        pair.id(),
                        side,
                        OrderType.limit(pair.priceOf(600_000)),
                        Quantity.parse(quantity),
                        TimeInForce.IMMEDIATE_OR_CANCEL,
                        OrderOrigin.STRATEGY,
                        ""));
    }
}
