package io.sextant.strategy.rules;

import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Scene;

/** What share an entry takes. */
final class Sizer {

    private final double most;
    private final double volatility;
    private final double barsOfYear;
    private final double[] returns;
    private long count;
    private double closeBefore = Double.NaN;

    Sizer(Sizing sizing, Choice choice) {
        switch (sizing) {
            case Sizing.Share fixed -> {
                most = fixed.share().in(choice);
                volatility = 0;
                barsOfYear = 0;
                returns = new double[0];
            }
            case Sizing.ByVolatility by -> {
                most = by.most().in(choice);
                volatility = by.volatility().in(choice);
                barsOfYear = by.barsOfYear();
                returns = new double[by.bars()];
            }
        }
    }

    void hear(Scene scene) {
        double close = scene.close(0);
        if (returns.length > 0 && !Double.isNaN(closeBefore)) {
            returns[(int) (count++ % returns.length)] = Math.log(close / closeBefore);
        }
        closeBefore = close;
    }

    /** 0 where it cannot be told. */
    double share() {
        if (returns.length == 0) {
            return most;
        }
        if (count < returns.length) {
            return 0;
        }
        double mean = 0;
        for (double each : returns) {
            mean += each / returns.length;
        }
        double squares = 0;
        for (double each : returns) {
            squares += (each - mean) * (each - mean);
        }
        double yearly = Math.sqrt(squares / (returns.length - 1) * barsOfYear);
        return yearly > 0 ? Math.min(most, volatility / yearly) : 0;
    }
}
