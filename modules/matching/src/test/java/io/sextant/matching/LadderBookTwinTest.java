package io.sextant.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.BookEntry;
import io.sextant.domain.time.SeededRandom;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random streams of commands: the fast book and its plain twin must say the same and be the same after each of them. */
@Tag("scaled")
class LadderBookTwinTest {

    private static final int SEEDS = Math.min(1_000, Integer.getInteger("sextant.seeds", 100));
    private static final int COMMANDS = 300;
    private static final int DEEP = 200;

    @Test
    void agreesWithThePlainTwinOnAnyStreamOfCommands() {
        for (int seed = 0; seed < SEEDS; seed++) {
            // A narrow book trades all the time, a wide one has hundreds of levels and searches beyond the touch.
            int width = seed % 2 == 0 ? 12 : DEEP;
            new Twins(seed, width).compare(COMMANDS);
        }
    }

    @Test
    void continuesFromASnapshotAsIfNothingHadHappened() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Twins twins = new Twins(1_000_003L + seed, 40);
            twins.compare(COMMANDS / 2);
            twins.reloadTheFastOne();
            twins.compare(COMMANDS / 2);
        }
    }

    @Test
    void allocatesNothingOnceTheBookHasGrown() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        LadderBook book = new LadderBook(new SilentListener());
        SeededRandom random = new SeededRandom(7);
        churn(book, random, 1, 200_000);

        long before = threads.getCurrentThreadAllocatedBytes();
        churn(book, random, 1_000_000, 200_000);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        // The measurement itself may cost a few objects; 200,000 operations with one object each would be over 3 MB.
        assertThat(allocated).isLessThan(20_000);
    }

    private static void churn(LadderBook book, SeededRandom random, long firstId, int operations) {
        for (int i = 0; i < operations; i++) {
            long id = firstId + i;
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            book.submit(
                    id, LadderBook.NO_OWNER, side, 1_000 + random.nextInt(100), 1 + random.nextInt(9), BookEntry.REST);
            book.cancel(id - random.nextInt(40));
            if (book.orderCount() > 200) {
                book.submit(
                        -1,
                        LadderBook.NO_OWNER,
                        side,
                        side == Side.BUY ? 2_000 : 1,
                        400,
                        BookEntry.IMMEDIATE_OR_CANCEL);
            }
        }
    }

    private static final class Twins {

        private final RecordingListener fastHeard = new RecordingListener();
        private final RecordingListener plainHeard = new RecordingListener();
        private final ReferenceBook plain = new ReferenceBook(plainHeard);
        private final SeededRandom random;
        /** Most orders rest, as in real books. */
        private static final BookEntry[] ENTRIES = {
            BookEntry.REST,
            BookEntry.REST,
            BookEntry.REST,
            BookEntry.IMMEDIATE_OR_CANCEL,
            BookEntry.POST_ONLY,
            BookEntry.FILL_OR_KILL
        };

        private final long seed;
        private final int width;
        private LadderBook fast = new LadderBook(fastHeard);
        private long lastId;

        Twins(long seed, int width) {
            this.seed = seed;
            this.width = width;
            this.random = new SeededRandom(seed);
        }

        void compare(int commands) {
            for (int i = 0; i < commands; i++) {
                int kind = random.nextInt(10);
                long fastAnswer;
                long plainAnswer;
                if (kind < 6) {
                    lastId++;
                    int owner = random.nextInt(3);
                    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
                    long price = price(side);
                    long lots = 1L + random.nextInt(kind == 0 ? 200 : 20);
                    BookEntry entry = ENTRIES[random.nextInt(ENTRIES.length)];
                    fastAnswer = fast.submit(lastId, owner, side, price, lots, entry);
                    plainAnswer = plain.submit(lastId, owner, side, price, lots, entry);
                } else if (kind < 8) {
                    long id = someId();
                    fastAnswer = fast.cancel(id);
                    plainAnswer = plain.cancel(id);
                } else {
                    long id = someId();
                    long price = fast.isResting(id) && random.nextBoolean()
                            ? fast.restingTicks(id)
                            : price(random.nextBoolean() ? Side.BUY : Side.SELL);
                    long lots = 1L + random.nextInt(30);
                    BookEntry entry = random.nextBoolean() ? BookEntry.POST_ONLY : BookEntry.REST;
                    fastAnswer = fast.amend(id, price, lots, entry);
                    plainAnswer = plain.amend(id, price, lots, entry);
                }
                check(i, fastAnswer, plainAnswer);
            }
        }

        /** Bids mostly low and asks mostly high, so that a book builds up. */
        private long price(Side side) {
            return 1_000L + random.nextInt(width) - (long) side.sign() * (width / 4);
        }

        private long someId() {
            return Math.max(1, lastId - random.nextInt(60));
        }

        void reloadTheFastOne() {
            StateBytes bytes = new StateBytes();
            fast.save(bytes);
            LadderBook loaded = new LadderBook(fastHeard);
            loaded.submit(9_999, LadderBook.NO_OWNER, Side.BUY, 1, 1, BookEntry.REST);
            fastHeard.take();
            loaded.load(StateBytes.reader(bytes.toByteArray()));
            assertThat(loaded.stateHash()).isEqualTo(fast.stateHash());
            fast = loaded;
        }

        private void check(int step, long fastAnswer, long plainAnswer) {
            long id = someId();
            long bid = price(Side.BUY);
            long ask = price(Side.SELL);
            List<Object> fastSays = List.of(
                    fastHeard.take(),
                    fastAnswer,
                    fast.stateHash(),
                    fast.orderCount(),
                    depth(Side.BUY),
                    depth(Side.SELL),
                    fast.lotsAt(Side.BUY, bid),
                    fast.lotsAt(Side.SELL, ask),
                    fast.lotsAhead(id),
                    fast.restingLots(id));
            List<Object> plainSays = List.of(
                    plainHeard.take(),
                    plainAnswer,
                    plain.stateHash(),
                    plain.orderCount(),
                    plain.depth(Side.BUY, 10),
                    plain.depth(Side.SELL, 10),
                    plain.lotsAt(Side.BUY, bid),
                    plain.lotsAt(Side.SELL, ask),
                    plain.lotsAhead(id),
                    plain.restingLots(id));
            if (!fastSays.equals(plainSays)) {
                assertThat(fastSays).as("seed %d, command %d", seed, step).isEqualTo(plainSays);
            }
        }

        private List<Long> depth(Side side) {
            long[] prices = new long[10];
            long[] lots = new long[10];
            int count = fast.depth(side, prices, lots);
            List<Long> flat = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                flat.add(prices[i]);
                flat.add(lots[i]);
            }
            return flat;
        }
    }

    private static final class SilentListener implements BookListener {

        @Override
        public void onTrade(
                long makerId,
                int makerOwner,
                long takerId,
                int takerOwner,
                Side takerSide,
                long priceTicks,
                long lots,
                long makerLotsLeft) {}

        @Override
        public void onLevel(Side side, long priceTicks, long lots) {}
    }
}
