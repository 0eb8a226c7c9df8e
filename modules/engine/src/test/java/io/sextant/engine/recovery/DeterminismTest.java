package io.sextant.engine.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.codec.EventCodec;
import io.sextant.domain.event.AccountMarked;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.journal.RecordKind;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.time.SeededRandom;
import io.sextant.engine.testing.CoreSession;
import io.sextant.engine.testing.MemoryJournal;
import io.sextant.engine.testing.MemorySnapshots;
import io.sextant.engine.testing.RandomTrader;
import io.sextant.engine.testing.TestMarket;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same seed and the same commands give the same state: live, replayed, and from a snapshot with the journal's tail. */
class DeterminismTest {

    /** A thousand by default, as many as wanted in the long profile. */
    private static final int SEEDS = Integer.getInteger("sextant.seeds", 1_000);

    /** As many seeds go to the simulated market as to a recording of it for each one. */
    private static final int SIMULATED_FOR_ONE_ON_PAPER = 9;

    private static final int TURNS = 12;
    private static final int STEPS_A_TURN = 40;

    /** A recording says one thing a step, the simulated market several; some seeds come to its end. */
    private static final int PAPER_STEPS_A_TURN = 150;

    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final long MIDNIGHT_NANOS = (Math.floorDiv(CoreSession.START_NANOS, DAY_NANOS) + 1) * DAY_NANOS;

    /** So shortly before a new minute, hour and day that every seed sees them begin. */
    private static final long START_NANOS = MIDNIGHT_NANOS - 200_000_000;

    private static final long RECORDED_NANOS = 4_000_000_000L;

    @TempDir
    private Path folder;

    @Test
    @Tag("scaled")
    void everySeedReplaysToTheSameState() throws IOException {
        Path recording = folder.resolve("market.recording");
        TestMarket.record(recording, 1, START_NANOS, START_NANOS + RECORDED_NANOS);
        Queue<Event> seenSimulated = new ConcurrentLinkedQueue<>();
        Queue<Event> seenOnPaper = new ConcurrentLinkedQueue<>();
        LongStream.range(0, SEEDS).parallel().forEach(seed -> {
            boolean onPaper = seed % (SIMULATED_FOR_ONE_ON_PAPER + 1) == SIMULATED_FOR_ONE_ON_PAPER;
            Supplier<TestMarket> market = onPaper
                    ? () -> TestMarket.onPaper(recording, START_NANOS)
                    : () -> TestMarket.simulated(seed, START_NANOS);
            CoreSession live = replaysToTheSameState(seed, market, onPaper ? PAPER_STEPS_A_TURN : STEPS_A_TURN);
            assertThat(live.core().marketNanos())
                    .as("seed %d sees a new day", seed)
                    .isGreaterThan(MIDNIGHT_NANOS);
            Queue<Event> seen = onPaper ? seenOnPaper : seenSimulated;
            live.facts().stream()
                    .filter(fact -> fact instanceof AccountMarked || fact instanceof OrderFilled)
                    .forEach(seen::add);
        });
        for (Queue<Event> seen : List.of(seenSimulated, seenOnPaper)) {
            assertThat(seen).hasAtLeastOneElementOfType(AccountMarked.class);
            assertThat(seen).hasAtLeastOneElementOfType(OrderFilled.class);
        }
    }

    private static CoreSession replaysToTheSameState(long seed, Supplier<TestMarket> market, int stepsATurn) {
        CoreSession live = CoreSession.begin(market.get());
        SeededRandom random = SeededRandom.stream(seed, 99);
        int snapshotTurn = random.nextInt(TURNS);
        for (int turn = 0; turn < TURNS; turn++) {
            trade(live, random, stepsATurn);
            if (turn == snapshotTurn) {
                live.takeSnapshot();
            }
        }
        long hash = live.core().stateHash();

        CoreSession replayed = CoreSession.recover(market.get(), live.journal(), new MemorySnapshots());
        replayed.core().stepTo(live.core().sequence());
        CoreSession resumed = CoreSession.recover(market.get(), live.journal(), live.snapshots());
        resumed.core().stepTo(live.core().sequence());

        assertThat(replayed.core().stateHash()).as("replay of seed %d", seed).isEqualTo(hash);
        assertThat(resumed.replayedFrom()).isPositive();
        assertThat(resumed.core().stateHash())
                .as("snapshot and tail of seed %d", seed)
                .isEqualTo(hash);
        return live;
    }

    @Test
    void differentSeedsGoDifferentWays() {
        CoreSession one = CoreSession.begin(1);
        CoreSession two = CoreSession.begin(2);
        one.run(500);
        two.run(500);

        assertThat(one.core().stateHash()).isNotEqualTo(two.core().stateHash());
    }

    @Test
    void aCrashAfterAnyRecordLosesNoRecordAndContinuesTheSameStory() {
        CoreSession live = CoreSession.begin(7);
        SeededRandom random = new SeededRandom(7);
        for (int turn = 0; turn < 40; turn++) {
            trade(live, random);
        }
        List<Event> whole = facts(live.journal());
        assertThat(whole).as("the history trades").anyMatch(fact -> fact instanceof OrderFilled);

        for (long records = 1; records <= live.journal().lastPosition(); records++) {
            MemoryJournal survivor = live.journal().crashedAt(records);
            CoreSession recovered = CoreSession.recover(7, survivor, new MemorySnapshots());
            List<Event> kept = facts(recovered.journal());

            assertThat(kept).isEqualTo(whole.subList(0, kept.size()));
            assertThat(kept)
                    .as("no fact is lost")
                    .hasSizeGreaterThanOrEqualTo(facts(survivor).size());
        }
    }

    @Test
    void recoveringTwiceChangesNothing() {
        CoreSession live = CoreSession.begin(11);
        SeededRandom random = new SeededRandom(11);
        for (int turn = 0; turn < 10; turn++) {
            trade(live, random);
        }
        MemoryJournal survivor = live.journal().crashedAt(live.journal().lastPosition() - 1);

        CoreSession once = CoreSession.recover(11, survivor, new MemorySnapshots());
        long records = survivor.lastPosition();
        CoreSession twice = CoreSession.recover(11, survivor, new MemorySnapshots());

        assertThat(survivor.lastPosition()).isEqualTo(records);
        assertThat(twice.core().stateHash()).isEqualTo(once.core().stateHash());
    }

    @Test
    void aJournalThatTellsAnotherStoryStopsRecovery() {
        CoreSession live = CoreSession.begin(3);
        live.run(50);
        StateBytes bytes = new StateBytes();
        long position = live.journal().lastPosition() + 1;
        EventCodec.write(bytes, new SettingChanged(position, live.core().marketNanos(), "never", "set"));
        live.journal().append(RecordKind.FACT, live.core().sequence(), bytes.array(), bytes.size());

        assertThatThrownBy(() -> CoreSession.recover(3, live.journal(), new MemorySnapshots()))
                .isInstanceOf(ReplayDivergedException.class)
                .hasMessageContaining("record " + position)
                .hasMessageContaining("Nothing was altered");
    }

    private static void trade(CoreSession session, SeededRandom random) {
        trade(session, random, STEPS_A_TURN);
    }

    private static void trade(CoreSession session, SeededRandom random, int stepsATurn) {
        RandomTrader trader = new RandomTrader(session.core().instruments(), random);
        session.apply(trader.next(
                session.core().lastTicks(),
                session.core().ordersSoFar(),
                session.core().marketNanos()));
        session.run(1 + random.nextInt(stepsATurn));
    }

    private static List<Event> facts(MemoryJournal journal) {
        List<Event> facts = new ArrayList<>();
        journal.read(0, (position, kind, sequence, payload, offset, length) -> {
            if (kind == RecordKind.FACT) {
                facts.add(EventCodec.read(StateBytes.reader(payload, offset, length)));
            }
        });
        return facts;
    }
}
