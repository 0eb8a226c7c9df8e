package io.sextant.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.command.HostStrategy;
import io.sextant.domain.command.PlaceStrategyOrder;
import io.sextant.domain.command.SteerStrategy;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.hosting.HostPhase;
import io.sextant.domain.hosting.HostSteering;
import io.sextant.domain.hosting.HostedStage;
import io.sextant.domain.hosting.HostedStrategy;
import io.sextant.domain.hosting.HostingBoard;
import io.sextant.domain.hosting.HostingLimits;
import io.sextant.domain.hosting.HostingTerms;
import io.sextant.domain.hosting.ParityDifference;
import io.sextant.domain.hosting.StageCause;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Topic;
import io.sextant.domain.time.Pause;
import io.sextant.domain.time.SystemClock;
import io.sextant.engine.forecast.ForecastDesk;
import io.sextant.engine.forecast.LastMoveModels;
import io.sextant.engine.forecast.ModelsInMemory;
import io.sextant.engine.hosting.HostWorld;
import io.sextant.engine.hosting.ShadowShelf;
import io.sextant.engine.hosting.StrategyHost;
import io.sextant.engine.regime.RegimeDesk;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.kind.Reason;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.kind.StrategyRun;
import io.sextant.strategy.kind.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A running desk, a real loop and a simulated market, with strategies beside it. */
class StrategiesOnADeskTest extends LocalEngineDesk {

    private final CountDownLatch hang = new CountDownLatch(1);
    private final ShadowShelf shadows = new ShadowShelf() {
        private final Map<String, byte[]> kept = new ConcurrentHashMap<>();

        @Override
        public Optional<byte[]> read(String strategy) {
            return Optional.ofNullable(kept.get(strategy));
        }

        @Override
        public void write(String strategy, byte[] shadow) {
            kept.put(strategy, shadow);
        }

        @Override
        public void forget(String strategy) {
            kept.remove(strategy);
        }
    };
    private StrategyHost host;

    @BeforeEach
    void openHost() throws Exception {
        begin(TimeUnit.SECONDS.toNanos(60));
        awaitPrice();
    }

    @AfterEach
    void closeHost() {
        hang.countDown();
        host.close();
    }

    private void begin(long patienceNanos) throws Exception {
        begin(HostWorld.NOTHING, patienceNanos);
    }

    private void begin(HostWorld world, long patienceNanos) throws Exception {
        InstrumentCatalog catalog = new InstrumentCatalog(get(engine.ask(new Query.Instruments())));
        host = new StrategyHost(
                engine, catalog, this::kind, world, shadows, patienceNanos, new SystemClock(), Pause.PARK);
        engine.answerHosting(host);
        host.begin();
    }

    /** Strategies that do one thing, at every bar. */
    private StrategyKind kind(String name) {
        return new StrategyKind() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<Parameter> parameters() {
                return List.of();
            }

            @Override
            public Needs needs(Choice choice) {
                return new Needs(1, 1, 1, 1, List.of(), name.equals("told"), name.equals("told"), false);
            }

            @Override
            public StrategyRun begin(Choice choice) {
                return (scene, wishes) -> {
                    switch (name) {
                        case "long" -> wishes.hold(Target.strong(0, 0.5, Reason.of("always")));
                        case "short" -> wishes.hold(Target.strong(0, -0.5, Reason.of("never")));
                        case "told" -> {
                            boolean knows = scene.outlook(0) != null || scene.regime(0) != null;
                            wishes.hold(Target.strong(0, 0.5, Reason.of(knows ? "knows" : "guesses")));
                        }
                        case "throws" -> throw new IllegalStateException("it is full of mistakes");
                        default -> waitFor(hang);
                    }
                };
            }
        };
    }

    private static Money usdt(String amount) {
        return Money.parse(amount, Currency.USDT);
    }

    private void host(String name, String kind, String largestOrder) throws Exception {
        host(name, kind, largestOrder, Timeframe.S1);
    }

    private void host(String name, String kind, String largestOrder, Timeframe timeframe) throws Exception {
        done(new HostStrategy(new HostingTerms(
                name,
                kind,
                Map.of(),
                List.of(BTC),
                timeframe,
                usdt("20000"),
                new HostingLimits(usdt(largestOrder), usdt("15000"), 600, 100),
                new BacktestSetup.Costs(5, 0, 0))));
        done(SteerStrategy.asked(name, HostSteering.START, ""));
    }

    private HostingBoard board() throws Exception {
        return get(engine.ask(new Query.HostedStrategies()));
    }

    private HostedStrategy see(String name) throws Exception {
        return board().strategies().stream()
                .filter(each -> each.terms().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private double held(String name) throws Exception {
        return see(name).positions().stream().mapToDouble(each -> each.units()).sum();
    }

    @Test
    void aStrategyTradesThroughTheGateWithItsReasonIsPausedAndRefused() throws Exception {
        List<Event> events = new CopyOnWriteArrayList<>();
        engine.subscribe(new Topic.Events(0), events::add);
        host("one", "long", "20000");
        await(() -> held("one") > 0);
        await(() -> events.stream().anyMatch(OrderFilled.class::isInstance));
        OrderChanged first = (OrderChanged) events.stream()
                .filter(OrderChanged.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(first.order().terms().reason()).isEqualTo("one: always");
        assertThat(see("one").fills().getFirst().reason()).isEqualTo("one: always");
        assertThat(see("one").phase()).isEqualTo(HostPhase.TRADING);
        assertThat(see("one").wishes())
                .singleElement()
                .satisfies(wish -> assertThat(wish.share()).isEqualTo(0.5));

        done(SteerStrategy.asked("one", HostSteering.PAUSE, "lunch"));
        Answer answer = submit(new PlaceStrategyOrder(
                "one", OrderDraft.market(BTC, Side.SELL, Quantity.parse("0.01"), OrderOrigin.STRATEGY)));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.STRATEGY_NOT_RUNNING));
        done(SteerStrategy.asked("one", HostSteering.STOP_AND_CLOSE, ""));
        await(() -> see("one").stage() == HostedStage.STOPPED);
        assertThat(held("one")).isZero();
        assertThat(see("one").cause()).isEqualTo(StageCause.CLOSED);
    }

    @Test
    void itSurvivesARestartWithItsBookAndGoesOn() throws Exception {
        host("one", "long", "20000");
        await(() -> held("one") > 0 && see("one").positions().getFirst().workingUnits() == 0);
        host.close();
        HostedStrategy before = see("one");
        assertThat(before.parity().signals()).isPositive();
        engine.close();
        engine = openEngine();
        HostedStrategy after = see("one");
        assertThat(after.fills()).containsAll(before.fills());
        assertThat(after.stage()).isEqualTo(HostedStage.RUNNING);
        assertThat(after.phase()).isEqualTo(HostPhase.IDLE);
        begin(TimeUnit.SECONDS.toNanos(60));
        await(() -> see("one").phase() == HostPhase.TRADING && see("one").warmUpBars() > 0);
        await(() -> see("one").parity().signals() > before.parity().signals());
        assertThat(see("one").parity().sinceNanos())
                .as("it counts since the first start")
                .isEqualTo(before.parity().sinceNanos());
    }

    @Test
    void oppositeWishesAreAConflictAndTheAccountHoldsTheNet() throws Exception {
        host("up", "long", "20000");
        host("down", "short", "20000");
        await(() -> !board().conflicts().isEmpty() && held("up") > 0 && held("down") < 0);
        assertThat(board().conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.instrument()).isEqualTo(BTC);
            assertThat(conflict.sides()).extracting(side -> side.strategy()).containsExactly("up", "down");
            assertThat(conflict.sides()).extracting(side -> side.share()).containsExactly(0.5, -0.5);
        });
    }

    @Test
    void oneThatThrowsIsStoppedAndOneThatHangsIsPausedAndTheDeskLivesOn() throws Exception {
        host.close();
        begin(TimeUnit.SECONDS.toNanos(3));
        host("bad", "throws", "20000");
        await(() -> see("bad").stage() == HostedStage.STOPPED);
        assertThat(see("bad").cause()).isEqualTo(StageCause.FAILED);
        assertThat(see("bad").why()).contains("full of mistakes");
        host("stuck", "hangs", "20000");
        await(() -> see("stuck").stage() == HostedStage.PAUSED);
        assertThat(see("stuck").cause()).isEqualTo(StageCause.FELL_BEHIND);
        // The hanging thread still hangs; others trade.
        host("one", "long", "20000");
        await(() -> held("one") > 0);
        assertThat(submit(buy("0.001"))).isInstanceOf(Answer.Done.class);
        done(new EngageKillSwitch("enough"));
        await(() -> see("one").cause() == StageCause.KILL_SWITCH);
        assertThat(see("one").stage()).isEqualTo(HostedStage.PAUSED);
    }

    @Test
    void theParityMeterNamesAnOrderThatTheGateRefused() throws Exception {
        host("one", "long", "5000", Timeframe.M1);
        await(() ->
                see("one").parity().counts().stream().anyMatch(count -> count.kind() == ParityDifference.Kind.REFUSED));
        assertThat(see("one").parity().newest())
                .flatExtracting(signal -> signal.differences())
                .filteredOn(difference -> difference.kind() == ParityDifference.Kind.REFUSED)
                .anySatisfy(difference -> {
                    assertThat(difference.refusal().orElseThrow().code()).isEqualTo(RefusalCode.STRATEGY_LARGEST_ORDER);
                    assertThat(difference.strategy()).isZero();
                    assertThat(difference.shadow()).isPositive();
                });
    }

    @Test
    void whatFollowsForecastsAndRegimesWaitsForTheDeskAtEachBarAndShowsWhatItWasTold() throws Exception {
        host.close();
        try (ForecastDesk forecasts = new ForecastDesk(
                        engine, new LastMoveModels(() -> {}), new ModelsInMemory(), new SystemClock());
                RegimeDesk regimes = new RegimeDesk(engine, new SystemClock())) {
            begin(HostWorld.of(forecasts, regimes), TimeUnit.SECONDS.toNanos(60));
            host("one", "told", "20000");
            await(() -> held("one") > 0);
            assertThat(see("one").phase()).isEqualTo(HostPhase.TRADING);
            assertThat(see("one").outlooks()).singleElement().satisfies(told -> {
                assertThat(told.usesForecast()).isTrue();
                assertThat(told.usesRegime()).isTrue();
                assertThat(told.barEndNanos()).isPositive();
            });
            assertThat(see("one").parity().counts()).noneMatch(count -> count.kind() == ParityDifference.Kind.SIGNAL);
            host.close();
        }
    }
}
