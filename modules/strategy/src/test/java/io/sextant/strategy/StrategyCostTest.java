package io.sextant.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.OrderWish;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.kind.StrategyRun;
import io.sextant.strategy.kind.Target;
import io.sextant.strategy.kind.Wishes;
import io.sextant.strategy.testing.Market;
import io.sextant.strategy.testing.Walks;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A sweep runs a strategy over billions of bars: what a bar leaves behind counts. */
class StrategyCostTest {

    private static final int BARS = 20_000;

    /** A wish may leave a reason; a bar without one leaves nothing. 1 byte a bar is for what the JIT does meanwhile. */
    @Test
    void aBarWithoutAWishLeavesNoGarbage() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Market market = Market.ofCloses(Walks.random(3, BARS));
        List<String> wasteful = new ArrayList<>();
        for (StrategyKind kind : StrategyCatalog.all()) {
            Choice choice = Choice.usual(kind);
            if (kind.needs(choice).fewestInstruments() > 1) {
                continue;
            }
            Counted counted = new Counted();
            StrategyRun run = kind.begin(choice);
            long[] bytes = {0};
            // Only the run is measured, not the market around it.
            market.outcomeOf((scene, heard) -> {
                long before = threads.getCurrentThreadAllocatedBytes();
                run.next(scene, counted);
                bytes[0] += threads.getCurrentThreadAllocatedBytes() - before;
            });
            if (bytes[0] > BARS + 500L * counted.wishes) {
                wasteful.add(kind.name() + " leaves " + bytes[0] + " bytes over " + BARS + " bars and " + counted.wishes
                        + " wishes");
            }
        }
        assertThat(wasteful).isEmpty();
    }

    /** Counts wishes and carries out none. */
    private static final class Counted implements Wishes {

        private long wishes;

        @Override
        public void hold(Target target) {
            wishes++;
        }

        @Override
        public void order(OrderWish wish) {
            wishes++;
        }
    }
}
