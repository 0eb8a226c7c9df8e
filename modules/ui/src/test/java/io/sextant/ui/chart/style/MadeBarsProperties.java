package io.sextant.ui.chart.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.time.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class MadeBarsProperties {

    private record Made(long time, double open, double high, double low, double close, double volume) {}

    /** Puts made bars in a list, the last replaced by one of its time. */
    private static final class Tape implements BarSink {
        final List<Made> bars = new ArrayList<>();

        @Override
        public void put(long time, double open, double high, double low, double close, double volume) {
            if (!bars.isEmpty() && bars.getLast().time == time) {
                bars.removeLast();
            }
            bars.add(new Made(time, open, high, low, close, volume));
        }
    }

    @Property(tries = 300)
    void bricksAreWholeJoinedInOrderAndKeepTheVolume(@ForAll @LongRange(min = 1, max = 99_999) long seed) {
        RandomGenerator random = new SeededRandom(seed);
        double size = 0.5 + random.nextInt(8) * 0.25;
        Renko renko = new Renko(size);
        Tape tape = new Tape();
        double close = 100;
        double traded = 0;
        for (int i = 0; i < 400; i++) {
            close = Math.rint((close + random.nextGaussian()) * 4) / 4;
            double volume = random.nextInt(9);
            renko.forming(i * 1_000L, close, close + 3, close - 3, close + 2, 99, tape);
            renko.forming(i * 1_000L, close, close, close, close, volume, tape);
            renko.finished(i * 1_000L, close, close, close, close, volume, tape);
            traded += volume;
        }
        renko.forming(400_000L, close, close, close, close, 0, tape);
        List<Made> bricks = tape.bars.subList(0, tape.bars.size() - 1);
        Made last = tape.bars.getLast();
        double sum = last.volume;
        for (int i = 0; i < bricks.size(); i++) {
            Made brick = bricks.get(i);
            sum += brick.volume;
            assertThat(Math.abs(brick.close - brick.open)).isCloseTo(size, within(1e-9));
            assertThat(brick.high).isEqualTo(Math.max(brick.open, brick.close));
            assertThat(brick.low).isEqualTo(Math.min(brick.open, brick.close));
            if (i > 0) {
                Made before = bricks.get(i - 1);
                boolean sameWay = before.close > before.open == brick.close > brick.open;
                assertThat(brick.open).isEqualTo(sameWay ? before.close : before.open);
                assertThat(brick.time).isGreaterThan(before.time);
            }
        }
        assertThat(sum).isEqualTo(traded);
        if (!bricks.isEmpty()) {
            Made end = bricks.getLast();
            assertThat(close).isBetween(end.low - size + 1e-12, end.high + size - 1e-12);
            assertThat(close == end.low - size || close == end.high + size).isFalse();
        }
        assertThat(last.close).isEqualTo(close);
    }

    @Example
    void turningTakesTwiceAsFarAsGoingOn() {
        Renko renko = new Renko(10);
        Tape tape = new Tape();
        double[] closes = {100, 112, 119, 101, 99, 131};
        for (int i = 0; i < closes.length; i++) {
            renko.finished(i * 10L, closes[i], closes[i], closes[i], closes[i], 1, tape);
        }
        assertThat(tape.bars).extracting(Made::open).containsExactly(100.0, 110.0, 120.0);
        assertThat(tape.bars).extracting(Made::close).containsExactly(110.0, 120.0, 130.0);
        tape.bars.clear();
        renko.finished(60, 109, 109, 109, 109, 1, tape);
        assertThat(tape.bars).containsExactly(new Made(52, 120, 120, 110, 110, 1));
    }

    @Property(tries = 200)
    void heikinAshiBarsFollowTheFormulaWhateverFormedBetween(@ForAll @LongRange(min = 1, max = 99_999) long seed) {
        RandomGenerator random = new SeededRandom(seed);
        HeikinAshi maker = new HeikinAshi();
        Tape tape = new Tape();
        double openBefore = 0;
        double closeBefore = 0;
        for (int i = 0; i < 200; i++) {
            double open = 100 + random.nextGaussian();
            double close = 100 + random.nextGaussian();
            double high = Math.max(open, close) + random.nextDouble();
            double low = Math.min(open, close) - random.nextDouble();
            maker.forming(i, open, open + 9, open - 9, open + 5, 1, tape);
            maker.finished(i, open, high, low, close, i, tape);
            double madeOpen = i == 0 ? (open + close) / 2 : (openBefore + closeBefore) / 2;
            double madeClose = (open + high + low + close) / 4;
            assertThat(tape.bars.getLast())
                    .isEqualTo(new Made(
                            i,
                            madeOpen,
                            Math.max(high, Math.max(madeOpen, madeClose)),
                            Math.min(low, Math.min(madeOpen, madeClose)),
                            madeClose,
                            i));
            openBefore = madeOpen;
            closeBefore = madeClose;
        }
        assertThat(tape.bars).hasSize(200);
    }
}
