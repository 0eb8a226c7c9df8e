package io.sextant.exchange.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.market.Side;
import io.sextant.exchange.port.BookChecksum;
import io.sextant.exchange.port.BookDelta;
import io.sextant.exchange.port.BookLevels;
import io.sextant.exchange.port.BookSnapshot;
import org.junit.jupiter.api.Test;

class DepthSequencerTest {

    private static final BookLevels NONE = new BookLevels(new long[0], new long[0]);

    private final DepthSequencer depth = new DepthSequencer(new Deaf(), BookChecksum.NONE, 0);

    /** Coinbase numbers each connection anew: an old connection's second update is not the new one's. */
    @Test
    void whatWaitedForABookIsForgottenWithItsConnection() {
        depth.onDelta(bid(1, 90));
        depth.onDelta(bid(2, 91));
        depth.disconnect("a message was lost", 5);

        depth.onSnapshot(new BookSnapshot(1, level(95), NONE, 0), 6);
        depth.onDelta(bid(2, 96));

        assertThat(depth.lastSequence()).isEqualTo(2);
        assertThat(depth.levels(Side.BUY)).isEqualTo(2);
        assertThat(depth.priceTicks(Side.BUY, 0)).isEqualTo(96);
        assertThat(depth.priceTicks(Side.BUY, 1)).isEqualTo(95);
    }

    private static BookDelta bid(long number, long ticks) {
        return new BookDelta(number, number, 1, level(ticks), NONE, BookDelta.NO_CHECKSUM);
    }

    private static BookLevels level(long ticks) {
        return new BookLevels(new long[] {ticks}, new long[] {7});
    }

    private static final class Deaf implements LevelSink {

        @Override
        public void onLevel(Side side, long priceTicks, long lots, long timeNanos) {}

        @Override
        public void onCleared(long timeNanos) {}
    }
}
