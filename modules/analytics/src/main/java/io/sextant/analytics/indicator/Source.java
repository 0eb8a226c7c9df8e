package io.sextant.analytics.indicator;

import io.sextant.domain.market.BarSeries;

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

    double[] of(BarSeries bars) {
        if (this == CLOSE) {
            return bars.close();
        }
        double[] numbers = new double[bars.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = of(bars.open()[i], bars.high()[i], bars.low()[i], bars.close()[i], bars.volume()[i]);
        }
        return numbers;
    }

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
