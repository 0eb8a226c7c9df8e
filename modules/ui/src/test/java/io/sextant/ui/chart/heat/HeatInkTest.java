package io.sextant.ui.chart.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Best prices and trades over a black picture of 60 by 40 pixels: prices from 90 to 110, so half a unit a pixel; slices four pixels wide. */
class HeatInkTest {

    private static final int WIDTH = 60;
    private static final int HEIGHT = 40;
    private static final int BLACK = 0xFF00_0000;
    private static final int WHITE = 0xFFFF_FFFF;
    private static final int RED = 0xFFFF_0000;

    private final HeatHistory history = new HeatHistory(100, 1_000);
    private final int[] pixels = new int[WIDTH * HEIGHT];
    private final HeatInk ink = new HeatInk();

    HeatInkTest() {
        Arrays.fill(pixels, BLACK);
    }

    private HeatFrame frame() {
        return new HeatFrame(WIDTH, HEIGHT, 4, history.number(history.size() - 1), 90, 110, 0.5);
    }

    private void bid(long second, double price) {
        history.turnTo(second * 1_000);
        history.addLevel(true, price, 1);
    }

    private int at(int x, int y) {
        return pixels[y * WIDTH + x];
    }

    @Test
    void theBestPriceIsALineOfStepsWithoutOneWhereNothingWasKnown() {
        bid(10, 100);
        bid(11, 103);
        bid(13, 103);

        ink.bestPrices(history, frame(), true, WHITE, pixels);

        int upper = (int) ((110 - 103) / 0.5);
        int lower = (int) ((110 - 100) / 0.5);
        for (int x = 0; x < WIDTH; x++) {
            int fromRight = (WIDTH - 1 - x) / 4;
            assertThat(at(x, upper))
                    .as("upper row, x %d", x)
                    .isEqualTo(fromRight == 0 || fromRight == 2 ? WHITE : BLACK);
        }
        assertThat(at(WIDTH - 16, lower)).isEqualTo(WHITE);
        for (int y = upper; y <= lower; y++) {
            assertThat(at(WIDTH - 12, y)).as("the step at row %d", y).isEqualTo(WHITE);
        }
        assertThat(Arrays.stream(pixels).filter(p -> p == WHITE).count()).isEqualTo(12 + (lower - upper));
    }

    @Test
    void aDotsAreaGrowsWithWhatWasTraded() {
        history.turnTo(20_000);
        history.addTrade(true, 100, 8);
        double large = lightOf();
        Arrays.fill(pixels, BLACK);
        history.turnTo(25_000);
        history.addTrade(true, 100, 2);
        double both = lightOf();

        assertThat(large).isCloseTo(0.75 * Math.PI * 81, within(2.0));
        assertThat(both / large).isCloseTo(1.25, within(0.02));
    }

    /** Whole pixels of white; the middle of the newest slice has room for a dot on no side but the right, so that is moved away. */
    private double lightOf() {
        HeatFrame frame = new HeatFrame(WIDTH, HEIGHT, 4, history.number(history.size() - 1) + 4, 90, 110, 0.5);
        ink.trades(history, frame, WHITE, RED, pixels);
        return Arrays.stream(pixels).mapToDouble(p -> (p & 0xFF) / 255.0).sum();
    }

    @Test
    void aDotAtTheEdgeIsCutOffAndBelongsToWhoWasInAHurry() {
        history.turnTo(20_000);
        history.addTrade(false, 90.2, 8);

        ink.trades(history, frame(), WHITE, RED, pixels);

        assertThat(Arrays.stream(pixels).filter(p -> p != BLACK)).isNotEmpty().allMatch(p -> (p & 0xFFFF) == 0);
        assertThat(at(0, HEIGHT - 1)).as("nothing goes round to the other side").isEqualTo(BLACK);
    }
}
