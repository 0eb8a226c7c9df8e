package io.sextant.benchmarks.order;

import io.sextant.domain.market.Side;
import io.sextant.domain.time.SeededRandom;

/**
 * Orders in columns, the same for everybody: two of three take what somebody offers at a price that wanders, the third rests far
 * from it and is cancelled.
 */
final class OrderStream {

    static final long FAR_TICKS = 200;

    final int size;
    final boolean[] takes;
    final Side[] sides;
    final long[] ticks;
    final long[] lots;

    OrderStream(int size, long startTicks) {
        this.size = size;
        takes = new boolean[size];
        sides = new Side[size];
        ticks = new long[size];
        lots = new long[size];
        SeededRandom random = new SeededRandom(7);
        long price = startTicks;
        for (int i = 0; i < size; i++) {
            price += random.nextInt(11) - 5;
            price = Math.max(startTicks - 1_000, Math.min(startTicks + 1_000, price));
            takes[i] = i % 3 != 2;
            sides[i] = i % 2 == 0 ? Side.BUY : Side.SELL;
            lots[i] = takes[i] ? 3 : 1 + random.nextInt(5);
            ticks[i] = takes[i] ? price : price - sides[i].sign() * FAR_TICKS;
        }
    }

    int takers() {
        int count = 0;
        for (boolean one : takes) {
            count += one ? 1 : 0;
        }
        return count;
    }
}
