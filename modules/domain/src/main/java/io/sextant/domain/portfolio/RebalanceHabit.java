package io.sextant.domain.portfolio;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * When a person brings weights back to their target: where one has drifted too far, or when a day has come. Kept as settings.
 *
 * @param band how far a weight may be from its target, as a share of the money; 0 for not at all
 * @param last the day on which it was done last; empty where it never was
 */
public record RebalanceHabit(double band, Every every, Optional<LocalDate> last) {

    public static final RebalanceHabit NONE = new RebalanceHabit(0, Every.NEVER, Optional.empty());

    private static final String BAND = "rebalance.band";
    private static final String EVERY = "rebalance.every";
    private static final String LAST = "rebalance.last";

    /** How often it is done whatever the drift. */
    public enum Every {
        NEVER(0),
        MONTH(1),
        QUARTER(3),
        YEAR(12);

        private final int months;

        Every(int months) {
            this.months = months;
        }
    }

    public RebalanceHabit {
        if (!(band >= 0 && band < 1)) {
            throw new IllegalArgumentException("a band is from 0 to below 1, was " + band);
        }
    }

    /** The day from which on it is due whatever the drift; empty where no day counts. Who never did it is due at once. */
    public Optional<LocalDate> due() {
        return every == Every.NEVER
                ? Optional.empty()
                : Optional.of(last.map(day -> day.plusMonths(every.months)).orElse(LocalDate.MIN));
    }

    /** Without a band and without days it is always done. */
    public boolean isDue(LocalDate today, double drift) {
        boolean always = band == 0 && every == Every.NEVER;
        return always
                || (band > 0 && drift > band)
                || due().filter(day -> !today.isBefore(day)).isPresent();
    }

    public RebalanceHabit doneOn(LocalDate day) {
        return new RebalanceHabit(band, every, Optional.of(day));
    }

    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(BAND, Double.toString(band));
        settings.put(EVERY, every.name());
        settings.put(LAST, last.map(LocalDate::toString).orElse(""));
        return settings;
    }

    /**
     * None where nothing is set.
     *
     * @throws IllegalArgumentException or a subclass of it, or a DateTimeException, where a setting cannot be read
     */
    public static RebalanceHabit of(Map<String, String> settings) {
        String band = settings.getOrDefault(BAND, "");
        String every = settings.getOrDefault(EVERY, "");
        String last = settings.getOrDefault(LAST, "");
        return new RebalanceHabit(
                band.isBlank() ? 0 : Double.parseDouble(band),
                Arrays.stream(Every.values())
                        .filter(one -> one.name().equals(every))
                        .findFirst()
                        .orElse(Every.NEVER),
                last.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(last)));
    }
}
