package io.sextant.engine.forecast;

import io.sextant.domain.forecast.DriftGauge;
import io.sextant.forecasting.Forecast;
import io.sextant.forecasting.drift.DriftReading;
import io.sextant.forecasting.drift.DriftWatch;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The model whose forecast counts, and the watch over it. */
final class Champion implements StandingModel.Witness {

    private static final int CHANGES_MIN = 20;

    private final StandingModel model;
    private final @Nullable DriftWatch watch;
    private int judged;

    /** @param learned the values that it learned from; with too few of them nothing is watched */
    Champion(StandingModel model, double[] learned) {
        this.model = model;
        double usual = model.record().metrics().getOrDefault(SkillNumbers.USUAL_ERROR, Double.NaN);
        double[] changes = new double[Math.max(0, learned.length - 1)];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = learned[i + 1] - learned[i];
        }
        watch = changes.length >= CHANGES_MIN && usual > 0 ? new DriftWatch(changes, usual) : null;
    }

    StandingModel model() {
        return model;
    }

    @Override
    public void cameTrue(Forecast forecast, double value, long timeNanos) {
        if (watch != null) {
            watch.cameTrue(forecast, value);
        }
        judged++;
    }

    Optional<DriftReading.Alarm> alarm() {
        return watch == null ? Optional.empty() : watch.reading().alarm();
    }

    Optional<DriftGauge> gauge() {
        if (watch == null) {
            return Optional.empty();
        }
        DriftReading reading = watch.reading();
        return Optional.of(new DriftGauge(
                reading.stability(),
                reading.errorLevel(),
                reading.coverage(),
                judged,
                reading.alarm().map(Champion::shown)));
    }

    private static DriftGauge.Alarm shown(DriftReading.Alarm alarm) {
        return switch (alarm) {
            case INPUTS -> DriftGauge.Alarm.INPUTS;
            case ERRORS -> DriftGauge.Alarm.ERRORS;
            case COVERAGE -> DriftGauge.Alarm.COVERAGE;
        };
    }
}
