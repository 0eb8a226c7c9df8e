package io.sextant.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.codec.EventCodec;
import io.sextant.domain.command.ChangeMarketPace;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.journal.RecordKind;
import io.sextant.domain.journal.SnapshotStore;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.Query;
import io.sextant.domain.time.Pause;
import io.sextant.domain.time.SystemClock;
import io.sextant.engine.recovery.ReplayDivergedException;
import io.sextant.engine.testing.CoreSession;
import io.sextant.engine.testing.IdleJobs;
import io.sextant.engine.testing.MemoryArchive;
import io.sextant.engine.testing.MemoryJournal;
import io.sextant.engine.testing.MemorySnapshots;
import io.sextant.engine.testing.NoHistory;
import io.sextant.engine.testing.TestMarket;
import io.sextant.marketdata.macro.MacroArchive;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever ends an engine, no bar that it completed is missing from what the next one has. */
class ArchivedBarsTest {

    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");
    /** More than the core keeps in memory. */
    private static final int MINUTES = 1_300;

    private static final int FEW_MINUTES = 60;

    private final MemoryJournal journal = new MemoryJournal();
    private final MemorySnapshots snapshots = new MemorySnapshots();
    private final MemoryArchive archive = new MemoryArchive();
    private final CountDownLatch diskWakesUp = new CountDownLatch(1);
    private LocalEngine engine;
    private long keys;

    @AfterEach
    void close() {
        diskWakesUp.countDown();
        engine.close();
    }

    @Test
    void aCrashBeforeTheArchiveWroteLosesNoBar() throws Exception {
        archive.delay(diskWakesUp);
        engine = open(journal, snapshots, archive);
        run(MINUTES);
        MemoryJournal crashedJournal = journal.crashedAt(journal.durablePosition());
        SnapshotStore.Snapshot[] crashedSnapshot = {
            snapshots.findNewest(Long.MAX_VALUE, any -> true).orElse(null)
        };
        long sequence = get(engine.ask(new Query.Desk())).health().eventsHandled();
        diskWakesUp.countDown();
        engine.close();

        MemorySnapshots left = new MemorySnapshots();
        if (crashedSnapshot[0] != null) {
            left.save(crashedSnapshot[0]);
        }
        engine = open(crashedJournal, left, new MemoryArchive());

        await(() -> get(engine.ask(new Query.Desk())).health().eventsHandled() >= sequence);
        done(new ChangeMarketPace(1, true));
        awaitWhole();
    }

    @Test
    void anArchiveThatFailsForAWhileLosesNoBar() throws Exception {
        archive.failNext(3);
        engine = open(journal, snapshots, archive);
        run(MINUTES);
        engine.close();

        engine = open(journal, snapshots, archive);

        awaitWhole();
    }

    @Test
    void anArchiveThatFailsToTheEndLeavesItsBarsToRecovery() throws Exception {
        archive.failNext(Integer.MAX_VALUE);
        engine = open(journal, snapshots, archive);
        run(MINUTES);
        engine.close();
        archive.failNext(0);

        engine = open(journal, snapshots, archive);
        awaitWhole();
    }

    @Test
    void aReplayThatTurnsOutWrongWritesNoBar() throws Exception {
        engine = open(journal, snapshots, archive);
        run(FEW_MINUTES);
        engine.close();
        StateBytes bytes = new StateBytes();
        long position = journal.lastPosition() + 1;
        EventCodec.write(bytes, new SettingChanged(position, CoreSession.START_NANOS, "never", "set"));
        journal.append(RecordKind.FACT, 0, bytes.array(), bytes.size());
        MemoryArchive untouched = new MemoryArchive();

        assertThatThrownBy(() -> open(journal, new MemorySnapshots(), untouched))
                .isInstanceOf(ReplayDivergedException.class);

        assertThat(untouched.timeframes(BTC)).isEmpty();
    }

    /** As fast as possible until there are so many minutes, then stands still. */
    private void run(int minutes) throws Exception {
        done(new ChangeMarketPace(ChangeMarketPace.UNLIMITED, false));
        long until = CoreSession.START_NANOS + minutes * Timeframe.M1.nominalNanos();
        await(() -> get(engine.ask(new Query.Desk())).marketNanos() >= until);
        done(new ChangeMarketPace(1, true));
    }

    private BarSeries minutes() throws Exception {
        return get(engine.ask(new Query.Bars(BTC, Timeframe.M1, Long.MAX_VALUE, 1_000_000)));
    }

    /** What recovery makes again is written beside the loop, which answers meanwhile. */
    private void awaitWhole() throws Exception {
        long first = Timeframe.M1.startOf(CoreSession.START_NANOS);
        await(() -> {
            BarSeries now = minutes();
            return !now.isEmpty() && now.firstTimeNanos() == first;
        });
        assertWhole(minutes());
    }

    private static void assertWhole(BarSeries minutes) {
        assertThat(minutes.size()).isGreaterThanOrEqualTo(MINUTES);
        for (int i = 1; i < minutes.size(); i++) {
            assertThat(minutes.openTimeNanos()[i])
                    .isEqualTo(minutes.openTimeNanos()[i - 1] + Timeframe.M1.nominalNanos());
        }
    }

    private static LocalEngine open(MemoryJournal journal, MemorySnapshots snapshots, MemoryArchive archive) {
        TestMarket market =
                TestMarket.steady(CoreSession.START_NANOS, CoreSession.START_NANOS + (MINUTES + 2) * MINUTE_NANOS);
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
                new IdleJobs(),
                new SystemClock(),
                Pause.PARK));
    }

    private void done(Command command) throws Exception {
        assertThat(get(engine.submit(new CommandKey("bars-" + keys++), command)))
                .isInstanceOf(Answer.Done.class);
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(120, TimeUnit.SECONDS);
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(240);
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("gave up waiting").isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
    }
}
