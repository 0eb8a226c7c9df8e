package io.sextant.forecasting.search;

import java.util.List;
import java.util.random.RandomGenerator;

/** Says where to look next. All that it knows are the trials, so that a search that was cut short goes on as if it had not been. */
public interface Proposer {

    double[] next(List<Trial> past, int dimensions, RandomGenerator random);

    /** What is taken for the loss of a trial whose own is not known yet; NaN where it is not reckoned with. */
    default double underWay(List<Trial> known) {
        return Double.NaN;
    }

    /** Anywhere, without learning from what was tried (Bergstra and Bengio 2012). */
    static Proposer random() {
        return (past, dimensions, random) -> random.doubles(dimensions).toArray();
    }
}
