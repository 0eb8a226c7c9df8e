package io.sextant.analytics.orderflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sextant.analytics.orderflow.DepthSequence.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LevelBookTest {

    @Property(tries = 100)
    void equalsTwoSortedMapsUnderRandomChanges(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        LevelBook book = new LevelBook();
        Map<BookSide, TreeMap<Long, Long>> plain =
                Map.of(BookSide.BID, new TreeMap<>(Collections.reverseOrder()), BookSide.ASK, new TreeMap<>());
        for (int i = 0; i < 2_000; i++) {
            BookSide side = random.nextBoolean() ? BookSide.BID : BookSide.ASK;
            long price = random.nextInt(80);
            long size = Math.max(0, random.nextInt(30) - 10);
            TreeMap<Long, Long> map = side == BookSide.BID ? plain.get(BookSide.BID) : plain.get(BookSide.ASK);
            Long before = size == 0 ? map.remove(price) : map.put(price, size);
            assertThat(book.set(side, price, size)).isEqualTo(before == null ? 0 : before);
            assertThat(book.sizeAt(side, price)).isEqualTo(size);
            int better = map.headMap(price, false).size();
            assertThat(book.levelsBefore(side, price)).isEqualTo(better);
        }
        for (BookSide side : BookSide.values()) {
            List<Long> prices = new ArrayList<>();
            for (int level = 0; level < book.levels(side); level++) {
                prices.add(book.price(side, level));
                assertThat(book.size(side, level)).isEqualTo(plain.get(side).get(book.price(side, level)));
            }
            assertThat(prices).isEqualTo(List.copyOf(plain.get(side).keySet()));
        }
    }

    @Test
    void knowsWhenItIsCrossedAndRefusesNegativeSizes() {
        LevelBook book = new LevelBook();
        book.set(BookSide.BID, 100, 1);
        book.set(BookSide.ASK, 101, 1);
        assertThat(book.isCrossed()).isFalse();
        book.set(BookSide.BID, 101, 1);
        assertThat(book.isCrossed()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> book.set(BookSide.BID, 5, -1));
    }

    @Test
    void differencesJoinByTheirNumbers() {
        DepthSequence overlapping = new DepthSequence();
        overlapping.snapshot(100);
        assertThat(overlapping.next(90, 99, DepthSequence.UNNAMED)).isEqualTo(Verdict.OLD);
        assertThat(overlapping.next(98, 104, DepthSequence.UNNAMED)).isEqualTo(Verdict.APPLY);
        assertThat(overlapping.next(105, 110, DepthSequence.UNNAMED)).isEqualTo(Verdict.APPLY);
        assertThat(overlapping.next(112, 115, DepthSequence.UNNAMED)).isEqualTo(Verdict.GAP);

        DepthSequence chained = new DepthSequence();
        chained.snapshot(100);
        assertThat(chained.next(95, 107, 94)).as("the first overlaps").isEqualTo(Verdict.APPLY);
        assertThat(chained.next(120, 130, 107))
                .as("numbers jump, the chain holds")
                .isEqualTo(Verdict.APPLY);
        assertThat(chained.next(131, 140, 129)).as("one is missing").isEqualTo(Verdict.GAP);
        assertThat(chained.next(120, 130, 107)).as("told again").isEqualTo(Verdict.OLD);
    }
}
