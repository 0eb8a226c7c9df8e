package io.sextant.store.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.time.SeededRandom;
import java.util.stream.DoubleStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What comes out of a chunk is bit for bit what went in. */
class ChunkCodecProperties {

    private final ChunkCodec codec = new ChunkCodec();

    @Property(tries = 150)
    void keepsBarsOnAGrid(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = ChunkCodec.CAPACITY) int count,
            @ForAll @IntRange(min = 0, max = 8) int priceDecimals,
            @ForAll @IntRange(min = 0, max = 8) int volumeDecimals) {
        assertComesBack(SampleBars.onGrid(seed, count, Math.pow(10, -priceDecimals), Math.pow(10, -volumeDecimals)));
    }

    @Property(tries = 150)
    void keepsAnyBitsAtAnyTimes(@ForAll long seed, @ForAll @IntRange(min = 1, max = ChunkCodec.CAPACITY) int count) {
        assertComesBack(SampleBars.wild(seed, count));
    }

    @Property(tries = 60)
    void keepsSumsOfDecimals(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 500) int count,
            @ForAll @DoubleRange(min = 0.01, max = 10) double scale) {
        BarSeries bars = SampleBars.onGrid(seed, count, 0.01, 0.001);
        for (int i = 0; i < count; i++) {
            bars.volume()[i] += 0.1 + 0.2;
            bars.high()[i] *= scale;
        }
        assertComesBack(bars);
    }

    @Property(tries = 200)
    void noticesAnyFlippedBit(@ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int count) {
        byte[] content = codec.encode(SampleBars.onGrid(seed, count, 0.01, 0.001));
        assertThat(codec.isWhole(content, count)).isTrue();
        assertThat(codec.isWhole(content, count + 1)).isFalse();
        SeededRandom random = new SeededRandom(seed);
        content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
        assertThat(codec.isWhole(content, count)).isFalse();
    }

    @Example
    void needsFewBytesForBarsOfAnExchange() {
        BarSeries bars = SampleBars.onGrid(1, ChunkCodec.CAPACITY, 0.01, 0.00001);
        assertThat(bytesPerBar(bars)).isLessThan(13);

        for (int i = 0; i < bars.size(); i++) {
            bars.volume()[i] = DoubleStream.of(0.1, 0.2, bars.volume()[i], 0.7).reduce(0, (a, b) -> a + b);
        }
        assertThat(bytesPerBar(bars)).isLessThan(14);
    }

    private double bytesPerBar(BarSeries bars) {
        assertComesBack(bars);
        return codec.encode(bars).length / (double) bars.size();
    }

    private void assertComesBack(BarSeries bars) {
        int at = 3;
        BarSeries into = SampleBars.empty(bars.size() + 5);
        byte[] content = codec.encode(bars);
        assertThat(codec.isWhole(content, bars.size())).isTrue();
        assertThat(codec.decode(content, into, at)).isEqualTo(bars.size());
        for (int i = 0; i < bars.size(); i++) {
            assertThat(into.openTimeNanos()[at + i]).isEqualTo(bars.openTimeNanos()[i]);
            assertSameBits(into.open()[at + i], bars.open()[i]);
            assertSameBits(into.high()[at + i], bars.high()[i]);
            assertSameBits(into.low()[at + i], bars.low()[i]);
            assertSameBits(into.close()[at + i], bars.close()[i]);
            assertSameBits(into.volume()[at + i], bars.volume()[i]);
        }
    }

    private static void assertSameBits(double actual, double expected) {
        if (Double.doubleToRawLongBits(actual) != Double.doubleToRawLongBits(expected)) {
            throw new AssertionError("expected " + expected + " but was " + actual);
        }
    }
}
