package io.sextant.domain.passport;

import io.sextant.domain.forecast.Attribution;
import io.sextant.domain.forecast.DriftGauge;
import io.sextant.domain.forecast.Verdict;
import io.sextant.domain.market.Timeframe;
import java.util.List;
import java.util.Optional;

/**
 * What the forecast that counted said of the next bar, beside what it was worth.
 *
 * @param modelId the model in the registry
 * @param dataHash fingerprint of what it had learned from
 * @param originNanos the end of the bar that it stood on
 * @param origin that bar's close
 * @param lower end of its 80% interval
 * @param verdict the word that its measured skill had earned
 * @param forecasts how many had come true or not
 * @param pValue how likely chance alone gives such a skill, corrected for all models that were tried
 * @param coverage measured share inside the 80% interval
 * @param driftLevel of its errors: 0 at rest, 1 where the alarm is; NaN where nobody watched
 * @param drift what told that it had drifted, if anything did
 * @param why the largest parts first
 */
public record ForecastThen(
        Timeframe timeframe,
        String model,
        String modelId,
        String dataHash,
        long originNanos,
        double origin,
        double lower,
        double middle,
        double upper,
        Verdict verdict,
        int forecasts,
        double rmseOverNaive,
        double pValue,
        double coverage,
        double driftLevel,
        Optional<DriftGauge.Alarm> drift,
        List<Attribution> why) {

    /** Parts of a reason that are kept. */
    public static final int REASONS = 5;

    public ForecastThen {
        why = List.copyOf(why);
    }
}
