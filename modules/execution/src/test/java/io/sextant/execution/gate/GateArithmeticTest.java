package io.sextant.execution.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.market.Side;
import io.sextant.domain.order.RateLimit;
import io.sextant.domain.time.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the gate works out by a short way, beside the long one, on random desks. */
class GateArithmeticTest {

    private static final int DRAWS = 20_000;

    @Test
    void anOrderNeedsWhatIsTiedWithItLessWhatIsTiedWithoutIt() {
        BuyingPower buyingPower = new BuyingPower(Desk.CATALOG);
        SeededRandom random = new SeededRandom(5);
        for (int i = 0; i < DRAWS; i++) {
            int instrument = random.nextInt(Desk.CATALOG.size());
            Side side = random.nextInt(2) == 0 ? Side.BUY : Side.SELL;
            long position = random.nextInt(41) - 20L;
            long buys = random.nextInt(10);
            long sells = random.nextInt(10);
            long buyTickLots = buys * (1_000 + random.nextInt(100));
            long sellTickLots = sells * (1_100 + random.nextInt(100));
            boolean buying = side == Side.BUY;
            long working = buying ? buys : sells;
            long added = random.nextInt(20) - (random.nextInt(3) == 0 ? working : 0);
            long addedTickLots = added * (1_000 + random.nextInt(200));
            long mark = random.nextInt(50) == 0 ? 0 : 1_050 + random.nextInt(100);

            long before = buyingPower.tiedUnits(instrument, position, buys, sells, buyTickLots, sellTickLots, mark);
            long after = buyingPower.tiedUnits(
                    instrument,
                    position,
                    buys + (buying ? added : 0),
                    sells + (buying ? 0 : added),
                    buyTickLots + (buying ? addedTickLots : 0),
                    sellTickLots + (buying ? 0 : addedTickLots),
                    mark);
            assertThat(buyingPower.addedUnits(
                            instrument,
                            side,
                            position,
                            working,
                            buying ? buyTickLots : sellTickLots,
                            buying ? sells : buys,
                            added,
                            addedTickLots,
                            mark))
                    .isEqualTo(after - before);
        }
    }

    @Test
    void aWindowCountsLikeAListOfAllMoments() {
        SeededRandom random = new SeededRandom(6);
        for (int desk = 0; desk < 200; desk++) {
            RateWindow window = new RateWindow();
            List<Long> all = new ArrayList<>();
            RateLimit limit = new RateLimit(random.nextInt(9), 1 + random.nextInt(30));
            window.fit(limit, RateLimit.UNBOUNDED);
            long now = 0;
            for (int i = 0; i < 300; i++) {
                now += random.nextInt(8);
                switch (random.nextInt(30)) {
                    case 0 -> {
                        RateLimit smaller = new RateLimit(random.nextInt(limit.count() + 1), limit.windowNanos());
                        window.fit(smaller, RateLimit.UNBOUNDED);
                        limit = smaller;
                    }
                    case 1 -> {
                        window.clear();
                        all.clear();
                    }
                    default -> {
                        window.add(now);
                        all.add(now);
                    }
                }
                long at = now + random.nextInt(5);
                long span = limit.windowNanos();
                long inside = all.stream().filter(moment -> at - moment < span).count();
                assertThat(window.isFull(limit, at)).isEqualTo(inside >= limit.count());
                assertThat(window.within(span, at)).isEqualTo((int) Math.min(inside, limit.count()));
            }
        }
    }
}
