package io.sextant.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.market.Side;
import io.sextant.domain.time.SeededRandom;
import io.sextant.execution.gate.GatePass;
import io.sextant.matching.LadderBook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The market is a function of its settings and of what we send, and a snapshot forgets nothing. */
@Tag("scaled")
class SnapshotTest {

    private static final int SEEDS = Math.clamp(Integer.getInteger("sextant.seeds", 100) / 10, 4, 100);
    private static final int STEPS = 20_000;
    private static final long START_NANOS = 1_796_000_000_000_000_000L;

    @Test
    void continuesFromASnapshotExactlyAsIfItHadNeverStopped() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Run straight = new Run(seed);
            straight.go(STEPS / 2 + 137 * seed);
            Run resumed = straight.resumedFromBytes();
            assertThat(resumed.exchange.stateHash()).isEqualTo(straight.exchange.stateHash());

            straight.forgetHeard();
            straight.go(STEPS / 2);
            resumed.go(STEPS / 2);

            assertThat(resumed.heard.value()).as("outputs of seed %d", seed).isEqualTo(straight.heard.value());
            assertThat(resumed.exchange.stateHash()).as("seed %d", seed).isEqualTo(straight.exchange.stateHash());
        }
    }

    @Test
    void saysTheSameForTheSameSeedAndSomethingElseForAnother() {
        Run first = new Run(5);
        Run again = new Run(5);
        Run other = new Run(6);
        first.go(STEPS);
        again.go(STEPS);
        other.go(STEPS);

        assertThat(again.heard.value()).isEqualTo(first.heard.value());
        assertThat(again.exchange.stateHash()).isEqualTo(first.exchange.stateHash());
        assertThat(other.heard.value()).isNotEqualTo(first.heard.value());
        assertThat(first.heard.heard()).isGreaterThan(STEPS / 2);
    }

    /** An exchange with a desk that sends orders of all kinds at random, a function of the seed as well. */
    private static final class Run {

        private final long seed;
        private final SimulatedExchange exchange;
        private final SeededRandom desk;
        private HashingSink heard = new HashingSink();
        private long lastOrder;

        Run(long seed) {
            this.seed = seed;
            exchange = new SimulatedExchange(SimulatorSettings.of(seed, START_NANOS));
            exchange.connect(heard);
            desk = new SeededRandom(seed);
        }

        void forgetHeard() {
            heard = new HashingSink();
            exchange.connect(heard);
        }

        Run resumedFromBytes() {
            StateBytes bytes = new StateBytes();
            exchange.save(bytes);
            desk.save(bytes);
            bytes.putLong(lastOrder);
            Run resumed = new Run(seed + 1_000);
            var in = StateBytes.reader(bytes.toByteArray());
            resumed.exchange.load(in);
            resumed.desk.load(in);
            resumed.lastOrder = in.getLong();
            return resumed;
        }

        void go(int steps) {
            for (int i = 0; i < steps; i++) {
                long now = exchange.nextNanos();
                exchange.step(heard);
                if (desk.nextInt(50) == 0) {
                    send(now);
                }
            }
        }

        private void send(long now) {
            int kind = desk.nextInt(4);
            long someOrder = Math.max(1, lastOrder - desk.nextInt(10));
            int instrument = desk.nextInt(9);
            Side side = desk.nextBoolean() ? Side.BUY : Side.SELL;
            long limit = limitNear(instrument, side);
            long lots = 1L + desk.nextInt(400);
            switch (kind) {
                case 0 -> exchange.submit(GatePass.resting(++lastOrder, instrument, side, lots, limit), now);
                case 1 -> exchange.submit(GatePass.immediate(++lastOrder, instrument, side, lots, limit), now);
                case 2 -> exchange.cancel(someOrder, now);
                default -> exchange.amend(GatePass.amend(someOrder, lots, limit), now);
            }
        }

        private long limitNear(int instrument, Side side) {
            LadderBook book = exchange.book(instrument);
            long best = book.isEmpty(side) ? 1_000 : book.bestTicks(side);
            return Math.max(1, best + (long) side.sign() * (desk.nextInt(12) - 6));
        }
    }
}
