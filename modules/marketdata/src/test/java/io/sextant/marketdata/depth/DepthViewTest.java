package io.sextant.marketdata.depth;

import static io.sextant.domain.market.Side.BUY;
import static io.sextant.domain.market.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.market.Depth;
import io.sextant.domain.market.DepthLevel;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.time.SeededRandom;
import io.sextant.marketdata.Listed;
import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DepthViewTest {

    private static final int SEEDS = Integer.getInteger("sextant.seeds", 100);
    private static final int ACME = 1;

    private final DepthView depth = new DepthView(2);

    @Test
    void ordersLevelsBestFirst() {
        depth.onLevel(ACME, BUY, 99, 5);
        depth.onLevel(ACME, BUY, 100, 7);
        depth.onLevel(ACME, BUY, 98, 3);
        depth.onLevel(ACME, SELL, 102, 4);
        depth.onLevel(ACME, SELL, 101, 2);

        assertThat(depth.toDepth(ACME, Listed.ALL.get(ACME), (i, side, ticks) -> side == BUY && ticks == 99 ? 2 : 0))
                .isEqualTo(new Depth(
                        java.util.List.of(level("1", "7", "0"), level("0.99", "5", "2"), level("0.98", "3", "0")),
                        java.util.List.of(level("1.01", "2", "0"), level("1.02", "4", "0"))));
        assertThat(depth.lotsAt(ACME, SELL, 102)).isEqualTo(4);
        assertThat(depth.lotsAt(ACME, SELL, 103)).isZero();
    }

    @Test
    void showsAsManyLevelsAsABookHasForPeople() {
        for (int i = 0; i < 30; i++) {
            depth.onLevel(ACME, BUY, 100 - i, 1);
        }
        assertThat(depth.toDepth(ACME, Listed.ALL.get(ACME), DepthView.OwnLots.NONE)
                        .bids())
                .hasSize(Depth.LEVELS);
        assertThat(depth.levels(ACME, BUY)).isEqualTo(30);
    }

    @Test
    void seesThatABookIsCrossed() {
        assertThat(depth.isCrossed(ACME)).isFalse();
        depth.onLevel(ACME, BUY, 100, 7);
        assertThat(depth.isCrossed(ACME)).isFalse();
        depth.onLevel(ACME, SELL, 101, 7);
        assertThat(depth.isCrossed(ACME)).isFalse();
        depth.onLevel(ACME, BUY, 101, 7);
        assertThat(depth.isCrossed(ACME)).isTrue();
        depth.onLevel(ACME, SELL, 101, 0);
        assertThat(depth.isCrossed(ACME)).isFalse();
    }

    @Test
    void believesAQuoteOverOlderLevels() {
        depth.onLevel(ACME, BUY, 100, 7);
        depth.onLevel(ACME, BUY, 99, 6);
        depth.onLevel(ACME, SELL, 101, 7);
        depth.onQuote(ACME, 99, 4, 100, 3);
        assertThat(depth.levels(ACME, BUY)).isEqualTo(1);
        assertThat(depth.lots(ACME, BUY, 0)).isEqualTo(4);
        assertThat(depth.priceTicks(ACME, SELL, 0)).isEqualTo(100);
        assertThat(depth.priceTicks(ACME, SELL, 1)).isEqualTo(101);

        depth.onQuote(ACME, 0, 0, 100, 3);
        assertThat(depth.levels(ACME, BUY)).isZero();
        depth.clear(ACME);
        assertThat(depth.levels(ACME, SELL)).isZero();
    }

    @Test
    void letsTheWorstLevelGoWhenThereAreTooMany() {
        for (int i = 0; i < DepthView.MAX_LEVELS + 10; i++) {
            depth.onLevel(ACME, SELL, 1_000 + i, 1);
        }
        assertThat(depth.levels(ACME, SELL)).isEqualTo(DepthView.MAX_LEVELS);
        assertThat(depth.priceTicks(ACME, SELL, 0)).isEqualTo(1_000);
        depth.onLevel(ACME, SELL, 999, 1);
        assertThat(depth.priceTicks(ACME, SELL, 0)).isEqualTo(999);
        assertThat(depth.lotsAt(ACME, SELL, 1_000 + DepthView.MAX_LEVELS - 1)).isZero();
    }

    @Test
    void equalsASortedMap() {
        for (int seed = 0; seed < SEEDS; seed++) {
            SeededRandom random = new SeededRandom(seed);
            DepthView fast = new DepthView(1);
            Map<Side, TreeMap<Long, Long>> plain =
                    Map.of(BUY, new TreeMap<>(Comparator.reverseOrder()), SELL, new TreeMap<Long, Long>());
            for (int i = 0; i < 500; i++) {
                Side side = random.nextBoolean() ? BUY : SELL;
                long ticks = random.nextLong(200) - 50;
                long lots = random.nextInt(3) == 0 ? 0 : 1 + random.nextLong(50);
                TreeMap<Long, Long> levels = plain.getOrDefault(side, new TreeMap<>());
                if (random.nextInt(10) == 0) {
                    fast.onBest(0, side, ticks, lots);
                    if (lots == 0) {
                        levels.clear();
                    } else {
                        levels.headMap(ticks).clear();
                    }
                } else {
                    fast.onLevel(0, side, ticks, lots);
                }
                levels.remove(ticks);
                if (lots > 0) {
                    levels.put(ticks, lots);
                }
                if (random.nextInt(50) == 0) {
                    fast = reloaded(fast);
                }
            }
            for (Side side : Side.values()) {
                int level = 0;
                for (Map.Entry<Long, Long> entry :
                        plain.getOrDefault(side, new TreeMap<>()).entrySet()) {
                    assertThat(fast.priceTicks(0, side, level)).isEqualTo(entry.getKey());
                    assertThat(fast.lots(0, side, level)).isEqualTo(entry.getValue());
                    level++;
                }
                assertThat(fast.levels(0, side)).isEqualTo(level);
            }
        }
    }

    private static DepthView reloaded(DepthView depth) {
        StateBytes bytes = new StateBytes();
        depth.save(bytes);
        DepthView fresh = new DepthView(1);
        fresh.onLevel(0, BUY, 7, 7);
        fresh.load(StateBytes.reader(bytes.toByteArray()));
        return fresh;
    }

    @Test
    void allocatesNothingForALevel() {
        SeededRandom random = new SeededRandom(1);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = 0;
        for (int round = 0; round < 2; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 20_000; i++) {
                depth.onLevel(ACME, random.nextBoolean() ? BUY : SELL, random.nextLong(100), random.nextLong(5));
            }
            bytes = threads.getCurrentThreadAllocatedBytes() - before;
        }
        assertThat(bytes).isLessThan(1_000);
    }

    private static DepthLevel level(String price, String quantity, String ours) {
        return new DepthLevel(Price.parse(price), Quantity.parse(quantity), Quantity.parse(ours));
    }
}
