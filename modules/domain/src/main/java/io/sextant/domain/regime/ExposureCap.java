package io.sextant.domain.regime;

import java.util.Optional;

/**
 * How large all positions together may be, in percent of the equity: one figure until a time, another from then on. The gate reads it as
 * market time goes, so that what a person set by hand ends by itself.
 *
 * @param untilNanos market time; the first figure never counts where it is {@link Long#MIN_VALUE}
 */
public record ExposureCap(int percent, long untilNanos, int thenPercent) {

    /** The setting that the gate reads. */
    public static final String SETTING = "regime.cap";

    /** Nothing is capped. */
    public static final int OFF = Integer.MAX_VALUE;

    public static final ExposureCap NONE = of(OFF);

    /** Nothing may be held. */
    public static final ExposureCap CLOSED = of(0);

    private static final int PERCENT_MAX = 100_000;

    public ExposureCap {
        if (percent < 0 || thenPercent < 0) {
            throw new IllegalArgumentException("a cap is not below nought");
        }
    }

    public static ExposureCap of(int percent) {
        return new ExposureCap(percent, Long.MIN_VALUE, percent);
    }

    public int percentAt(long nanos) {
        return nanos < untilNanos ? percent : thenPercent;
    }

    /** As the setting holds it. */
    public String text() {
        return untilNanos == Long.MIN_VALUE
                ? word(thenPercent)
                : word(percent) + " until " + untilNanos + " then " + word(thenPercent);
    }

    private static String word(int percent) {
        return percent == OFF ? "off" : Integer.toString(percent);
    }

    /** What a setting means: nothing is capped where there is none, and no position may grow where it cannot be read. */
    public static ExposureCap read(String text) {
        return parse(text).orElse(CLOSED);
    }

    /** Empty for what is no cap. */
    public static Optional<ExposureCap> parse(String text) {
        String[] words = text.strip().split(" +");
        try {
            if (words.length == 1) {
                return Optional.of(of(percent(words[0])));
            }
            if (words.length == 5 && words[1].equals("until") && words[3].equals("then")) {
                return Optional.of(new ExposureCap(percent(words[0]), Long.parseLong(words[2]), percent(words[4])));
            }
        } catch (IllegalArgumentException noCap) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static int percent(String word) {
        if (word.isEmpty() || word.equals("off")) {
            return OFF;
        }
        int percent = Integer.parseInt(word);
        if (percent < 0 || percent > PERCENT_MAX) {
            throw new IllegalArgumentException("no percentage of the equity: " + word);
        }
        return percent;
    }
}
