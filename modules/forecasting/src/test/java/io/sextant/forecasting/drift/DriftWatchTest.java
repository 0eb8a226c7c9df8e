package io.sextant.forecasting.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.forecasting.Forecast;
import io.sextant.forecasting.drift.DriftReading.Alarm;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DriftWatchTest {

    private static final double USUAL = Math.sqrt(2 / Math.PI);

    private final SplittableRandom random = new SplittableRandom(5);

    private static Forecast forecast(double origin) {
        return Forecast.normal(origin, new double[] {origin}, new double[] {1});
    }

    private static DriftWatch watch(SplittableRandom random) {
        double[] learned = new double[2_000];
        Arrays.setAll(learned, i -> random.nextGaussian());
        return new DriftWatch(learned, USUAL);
    }

    private DriftReading steps(DriftWatch watch, int steps, double deviation, double drift) {
        DriftReading reading = watch.reading();
        double level = 0;
        for (int i = 0; i < steps; i++) {
            double next = level + drift + deviation * random.nextGaussian();
            reading = watch.cameTrue(forecast(level), next);
            level = next;
        }
        return reading;
    }

    @Test
    void isQuietWhileTheWorldStays() {
        int alarms = 0;
        for (int world = 0; world < 40; world++) {
            alarms += steps(watch(random), 1_000, 1, 0).alarm().isPresent() ? 1 : 0;
        }
        // Ten windows of coverage and four of inputs a world, each far below one in a thousand: two of forty would tell
        // of a fault.
        assertThat(alarms).isLessThanOrEqualTo(1);
    }

    @Test
    void tellsErrorsThatGrew() {
        DriftWatch watch = watch(random);
        steps(watch, 300, 1, 0);
        assertThat(steps(watch, 200, 2.5, 0).alarm()).isPresent().get().isIn(Alarm.ERRORS, Alarm.COVERAGE);
    }

    @Test
    void tellsIntervalsThatPromiseTooMuchUncertainty() {
        assertThat(steps(watch(random), 120, 0.3, 0).alarm()).contains(Alarm.COVERAGE);
    }

    @Test
    void tellsInputsThatNoLongerLookAsTheyDid() {
        DriftWatch watch = watch(random);
        DriftReading reading = steps(watch, 400, 1, 0.7);
        assertThat(reading.alarm()).isPresent();
        assertThat(reading.stability()).isGreaterThan(0.25);
    }

    @Test
    void keepsToTheFirstAlarm() {
        DriftWatch watch = watch(random);
        Optional<Alarm> first = steps(watch, 120, 0.3, 0).alarm();
        assertThat(steps(watch, 400, 4, 1).alarm()).isEqualTo(first).isPresent();
    }
}
