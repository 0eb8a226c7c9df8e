package io.sextant.domain.market;

/** What a price did between {@code openTimeNanos} (UTC) and the end of the timeframe. For analysis, hence doubles. */
public record Bar(long openTimeNanos, double open, double high, double low, double close, double volume) {

    public Bar {
        boolean ordered = low <= open && low <= close && high >= open && high >= close;
        boolean finite = Double.isFinite(low) && Double.isFinite(high) && Double.isFinite(volume);
        if (!ordered || !finite || volume < 0) {
            throw new IllegalArgumentException("not a bar: open " + open + ", high " + high + ", low " + low
                    + ", close " + close + ", volume " + volume);
        }
    }
}
