package io.sextant.ui.panel.portfolio;

/** How far back the equity curve goes. */
enum CurveRange {
    DAY(86_400_000_000_000L),
    WEEK(7 * 86_400_000_000_000L),
    MONTH(30 * 86_400_000_000_000L),
    ALL(Long.MAX_VALUE);

    private final long lengthNanos;

    CurveRange(long lengthNanos) {
        this.lengthNanos = lengthNanos;
    }

    long lengthNanos() {
        return lengthNanos;
    }

    /** The first moment to show when it is now {@code nowNanos}. */
    long fromNanos(long nowNanos) {
        return this == ALL ? 0 : Math.max(0, nowNanos - lengthNanos);
    }
}
