package io.sextant.forecasting.model;

import io.sextant.domain.forecast.LearningTrouble.Code;
import io.sextant.forecasting.Observations;
import io.sextant.forecasting.UnfitWindow;
import java.util.Arrays;

/** What windows of observations must be, and columns made of them. */
final class Windows {

    private Windows() {}

    /** @throws UnfitWindow with a sentence where there are too few values or they do not move */
    static double[] values(Observations past, int least, String what) {
        if (past.size() < least) {
            throw UnfitWindow.tooFew(
                    least, past.size(), what + " needs " + least + " observations, not " + past.size());
        }
        double[] values = past.values();
        if (Arrays.stream(values).allMatch(each -> each == values[0])) {
            throw new UnfitWindow(Code.STANDS_STILL, what + " cannot learn from a series that does not move");
        }
        return values;
    }

    static double[] changes(double[] values) {
        double[] changes = new double[values.length - 1];
        Arrays.setAll(changes, i -> values[i + 1] - values[i]);
        return changes;
    }

    static double rootMeanSquare(double[] values) {
        double squares = 0;
        for (double each : values) {
            squares += each * each;
        }
        return Math.sqrt(squares / values.length);
    }

    static double[] divided(double[] values, double by) {
        return Arrays.stream(values).map(each -> each / by).toArray();
    }

    /** The newest of them, at most so many. */
    static double[] newest(double[] values, int most) {
        return values.length > most ? Arrays.copyOfRange(values, values.length - most, values.length) : values;
    }
}
