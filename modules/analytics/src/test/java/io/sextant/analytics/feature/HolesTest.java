package io.sextant.analytics.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.time.SeededRandom;
import org.junit.jupiter.api.Test;

/** A missing number is told as missing for as long as a window holds it, and not a bar longer. */
class HolesTest {

    @Test
    void oneMissingVolumeSilencesItsWindowsOnlyWhileTheyHoldIt() {
        BarSeries bars = MadeBars.of(new SeededRandom(31), 900);
        BarSeries holed = bars.copyOfRange(0, bars.size());
        holed.volume()[500] = Double.NaN;
        FeatureColumns whole = FeatureColumns.of(bars, FeatureCatalog.all());
        FeatureColumns gone = FeatureColumns.of(holed, FeatureCatalog.all());
        int place =
                FeatureCatalog.all().indexOf(FeatureCatalog.find("volume_z_60").orElseThrow());
        for (int i = 59; i < 900; i++) {
            if (i >= 500 && i < 560) {
                assertThat(gone.get(place)[i]).as("at %d", i).isNaN();
            } else {
                assertThat(gone.get(place)[i])
                        .as("at %d", i)
                        .isCloseTo(whole.get(place)[i], org.assertj.core.api.Assertions.within(1e-9));
            }
        }
    }

    @Test
    void aPriceThatStandsStillHasNoShapeAndNoScoreButAVolatilityOfZero() {
        BarSeries bars = MadeBars.of(new SeededRandom(32), 400);
        for (int i = 0; i < bars.size(); i++) {
            for (double[] column : new double[][] {bars.open(), bars.high(), bars.low(), bars.close()}) {
                column[i] = 0.1 + 0.2;
            }
        }
        FeatureColumns columns = FeatureColumns.of(bars, FeatureCatalog.all());
        assertThat(last(columns, "vol_20")).isZero();
        assertThat(last(columns, "ret_z_60")).isNaN();
        assertThat(last(columns, "body")).isNaN();
        assertThat(last(columns, "bollinger_place_20")).isNaN();
        assertThat(last(columns, "rsi_14")).isNaN();
        assertThat(last(columns, "line_fit_60")).isNaN();
    }

    private static double last(FeatureColumns columns, String name) {
        return columns.get(
                        FeatureCatalog.all().indexOf(FeatureCatalog.find(name).orElseThrow()))[399];
    }
}
