package io.sextant.analytics.indicator;

/** Which number of a bar is meant. */
enum Source {
    CLOSE,
    HIGH,
    LOW,
    VOLUME,
    /** (high + low) / 2. */
    MEDIAN,
    /** (high + low + close) / 3. */
    TYPICAL,
    /** (high + low + 2 close) / 4. */
    WEIGHTED,
    /** (open + high + low + close) / 4. */
    AVERAGE,
    /** close - open. */
    BODY;

    double of(double open, double high, double low, double close, double volume) {
        return switch (this) {
            case CLOSE -> close;
            case HIGH -> high;
            case LOW -> low;
            case VOLUME -> volume;
            case MEDIAN -> (high + low) / 2;
            case TYPICAL -> (high + low + close) / 3;
            case WEIGHTED -> (high + low + 2 * close) / 4;
            case AVERAGE -> (open + high + low + close) / 4;
            case BODY -> close - open;
        };
    }
}
