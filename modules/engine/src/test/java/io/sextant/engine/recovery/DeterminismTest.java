package io.sextant.engine.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.codec.EventCodec;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same seed and the same commands give the same state: live, replayed, and from a snapshot with the journal's tail. */
class DeterminismTest {

    /** A thousand by default, as many as wanted in the long profile. */
    private static final int SEEDS = Integer.getInteger("sextant.seeds", 1_000);

    private static final int TURNS = 12;
    private static final int STEPS_A_TURN = 40;

    @Test
    @Tag("scaled")
    void everySeedReplaysToTheSameState() {
        LongStream.range(0, SEEDS).parallel().forEach(seed -> {
            CoreSession live = CoreSession.begin(seed);
            SeededRandom random = SeededRandom.stream(seed, 99);
            int snapshotTurn = random.nextInt(TURNS);
            for (int turn = 0; turn < TURNS; turn++) {
                trade(live, random);
                if (turn == snapshotTurn) {
                    live.takeSnapshot();
                }
            }
            long hash = live.core().stateHash();

            CoreSession replayed = CoreSession.recover(seed, live.journal(), new MemorySnapshots());
            replayed.core().stepTo(live.core().sequence());
            CoreSession resumed = CoreSession.recover(seed, live.journal(), live.snapshots());
            resumed.core().stepTo(live.core().sequence());

            assertThat(replayed.core().stateHash())
                    .as("replay of seed %d", seed)
                    .isEqualTo(hash);
            assertThat(resumed.core().stateHash())
                    .as("snapshot and tail of seed %d", seed)
                    .isEqualTo(hash);
        });
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
        RandomTrader trader = new RandomTrader(session.core().instruments(), random);
        session.apply(trader.next(session.core().lastTicks(), session.core().ordersSoFar()));
        session.run(1 + random.nextInt(STEPS_A_TURN));
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
