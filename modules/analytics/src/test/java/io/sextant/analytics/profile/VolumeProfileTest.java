package io.sextant.analytics.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.market.BarSeries;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VolumeProfileTest {

    @Test
    void spreadsEachBarEvenlyOverItsRange() {
        BarSeries bars = bars(new double[][] {{10, 14, 8}, {12, 12, 5}});

        VolumeProfile profile = VolumeProfile.of(bars, 0, 2, 4);

        assertThat(profile.volumes()).containsExactly(2, 2, 7, 2);
        assertThat(profile.pointOfControl()).isEqualTo(2);
        assertThat(profile.price(2)).isEqualTo(12.5);
    }

    @Test
    void losesNoVolume() {
        SplittableRandom random = new SplittableRandom(1);
        double[][] rows = new double[500][];
        for (int i = 0; i < rows.length; i++) {
            double low = 100 + random.nextDouble() * 10;
            rows[i] = new double[] {low, low + random.nextDouble() * (i % 7), random.nextDouble() * 100};
        }
        BarSeries bars = bars(rows);

        for (int count : new int[] {1, 2, 24, 301}) {
            assertThat(VolumeProfile.of(bars, 0, 500, count).total())
                    .isCloseTo(Arrays.stream(bars.volume()).sum(), within(1e-7));
        }
    }

    @Test
    void valueAreaIsTheFewestNeighboursOfTheControlThatHoldSeventyPercent() {
        BarSeries bars = bars(new double[][] {{0, 0, 5}, {1, 1, 20}, {2, 2, 50}, {3, 3, 15}, {4, 4, 10}});

        VolumeProfile profile = VolumeProfile.of(bars, 0, 5, 5);

        assertThat(profile.volumes()).containsExactly(5, 20, 50, 15, 10);
        assertThat(profile.valueArea()).isEqualTo(new VolumeProfile.Rows(1, 3));
    }

    @Test
    void isEmptyWithoutBars() {
        assertThat(VolumeProfile.of(BarSeries.EMPTY, 0, 0, 10).isEmpty()).isTrue();
        assertThat(VolumeProfile.of(BarSeries.EMPTY, 0, 0, 10).valueArea()).isEqualTo(new VolumeProfile.Rows(0, 0));
    }

    /** Rows of low, high, volume. */
    private static BarSeries bars(double[][] rows) {
        long[] times = new long[rows.length];
        double[][] columns = new double[3][rows.length];
        for (int i = 0; i < rows.length; i++) {
            times[i] = i;
            for (int c = 0; c < 3; c++) {
                columns[c][i] = rows[i][c];
            }
        }
        return new BarSeries(times, columns[0], columns[1], columns[0], columns[1], columns[2], rows.length);
    }
}
