package io.sextant.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.command.ChangeRiskLimits;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.MarketState;
import io.sextant.domain.request.Query;
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
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A real loop and a real simulated market under an engine that a test talks to; only the disk is memory. */
abstract class LocalEngineDesk {

    private static final long SEED = 42;
    static final InstrumentId BTC = InstrumentId.of("BTC-USDT");

    final MemoryJournal journal = new MemoryJournal();
    private final MemorySnapshots snapshots = new MemorySnapshots();
    final MemoryArchive archive = new MemoryArchive();
    final EndlessJobs jobs = new EndlessJobs();
    LocalEngine engine;
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

    LocalEngine openEngine() {
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

    void awaitPrice() {
        await(() -> {
            MarketState market = get(engine.ask(new Query.Market(BTC)));
            return market.last().isPresent()
                    && !market.depth().asks().isEmpty()
                    && !market.depth().bids().isEmpty();
        });
    }

    static Command buy(String quantity) {
        return new PlaceOrder(OrderDraft.market(BTC, Side.BUY, Quantity.parse(quantity), OrderOrigin.TICKET));
    }

    CommandKey key() {
        return new CommandKey("test-" + keys++);
    }

    Answer submit(Command command) throws Exception {
        return get(engine.submit(key(), command));
    }

    void done(Command command) throws Exception {
        assertThat(submit(command)).isInstanceOf(Answer.Done.class);
    }

    static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(120, TimeUnit.SECONDS);
    }

    static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @FunctionalInterface
    interface Condition {
        boolean holds() throws Exception;
    }

    static void await(Condition condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(240);
        BooleanSupplier holds = () -> {
            try {
                return condition.holds();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        };
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("gave up waiting").isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
    }
}
