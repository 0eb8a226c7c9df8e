package io.sextant.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.command.TellAnomaly;
import io.sextant.domain.event.AnomalySeen;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.FlowAnomaly;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.MarketState;
import io.sextant.domain.request.OrderPreview;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Topic;
import io.sextant.engine.testing.CoreSession;
import io.sextant.marketdata.MarketSink;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The engine as its clients see it. */
class LocalEngineTest extends LocalEngineDesk {

    @Test
    void tradesAMarketOrderFromTicketToPosition() throws Exception {
        awaitPrice();
        List<Event> events = new CopyOnWriteArrayList<>();
        engine.subscribe(new Topic.Events(0), events::add);

        Answer answer = submit(buy("0.5"));

        assertThat(answer).isInstanceOf(Answer.Done.class);
        await(() -> events.stream().anyMatch(OrderFilled.class::isInstance));
        await(() -> events.stream()
                .anyMatch(event ->
                        event instanceof OrderChanged changed && changed.order().state() == OrderState.FILLED));
        DeskState desk = get(engine.ask(new Query.Desk()));
        assertThat(desk.positions()).singleElement().satisfies(position -> {
            assertThat(position.instrument()).isEqualTo(BTC);
            assertThat(position.signedUnits()).isPositive();
        });
        assertThat(desk.workingOrders()).isEmpty();
    }

    @Test
    void acknowledgesNothingBeforeItIsDurable() throws Exception {
        journal.holdBack();
        CompletionStage<Answer> answer = engine.submit(key(), new ChangeSetting("a", "b"));

        Answer early = answer.toCompletableFuture()
                .completeOnTimeout(null, 200, TimeUnit.MILLISECONDS)
                .get();

        assertThat(early).isNull();
    }

    @Test
    void doesACommandSentTwiceOnce() throws Exception {
        awaitPrice();
        CommandKey key = key();

        Answer first = get(engine.submit(key, buy("0.1")));
        Answer second = get(engine.submit(key, buy("0.1")));

        assertThat(((Answer.Done) second).order()).isEqualTo(((Answer.Done) first).order());
        List<Event> events = new CopyOnWriteArrayList<>();
        engine.subscribe(new Topic.Events(0), events::add);
        await(() -> events.stream().anyMatch(OrderFilled.class::isInstance));
        assertThat(events.stream()
                        .filter(OrderChanged.class::isInstance)
                        .map(event -> ((OrderChanged) event).order().id()))
                .containsOnly(((Answer.Done) first).order().orElseThrow());
    }

    @Test
    void tellsWhatBecameOfACommandToWhoLostTheAnswer() throws Exception {
        awaitPrice();
        CommandKey key = key();

        assertThat(get(engine.ask(new Query.AnswerTo(key)))).isEmpty();
        Answer first = get(engine.submit(key, buy("0.1")));

        assertThat(get(engine.ask(new Query.AnswerTo(key))))
                .hasValueSatisfying(
                        again -> assertThat(((Answer.Done) again).order()).isEqualTo(((Answer.Done) first).order()));
    }

    @Test
    @SuppressWarnings("NullAway")
    void aCommandThatCannotBeWrittenDownFailsAlone() throws Exception {
        awaitPrice();
        assertThatThrownBy(() -> get(engine.submit(key(), new CancelOrder(null))))
                .hasCauseInstanceOf(NullPointerException.class);

        assertThat(get(engine.submit(key(), buy("0.1")))).isInstanceOf(Answer.Done.class);
    }

    @Test
    void refusesWithTheGatesReasonWhenTheKillSwitchIsOn() throws Exception {
        awaitPrice();
        done(new EngageKillSwitch("lunch"));

        Answer answer = submit(buy("0.1"));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.KILL_SWITCH));
        OrderPreview preview = get(engine.ask(
                new Query.Preview(OrderDraft.market(BTC, Side.BUY, Quantity.parse("0.1"), OrderOrigin.TICKET))));
        assertThat(preview.refusal())
                .hasValueSatisfying(refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.KILL_SWITCH));
    }

    @Test
    void tellsWhatAnOrderWouldCostBeforeItIsSent() throws Exception {
        awaitPrice();
        MarketState market = get(engine.ask(new Query.Market(BTC)));
        OrderPreview preview = get(engine.ask(
                new Query.Preview(OrderDraft.market(BTC, Side.BUY, Quantity.parse("0.01"), OrderOrigin.TICKET))));

        assertThat(preview.refusal()).isEmpty();
        double expected = preview.expectedPrice().orElseThrow().toDouble();
        assertThat(expected)
                .isBetween(
                        market.last().orElseThrow().toDouble() * 0.98,
                        market.last().orElseThrow().toDouble() * 1.02);
        assertThat(preview.cashNeeded().orElseThrow().toDouble())
                .isGreaterThan(preview.notional().orElseThrow().toDouble());
        assertThat(preview.positionAfter()).startsWith("0.01");
    }

    @Test
    void aSlowListenerDoesNotStallTheMarket() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        engine.subscribe(new Topic.Market(BTC), state -> waitFor(hold));
        engine.subscribe(new Topic.Events(0), event -> waitFor(hold));
        long before = get(engine.ask(new Query.Desk())).health().eventsHandled();

        await(() -> get(engine.ask(new Query.Desk())).health().eventsHandled() > before + 1_000);
        hold.countDown();
    }

    @Test
    void conflatesStateToTheNewest() {
        List<MarketState> seen = new CopyOnWriteArrayList<>();
        engine.subscribe(new Topic.Market(BTC), seen::add);

        await(() -> seen.size() > 5);

        List<Long> times = seen.stream().map(MarketState::marketNanos).toList();
        assertThat(times).isSorted();
    }

    @Test
    void stopsAndSaysSoWhenTheJournalFails() throws Exception {
        journal.fail("The disk is full.");

        assertThatThrownBy(() -> get(engine.submit(key(), new ChangeSetting("a", "b"))))
                .isInstanceOf(ExecutionException.class);

        await(() -> !get(engine.ask(new Query.Desk())).health().running());
        assertThat(get(engine.ask(new Query.Desk())).health().failure()).contains("The disk is full.");
        assertThat(submit(buy("0.1")))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.ENGINE_FAILED));
    }

    /** Steps that were due when the market was paused are still taken, a batch a turn. */
    private long hashAtRest() throws Exception {
        long hash = get(engine.stateHash());
        for (int alike = 0; alike < 5; ) {
            LockSupport.parkNanos(5_000_000);
            long next = get(engine.stateHash());
            alike = next == hash ? alike + 1 : 0;
            hash = next;
        }
        return hash;
    }

    @Test
    void comesBackAsItWasAfterAnOrderlyStop() throws Exception {
        awaitPrice();
        done(buy("0.2"));
        done(new ChangeMarketPace(200, true));
        long hash = hashAtRest();
        DeskState before = get(engine.ask(new Query.Desk()));
        engine.close();

        engine = openEngine();

        assertThat(get(engine.stateHash())).isEqualTo(hash);
        DeskState after = get(engine.ask(new Query.Desk()));
        assertThat(after.positions()).isEqualTo(before.positions());
        assertThat(after.workingOrders()).isEqualTo(before.workingOrders());
        assertThat(after.account()).isEqualTo(before.account());
        assertThat(engine.recovery().replayedRecords()).isZero();
    }

    @Test
    void repeatsWhatWasSeenInTheMarketAsItWasTold() throws Exception {
        awaitPrice();
        FlowAnomaly anomaly = new FlowAnomaly(
                BTC, FlowAnomaly.Kind.SWEEP, 7, Side.BUY, Price.parse("60000"), Quantity.parse("2"), 9.5);
        List<Event> heard = new CopyOnWriteArrayList<>();
        engine.subscribe(new Topic.Events(0), heard::add);
        done(new TellAnomaly(anomaly));
        await(() -> heard.stream().anyMatch(event -> event instanceof AnomalySeen));
        assertThat(heard)
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                AnomalySeen.class,
                                seen -> assertThat(seen.anomaly()).isEqualTo(anomaly)));
        assertThat(submit(new TellAnomaly(new FlowAnomaly(
                        InstrumentId.of("NOWHERE"),
                        FlowAnomaly.Kind.SWEEP,
                        7,
                        Side.BUY,
                        Price.parse("1"),
                        Quantity.parse("1"),
                        1))))
                .isInstanceOf(Answer.Refused.class);
        done(new ChangeMarketPace(200, true));
        long hash = get(engine.stateHash());
        engine.close();
        engine = openEngine();
        assertThat(get(engine.stateHash())).isEqualTo(hash);
    }

    @Test
    void aTapHearsWhatTheEngineHears() throws Exception {
        awaitPrice();
        AtomicLong reports = new AtomicLong();
        AtomicLong standing = new AtomicLong();
        get(engine.tapMarket(
                sink -> (MarketSink) Proxy.newProxyInstance(
                        MarketSink.class.getClassLoader(),
                        new Class<?>[] {MarketSink.class},
                        (proxy, method, arguments) -> {
                            reports.incrementAndGet();
                            return method.invoke(sink, arguments);
                        }),
                (instrument, timeNanos, side, priceTicks, lots) -> {
                    assertThat(reports.get()).as("first the book").isZero();
                    standing.incrementAndGet();
                }));
        assertThat(standing.get()).isPositive();
        await(() -> reports.get() > 100);
    }

    @Test
    void refusesToCancelAnUnknownOrder() throws Exception {
        assertThat(submit(new CancelOrder(new OrderId(999))))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.refusal().sentence()).isEqualTo("There is no order #999."));
    }

    @Test
    void joinsArchivedAndLiveBarsWithoutGapOrDouble() throws Exception {
        done(new ChangeMarketPace(ChangeMarketPace.UNLIMITED, false));
        await(() -> get(engine.ask(new Query.Bars(BTC, Timeframe.M1, Long.MAX_VALUE, 2_000)))
                        .size()
                >= 1_200);
        done(new ChangeMarketPace(1, true));

        BarSeries minutes = get(engine.ask(new Query.Bars(BTC, Timeframe.M1, Long.MAX_VALUE, 5_000)));
        BarSeries quarters = get(engine.ask(new Query.Bars(BTC, Timeframe.M15, Long.MAX_VALUE, 50)));

        for (int i = 1; i < minutes.size(); i++) {
            assertThat(minutes.openTimeNanos()[i])
                    .isEqualTo(minutes.openTimeNanos()[i - 1] + Timeframe.M1.nominalNanos());
        }
        assertThat(archive.timeframes(BTC)).contains(Timeframe.M1);
        assertThat(quarters.size()).isEqualTo(50);
        assertThat(quarters.close()[49]).isEqualTo(minutes.close()[minutes.size() - 1]);
        int from = minutes.indexAtOrAfter(quarters.openTimeNanos()[20]);
        int to = minutes.indexAtOrAfter(quarters.openTimeNanos()[21]);
        double volume = 0;
        for (int i = from; i < to; i++) {
            volume += minutes.volume()[i];
        }
        assertThat(quarters.volume()[20]).isCloseTo(volume, withinPercentage(1e-10));
    }

    @Test
    void barsOfAnArchivedInstrumentAreMadeOfWhatIsStored() throws Exception {
        InstrumentId imported = InstrumentId.of("VENDOR-XYZ");
        BarSeriesBuilder minutes = new BarSeriesBuilder();
        for (int i = 0; i < 600; i++) {
            minutes.add(CoreSession.START_NANOS + i * Timeframe.M1.nominalNanos(), i + 1, i + 2, i + 1, i + 2, 1);
        }
        archive.append(imported, Timeframe.M1, minutes.build());

        BarSeries stored = get(engine.ask(new Query.Bars(imported, Timeframe.M1, Long.MAX_VALUE, 10)));
        BarSeries hours = get(engine.ask(new Query.Bars(imported, Timeframe.H1, Long.MAX_VALUE, 3)));
        BarSeries none = get(engine.ask(new Query.Bars(imported, Timeframe.S1, Long.MAX_VALUE, 3)));

        assertThat(stored.size()).isEqualTo(10);
        assertThat(stored.close()[9]).isEqualTo(601);
        assertThat(hours.size()).isEqualTo(3);
        assertThat(hours.close()[2]).isEqualTo(601);
        assertThat(hours.volume()[1]).isEqualTo(60);
        assertThat(none.isEmpty()).isTrue();
        assertThat(get(engine.ask(new Query.Archive())))
                .anySatisfy(series -> assertThat(series.instrument()).isEqualTo(imported));
    }
}
