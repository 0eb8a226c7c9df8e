package io.sextant.analytics.options;

import io.sextant.analytics.feature.FeatureReading;
import io.sextant.analytics.feature.StandingReadings;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Tells features what chains of options said, each from the end of its day on and for a week: the next chain says more, and a gap of
 * months is not bridged. Volatility and skew of so many days are between the expiries beside them, the variance to expiry taken as straight in
 * time (the usual way between maturities); beyond the first or last expiry nothing is said.
 */
public final class ChainReadings {

    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final long LONGEST_NANOS = 7 * DAY_NANOS;
    private static final double MONTH_YEARS = 30 / 365.0;
    private static final double QUARTER_YEARS = 90 / 365.0;

    private ChainReadings() {}

    /** @param chains of one underlying, one a day */
    public static StandingReadings of(List<OptionChain> chains) {
        List<OptionChain> byDay = chains.stream()
                .sorted(Comparator.comparingInt(OptionChain::day))
                .toList();
        List<List<ExpiryMetrics>> expiries =
                byDay.stream().map(OptionChain::expiries).toList();
        long[] known = byDay.stream()
                .mapToLong(chain -> (chain.day() + 1L) * DAY_NANOS)
                .toArray();
        StandingReadings readings = new StandingReadings();
        put(readings, FeatureReading.ATM_VOL_30D, known, expiries, all -> volatility(all, MONTH_YEARS));
        put(readings, FeatureReading.ATM_VOL_90D, known, expiries, all -> volatility(all, QUARTER_YEARS));
        put(readings, FeatureReading.SKEW_25D, known, expiries, all -> skew(all, MONTH_YEARS));
        put(
                readings,
                FeatureReading.PUT_CALL_VOLUME,
                known,
                expiries,
                all -> total(all, ExpiryMetrics::putVolume) / total(all, ExpiryMetrics::callVolume));
        put(
                readings,
                FeatureReading.PUT_CALL_OPEN_INTEREST,
                known,
                expiries,
                all -> total(all, ExpiryMetrics::putOpenInterest) / total(all, ExpiryMetrics::callOpenInterest));
        put(
                readings,
                FeatureReading.MAX_PAIN,
                known,
                expiries,
                all -> all.isEmpty() ? Double.NaN : all.getFirst().maxPainStrike());
        put(readings, FeatureReading.NET_GAMMA, known, byDay, OptionChain::netGamma);
        put(readings, FeatureReading.GAMMA_FLIP, known, byDay, OptionChain::gammaFlip);
        return readings;
    }

    private static <T> void put(
            StandingReadings readings, FeatureReading reading, long[] known, List<T> days, ToDoubleFunction<T> figure) {
        readings.put(reading, known, days.stream().mapToDouble(figure).toArray(), LONGEST_NANOS);
    }

    private static double total(List<ExpiryMetrics> all, ToDoubleFunction<ExpiryMetrics> figure) {
        return all.stream().mapToDouble(figure).sum();
    }

    private static double volatility(List<ExpiryMetrics> all, double years) {
        double variance = between(all, years, expiry -> expiry.atTheMoney() * expiry.atTheMoney() * expiry.years());
        return Math.sqrt(variance / years);
    }

    private static double skew(List<ExpiryMetrics> all, double years) {
        return between(all, years, ExpiryMetrics::skew);
    }

    /** NaN unless an expiry that tells the figure stands at or on each side of the time. */
    private static double between(List<ExpiryMetrics> all, double years, ToDoubleFunction<ExpiryMetrics> figure) {
        List<ExpiryMetrics> telling = all.stream()
                .filter(expiry -> !Double.isNaN(figure.applyAsDouble(expiry)))
                .sorted(Comparator.comparingDouble(ExpiryMetrics::years))
                .toList();
        for (int i = 0; i < telling.size(); i++) {
            ExpiryMetrics far = telling.get(i);
            if (far.years() == years) {
                return figure.applyAsDouble(far);
            }
            if (far.years() > years) {
                if (i == 0) {
                    return Double.NaN;
                }
                ExpiryMetrics near = telling.get(i - 1);
                double share = (years - near.years()) / (far.years() - near.years());
                double before = figure.applyAsDouble(near);
                return before + share * (figure.applyAsDouble(far) - before);
            }
        }
        return Double.NaN;
    }
}
