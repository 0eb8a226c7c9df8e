package io.sextant.ui.chart.heat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The picture against asking, for every pixel, what rested there. */
class HeatRasterTest {

    private static final double TICK = 0.5;

    private final HeatColours colours = new HeatColours(true);

    @Test
    void everyPixelShowsTheLargestQuantityThatRestedThere() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 60; round++) {
            HeatHistory history = history(random, 40 + random.nextInt(80));
            HeatFrame frame = new HeatFrame(
                    50 + random.nextInt(200),
                    20 + random.nextInt(200),
                    1 + random.nextInt(5),
                    history.number(history.size() - 1),
                    95,
                    105 + random.nextInt(10),
                    TICK);
            int[] pixels = new int[frame.width() * frame.height()];
            double full = new HeatRaster().fullQuantity(history, frame);

            new HeatRaster().paint(history, frame, full, colours, pixels);

            for (int i = 0; i < pixels.length; i++) {
                double quantity = largestAt(history, frame, i % frame.width(), i / frame.width());
                int expected = quantity > 0 ? colours.of(quantity, full) : colours.background();
                assertThat(pixels[i]).as("pixel %d of round %d", i, round).isEqualTo(expected);
            }
        }
    }

    @Test
    void coloursRiseInLightnessWithQuantity() {
        double before = -1;
        for (double quantity = 0; quantity <= 10; quantity += 0.25) {
            int argb = colours.of(quantity, 10);
            double lightness = 0.2126 * (argb >> 16 & 255) + 0.7152 * (argb >> 8 & 255) + 0.0722 * (argb & 255);
            assertThat(lightness).isGreaterThanOrEqualTo(before);
            before = lightness;
        }
    }

    @Test
    void aStretchWithoutNewsIsAHole() {
        HeatHistory history = new HeatHistory(10, 1_000);
        history.turnTo(5_500);
        history.addLevel(true, 100, 1);
        history.turnTo(8_000);
        history.addLevel(true, 100, 1);

        assertThat(history.size()).isEqualTo(2);
        assertThat(history.number(0)).isEqualTo(5);
        assertThat(history.indexAtOrBefore(7)).isZero();
        assertThat(history.indexAtOrBefore(4)).isEqualTo(-1);
        assertThat(history.startNanos(1)).isEqualTo(8_000);
    }

    @Test
    void keepsOnlyTheNewestSlices() {
        HeatHistory history = new HeatHistory(3, 1);
        for (int time = 0; time < 10; time++) {
            history.turnTo(time);
            history.addTrade(time % 2 == 0, 100, time);
        }
        history.turnTo(2);

        assertThat(history.size()).isEqualTo(3);
        assertThat(history.number(0)).isEqualTo(7);
        assertThat(history.sold(2)).isEqualTo(9);
        assertThat(history.bought(1)).isEqualTo(8);
        assertThat(history.tradedPrice(2)).isEqualTo(100);
    }

    private static HeatHistory history(SplittableRandom random, int slices) {
        HeatHistory history = new HeatHistory(64, 1_000);
        double bid = 100;
        long time = 0;
        for (int slice = 0; slice < slices; slice++) {
            time += 1_000L * (random.nextInt(6) == 0 ? 3 : 1);
            history.turnTo(time);
            bid += TICK * (random.nextInt(3) - 1);
            for (int level = 0; level < random.nextInt(HeatHistory.LEVELS + 1); level++) {
                history.addLevel(true, bid - level * TICK, random.nextDouble() * 10);
                history.addLevel(false, bid + (level + 1) * TICK, random.nextDouble() * 10);
            }
        }
        return history;
    }

    private static double largestAt(HeatHistory history, HeatFrame frame, int x, int y) {
        long number = frame.newestNumber() - (frame.width() - 1 - x) / frame.slicePixels();
        int slice = history.indexAtOrBefore(number);
        if (slice < 0 || history.number(slice) != number) {
            return 0;
        }
        double largest = 0;
        for (int side = 0; side < 2; side++) {
            for (int level = 0; level < history.levels(slice, side == 0); level++) {
                double middle = frame.y(history.price(slice, side == 0, level));
                double row = TICK / (frame.highPrice() - frame.lowPrice()) * frame.height();
                double top = Math.floor(middle - row / 2);
                double bottom = Math.max(top + 1, Math.floor(middle + row / 2));
                if (y >= top && y < bottom) {
                    largest = Math.max(largest, history.quantity(slice, side == 0, level));
                }
            }
        }
        return largest;
    }
}
