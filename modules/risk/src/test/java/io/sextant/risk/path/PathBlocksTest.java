package io.sextant.risk.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PathBlocksTest {

    /** Two million blocks whose work is nothing: the numbers of the last ones are what an int just holds. */
    @Test
    void eachOfAsManyPathsAsAnIntHoldsIsDrawnOnce() {
        AtomicLong drawn = new AtomicLong();
        AtomicInteger last = new AtomicInteger();

        PathBlocks.draw(Integer.MAX_VALUE, 1, 1, (_, from, to) -> {
            drawn.addAndGet(to - from);
            last.accumulateAndGet(to, Math::max);
        });

        assertThat(drawn.get()).isEqualTo(Integer.MAX_VALUE);
        assertThat(last.get()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void noMoreThreadsDrawThanThereAreProcessorsOrBlocks() {
        assertThat(PathBlocks.workers(2_000_000_000, 98, 4)).isEqualTo(4);
        assertThat(PathBlocks.workers(3, 98, 4)).isEqualTo(3);
        assertThat(PathBlocks.workers(3, 1, 4)).isEqualTo(1);
    }

    @Test
    void theAnswerIsTheSameForAnyNumberOfThreads() {
        assertThat(drawn(2_000_000_000)).isEqualTo(drawn(1));
    }

    private static double[] drawn(int threads) {
        double[] numbers = new double[20_000];
        PathBlocks.draw(numbers.length, 7, threads, (random, from, to) -> {
            for (int i = from; i < to; i++) {
                numbers[i] = random.nextGaussian();
            }
        });
        return numbers;
    }
}
