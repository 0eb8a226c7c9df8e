package io.sextant.benchmarks.flow;

import io.sextant.analytics.orderflow.BookSide;
import io.sextant.analytics.orderflow.LevelBook;
import io.sextant.analytics.orderflow.MessageBook;
import io.sextant.analytics.orderflow.OrderFlowImbalance;
import io.sextant.domain.time.SeededRandom;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Updates a second of books on one thread, by the time of its processor: order by order, level by level, and level by level with the imbalance after each.
 * Messages are drawn beforehand: half of them new orders near the best price, half the end of an order that waits.
 */
public final class BookUpdates {

    private static final int MESSAGES = Integer.getInteger("messages", 4_000_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 7);
    private static final int WAITING = 5_000;
    private static final int LEVELS = 200;

    private final long[] ids = new long[MESSAGES];
    private final long[] prices = new long[MESSAGES];
    private final int[] sizes = new int[MESSAGES];
    private final boolean[] bids = new boolean[MESSAGES];
    private final boolean[] adds = new boolean[MESSAGES];

    private BookUpdates() {
        SeededRandom random = new SeededRandom(4);
        int[] waiting = new int[WAITING];
        int count = 0;
        for (int i = 0; i < MESSAGES; i++) {
            adds[i] = count == 0 || (count < WAITING && random.nextBoolean());
            if (adds[i]) {
                ids[i] = 1_000_000_007L * i;
                bids[i] = random.nextBoolean();
                // Squared, so that most of it happens near the best price.
                double away = random.nextDouble();
                prices[i] = 100_000 + (bids[i] ? -1 : 1) * (1 + (long) (LEVELS * away * away));
                sizes[i] = 1 + random.nextInt(50);
                waiting[count++] = i;
            } else {
                int which = random.nextInt(count);
                int order = waiting[which];
                waiting[which] = waiting[--count];
                ids[i] = ids[order];
                bids[i] = bids[order];
                prices[i] = prices[order];
                sizes[i] = sizes[order];
            }
        }
    }

    public static void main(String[] args) {
        BookUpdates bench = new BookUpdates();
        bench.time("order by order", bench::byOrders);
        bench.time("level by level", bench::byLevels);
        bench.time("level by level with order flow imbalance", bench::withImbalance);
    }

    private void time(String name, LongSupplier run) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double best = Double.MAX_VALUE;
        long check = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begun = threads.getCurrentThreadCpuTime();
            check += run.getAsLong();
            best = Math.min(best, (double) (threads.getCurrentThreadCpuTime() - begun));
        }
        System.out.printf(
                Locale.ENGLISH,
                "%-42s %,.0f updates/s, %.1f ns each (check %d)%n",
                name,
                MESSAGES / best * 1e9,
                best / MESSAGES,
                check);
    }

    private long byOrders() {
        MessageBook book = new MessageBook();
        for (int i = 0; i < MESSAGES; i++) {
            if (adds[i]) {
                book.add(ids[i], side(i), prices[i], sizes[i]);
            } else {
                book.reduce(ids[i], sizes[i]);
            }
        }
        return book.orders();
    }

    private long byLevels() {
        LevelBook book = new LevelBook();
        for (int i = 0; i < MESSAGES; i++) {
            book.set(side(i), prices[i], adds[i] ? sizes[i] : 0);
        }
        return book.levels(BookSide.BID);
    }

    private long withImbalance() {
        LevelBook book = new LevelBook();
        OrderFlowImbalance imbalance = new OrderFlowImbalance();
        double sum = 0;
        for (int i = 0; i < MESSAGES; i++) {
            book.set(side(i), prices[i], adds[i] ? sizes[i] : 0);
            sum += imbalance.next(book);
        }
        return Math.round(sum);
    }

    private BookSide side(int i) {
        return bids[i] ? BookSide.BID : BookSide.ASK;
    }
}
