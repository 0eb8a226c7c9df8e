package io.sextant.domain.hosting;

import io.sextant.domain.forecast.Verdict;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.regime.RegimeName;
import java.util.Optional;

/**
 * What a strategy was told of an instrument when its newest bar was over: the very thing that it decided by.
 *
 * @param usesForecast whether it asks for forecasts
 * @param forecast empty where no model stood
 * @param usesRegime whether it asks for regimes
 * @param regime empty where none was told
 * @param barEndNanos the end of the bar
 */
public record HostedOutlook(
        InstrumentId instrument,
        boolean usesForecast,
        Optional<Expected> forecast,
        boolean usesRegime,
        Optional<RegimeName> regime,
        long barEndNanos) {

    /**
     * What the champion expected of the next bar.
     *
     * @param logReturn the middle of what it expected
     * @param lowLogReturn the lower end of the interval that holds eight in ten
     * @param highLogReturn its upper end
     * @param verdict what its skill was measured to be
     */
    public record Expected(
            double logReturn, double lowLogReturn, double highLogReturn, Verdict verdict, String model) {}
}
