package io.sextant.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import io.sextant.engine.testing.MemoryArchive;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BarHistoryTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");
    private static final long MINUTE = Timeframe.M1.nominalNanos();

    private final MemoryArchive archive = new MemoryArchive();
    private final BarHistory history = new BarHistory(archive);

    @Test
    void goesBackIntoTheArchiveAsFarAsAskedWhereverTheLiveBarsEnd() {
        archive.append(BTC, Timeframe.M1, minutes(0, 1_000));
        BarSeries live = minutes(1_000, 1_600);

        assertThat(openMinutes(history.before(BTC, Timeframe.M1, 1_100 * MINUTE, 500, live)))
                .containsExactly(LongStream.range(600, 1_100).toArray());
        assertThat(openMinutes(history.before(BTC, Timeframe.M15, 1_110 * MINUTE, 20, live)))
                .containsExactly(LongStream.range(54, 74).map(i -> i * 15).toArray());
    }

    private static BarSeries minutes(long from, long to) {
        BarSeriesBuilder bars = new BarSeriesBuilder();
        for (long minute = from; minute < to; minute++) {
            bars.add(minute * MINUTE, 1, 1, 1, 1, 1);
        }
        return bars.build();
    }

    private static long[] openMinutes(BarSeries bars) {
        return Arrays.stream(bars.openTimeNanos(), 0, bars.size())
                .map(t -> t / MINUTE)
                .toArray();
    }
}
