package io.sextant.domain.risk;

import io.sextant.domain.instrument.InstrumentId;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * By how many percent a price falls when rates rise by one point, as a person says it of an instrument: nothing else on a desk knows. Kept as
 * settings; below nought for what rises with rates.
 */
public final class RateDurations {

    public static final double YEARS_MAX = 100;

    private static final String PREFIX = "risk.duration.";

    private final Map<String, String> settings;

    private RateDurations(Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
    }

    public static RateDurations of(Map<String, String> settings) {
        return new RateDurations(settings);
    }

    public static String settingOf(InstrumentId instrument) {
        return PREFIX + instrument.symbol();
    }

    public static boolean isOurs(String setting) {
        return setting.startsWith(PREFIX);
    }

    /** Empty where nobody said one, or what was said cannot be read. */
    public OptionalDouble find(InstrumentId instrument) {
        try {
            double years = Double.parseDouble(settings.getOrDefault(settingOf(instrument), ""));
            return Math.abs(years) <= YEARS_MAX ? OptionalDouble.of(years) : OptionalDouble.empty();
        } catch (NumberFormatException none) {
            return OptionalDouble.empty();
        }
    }
}
