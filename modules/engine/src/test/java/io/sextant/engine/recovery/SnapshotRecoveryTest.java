package io.sextant.engine.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.journal.SnapshotStore.Snapshot;
import io.sextant.domain.time.SeededRandom;
import io.sextant.engine.testing.CoreSession;
import io.sextant.engine.testing.MemorySnapshots;
import io.sextant.engine.testing.RandomTrader;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A snapshot that cannot be used costs time at the start and nothing else. */
class SnapshotRecoveryTest {

    private static final long SEED = 21;

    private final CoreSession live = CoreSession.begin(SEED);
    private Snapshot newest;

    @BeforeEach
    void trade() {
        SeededRandom random = new SeededRandom(SEED);
        RandomTrader trader = new RandomTrader(live.core().instruments(), random);
        for (int turn = 0; turn < 30; turn++) {
            live.apply(trader.next(
                    live.core().lastTicks(),
                    live.core().ordersSoFar(),
                    live.core().marketNanos()));
            live.run(1 + random.nextInt(40));
            if (turn == 25) {
                live.takeSnapshot();
            }
        }
        newest = live.snapshots().findNewest(Long.MAX_VALUE, any -> true).orElseThrow();
    }

    @Test
    void usesAWholeOne() {
        assertThat(recoveredFrom(newest).replayedFrom()).isEqualTo(newest.journalPosition());
    }

    @Test
    void passesOverOneOfAnotherLayoutToAnOlderOne() {
        CoreSession recovered = recoveredFrom(newest, changed(state -> {
            byte[] other = state.clone();
            other[0] = (byte) (other[0] + 2);
            return other;
        }));

        assertThat(recovered.replayedFrom()).isEqualTo(newest.journalPosition());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999})
    void beginsAnewWhenOneEndsTooEarly(double share) {
        CoreSession recovered =
                recoveredFrom(changed(state -> Arrays.copyOf(state, (int) Math.max(1, state.length * share))));

        assertThat(recovered.replayedFrom()).isZero();
    }

    @Test
    void beginsAnewWhenSomethingFollowsTheState() {
        CoreSession recovered = recoveredFrom(changed(state -> Arrays.copyOf(state, state.length + 1)));

        assertThat(recovered.replayedFrom()).isZero();
    }

    /** One record later than the whole one, so that it is found first. */
    private Snapshot changed(UnaryOperator<byte[]> change) {
        return new Snapshot(newest.journalPosition() + 1, newest.sequence(), change.apply(newest.state()));
    }

    private CoreSession recoveredFrom(Snapshot... snapshots) {
        MemorySnapshots store = new MemorySnapshots();
        for (Snapshot snapshot : snapshots) {
            store.save(snapshot);
        }
        CoreSession recovered = CoreSession.recover(SEED, live.journal(), store);
        recovered.core().stepTo(live.core().sequence());
        assertThat(recovered.core().stateHash()).isEqualTo(live.core().stateHash());
        return recovered;
    }
}
