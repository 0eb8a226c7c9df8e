package io.sextant.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.command.ChangeRiskLimits;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.dataset.ImportChoices;
import io.sextant.domain.dataset.ImportReport;
import io.sextant.domain.dataset.QualityReport;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.MarketState;
import io.sextant.domain.request.OrderPreview;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.RunningJob;
import io.sextant.domain.request.Topic;
import io.sextant.domain.source.MacroIntake;
import io.sextant.domain.time.Pause;
import io.sextant.domain.time.SystemClock;
import io.sextant.engine.testing.CoreSession;
import io.sextant.engine.testing.MemoryArchive;
import io.sextant.engine.testing.MemoryJournal;
import io.sextant.engine.testing.MemorySnapshots;
import io.sextant.engine.testing.NoHistory;
import io.sextant.engine.testing.TestMarket;
import io.sextant.execution.gate.DefaultLimits;
import io.sextant.marketdata.macro.MacroArchive;
import io.sextant.simulator.SimulatedInstruments;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The engine as its clients see it, with a real loop and a real simulated market; only the disk is memory. */
class LocalEngineTest {

    private static final long SEED = 42;
    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");

    private final MemoryJournal journal = new MemoryJournal();
    private final MemorySnapshots snapshots = new MemorySnapshots();
    private final MemoryArchive archive = new MemoryArchive();
    private final EndlessJobs jobs = new EndlessJobs();
    private LocalEngine engine;
    private long keys;

    @BeforeEach
    void open() throws Exception {
        engine = openEngine();
        SimulatedInstruments market = new SimulatedInstruments(CoreSession.START_NANOS);
        done(new ChangeRiskLimits(
                DefaultLimits.of(market.catalog(), Money.parse("200000", Currency.USD), market::startTicks)));
        done(new ChangeMarketPace(200, false));
    }

    @AfterEach
    void close() {
        journal.release();
        engine.close();
    }

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

    @Test
    void comesBackAsItWasAfterAnOrderlyStop() throws Exception {
        awaitPrice();
        done(buy("0.2"));
        done(new ChangeMarketPace(200, true));
        DeskState before = get(engine.ask(new Query.Desk()));
        long hash = get(engine.stateHash());
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

    @Test
    void aJobCanBeCancelled() {
        RunningJob<BarSeries> job =
                engine.start(new Job.SimulateHistory(1, BTC, Timeframe.M1, CoreSession.START_NANOS, 1));

        job.cancel();

        assertThatThrownBy(() -> job.result().toCompletableFuture().get(30, TimeUnit.SECONDS))
                .hasRootCauseInstanceOf(CancellationException.class);
    }

    @Test
    void aJobThatWaitsBehindAnotherIsCancelledAtOnce() {
        Job<BarSeries> endless = new Job.SimulateHistory(1, BTC, Timeframe.M1, CoreSession.START_NANOS, 1);
        RunningJob<BarSeries> first = engine.start(endless);
        await(() -> first.progress() > 0);
        RunningJob<BarSeries> second = engine.start(endless);

        second.cancel();

        assertThatThrownBy(() -> second.result().toCompletableFuture().get(0, TimeUnit.SECONDS))
                .hasRootCauseInstanceOf(CancellationException.class);
        assertThat(first.result().toCompletableFuture()).isNotDone();
        first.cancel();
        RunningJob<ImportReport> third = engine.start(new Job.ImportFiles(List.of("a.csv"), ImportChoices.NONE));
        await(() -> third.result().toCompletableFuture().isDone());
    }

    @Test
    void closingStopsARunningJobWithoutInterruptingIt() throws Exception {
        RunningJob<BarSeries> job =
                engine.start(new Job.SimulateHistory(1, BTC, Timeframe.M1, CoreSession.START_NANOS, 1));
        await(() -> job.progress() > 0);

        engine.close();

        assertThatThrownBy(() -> job.result().toCompletableFuture().get(0, TimeUnit.SECONDS))
                .hasRootCauseInstanceOf(CancellationException.class);
        assertThat(jobs.wasInterrupted).isFalse();
    }

    private LocalEngine openEngine() {
        TestMarket market = TestMarket.simulated(SEED, CoreSession.START_NANOS);
        return LocalEngine.open(new EngineParts(
                market.terms(),
                market.feed(),
                market.venue(),
                List.of(),
                journal,
                snapshots,
                archive,
                MacroArchive.NONE,
                new NoHistory(),
                jobs,
                new SystemClock(),
                Pause.PARK));
    }

    /** Jobs that only end when they are cancelled. */
    private static final class EndlessJobs implements JobWorks {

        private volatile boolean wasInterrupted;

        @Override
        public BarSeries simulateHistory(Job.SimulateHistory job, Progress progress) {
            try {
                while (true) {
                    progress.done(0.5);
                    Thread.onSpinWait();
                }
            } finally {
                wasInterrupted |= Thread.currentThread().isInterrupted();
            }
        }

        @Override
        public long rebuildTables(Progress progress) {
            return 0;
        }

        @Override
        public List<MacroIntake> readMacro(Job.ReadMacro job, Progress progress) {
            return List.of();
        }

        @Override
        public ImportReport importFiles(Job.ImportFiles job, Progress progress) {
            return new ImportReport(List.of(), true, "");
        }

        @Override
        public long exportBars(Job.ExportBars job, Progress progress) {
            return 0;
        }

        @Override
        public QualityReport examineQuality(Job.ExamineQuality job, Progress progress) {
            throw new UnsupportedOperationException("no archive here");
        }
    }

    private void awaitPrice() {
        await(() -> {
            MarketState market = get(engine.ask(new Query.Market(BTC)));
            return market.last().isPresent()
                    && !market.depth().asks().isEmpty()
                    && !market.depth().bids().isEmpty();
        });
    }

    private static Command buy(String quantity) {
        return new PlaceOrder(OrderDraft.market(BTC, Side.BUY, Quantity.parse(quantity), OrderOrigin.TICKET));
    }

    private CommandKey key() {
        return new CommandKey("test-" + keys++);
    }

    private Answer submit(Command command) throws Exception {
        return get(engine.submit(key(), command));
    }

    private void done(Command command) throws Exception {
        assertThat(submit(command)).isInstanceOf(Answer.Done.class);
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        BooleanSupplier holds = () -> {
            try {
                return condition.holds();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        };
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("gave up waiting").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
