package io.sextant.analytics.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.time.SeededRandom;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Features against the plain sentence of their definition, over a window taken anew at each bar. */
class FeatureTwinTest {

    private static final int BARS = 3_000;
    private static final BarSeries SERIES = MadeBars.of(new SeededRandom(11), BARS);
    private static final double[] PEER = MadeBars.of(new SeededRandom(12), BARS).close();
    private static final double[] OPEN = SERIES.open();
    private static final double[] HIGH = SERIES.high();
    private static final double[] LOW = SERIES.low();
    private static final double[] CLOSE = SERIES.close();
    private static final double[] VOLUME = SERIES.volume();
    private static final FeatureColumns COLUMNS =
            FeatureColumns.of(SERIES, PEER, MadeBars.knowing(new SeededRandom(13)), FeatureCatalog.all());

    /** Running sums are taken anew every window, so what is left is rounding of a few hundred additions. */
    private static final double TOLERANCE = 1e-9;

    private static void equal(String name, IntToDoubleFunction plain) {
        Feature feature = FeatureCatalog.find(name).orElseThrow();
        double[] column = COLUMNS.get(FeatureCatalog.all().indexOf(feature));
        for (int i = feature.warmUpBars() - 1; i < BARS; i++) {
            double wanted = plain.applyAsDouble(i);
            assertThat(column[i])
                    .as("%s at %d", name, i)
                    .isCloseTo(wanted, within(TOLERANCE * Math.max(1, Math.abs(wanted))));
        }
    }

    private static double step(double[] of, int i) {
        return Math.log(of[i] / of[i - 1]);
    }

    private static double[] window(int end, int bars, IntToDoubleFunction of) {
        double[] window = new double[bars];
        Arrays.setAll(window, k -> of.applyAsDouble(end - bars + 1 + k));
        return window;
    }

    private static double mean(double[] of) {
        return Arrays.stream(of).sum() / of.length;
    }

    private static double moment(double[] of, int power) {
        double mean = mean(of);
        return Arrays.stream(of).map(x -> Math.pow(x - mean, power)).sum() / of.length;
    }

    private static double deviation(double[] of) {
        return Math.sqrt(moment(of, 2) * of.length / (of.length - 1));
    }

    private static double covariance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - mean(a)) * (b[i] - mean(b));
        }
        return sum / a.length;
    }

    private static double correlation(double[] a, double[] b) {
        return covariance(a, b) / Math.sqrt(moment(a, 2) * moment(b, 2));
    }

    @Test
    void returnsAndTheirMoments() {
        equal("ret_5", i -> Math.log(CLOSE[i] / CLOSE[i - 5]));
        equal("ret_gap", i -> Math.log(OPEN[i] / CLOSE[i - 1]));
        equal("ret_mean_60", i -> mean(window(i, 60, k -> step(CLOSE, k))));
        equal("ret_skew_60", i -> {
            double[] w = window(i, 60, k -> step(CLOSE, k));
            return moment(w, 3) / Math.pow(moment(w, 2), 1.5);
        });
        equal("ret_kurt_120", i -> {
            double[] w = window(i, 120, k -> step(CLOSE, k));
            return moment(w, 4) / Math.pow(moment(w, 2), 2) - 3;
        });
        equal(
                "ret_ac1_60",
                i -> correlation(window(i, 60, k -> step(CLOSE, k)), window(i - 1, 60, k -> step(CLOSE, k))));
        equal("ret_rank_60", i -> {
            double[] w = window(i, 60, k -> step(CLOSE, k));
            return Arrays.stream(w).filter(x -> x < w[59]).count() / 59.0;
        });
        equal("ret_run", i -> {
            int length = 0;
            double sign = Math.signum(step(CLOSE, i));
            for (int k = i; k >= 1 && Math.signum(step(CLOSE, k)) == sign; k--) {
                length++;
            }
            return sign * length;
        });
    }

    @Test
    void volatilities() {
        equal("vol_20", i -> deviation(window(i, 20, k -> step(CLOSE, k))));
        equal(
                "vol_parkinson_20",
                i -> Math.sqrt(mean(window(i, 20, k -> Math.pow(Math.log(HIGH[k] / LOW[k]), 2))) / (4 * Math.log(2))));
        equal(
                "vol_garman_klass_20",
                i -> Math.sqrt(mean(window(
                        i,
                        20,
                        k -> 0.5 * Math.pow(Math.log(HIGH[k] / LOW[k]), 2)
                                - (2 * Math.log(2) - 1) * Math.pow(Math.log(CLOSE[k] / OPEN[k]), 2)))));
        equal("vol_yang_zhang_20", i -> {
            double k0 = 0.34 / (1.34 + 21.0 / 19);
            double gaps = Math.pow(deviation(window(i, 20, k -> Math.log(OPEN[k] / CLOSE[k - 1]))), 2);
            double bodies = Math.pow(deviation(window(i, 20, k -> Math.log(CLOSE[k] / OPEN[k]))), 2);
            double ranges = mean(window(
                    i,
                    20,
                    k -> Math.log(HIGH[k] / CLOSE[k]) * Math.log(HIGH[k] / OPEN[k])
                            + Math.log(LOW[k] / CLOSE[k]) * Math.log(LOW[k] / OPEN[k])));
            return Math.sqrt(gaps + k0 * bodies + (1 - k0) * ranges);
        });
        equal(
                "vol_ratio_20_120",
                i -> deviation(window(i, 20, k -> step(CLOSE, k))) / deviation(window(i, 120, k -> step(CLOSE, k))));
        equal("vol_jump_20", i -> {
            double realised = mean(window(i, 20, k -> Math.pow(step(CLOSE, k), 2)));
            double bipower = Math.PI / 2 * mean(window(i, 20, k -> Math.abs(step(CLOSE, k) * step(CLOSE, k - 1))));
            return (realised - bipower) / realised;
        });
    }

    @Test
    void placesInTheirPast() {
        equal(
                "below_high_60",
                i -> Math.log(CLOSE[i]
                        / Arrays.stream(window(i, 60, k -> HIGH[k])).max().orElseThrow()));
        equal("since_low_60", i -> {
            int at = i;
            for (int k = i; k > i - 60; k--) {
                at = LOW[k] < LOW[at] ? k : at;
            }
            return (i - at) / 59.0;
        });
        equal("range_place_20", i -> {
            double low = Arrays.stream(window(i, 20, k -> LOW[k])).min().orElseThrow();
            double high = Arrays.stream(window(i, 20, k -> HIGH[k])).max().orElseThrow();
            return (CLOSE[i] - low) / (high - low);
        });
        equal("breakout_20", i -> {
            double high = Arrays.stream(window(i - 1, 20, k -> HIGH[k])).max().orElseThrow();
            double low = Arrays.stream(window(i - 1, 20, k -> LOW[k])).min().orElseThrow();
            return CLOSE[i] > high ? 1 : CLOSE[i] < low ? -1 : 0;
        });
        equal(
                "efficiency_20",
                i -> Math.abs(Math.log(CLOSE[i] / CLOSE[i - 20]))
                        / Arrays.stream(window(i, 20, k -> Math.abs(step(CLOSE, k))))
                                .sum());
    }

    @Test
    void trendsAndOscillators() {
        equal("over_sma_50", i -> Math.log(CLOSE[i] / mean(window(i, 50, k -> CLOSE[k]))));
        equal("line_slope_60", i -> line(i, 60)[0]);
        equal("line_fit_60", i -> line(i, 60)[1]);
        equal("off_line_60", i -> line(i, 60)[2]);
        equal("cci_20", i -> {
            double[] w = window(i, 20, k -> (HIGH[k] + LOW[k] + CLOSE[k]) / 3);
            double mean = mean(w);
            return (w[19] - mean)
                    / (0.015 * Arrays.stream(w).map(x -> Math.abs(x - mean)).sum() / 20);
        });
        equal("bollinger_place_20", i -> {
            double[] w = window(i, 20, k -> CLOSE[k]);
            return (w[19] - mean(w)) / deviation(w);
        });
        double[] gains = wilder(14, i -> Math.max(0, CLOSE[i] - CLOSE[i - 1]));
        double[] losses = wilder(14, i -> Math.max(0, CLOSE[i - 1] - CLOSE[i]));
        equal("rsi_14", i -> gains[i] / (gains[i] + losses[i]));
    }

    @Test
    void volumesAndPeers() {
        equal("volume_z_60", i -> {
            double[] w = window(i, 60, k -> VOLUME[k]);
            return (w[59] - mean(w)) / deviation(w);
        });
        equal(
                "over_vwap_60",
                i -> Math.log(CLOSE[i]
                        * Arrays.stream(window(i, 60, k -> VOLUME[k])).sum()
                        / Arrays.stream(window(i, 60, k -> VOLUME[k] * (HIGH[k] + LOW[k] + CLOSE[k]) / 3))
                                .sum()));
        equal("beta_60", i -> {
            double[] own = window(i, 60, k -> step(CLOSE, k));
            double[] peer = window(i, 60, k -> step(PEER, k));
            return covariance(own, peer) / moment(peer, 2);
        });
        equal(
                "correlation_120",
                i -> correlation(window(i, 120, k -> step(CLOSE, k)), window(i, 120, k -> step(PEER, k))));
        equal(
                "peer_leads_2",
                i -> correlation(window(i, 120, k -> step(CLOSE, k)), window(i - 2, 120, k -> step(PEER, k))));
    }

    private static double[] wilder(int bars, IntToDoubleFunction of) {
        double[] smooth = new double[BARS];
        smooth[1] = of.applyAsDouble(1);
        for (int i = 2; i < BARS; i++) {
            smooth[i] = smooth[i - 1] + (of.applyAsDouble(i) - smooth[i - 1]) / bars;
        }
        return smooth;
    }

    /** Slope, R squared and the distance of the last point, by the normal equations. */
    private static double[] line(int end, int bars) {
        double[] y = window(end, bars, k -> Math.log(CLOSE[k]));
        double[] x = new double[bars];
        Arrays.setAll(x, k -> k);
        double slope = covariance(x, y) / moment(x, 2);
        double fit = Math.pow(correlation(x, y), 2);
        return new double[] {slope, fit, y[bars - 1] - (mean(y) + slope * (bars - 1 - mean(x)))};
    }
}
