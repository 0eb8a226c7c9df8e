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
    private final BarHistory history = new BarHistory(archive, false);

    @Test
    void goesBackIntoTheArchiveAsFarAsAskedWhereverTheLiveBarsEnd() {
        archive.append(BTC, Timeframe.M1, minutes(0, 1_000));
        BarSeries live = minutes(1_000, 1_600);

        assertThat(openMinutes(history.before(BTC, Timeframe.M1, 1_100 * MINUTE, 500, live)))
                .containsExactly(LongStream.range(600, 1_100).toArray());
        assertThat(openMinutes(history.before(BTC, Timeframe.M15, 1_110 * MINUTE, 20, live)))
                .containsExactly(LongStream.range(54, 74).map(i -> i * 15).toArray());
    }

    @Test
    void putsWhatWasRepairedInTheArchiveBeforeWhatMemoryHas() {
        BarHistory repaired = new BarHistory(archive, true);
        BarSeriesBuilder gapped = new BarSeriesBuilder();
        gapped.add(10 * MINUTE, 1, 1, 1, 1, 1).add(11 * MINUTE, 1, 1, 1, 1, 1).add(15 * MINUTE, 1, 1, 1, 1, 1);
        archive.append(BTC, Timeframe.M1, minutes(9, 11));
        BarSeriesBuilder better = new BarSeriesBuilder();
        for (long minute = 11; minute <= 15; minute++) {
            better.add(minute * MINUTE, 2, 2, 2, 2, 2);
        }
        archive.append(BTC, Timeframe.M1, better.build());

        BarSeries bars = repaired.before(BTC, Timeframe.M1, Long.MAX_VALUE, 10, gapped.build());

        assertThat(openMinutes(bars)).containsExactly(9, 10, 11, 12, 13, 14, 15);
        assertThat(Arrays.copyOf(bars.close(), bars.size())).containsExactly(1, 1, 2, 2, 2, 2, 1);
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
