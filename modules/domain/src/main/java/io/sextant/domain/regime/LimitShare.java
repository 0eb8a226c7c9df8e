package io.sextant.domain.regime;

import java.util.Optional;

/**
 * How much of a person's own limits on the size of orders, on positions and on losses counts, in percent: one figure until a time, another from
 * then on. It is never more than the whole, so that a regime can make limits tighter and never looser.
 *
 * @param untilNanos market time; the first figure never counts where it is {@link Long#MIN_VALUE}
 */
public record LimitShare(int percent, long untilNanos, int thenPercent) {

    /** The setting that the gate reads. */
    public static final String SETTING = "regime.limits";

    public static final int WHOLE_PERCENT = 100;

    public static final LimitShare WHOLE = of(WHOLE_PERCENT);

    /** Only what makes a position smaller passes. */
    public static final LimitShare NOTHING = of(0);

    public LimitShare {
        if (!isShare(percent) || !isShare(thenPercent)) {
            throw new IllegalArgumentException("a share of a limit lies between nought and the whole");
        }
    }

    private static boolean isShare(int percent) {
        return percent >= 0 && percent <= WHOLE_PERCENT;
    }

    public static LimitShare of(int percent) {
        return new LimitShare(percent, Long.MIN_VALUE, percent);
    }

    public int percentAt(long nanos) {
        return nanos < untilNanos ? percent : thenPercent;
    }

    /** As the setting holds it. */
    public String text() {
        return new ExposureCap(percent, untilNanos, thenPercent).text();
    }

    /** What a setting means: whole limits where there is none, and no position may grow where it cannot be read. */
    public static LimitShare read(String text) {
        return parse(text).orElse(NOTHING);
    }

    /** Written like a cap. Empty for what is no share. */
    public static Optional<LimitShare> parse(String text) {
        return ExposureCap.parse(text)
                .filter(cap -> isWritten(cap.percent()) && isWritten(cap.thenPercent()))
                .map(cap -> new LimitShare(share(cap.percent()), cap.untilNanos(), share(cap.thenPercent())));
    }

    private static boolean isWritten(int percent) {
        return percent == ExposureCap.OFF || isShare(percent);
    }

    private static int share(int percent) {
        return percent == ExposureCap.OFF ? WHOLE_PERCENT : percent;
    }
}
