package io.sextant.analytics.cost;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.parent.ImpactTerms;
import java.util.Optional;

/**
 * Terms for the schedule of Almgren and Chriss from bars, by the rules of their example (2000, section 4.2): trading one hundredth of a
 * day's volume in a day moves the price by the spread while it lasts, and a tenth of it moves it by the spread for good.
 */
public final class ImpactEstimate {

    private static final double DAY_SECONDS = 86_400;
    private static final int FEWEST_BARS = 30;
    private static final double TEMPORARY_SHARE = 0.01;
    private static final double PERMANENT_SHARE = 0.1;

    private ImpactEstimate() {}

    /**
     * Empty for fewer than {@value #FEWEST_BARS} bars, or where nothing moved or traded.
     *
     * @param barSeconds length of a bar
     * @param halfLifeSeconds the time in which the schedule trades all but 1/e: what the aversion follows from
     * @param sliceSeconds length of a slice
     */
    public static Optional<ImpactTerms> of(
            BarSeries bars, double barSeconds, double spread, double halfLifeSeconds, double sliceSeconds) {
        if (bars.size() < FEWEST_BARS) {
            return Optional.empty();
        }
        double[] close = bars.close();
        double mean = (close[bars.size() - 1] - close[0]) / (bars.size() - 1);
        double squares = 0;
        double volume = 0;
        for (int i = 1; i < bars.size(); i++) {
            double change = close[i] - close[i - 1] - mean;
            squares += change * change;
            volume += bars.volume()[i];
        }
        double volatility = Math.sqrt(squares / (bars.size() - 2) / barSeconds);
        double dailyVolume = volume / (bars.size() - 1) * DAY_SECONDS / barSeconds;
        if (!(volatility > 0 && dailyVolume > 0 && spread > 0)) {
            return Optional.empty();
        }
        double temporary = spread / (TEMPORARY_SHARE * dailyVolume / DAY_SECONDS);
        double permanent = Math.min(spread / (PERMANENT_SHARE * dailyVolume), temporary / sliceSeconds);
        double left = temporary - permanent * sliceSeconds / 2;
        // The inverse of kappa: 2 (cosh(kappa tau) - 1) / tau^2 = lambda sigma^2 / eta'.
        double step = sliceSeconds / halfLifeSeconds;
        double aversion = left * 2 * (Math.cosh(step) - 1) / (sliceSeconds * sliceSeconds) / (volatility * volatility);
        return Optional.of(new ImpactTerms(aversion, volatility, permanent, temporary));
    }
}
